"""Search as people use it in the browser: what is looked for, and where it has to be found."""

from __future__ import annotations

import re
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from wizard.loading import load

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
        "加计扣除": "register/#rd_super_deduction",
        "登记册": "register/",
        "官方梯度": "official-ladder/",
    },
    "en": {
        "financing": "challenges/",
        "little giant": "figures/",
        "digital": "challenges/#digital",
        "resilience": "where-things-stand/",
        "fill the gaps": "links/fill/",
        "industrial chain": "glossary/#industrial_chain",
        "super-deduction": "register/#rd_super_deduction",
        "register of instruments": "register/",
        "official ladder": "official-ladder/",
    },
}
"""For each term a page that is about it and must be among what search offers first."""
FIRST = 5


def open_search(page: Page, site: str, lang: str) -> None:
    """The search of a language, ready for input. `site` is the address of the site or of the unpacked folder."""
    page.goto(f"{site}{lang}/about/" + ("index.html" if site.startswith("file:") else ""))
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
    return [[re.sub(r"(index\.html)?(\?[^#]*)?(#|$)", r"\3", unquote(address)) for address in each] for each in lists]


def not_found_about(page: Page, site: str, lang: str) -> dict[str, list[list[str]]]:
    """The named words that do not lead to the page about them, with where they lead."""
    open_search(page, site, lang)
    found = {term: results(page, term)[:FIRST] for term in ABOUT[lang]}
    return {
        term: first
        for term, first in found.items()
        if not any(f"{unquote(site)}{lang}/{ABOUT[lang][term]}" in links for links in first)
    }


def not_found_in_glossary(page: Page, site: str, lang: str) -> list[str]:
    """The glossary's terms that do not lead to where they are defined."""
    open_search(page, site, lang)
    return [
        entry["term"][lang]
        for entry in load().glossary
        if not any(
            f"{unquote(site)}{lang}/glossary/#{entry['id']}" in links
            for links in results(page, entry["term"][lang])[:FIRST]
        )
    ]
