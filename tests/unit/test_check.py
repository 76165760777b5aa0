"""`wizard check`: clean on the real catalogue, and each kind of fault named with file and line on a broken copy."""

import re
import shutil

import pytest

from wizard.check import run
from wizard.source import FOLDER


def test_the_catalogue_is_clean():
    report = run()
    assert report.faults == []
    assert any(line.startswith("Sentences: 127 behind") for line in report.lines)


def test_what_was_checked_long_ago_is_listed():
    assert any("days ago" in line for line in run(on="2027-11-24").lines)
    assert not any("days ago" in line for line in run(on="2026-11-24").lines)


BROKEN = [
    ("links.yaml", '    zh: "补链"', '    zh: ""', "the text has no `zh`"),
    ("actions/fill/name_three_chain_gaps.yaml", "general: true", "", "either `when` or `general: true`"),
    ("actions/fill/name_three_chain_gaps.yaml", '"3.1.p1.s1"', '"3.9.p1.s1"', "the paper has no sentence 3.9.p1.s1"),
    ("actions/fill/name_three_chain_gaps.yaml", "link: fill", "link: fil", "`link` names fil"),
    ("actions/fill/name_three_chain_gaps.yaml", "horizon: now", "horizon: soon", "`horizon` is soon"),
    ("actions/fill/name_three_chain_gaps.yaml", "effort: 1", "effort: 7", "`effort` is 7"),
    ("actions/fill/name_three_chain_gaps.yaml", "rank: 10", "rnak: 10", "`rank` is missing"),
    ("actions/fill/list_costliest_imports.yaml", "critical]", "critcal]", "has no option critcal"),
    (
        "actions/fill/list_costliest_imports.yaml",
        "question: import_dependence",
        "question: imports",
        "no question imports",
    ),
    ("actions/fill/list_costliest_imports.yaml", ", is: [", ", has: [", "`has` does not fit import_dependence"),
    ("actions/fill/list_costliest_imports.yaml", ", is: [", ", equals: [", "one operator of"),
    (
        "actions/fill/list_costliest_imports.yaml",
        "id: list_costliest_imports",
        "id: name_three_chain_gaps",
        "is there already",
    ),
    ("actions/strengthen/set_a_floor_for_rd.yaml", "below: 3", "below: 3000", "outside the range"),
    ("weights/needs.yaml", "weight: 6\n", "weight: 7\n", "cannot be cut into 3 whole steps"),
    ("weights/needs.yaml", "weight: 28\n", "weight: 30\n", "add up to 102"),
    ("instruments/green_factory.yaml", 'checked_on: "2026-11-24"', "", "`checked_on` is missing"),
    ("instruments/green_factory.yaml", "id: green_factory", "id: matchmaking", "is there already"),
    ("instruments/green_factory.yaml", "confidence: B", "confidence: M", "`confidence` is M"),
    (
        "instruments/rd_super_deduction.yaml",
        "valid_to: null",
        'valid_to: "2025"',
        "offers rd_super_deduction, which has",
    ),
    ("instruments/large_small_integration.yaml", 'valid_to: "2025-12-31"', 'valid_to: "2021"', "before it begins"),
    ("instruments/large_small_integration.yaml", 'valid_to: "2025-12-31"', 'valid_to: "soon"', "is not a date"),
    ("claims/3.1_fill.yaml", 'locators: ["3.1.p1.s1"]', "locators: []", "has no locator"),
    ("claims/3.1_fill.yaml", 'locators: ["3.1.p1.s1"]', "locators: []", "no claim rests on 3.1.p1.s1"),
    ("claims/4.5_sharing.yaml", "kind: definition", "kind: policy", "no action serves 4.5.p1.s1"),
    ("texts/errors.yaml", "{given}不是数字", "{gegeben}不是数字", "same {values}"),
    ("texts/wizard.yaml", "“不知道”。", "“不知道”, 好。", "half-width punctuation"),
    ("texts/wizard.yaml", "约5分钟", "约 5分钟", "a space between Han and Latin"),
    ("general.yaml", "schema: 1", "schema: [1", "not YAML"),
]


@pytest.mark.parametrize(("name", "old", "new", "words"), BROKEN, ids=[f"{b[0]}-{b[3]}" for b in BROKEN])
def test_a_fault_is_named_with_file_and_line(tmp_path, name, old, new, words):
    folder = tmp_path / "catalogue"
    shutil.copytree(FOLDER, folder)
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test's own premise"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = [fault for fault in run(folder=folder).faults if words in fault]
    assert faults
    assert re.match(r"\S+:\d+: ", faults[0])
