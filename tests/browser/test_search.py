"""Search in the browser: people find the pages about a term, in their language."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
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


@pytest.mark.parametrize("lang", sorted(ABOUT))
def test_terms_are_found_on_the_pages_about_them(page, site, lang):
    open_search(page, site, lang)
    missing = {}
    for term, place in ABOUT[lang].items():
        first = results(page, term)[:FIRST]
        if not any(f"{site}{lang}/{place}" in links for links in first):
            missing[term] = first
    assert missing == {}


@pytest.mark.parametrize("lang", sorted(ABOUT))
def test_every_term_of_the_glossary_is_found_where_it_is_defined(page, site, lang):
    open_search(page, site, lang)
    missing = []
    for entry in load().glossary:
        first = results(page, entry["term"][lang])[:FIRST]
        if not any(f"{site}{lang}/glossary/#{entry['id']}" in links for links in first):
            missing.append(entry["term"][lang])
    assert missing == []
