"""Search in the browser: people find the pages about a term, in their language."""

from __future__ import annotations

import re
from urllib.parse import unquote

from playwright.sync_api import Page, expect

ABOUT = {
    "zh": {
        "补链": "links/fill/",
        "产业链": "glossary/#industrial_chain",
        "专精特新": "glossary/#srdi_firm",
        "小巨人": "figures/",
        "融资": "challenges/#finance",
        "卡脖子": "glossary/#bottleneck_technologies",
        "韧性": "where-things-stand/",
        "数字化": "challenges/#digital",
    },
    "en": {
        "financing": "challenges/",
        "little giant": "figures/",
        "digital": "challenges/#digital",
        "resilience": "where-things-stand/",
        "fill the gaps": "links/fill/",
        "industrial chain": "glossary/#industrial_chain",
    },
}
"""For each term a page that is about it and must be among what search offers first."""
FIRST = 5


def open_search(page: Page, site: str, lang: str) -> None:
    """The search of a language, ready for input."""
    page.goto(f"{site}{lang}/about/")
    page.locator(".md-search__input").click()
    page.locator('[data-md-component="search"] .md-search-result__meta').wait_for()


def type_in(page: Page, text: str) -> None:
    """Text in the search box. Input methods for Han end with a key that is let go, which is what the search hears."""
    box = page.locator(".md-search__input")
    box.fill(text)
    box.dispatch_event("keyup")


def results(page: Page, term: str) -> list[list[str]]:
    """For each page found, best first, where its links lead."""
    items = page.locator(".md-search-result__item")
    type_in(page, "")
    expect(items).to_have_count(0)
    type_in(page, term)
    items.first.wait_for()
    lists = items.evaluate_all("items => items.map(i => [...i.querySelectorAll('a')].map(a => a.href))")
    return [[re.sub(r"\?[^#]*", "", unquote(address)) for address in each] for each in lists]
