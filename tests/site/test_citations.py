"""References for reference managers, read back as such programs read them."""

from __future__ import annotations

import json
import re
import sys
import warnings
from pathlib import Path

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import citations  # noqa: E402

RECORD = citations.read_record()
CITED = citations.references(RECORD, "2026-11-24", "https://example.org/")


def test_bibtex():
    """As bibtexparser reads it."""
    for name, kind in (("paper", "article"), ("site", "misc")):
        read = bibtexparser.parse_string(CITED[name]["bibtex"])
        (entry,) = read.entries
        assert read.failed_blocks == [] and entry.entry_type == kind
        fields = {field.key: field.value for field in entry.fields}
        if kind == "article":
            assert fields["title"] == "{" + RECORD["title"]["zh"] + "}"
            assert (fields["year"], fields["number"], fields["pages"]) == ("2023", "2", "31--36")


def test_ris():
    """As rispy reads it."""
    (paper,), (site,) = (rispy.loads(CITED[name]["ris"]) for name in ("paper", "site"))
    assert paper["type_of_reference"] == "JOUR" and site["type_of_reference"] == "ELEC"
    assert (paper["start_page"], paper["end_page"]) == ("31", "36")
    assert paper["keywords"] == RECORD["keywords"]["zh"] and "unknown_tag" not in {**paper, **site}
    assert site["urls"] == ["https://example.org/"]


def test_csl():
    """As citeproc reads it, and writes it in a style of others."""
    (paper,), (site,) = (json.loads(CITED[name]["json"]) for name in ("paper", "site"))
    assert paper["type"] == "article-journal" and site["issued"] == {"date-parts": [[2026, 11, 24]]}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON([paper, site])
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    written = CitationStylesBibliography(style, source, formatter.plain)
    written.register(Citation([CitationItem(id) for id in source]))
    lines = [str(line) for line in written.bibliography()]
    assert any(RECORD["title"]["zh"] in line and "31–36" in line for line in lines)
    assert any("https://example.org/" in line for line in lines)


@pytest.mark.parametrize("form", ["bibtex", "ris", "json", "zh", "en"])
def test_no_authors_are_invented_and_no_address_without_one(form):
    unpublished = citations.references(RECORD, "2026-11-24", "")
    assert "http" not in unpublished["site"][form]
    assert not re.search(r"author =|^AU  -|\"author\"", CITED["paper"][form], re.MULTILINE)


def test_issn_is_sound():
    """The journal number of the record is an ISSN: its last digit checks the others."""
    digits = [int(digit) for digit in RECORD["journal_number"].replace("-", "")]
    assert sum(weight * digit for weight, digit in zip(range(8, 0, -1), digits, strict=True)) % 11 == 0
