"""Search in the unpacked offline folder, opened as a file: the same words lead to the same places as over http."""

from __future__ import annotations

import pytest
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
