"""Answers from outside: what is accepted, and one clear problem for each fault."""

import pytest

from wizard.answers import check, shorten
from wizard.loading import load


def problems(data):
    return [(p.question, p.text) for p in check(data, load()).problems]


def test_known_answers_are_kept_in_the_order_of_the_questionnaire():
    checked = check({"rd_intensity": 4.5, "sector": "rail", "worries": ["late_payment", "demand"]}, load())
    assert checked.problems == []
    assert list(checked.answers.items()) == [
        ("sector", "rail"),
        ("rd_intensity", 4.5),
        ("worries", ["demand", "late_payment"]),
    ]


@pytest.mark.parametrize("value", [None, "unknown", []])
@pytest.mark.parametrize("question", ["sector", "rd_intensity", "worries"])
def test_missing_null_empty_and_unknown_mean_the_same(question, value):
    checked = check({question: value}, load())
    assert checked.answers == {} and checked.problems == []


def test_none_is_an_answer_and_stands_alone():
    assert check({"worries": ["none"]}, load()).answers == {"worries": ["none"]}
    assert problems({"worries": ["none", "demand"]}) == [("worries", "error_none_alone")]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"rd_intensity": "abc"}, ("rd_intensity", "error_not_a_number")),
        ({"rd_intensity": "4.5"}, ("rd_intensity", "error_not_a_number")),
        ({"rd_intensity": True}, ("rd_intensity", "error_not_a_number")),
        ({"rd_intensity": {}}, ("rd_intensity", "error_not_a_number")),
        ({"rd_intensity": [4.5]}, ("rd_intensity", "error_one_answer")),
        ({"rd_intensity": 4.55}, ("rd_intensity", "error_too_fine")),
        ({"rd_intensity": -0.1}, ("rd_intensity", "error_out_of_range")),
        ({"rd_intensity": 1000.1}, ("rd_intensity", "error_out_of_range")),
        ({"rd_intensity": 10**400}, ("rd_intensity", "error_out_of_range")),
        ({"rd_intensity": float("nan")}, ("rd_intensity", "error_not_a_number")),
        ({"rd_intensity": float("inf")}, ("rd_intensity", "error_not_a_number")),
        ({"employees": 12.5}, ("employees", "error_whole_number")),
        ({"employees": 0}, ("employees", "error_out_of_range")),
        ({"sector": "xyzzy"}, ("sector", "error_unknown_option")),
        ({"sector": "rial"}, ("sector", "error_unknown_option_near")),
        ({"sector": ["rail"]}, ("sector", "error_one_answer")),
        ({"digital_level": 4}, ("digital_level", "error_choice_is_text")),
        ({"worries": "demand"}, ("worries", "error_list_expected")),
        ({"worries": ["demand", 3]}, ("worries", "error_choice_is_text")),
        ({"rd_intensty": 4}, ("rd_intensty", "error_unknown_question_near")),
        ({"zzz": 4}, ("zzz", "error_unknown_question")),
    ],
)
def test_each_fault_is_one_problem(answer, problem):
    assert problems(answer) == [problem]


@pytest.mark.parametrize("data", [[], "x", 4, None, True])
def test_what_is_not_an_object_is_refused(data):
    assert problems(data) == [(None, "error_not_an_object")]


def test_whole_numbers_come_out_whole_and_boundaries_count():
    checked = check({"rd_intensity": 7.0, "main_share": 100, "rd_staff_share": 0}, load())
    assert checked.answers == {"main_share": 100, "rd_intensity": 7, "rd_staff_share": 0}
    assert isinstance(checked.answers["rd_intensity"], int)


def test_what_is_shown_is_one_short_printable_line():
    assert shorten("a\nb\x00\ud800") == '"a?b??"'
    assert len(shorten("x" * 1000)) == 43


def test_withdrawn_questions_and_options_are_accepted_and_listed():
    catalogue = load()
    outlook, sector = catalogue.questions["outlook"], catalogue.questions["sector"]
    rail = sector.option("rail")._replace(valid_to="2025-12-31")
    options = tuple(rail if o.id == "rail" else o for o in sector.options)
    changed = {"outlook": outlook._replace(valid_to="2026-01-01"), "sector": sector._replace(options=options)}
    old = catalogue._replace(questions={**catalogue.questions, **changed})
    checked = check({"outlook": "hold", "sector": "rail", "rd_intensity": 3}, old)
    assert checked.problems == [] and checked.answers == {"rd_intensity": 3}
    assert [i.question for i in checked.ignored] == ["outlook", "sector"]


def test_questions_of_the_ladder_are_passed_over_without_a_word():
    checked = check({"sector": "rail", "debt_ratio": 55, "awards": "anything", "bars": ["none"]}, load())
    assert checked == ({"sector": "rail"}, [], [])
