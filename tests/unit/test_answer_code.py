"""Answer codes: short, readable, and every slip noticed."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.answer_code import GROUP, SIGNS, CodeError, decode, encode, fields_now
from wizard.answers import check
from wizard.loading import load

CATALOGUE = load()
FIELDS = fields_now(CATALOGUE)


def answer_for(field):
    """Any known answer to a question."""
    if field.type == "one":
        return st.sampled_from(field.options)
    if field.type == "many":
        return st.one_of(st.just(["none"]), st.sets(st.sampled_from(field.options), min_size=1).map(sorted))
    scale = 10**field.decimals
    return st.integers(field.min * scale, field.max * scale).map(lambda v: v // scale if v % scale == 0 else v / scale)


ANSWERS = st.fixed_dictionaries({}, optional={field.id: answer_for(field) for field in FIELDS})


def worst(fields):
    """The answers whose code is longest: every question at the end of its range."""
    found = {}
    for field in fields:
        found[field.id] = (
            field.options[-1] if field.type == "one" else list(field.options) if field.type == "many" else field.max
        )
    return found


def signs(code):
    return code.replace("-", "")


@settings(derandomize=True, max_examples=300, deadline=None)
@given(ANSWERS)
def test_there_and_back(answers):
    known = check(answers, CATALOGUE).answers
    assert decode(encode(known, CATALOGUE), CATALOGUE) == known


def test_lengths():
    assert len(signs(encode(worst([f for f in FIELDS if f.quick]), CATALOGUE))) <= 30
    assert len(signs(encode(worst(FIELDS), CATALOGUE))) <= 80


def test_no_look_alikes():
    for group in ("0OQ"[:2], "1IL", "2Z", "5S", "8B", "UV", "6G"):
        assert sum(sign in SIGNS for sign in group) <= 1


@pytest.mark.parametrize("seed", range(6))
def test_any_single_wrong_sign_and_any_swap_of_neighbours_is_noticed_and_placed(seed):
    draw = random.Random(seed)
    answers = {f.id: draw.choice(f.options) for f in FIELDS if f.type == "one" and draw.random() < 0.7}
    code = signs(encode(answers, CATALOGUE))
    for at, right in enumerate(code):
        for wrong in SIGNS.replace(right, ""):
            with pytest.raises(CodeError) as caught:
                decode(code[:at] + wrong + code[at + 1 :], CATALOGUE)
            assert caught.value.problem.values.get("group") == at // GROUP + 1
    for at in range(len(code) - 1):
        if code[at] != code[at + 1]:
            with pytest.raises(CodeError):
                decode(code[:at] + code[at + 1] + code[at] + code[at + 2 :], CATALOGUE)


def test_a_code_cut_short_or_with_groups_moved_is_noticed():
    groups = encode(worst(FIELDS), CATALOGUE).split("-")
    for count in range(1, len(groups)):
        with pytest.raises(CodeError):
            decode("-".join(groups[:count]), CATALOGUE)
    for at in range(len(groups) - 1):
        if groups[at] != groups[at + 1]:
            moved = [*groups[:at], groups[at + 1], groups[at], *groups[at + 2 :]]
            with pytest.raises(CodeError):
                decode("-".join(moved), CATALOGUE)


def test_typed_by_hand_in_any_shape():
    code = encode({"sector": "rail", "rd_intensity": 4.5}, CATALOGUE)
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else "　" for c in code.lower())
    assert (
        decode(wide, CATALOGUE) == decode(code.replace("-", " "), CATALOGUE) == {"sector": "rail", "rd_intensity": 4.5}
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("", "error_code_empty"),
        ("- -", "error_code_empty"),
        ("AAA", "error_code_length"),
        ("0OIL1", "error_code_sign"),
        ("A" * 100_000, "error_code_group"),
    ],
)
def test_what_is_no_code_is_refused_in_words(code, text):
    with pytest.raises(CodeError) as caught:
        decode(code, CATALOGUE)
    assert caught.value.problem.text == text


def test_a_newer_version_says_so():
    newest = max(CATALOGUE.codes)
    newer = CATALOGUE._replace(codes={newest + 1: CATALOGUE.codes[newest]})
    with pytest.raises(CodeError) as caught:
        decode(encode({"sector": "rail"}, newer), CATALOGUE)
    assert caught.value.problem.text == "error_code_version"


def test_the_newest_version_is_the_questions_of_now():
    assert CATALOGUE.codes[max(CATALOGUE.codes)] == FIELDS, "run scripts/freeze_code.py"


def test_old_codes_stay_open():
    """A code of version 1, as someone may hold it on paper."""
    held = json.loads('{"sector": "rail", "worries": ["demand", "late_payment"], "rd_intensity": 4.5}')
    assert decode(HELD, CATALOGUE) == held


HELD = "KYR8K-E64A3-87RF3-MM64F"
