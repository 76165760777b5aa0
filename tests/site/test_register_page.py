"""The register's page as built: every entry there, one truth about what was verified, and a table to take away."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from wizard.loading import load
from wizard.pages import downloads
from wizard.register import OFFERED, STATES, state, unserved

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
LANGUAGES = ("zh", "en")
KNOWN = load()
ON = KNOWN.general.reviewed
ENDED = {id for id, instrument in KNOWN.instruments.items() if state(instrument, ON) not in OFFERED}
KEPT_WHOLE = re.compile(r'<span class="w">([^<]*)</span>')


def html(lang: str, name: str) -> str:
    text = (SITE / lang / name / "index.html").read_text(encoding="utf-8")
    return KEPT_WHOLE.sub(r"\1", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_instrument_has_its_place_and_its_state(lang):
    found = re.findall(r'<section class="instrument" data-instrument="(\w+)" data-state="(\w+)"', html(lang, "register"))
    assert dict(found) == {id: state(instrument, ON) for id, instrument in KNOWN.instruments.items()}
    order = [STATES.index(one) for _, one in found]
    assert order == sorted(order), "what is in force comes first, what has ended last"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_was_verified_is_said_once_for_all_pages(lang):
    names = [challenge.name[lang] for challenge in unserved(KNOWN, ON)]
    assert len(names) == 2
    missing = re.findall(r'instrument--none"[^>]*><h3>([^<]+)', html(lang, "register"))
    assert missing == names
    told = KNOWN.texts["register_none_here"][lang]
    assert html(lang, "challenges").count(told) == len(names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_ended_is_offered_on_no_other_page(lang):
    pages = [path for path in (SITE / lang).rglob("index.html") if path.parent.name != "register"]
    offered = {id for path in pages for id in re.findall(r"register/#(\w+)", path.read_text(encoding="utf-8"))}
    assert len(offered) > 10
    assert offered & ENDED == set()


def test_the_style_sheet_knows_everything_that_can_be_chosen():
    """The filter is CSS; a choice that the style sheet does not know would hide nothing."""
    style = (ROOT / "docs" / "assets" / "register.css").read_text(encoding="utf-8")
    choices = {
        "challenge": ('[data-challenges~="{}"]', [challenge.id for challenge in KNOWN.challenges]),
        "link": ('[data-links~="{}"]', [link.id for link in KNOWN.links]),
        "state": ('[data-state="{}"]', STATES),
    }
    for name, (mark, values) in choices.items():
        for value in values:
            rule = f'.register:has([name="{name}"][value="{value}"]:checked) .instrument:not({mark.format(value)})'
            assert style.count(rule) == 1, (name, value)


def test_no_choice_of_challenge_and_link_is_empty():
    for challenge in KNOWN.challenges:
        for link in KNOWN.links:
            assert any(challenge.id in i.challenges and link.id in i.links for i in KNOWN.instruments.values())


def test_the_table_holds_the_whole_register():
    name = downloads.file_name("register", "csv", KNOWN)
    rows = list(csv.DictReader((SITE / "assets" / name).read_text(encoding="utf-8-sig").splitlines()))
    assert [row["id"] for row in rows] == list(KNOWN.instruments)
    for row in rows:
        instrument = KNOWN.instruments[row["id"]]
        assert row[f"state_on_{ON}"] == state(instrument, ON)
        assert row["valid_to"] == (instrument.valid_to or "")
        assert row["document_zh"] == (instrument.document["zh"] if instrument.document else "")
        assert row["challenges"].split() == list(instrument.challenges)
    for lang in LANGUAGES:
        assert f'href="../../assets/{name}"' in html(lang, "register")
