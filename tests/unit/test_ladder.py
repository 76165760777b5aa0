"""What the ladder promises to other programs: its JSON, its dates, its command; and that unknown is never "not met"."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from wizard.advice import advise
from wizard.answer_code import encode
from wizard.answers import check
from wizard.ladder.assess import ladder
from wizard.loading import load
from wizard.model import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
FIRMS = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))["answers"] for path in (ROOT / "tests/ladder").glob("*.yaml")
}
NOW, OLD, BEFORE = "2026-11-24", "2024-06-01", "2020-06-01"


def titles(answers, on=NOW, lang="en"):
    """Titles by id."""
    return {title["id"]: title for title in ladder(answers, load(), lang, on)["titles"]}


def criteria(title):
    """Criteria by id."""
    return {criterion["id"]: criterion for criterion in title["criteria"]}


def test_the_titles_and_their_order():
    assert list(titles({})) == ["tech_sme", "innovative", "srdi", "little_giant"]
    assert {id for id, title in titles({}).items() if "points" in title} == {"tech_sme", "innovative"}


def test_a_gap_in_words_and_figures():
    found = criteria(titles({"rd_spend": 500, "rd_spend_y1": 400})["little_giant"])["rd_spend"]
    figures = (found["value"], found["required"], found["gap"], found["unit"])
    assert figures == (900, ">= 1200", 300, "10,000 yuan")
    assert found["text"] == (
        "R&D of the two years together: 9 million yuan; at least 12 million yuan needed, 3 million yuan more."
    )
    told = criteria(titles({"rd_spend": 500, "rd_spend_y1": 400}, lang="zh")["little_giant"])["rd_spend"]
    assert (told["unit"], told["text"]) == ("万元", "两年研发合计：900万元，要求至少1,200万元，还差300万元。")


@pytest.mark.parametrize(
    ("title", "id", "questions"),
    [
        ("srdi", "revenue", ["revenue", "equity_2y"]),
        ("srdi", "ip_class1", ["ip_class1", "awards", "rd_institution"]),
        ("little_giant", "ip_class1", ["ip_class1", "awards"]),
        ("little_giant", "market_position", ["market_share", "market_rank"]),
        ("little_giant", "main_share", ["main_business_share", "main_share"]),
    ],
)
def test_alternatives_are_one_criterion_with_all_its_questions(title, id, questions):
    assert criteria(titles({})[title])[id]["questions"] == questions


@pytest.mark.parametrize(
    ("answers", "state", "gap"),
    [
        ({"revenue": 1200, "equity_2y": 1900}, "not_met", 100),
        ({"revenue": 1400, "equity_2y": 0}, "not_met", 100),
        ({"revenue": 1200}, "needs_evidence", 300),
        ({"equity_2y": 0}, "needs_evidence", None),
        ({"revenue": 1200, "equity_2y": 2000}, "met", None),
        ({}, "needs_evidence", None),
    ],
)
def test_alternatives_are_met_by_one_and_missed_only_by_all(answers, state, gap):
    found = criteria(titles(answers)["srdi"])["revenue"]
    assert (found["state"], found["gap"]) == (state, gap if answers != {"equity_2y": 0} else found["gap"])


ALWAYS_OPEN = [
    (NOW, "srdi", "market_position"),
    (NOW, "srdi", "ip_main_product"),
    (NOW, "little_giant", "ip_main_product"),
    (NOW, "little_giant", "key_link"),
    (OLD, "little_giant", "digital"),
    (OLD, "little_giant", "certificate"),
    (OLD, "little_giant", "key_link"),
]


@pytest.mark.parametrize(("on", "title", "id"), ALWAYS_OPEN)
@pytest.mark.parametrize("firm", FIRMS)
def test_what_figures_cannot_tell_always_needs_evidence(on, title, id, firm):
    assert criteria(titles(FIRMS[firm], on)[title])[id]["state"] == "needs_evidence"


def test_nothing_known_is_never_not_met():
    for on in (NOW, OLD, BEFORE):
        for title in titles({}, on).values():
            assert title["verdict"] == "needs_evidence" and not title["gaps"]


AT_ODDS = {"answers_at_odds", "stated_share_on_the_other_side"}
"""Firms that answer one thing in two ways: there, one answer less may settle something."""


@pytest.mark.parametrize("firm", sorted(set(FIRMS) - AT_ODDS))
@pytest.mark.parametrize("on", [NOW, OLD])
def test_leaving_an_answer_out_can_only_open_a_criterion(firm, on):
    whole = {id: criteria(title) for id, title in titles(FIRMS[firm], on).items()}
    for left_out in FIRMS[firm]:
        rest = {id: answer for id, answer in FIRMS[firm].items() if id != left_out}
        for id, title in titles(rest, on).items():
            for name, criterion in criteria(title).items():
                before = whole[id].get(name)
                if before and not (left_out == "main_business_share" and criterion["stand_in"]):
                    assert criterion["state"] in (before["state"], "needs_evidence"), (left_out, id, name)


@pytest.mark.parametrize("firm", FIRMS)
def test_a_verdict_follows_from_the_states(firm):
    for title in titles(FIRMS[firm]).values():
        states = [criterion["state"] for criterion in title["criteria"]]
        worst = "not_met" if "not_met" in states else "needs_evidence" if "needs_evidence" in states else "met"
        assert title["verdict"] == worst
        assert set(title["gaps"]) == {c["id"] for c in title["criteria"] if c["state"] == "not_met"}
        assert set(title["to_prove"]) == {c["id"] for c in title["criteria"] if c["state"] == "needs_evidence"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_criterion_has_its_words_and_its_source(lang):
    known = {action.id for action in load().actions}
    for on in (NOW, OLD):
        for title in titles({}, on, lang).values():
            for criterion in title["criteria"]:
                assert all(criterion[key] for key in ("text", "name", "rule", "proof", "document", "checked_on"))
                assert criterion["confidence"] in ("A", "B") and set(criterion["actions"]) <= known


@pytest.mark.parametrize(
    ("on", "srdi", "innovative"),
    [
        ("2026-11-24", "2026", "2022"),
        ("2026-04-01", "2026", "2022"),
        ("2026-03-31", "2022", "2022"),
        ("2024-06-01", "2022", "2022"),
        ("2022-08-01", "2022", "2022"),
        ("2022-07-31", None, None),
        ("2016-12-31", None, None),
    ],
)
def test_each_date_has_its_rules(on, srdi, innovative):
    found = titles({}, on)
    for id, year in (("srdi", srdi), ("innovative", innovative)):
        document = found[id]["document"]
        assert (document is None) if year is None else f"〔{year}〕" in document
    assert bool(found["tech_sme"]["document"]) == (on >= "2017")


def test_what_is_not_established_or_only_recalled_is_said():
    found = titles({})
    assert found["tech_sme"]["valid_from"] is None
    assert (found["innovative"]["valid_from"], found["innovative"]["start_recalled"]) == ("2022-08-01", True)
    assert (found["srdi"]["valid_from"], found["srdi"]["start_recalled"]) == ("2026-04-01", False)
    assert titles({}, OLD)["srdi"]["valid_to"] == "2026-03-31"


@pytest.mark.parametrize(
    ("answers", "title", "date"),
    [
        ({"years_in_niche": 2}, "srdi", "2027-11-24"),
        ({"years_in_niche": 0}, "srdi", "2029-11-24"),
        ({"revenue": 1400, "equity_2y": 0}, "srdi", "2027-01-01"),
        ({"rd_spend_y1": 99}, "srdi", "2027-01-01"),
        ({"rd_spend": 99}, "srdi", "2028-01-01"),
        ({"revenue": 1400, "equity_2y": 0, "years_in_niche": 1}, "srdi", "2028-11-24"),
        ({"platform_score": 49}, "srdi", None),
        ({"platform_score": 49, "years_in_niche": 2}, "srdi", None),
        ({"ip_class1": 3, "awards": ["none"]}, "little_giant", None),
        ({"bars": ["serious_event"]}, "srdi", None),
        ({"tier": "none"}, "srdi", None),
        ({}, "srdi", None),
    ],
)
def test_only_what_time_itself_settles_has_a_date(answers, title, date):
    assert titles(answers)[title]["could_apply_from"] == date


def test_a_year_that_has_no_29_february():
    assert titles({"years_in_niche": 2}, "2028-02-29")["srdi"]["could_apply_from"] == "2029-03-01"


def test_rounding_never_crosses_a_boundary():
    answers = {"revenue": 100000, "rd_spend": 2999, "revenue_y1": 100000, "rd_spend_y1": 3001}
    found = criteria(titles(answers)["srdi"])["rd_share"]
    assert found["state"] == "not_met" and found["value"] < 3 and found["gap"] > 0


def test_gaps_come_in_the_order_in_which_they_could_be_closed():
    answers = {**FIRMS["ready_for_little_giant"], "revenue": 4900, "main_business_share": 50, "ip_class1": 1}
    assert titles(answers)["little_giant"]["gaps"] == ["revenue", "main_share", "growth", "ip_class1"]


NOTED = [
    ({"revenue": 500001, "employees": 100}, ["unit_a_head"]),
    ({"revenue": 500000, "employees": 100}, []),
    ({"rd_spend": 500001, "employees": 100}, ["unit_a_head"]),
    ({"total_assets": 5000000, "revenue": 5000}, ["unit_against_revenue"]),
    ({"total_assets": 4999999, "revenue": 5000}, []),
    ({"revenue": 5000000, "revenue_y1": 5000}, ["unit_against_revenue"]),
    ({"revenue_y2": 5000000, "revenue": 5000}, ["unit_against_revenue"]),
    ({"revenue": 1000, "rd_spend": 1001}, ["rd_above_revenue"]),
    ({"revenue": 1000, "rd_spend": 1000}, []),
    ({"revenue_y1": 1000, "rd_spend_y1": 1001}, ["rd_above_revenue"]),
    ({"rd_intensity": 100.1}, ["intensity_above_revenue"]),
    ({"rd_intensity": 5.5, "revenue": 1000, "rd_spend": 50}, []),
    ({"rd_intensity": 5.6, "revenue": 1000, "rd_spend": 50}, ["intensity_against_amounts"]),
    ({"rd_intensity": 4.4, "revenue": 1000, "rd_spend": 50}, ["intensity_against_amounts"]),
    ({"main_growth": 20.5, "revenue": 1200, "revenue_y1": 1000}, []),
    ({"main_growth": 20.6, "revenue": 1200, "revenue_y1": 1000}, ["growth_against_revenues"]),
    ({"main_growth": -10, "revenue": 1200, "revenue_y1": 1000}, ["growth_against_revenues"]),
    ({"equity_2y": 501, "equity_3y": 500}, ["equity_years"]),
    ({"main_share": 90, "main_business_share": 89.9}, ["main_shares"]),
    ({"revenue": 0, "rd_spend": 0, "revenue_y1": 0, "main_growth": 5, "rd_intensity": 3}, []),
]


@pytest.mark.parametrize(("answers", "ids"), NOTED)
def test_answers_that_look_wrong_are_questioned_by_name_and_never_refused(answers, ids):
    assert check(answers, load(), ladder=True).problems == []
    for lang in LANGUAGES:
        notes = ladder(answers, load(), lang, NOW)["notes"]
        assert [note["id"] for note in notes] == ids
        assert all(note["text"] and set(note["questions"]) & set(answers) for note in notes)


def test_a_stated_share_on_the_other_side_of_the_boundary_settles_nothing():
    answers = {"revenue": 10000, "rd_spend": 310, "rd_spend_y1": 400, "revenue_y1": 10000}
    assert criteria(titles(answers)["srdi"])["rd_share"]["state"] == "met"
    assert criteria(titles({**answers, "rd_intensity": 2.9})["srdi"])["rd_share"]["state"] == "met"
    assert criteria(titles({**answers, "rd_intensity": 2.5})["srdi"])["rd_share"]["state"] == "needs_evidence"


def test_the_main_product_stands_in_and_the_result_says_so():
    found = criteria(titles({"main_share": 92})["srdi"])["main_share"]
    assert (found["state"], found["stand_in"]) == ("met", "main_share") and "standing in" in found["text"]
    own = criteria(titles({"main_share": 92, "main_business_share": 70})["srdi"])["main_share"]
    assert (own["state"], own["stand_in"]) == ("not_met", None)


def test_the_ladder_changes_neither_the_advice_nor_a_code():
    answers = FIRMS["ready_for_little_giant"]
    known = load().questions
    checked, alone = check(answers, load()), {id: value for id, value in answers.items() if id in known}
    assert not checked.problems and not checked.ignored and checked.answers == check(alone, load()).answers
    assert advise(checked.answers, load(), "en", NOW) == advise(check(alone, load()).answers, load(), "en", NOW)
    everything = check(answers, load(), ladder=True).answers
    assert encode(everything, load()) == encode(checked.answers, load())


def wizard(*arguments, given=""):
    """Runs the command; status, output, errors."""
    done = subprocess.run(
        [sys.executable, "-m", "wizard", *arguments], input=given.encode(), capture_output=True, cwd=ROOT
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_command_gives_json_in_chinese_unless_asked_otherwise():
    status, out, err = wizard("ladder", "-", given='{"revenue": 1200, "equity_2y": 0}')
    found = json.loads(out)
    assert (status, err, found["on"], found["schema"]) == (0, "", load().general.reviewed, 1)
    srdi = next(title for title in found["titles"] if title["id"] == "srdi")
    assert criteria(srdi)["revenue"]["unit"] == "万元" and found["size"] is None
    assert wizard("ladder", "-", "--on", OLD, given="{}")[1] != out


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_the_result_as_a_document(lang, form):
    given = json.dumps(FIRMS["three_hundred_short_of_research"])
    status, out, _ = wizard("ladder", "-", "--lang", lang, "--format", form, given=given)
    assert status == 0 and "2026-11-24" in out and ("**" in out) == (form == "markdown")
    for words in load().texts["ladder_disclaimer"][lang], {"zh": "300万元", "en": "3 million yuan more"}[lang]:
        assert words in out


@pytest.mark.parametrize(
    ("given", "status", "line"),
    [
        ('{"rd_spend": "abc"}', 1, '-: question rd_spend: "abc" is not a number'),
        ('{"rd_spend": -1}', 1, "-: question rd_spend: -1 is out of range"),
        ('{"rd_spend": 1.5}', 1, "-: question rd_spend: 1.5 is not a whole number"),
        ('{"debt_ratio": 50.55}', 1, "-: question debt_ratio: 50.55 has too many decimals"),
        ('{"honours": ["high_tec"]}', 1, '-: question honours: "high_tec" is not one of the options. Did you mean'),
        ('{"bars": ["none", "abnormal_list"]}', 1, "-: question bars:"),
        ('{"rd_spendd": 1}', 1, '-: question rd_spendd: there is no such question. Did you mean "rd_spend"?'),
        ("[]", 1, "-: [] is not a set of answers"),
    ],
)
def test_a_refusal_is_one_line(given, status, line):
    found, out, err = wizard("ladder", "-", given=given)
    assert (found, out) == (status, "") and err.startswith(line) and err.count("\n") == 1


def test_wrong_use_is_status_2():
    for arguments in (("ladder",), ("ladder", "no-such-file"), ("ladder", "-", "--on", "June")):
        status, out, err = wizard(*arguments, given="{}")
        assert (status, out, err.count("\n")) == (2, "", 1)


def test_the_advice_passes_ladder_answers_over_without_a_word():
    plain = wizard("advise", "-", given='{"sector": "rail"}')
    assert plain == wizard("advise", "-", given='{"sector": "rail", "rd_spend": 500, "bars": ["none"]}')


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_ladder_asks_can_be_listed(lang):
    data = json.loads(wizard("questions", "--ladder", "--lang", lang, "--format", "json")[1])
    asked = [question["id"] for topic in data["topics"] for question in topic["questions"]]
    assert set(load().ladder.questions) <= set(asked) and len(asked) == len(set(asked))
    assert wizard("questions", "--ladder", "--lang", lang)[1].startswith("# ")
