"""Checks answers that come from outside, one problem for each fault, and leaves nothing half-accepted.

Missing, null, [] and "unknown" mean the same: not known. Numbers are refused, never clipped or rounded.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, NamedTuple

from .model import NONE, UNKNOWN, Answer, Answers, Catalogue, Question

LONGEST_SHOWN = 40


class Problem(NamedTuple):
    """One refusal: the question it concerns (None for the whole), a text id and what goes into that text."""

    question: str | None
    text: str
    values: dict[str, Any]


class Ignored(NamedTuple):
    """A withdrawn question or option: accepted, not used, and why (a text id with its values)."""

    question: str
    text: str
    values: dict[str, Any]


class Checked(NamedTuple):
    """Answers that are known, what was withdrawn, and what is refused. Use the answers only if nothing is refused."""

    answers: Answers
    ignored: list[Ignored]
    problems: list[Problem]


class Refused(Exception):
    """An answer that cannot be taken; carries the `Problem`."""

    def __init__(self, problem: Problem):
        super().__init__(problem.text)
        self.problem = problem


def shorten(value: Any) -> str:
    """What was given, as it can be shown in one line: quoted, at most 40 characters, no control characters."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(c if c.isprintable() else "?" for c in text[: LONGEST_SHOWN + 1])
    if len(text) > LONGEST_SHOWN:
        text = text[:LONGEST_SHOWN] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def nearest(given: str, known: list[str]) -> str | None:
    """The known id most like what was given, or None where none is like it."""
    from difflib import get_close_matches  # seldom needed, and slow to import

    near = get_close_matches(given[:LONGEST_SHOWN], known, n=1, cutoff=0.5)
    return near[0] if near else None


def check(data: Any, catalogue: Catalogue, *, ladder: bool = False) -> Checked:
    """Checks an object of answers by question id. Those of the official ladder are passed over unless asked for."""
    if not isinstance(data, dict):
        return Checked({}, [], [Problem(None, "error_not_an_object", {"given": shorten(data)})])
    answers: Answers = {}
    ignored: list[Ignored] = []
    problems: list[Problem] = []
    known = catalogue.every_question()
    for id, value in data.items():
        question = known.get(id)
        if id in catalogue.ladder.questions and not ladder:
            continue
        if question is None:
            near = nearest(id, list(known))
            text = "error_unknown_question_near" if near else "error_unknown_question"
            problems.append(Problem(shorten(id)[1:-1], text, {"near": near}))
        elif question.valid_to:
            ignored.append(Ignored(id, "ignored_question", {"date": question.valid_to}))
        else:
            try:
                answer, withdrawn = read(value, question)
            except Refused as refused:
                problems.append(refused.problem)
                continue
            ignored += [Ignored(id, "ignored_option", {"option": o.id, "date": o.valid_to}) for o in withdrawn]
            if answer is not None:
                answers[id] = answer
    in_order = {id: answers[id] for id in known if id in answers}
    return Checked(in_order, ignored, problems)


def read(value: Any, question: Question) -> tuple[Answer | None, list]:
    """One answer as the model takes it (None: not known), with the withdrawn options that were among it.

    Raises Refused where it is not an answer to this question.
    """
    if value is None or value == UNKNOWN or value == []:
        return None, []
    if question.type == "number":
        return _number(value, question), []
    if question.type == "one":
        option = _option(value, question)
        return (None, [option]) if option.valid_to else (option.id, [])
    if not isinstance(value, list):
        raise _refused(question, "error_list_expected", value)
    if value == [UNKNOWN]:
        return None, []
    options = [_option(item, question) for item in value]
    ids = {option.id for option in options}
    if NONE in ids and len(ids) > 1:
        raise _refused(question, "error_none_alone", value)
    withdrawn = [option for option in options if option.valid_to]
    return [o.id for o in question.options if o.id in ids and not o.valid_to] or None, withdrawn


def _refused(question: Question, text: str, value: Any, **more: Any) -> Refused:
    return Refused(Problem(question.id, text, {"given": shorten(value), **more}))


def _option(value: Any, question: Question):
    if isinstance(value, list):
        raise _refused(question, "error_one_answer", value)
    if not isinstance(value, str):
        raise _refused(question, "error_choice_is_text", value, example=question.options[0].id)
    option = question.option(value)
    if option is None:
        near = nearest(value, [o.id for o in question.options])
        text = "error_unknown_option_near" if near else "error_unknown_option"
        raise _refused(
            question,
            text,
            value,
            near=near,
            options=", ".join(o.id for o in question.options),
        )
    return option


def _number(value: Any, question: Question) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        text = "error_one_answer" if isinstance(value, list) else "error_not_a_number"
        raise _refused(question, text, value, example=question.example)
    if isinstance(value, float) and not isfinite(value):
        raise _refused(question, "error_not_a_number", str(value), example=question.example)
    if not question.min <= value <= question.max:
        raise _refused(
            question,
            "error_out_of_range",
            value,
            min=question.min,
            max=question.max,
            unit=question.unit,
        )
    if isinstance(value, float) and round(value, question.decimals) != value:
        text = "error_too_fine" if question.decimals else "error_whole_number"
        raise _refused(question, text, value, example=question.example)
    return int(value) if value == int(value) else value
