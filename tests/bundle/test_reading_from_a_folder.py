"""The unpacked offline folder, opened as a file: search leads to the same places, and addresses open their folds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from searching import ABOUT, not_found_about, not_found_in_glossary


@pytest.fixture
def opened(browser):
    """A page of a visitor who has no server."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@pytest.mark.parametrize("lang", sorted(ABOUT))
def test_words_and_terms_are_found_from_a_folder(opened, folder, lang):
    site = f"{folder.as_uri()}/"
    assert not_found_about(opened, site, lang) == {}
    assert not_found_in_glossary(opened, site, lang) == []


def test_an_address_opens_its_fold_and_the_ledger_is_filtered(opened, folder):
    opened.goto(f"{folder.as_uri()}/en/evidence/index.html#2.2.p1.s5")
    expect(opened.locator('[id="2.2.p1.s5"]')).to_be_in_viewport()
    opened.locator("input[name=words]").fill("4.5.p2.s4")
    expect(opened.locator(".sentence:visible")).to_have_count(1)
