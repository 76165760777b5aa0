"""Dated entries of any folder: what is old is listed, and each contradiction is named with file and line."""

from pathlib import Path

import pytest

from wizard import check
from wizard.checks import dates

ON = "2026-11-24"
GENERAL = f'reviewed: "{ON}"\n'
CHECKED = f'checked_on: "{ON}"\n'


def found(tmp_path: Path, on: str = ON, **files: str):
    """What the check says of a catalogue that holds these files; "__" in a name is a folder."""
    for name, text in ({"general": GENERAL} | files).items():
        path = tmp_path / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return dates.check(check.read(tmp_path), on)


def rule(id: str, start: str | None = None, end: str | None = None, more: str = "") -> str:
    """A dated entry as YAML."""
    written = [f'{key}: "{value}"\n' for key, value in (("valid_from", start), ("valid_to", end)) if value]
    return f"id: {id}\n{''.join(written)}{more}{CHECKED}"


SOUND = {
    "one after the other": {
        "ladder__old": rule("srdi", "2022-08-01", "2026-03-31"),
        "ladder__new": rule("srdi", "2026-04-01"),
    },
    "an unknown start": {
        "ladder__old": rule("a", end="2026", more="subject: award\nnote: Over.\n"),
        "ladder__new": rule("b", more="subject: award\n"),
    },
    "other folders": {"ladder__one": rule("same", "2020"), "instruments__one": rule("same", "2020")},
    "rules of different files": {
        "ladder__rules__a": rule("a", "2026-04-01").removeprefix("id: a\n"),
        "ladder__rules__b": rule("b", "2026-04-01").removeprefix("id: b\n"),
    },
    "a question that is withdrawn": {"questions__one": "questions:\n  - id: q\n    valid_to: '2020-01-01'\n"},
    "what is recalled is marked": {"ladder__one": rule("a", "2022-08-01", more="confidence: M\nnote: Recalled.\n")},
    "a rule that ends later": {"ladder__one": rule("a", "2022", "2030-12-31")},
}


@pytest.mark.parametrize("files", SOUND.values(), ids=SOUND)
def test_what_does_not_contradict_itself_passes(tmp_path, files):
    assert found(tmp_path, **files).faults == []


NESTED = """id: srdi
checked_on: "2026-11-24"
criteria:
  - id: revenue
    editions:
      - {valid_from: "2022-08-01", valid_to: "2026-03-31"}
      - {valid_from: "2026-03-01"}
"""
FAULTY = {
    "no date": ({"ladder__a": rule("a", "2026-13-01")}, "a.yaml:2: `valid_from` is not a date"),
    "no such day": ({"ladder__a": rule("a", "2026-02-30")}, "a.yaml:2: `valid_from` is not a date"),
    "a date that YAML reads": ({"ladder__a": f"id: a\nvalid_to: 2026-02-03\n{CHECKED}"}, "a.yaml:2: `valid_to` is not"),
    "never checked": ({"ladder__a": 'id: a\nvalid_from: "2026"\n'}, "a.yaml:1: ladder/a has no `checked_on`"),
    "a figure never checked": ({"counts": "- date: x\n  srdi: {confidence: A}\n"}, "counts.yaml:2: counts has no"),
    "checked some time in a year": ({"size": "checked_on: '2026'\n"}, "size.yaml:1: `checked_on` is not a day"),
    "checked after the review": (
        {"size": "classes: []\nchecked_on: '2026-11-25'\n"},
        "size.yaml:2: it was checked (2026-11-25) after the catalogue was reviewed",
    ),
    "ends before it begins": (
        {"ladder__a": rule("a", "2026-04-01", "2026-03-31", "note: Over.\n")},
        "a.yaml:3: it ends (2026-03-31) before it begins (2026-04-01)",
    ),
    "both kinds of end": (
        {"ladder__a": rule("a", end="2026-03-31", more="ended: true\nnote: Over.\n")},
        "a.yaml:3: `ended` is for an end whose date is not known",
    ),
    "an end without a word": ({"ladder__a": rule("a", "2022", "2026-03-31")}, "a.yaml:3: it has ended: say so"),
    "ended at an unknown date without a word": ({"ladder__a": rule("a", more="ended: true\n")}, "a.yaml:2: it has end"),
    "recalled, and given as a fact": ({"ladder__a": rule("a", more="confidence: M\n")}, "a.yaml:2: a confidence of M"),
    "two at a time": (
        {"ladder__new": rule("srdi", "2026-04-01"), "ladder__old": rule("srdi", "2022-08-01")},
        "old.yaml:2: ladder/old/srdi holds on 2026-04-01, and so does ladder/new/srdi",
    ),
    "overlap by a day": (
        {"ladder__a": rule("srdi", "2022-08-01", "2026-04-01"), "ladder__b": rule("srdi", "2026-04-01")},
        "b.yaml:2: ladder/b/srdi holds on 2026-04-01",
    ),
    "files without an id, on one subject": (
        {
            "ladder__rules__a": "subject: srdi\nvalid_from: '2022'\n" + CHECKED,
            "ladder__rules__b": "subject: srdi\nvalid_from: '2026'\n" + CHECKED,
        },
        "both are about ladder/srdi; end one",
    ),
    "one subject, two ids, both open": (
        {"instruments__a": rule("a", more="subject: award\n"), "instruments__b": rule("b", more="subject: award\n")},
        "both are about instruments/award",
    ),
    "editions inside a criterion": ({"ladder__srdi": NESTED}, "srdi.yaml:7: ladder/srdi/revenue holds on 2026-03-01"),
    "an action offers what has ended": (
        {
            "instruments__a": rule("a", end="2026", more="state_note: Over.\n"),
            "actions__fill__x": "id: x\ninstruments: [a]\n",
        },
        "x.yaml:2: it offers a, which has ended (2026)",
    ),
}


@pytest.mark.parametrize(("files", "words"), FAULTY.values(), ids=FAULTY)
def test_a_contradiction_is_named_with_file_and_line(tmp_path, files, words):
    assert [fault for fault in found(tmp_path, **files).faults if words in fault]


def test_an_open_instrument_past_its_end_is_a_fault_until_it_was_looked_at(tmp_path):
    files = {"instruments__a": rule("a", "2022", "2026-12-31", 'state_note: "Open."\n')}
    assert found(tmp_path, "2026-12-31", **files).faults == []
    (fault,) = found(tmp_path, "2027-01-01", **files).faults
    assert "a.yaml:3: its end (2026-12-31) has passed since it was checked (2026-11-24)" in fault


@pytest.mark.parametrize(("on", "listed"), [("2027-05-23", False), ("2027-05-24", True)])
def test_what_was_checked_more_than_180_days_ago_is_listed_with_its_place(tmp_path, on, listed):
    lines = found(tmp_path, on, ladder__a=rule("a", "2022")).lines
    assert any("a.yaml:3: checked 181 days ago" in line for line in lines) == listed


def test_every_dated_entry_of_the_catalogue_comes_under_the_check():
    files = check.read(check.FOLDER)
    names = {entry.name for entry in dates.entries(files)}
    assert {f"instruments/{node.get('id')}" for node in files.under("instruments")} <= names
    assert {"size", "counts"} <= names
    assert not any(name.startswith("questions") for name in names)
