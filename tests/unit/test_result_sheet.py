"""The result sheet by hand gives the wizard's figures and the same first link: worked out by a program with a pen."""

from __future__ import annotations

import ast
import random
from decimal import Decimal
from pathlib import Path

import by_hand
import pytest
import yaml

from wizard.advice import advise
from wizard.answer_code import encode
from wizard.answers import check
from wizard.loading import load
from wizard.pages import paper_questionnaire, render
from wizard.result_sheet import result_sheet
from wizard.source import read_file

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))
QUESTIONS = {
    question["id"]: question
    for path in (ROOT / "wizard" / "catalogue" / "questions").glob("*.yaml")
    for question in read_file(path)["questions"]
}
QUICK = [id for id, question in QUESTIONS.items() if question["quick"]]


@pytest.fixture(scope="module", params=["zh", "en"])
def paper(request):
    """The printed pieces in a language."""
    pages = (str(render(name, load(), request.param, "../../")) for name in ("questionnaire", "result_sheet"))
    questionnaire, sheet = pages
    return request.param, by_hand.Questionnaire(questionnaire), by_hand.ResultSheet(sheet)


def said(answers: dict, lang: str) -> dict:
    """The answers as a person says them: question by title, options by label, numbers as text."""
    found = {}
    for id, answer in answers.items():
        labels = {option["id"]: option["label"][lang] for option in QUESTIONS[id].get("options", ())}
        title = QUESTIONS[id]["title"][lang]
        found[title] = [labels[a] for a in answer] if isinstance(answer, list) else labels.get(answer, str(answer))
    return found


def compare(answers: dict, paper) -> None:
    """By hand and by the wizard."""
    lang, questionnaire, sheet = paper
    quick = {id: answer for id, answer in answers.items() if id in QUICK and answer not in ("unknown", [], None)}
    worked = sheet.work_out(questionnaire.fill_in(said(quick, lang)))
    advice = advise(check(quick, load()).answers, load(), lang, load().general.reviewed)
    assert list(worked) == [link["id"] for link in advice["links"]]
    for link in advice["links"]:
        own = worked[link["id"]]
        for figure in ("need", "relevance"):
            shown = tuple(Decimal(str(link[figure][key])) for key in ("low", "value", "high"))
            assert own[figure] == shown, (link["id"], figure)
        assert own["priority"].quantize(Decimal("0.1"), "ROUND_HALF_UP") == Decimal(str(link["priority"]["value"]))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_worked_examples(path, paper):
    compare(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"], paper)


def test_hundreds_of_other_firms(paper):
    """Any answers that can be written on paper: with gaps, and with numbers that the strips round no further."""
    draw = random.Random(2023)
    for _ in range(500):
        answers = {}
        for id in QUICK:
            question = QUESTIONS[id]
            options = [option["id"] for option in question.get("options", ())]
            if draw.random() < 0.2:
                continue
            if question["type"] == "one":
                answers[id] = draw.choice(options)
            elif question["type"] == "many":
                answers[id] = draw.sample(options[:-1], draw.randrange(len(options))) or [options[-1]]
            else:
                answers[id] = draw.randrange(0, 101) if id != "rd_intensity" else draw.randrange(0, 120) / 10
        compare(answers, paper)


def test_numbers_finer_than_a_strip_move_a_figure_by_at_most_a_fifth_of_a_point(paper):
    """A strip of whole numbers rounds: half a percent of the widest one is a fifth of a point."""
    lang, questionnaire, sheet = paper
    for tenths in range(500, 901, 7):
        answers = {"main_share": tenths / 10}
        worked = sheet.work_out(questionnaire.fill_in(said(answers, lang)))
        need = next(x for x in advise(answers, load(), lang, "2026-11-24")["links"] if x["id"] == "strengthen")["need"]
        assert abs(worked["strengthen"]["need"][1] - Decimal(str(need["value"]))) <= Decimal("0.25")


def test_the_person_with_the_pen_knows_nothing_of_the_wizard():
    tree = ast.parse(Path(by_hand.__file__).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert modules == {"__future__", "decimal", "html.parser"}


def test_every_option_counts_whole_points_and_every_relevance_is_on_the_grid():
    sheet = result_sheet(load())
    for table in sheet.needs + sheet.relevance:
        assert all(isinstance(points, int) for line in table.lines for _, points in line.points)
        total = table.base + table.always_open + sum(line.weight for line in table.lines)
        assert total == 100
    assert len(sheet.relevances) <= 9, "more columns do not fit the page"


def test_the_longest_quick_code_fits_its_boxes():
    widest = {}
    for id in QUICK:
        question = QUESTIONS[id]
        options = [option["id"] for option in question.get("options", ())]
        widest[id] = {"one": options[-1:], "many": [options[:-1]], "number": [question.get("max")]}[question["type"]][0]
    groups = encode(widest, load()).split("-")
    assert (len(groups), len(groups[0])) == (paper_questionnaire.CODE_GROUPS, paper_questionnaire.CODE_SIGNS)
