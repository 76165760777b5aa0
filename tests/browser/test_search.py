"""Search in the browser over http: people find the pages about a term, in their language."""

from __future__ import annotations

import pytest
from searching import ABOUT, not_found_about, not_found_in_glossary


@pytest.mark.parametrize("lang", sorted(ABOUT))
def test_words_are_found_on_the_pages_about_them(page, site, lang):
    assert not_found_about(page, site, lang) == {}


@pytest.mark.parametrize("lang", sorted(ABOUT))
def test_every_term_of_the_glossary_is_found_where_it_is_defined(page, site, lang):
    assert not_found_in_glossary(page, site, lang) == []
