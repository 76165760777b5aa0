"""References for reference managers, read back as such programs read them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import citations  # noqa: E402

RECORD = citations.read_record()
CITED = citations.references(RECORD, "2026-11-24", "https://example.org/")


def read_ris(text: str) -> list[tuple[str, str]]:
    lines = text.split("\r\n")
    assert lines.pop() == ""
    return [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in lines]


def read_bibtex(text: str) -> tuple[str, dict[str, str]]:
    kind, body = re.fullmatch(r"@(\w+)\{\w+,\n(.*)\n\}\n", text, re.DOTALL).groups()
    assert text.count("{") == text.count("}")
    fields = [re.fullmatch(r"  (\w+) = \{(.*)\}", line).groups() for line in body.split(",\n")]
    return kind, dict(fields)


def test_bibtex_of_the_paper():
    kind, fields = read_bibtex(CITED["paper"]["bibtex"])
    assert kind == "article"
    assert fields["title"] == "{" + RECORD["title"]["zh"] + "}"
    assert (fields["year"], fields["number"], fields["pages"]) == ("2023", "2", "31--36")


def test_ris_of_the_paper():
    fields = read_ris(CITED["paper"]["ris"])
    assert fields[0] == ("TY", "JOUR")
    assert fields[-1] == ("ER", "")
    assert ("SP", "31") in fields and ("EP", "36") in fields
    assert [value for tag, value in fields if tag == "KW"] == RECORD["keywords"]["zh"]


def test_csl_of_paper_and_site():
    (paper,), (site,) = (json.loads(CITED[name]["json"]) for name in ("paper", "site"))
    assert paper["type"] == "article-journal" and paper["page"] == "31-36"
    assert site["issued"] == {"date-parts": [[2026, 11, 24]]} and site["URL"] == "https://example.org/"


@pytest.mark.parametrize("form", ["bibtex", "ris", "json", "zh", "en"])
def test_no_authors_are_invented_and_no_address_without_one(form):
    unpublished = citations.references(RECORD, "2026-11-24", "")
    assert "http" not in unpublished["site"][form]
    assert not re.search(r"author =|^AU  -|\"author\"", CITED["paper"][form], re.MULTILINE)


def test_issn_is_sound():
    """The journal number of the record is an ISSN: its last digit checks the others."""
    digits = [int(digit) for digit in RECORD["journal_number"].replace("-", "")]
    assert sum(weight * digit for weight, digit in zip(range(8, 0, -1), digits, strict=True)) % 11 == 0
