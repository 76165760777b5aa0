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
    assert any("ladder/rules/" in line and "days ago" in line for line in run(on="2027-11-24").lines)
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
    ("general.yaml", "schema: 1", "schema: 1\nschema: 2", "schema stands twice"),
    ("texts/hand_in.yaml", "hand_in:", "ladder_lead_met: {zh: 好。, en: Good.}\nhand_in:", "ladder_lead_met is in"),
    ("ladder/rules/srdi_2026.yaml", "measure: debt_ratio", "measure: debt", "there is no figure debt"),
    ("ladder/rules/srdi_2026.yaml", "at_most: 80", "more_than: 80", "no rule that can be weighed"),
    ("ladder/rules/srdi_2026.yaml", "at_most: 80", 'at_most: "80"', "one whole number under one of"),
    ("ladder/rules/srdi_2026.yaml", "[national, provincial]", "[national, province]", "has no option province"),
    ("ladder/rules/srdi_2026.yaml", "document: platform_2024", "document: platform", "there is no document platform"),
    ("ladder/rules/srdi_2026.yaml", "actions: [lift_main_product_share,", "actions: [lift,", "there is no action lift"),
    ("ladder/rules/srdi_2026.yaml", "subject: srdi", "subject: srdy", "there is no title srdy"),
    ("ladder/rules/srdi_2026.yaml", "id: debt_ratio", "id: revenue", "has the criterion revenue twice"),
    ("ladder/rules/srdi_2026.yaml", "horizon: year", "horizon: soon", "`horizon` is soon"),
    ("ladder/rules/srdi_2026.yaml", 'valid_from: "2026-04-01"', 'valid_from: "2026-03-31"', "holds on 2026-03-31"),
    ("ladder/rules/innovative_2022.yaml", "max: 20", "max: 21", "its `max` is 21"),
    ("ladder/rules/srdi_2026.yaml", "rule: {evidence: true}", "rule: {points: true}", "has no points table"),
    ("ladder/steps.yaml", "questions: [tier,", "questions: [tear,", "there is no question tear"),
    ("claims/2.1_innovation.yaml", "2.1.p1.s6", "2.1.p1.s5", "no claim rests on 2.1.p1.s6"),
    ("claims/unclaimed_0-2.yaml", "2.4.p1.s3", "2.4.p1.s4", "2.4.p1.s4 is listed as unclaimed, but claims rest on it"),
    ("claims/3.1_fill.yaml", "sectors: [next_gen_it, cnc_robotics]", "sectors: [next_gen]", "`sectors` names next_gen"),
    ("claims/3.1_fill.yaml", "要优化产业链结构，", "这样才能优化产业链结构，", "leans on another: 这"),
    ("claims/3.2_strengthen.yaml", "In industries that already", "In these fields that already", "leans on another"),
    ("challenges.yaml", 'en: "Scarce funding"', 'en: ""', "the text has no `en`"),
    ("summary.yaml", "tie the chain together", "tie a hidden champion in", 'not to use "hidden champion"'),
    ("strengths.yaml", "champions", "leaders", 'the Chinese says 单项冠军, so the English should say "champion"'),
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


PAGE = """---
title: {title}
description: {title}
---

# {title}

{body}

{{{{ view("argument") }}}}
"""
SPOILT = [
    (("zh", "only.md"), PAGE.format(title="只有中文", body="一页。"), "there is no such page in en/"),
    (("en", "only.md"), PAGE.format(title="Alone", body="A page."), "there is no such page in zh/"),
    (("zh", "both.md"), PAGE.format(title="两种", body="一页。").replace("argument", "matrix"), "the same views"),
    (("zh", "both.md"), PAGE.format(title="两种", body="有 English在内。"), "a space between Han and Latin"),
    (("zh", "both.md"), PAGE.format(title="两种", body="一页,两页。"), "half-width punctuation"),
    (("zh", "both.md"), PAGE.format(title="两种", body="隐形冠军。"), 'not to use "隐形冠军"'),
    (("en", "both.md"), PAGE.format(title="Both", body="A hidden champion."), 'not to use "hidden champion"'),
    (("en", "both.md"), PAGE.format(title="Both", body="A page.").replace("description", "about"), "no `description`"),
]


@pytest.mark.parametrize(("place", "text", "words"), SPOILT, ids=[words for *_, words in SPOILT])
def test_a_fault_of_a_page_is_named_with_file_and_line(tmp_path, place, text, words):
    for lang, title, body in (("zh", "两种", "一页。"), ("en", "Both", "A page.")):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "both.md").write_text(PAGE.format(title=title, body=body), encoding="utf-8")
    assert run(docs=tmp_path).faults == []
    tmp_path.joinpath(*place).write_text(text, encoding="utf-8")
    faults = [fault for fault in run(docs=tmp_path).faults if words in fault]
    assert faults and re.match(rf"\S+{place[1]}:\d+: ", faults[0])


def test_a_catalogue_without_pages_says_so(tmp_path):
    assert "Pages: not at hand." in run(docs=tmp_path).lines
