"""Numbers as people type them."""

import pytest

from wizard.answers import Refused
from wizard.loading import load
from wizard.typed import parse_number


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        ("rd_intensity", "4.5", 4.5),
        ("rd_intensity", " 4.5 % ", 4.5),
        ("rd_intensity", "４．５％", 4.5),
        ("rd_intensity", "7.0", 7),
        ("employees", "1,200", 1200),
        ("employees", "1，200", 1200),
        ("employees", "1.2万", 12000),
        ("employees", "1k", 1000),
        ("employees", "60人", 60),
        ("employees", "60 people", 60),
        ("revenue", "5000", 5000),
        ("revenue", "5000万", 5000),
        ("revenue", "5000万元", 5000),
        ("revenue", "1.2亿", 12000),
        ("revenue", "1.2亿元", 12000),
        ("revenue", "3m", 300),
        ("revenue", "50k", 5),
        ("patents", "12项", 12),
    ],
)
def test_what_is_understood(question, text, number):
    assert parse_number(text, load().questions[question]) == number


@pytest.mark.parametrize(
    ("question", "text", "problem"),
    [
        ("rd_intensity", "abc", "error_not_a_number"),
        ("rd_intensity", "4,5", "error_not_a_number"),
        ("rd_intensity", "4.5.1", "error_not_a_number"),
        ("rd_intensity", "1e3", "error_not_a_number"),
        ("rd_intensity", "5万", "error_not_a_number"),
        ("rd_intensity", "4.55", "error_too_fine"),
        ("rd_intensity", "-1", "error_out_of_range"),
        ("main_share", "101", "error_out_of_range"),
        ("employees", "12.5", "error_whole_number"),
        ("employees", "1亿", "error_out_of_range"),
        ("revenue", "5k", "error_whole_number"),
        ("revenue", "五千", "error_not_a_number"),
        ("patents", "9" * 60, "error_out_of_range"),
    ],
)
def test_what_is_refused_shows_what_was_typed(question, text, problem):
    with pytest.raises(Refused) as caught:
        parse_number(text, load().questions[question])
    assert caught.value.problem.text == problem
    assert caught.value.problem.values["given"].strip('"…') in text
