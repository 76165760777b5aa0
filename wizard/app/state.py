"""What the visitor has entered, as it was entered. The page keeps it as one opaque text and hands it back."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..answers import Problem, Refused, read, shorten
from ..model import UNKNOWN, Answers, Catalogue, Question
from ..reading import Unreadable, parse
from ..typed import parse_number
from .plan import Item, restore_plan

VERSION = 1
LONGEST_ENTRY = 200
LONGEST_TRAIL = 30
PATHS = ("quick", "full")
Fields = dict[str, str | list[str]]


class State(NamedTuple):
    """`fields` holds, by question id, a text as typed, or a list where more was entered; `path` is one of PATHS.

    `plan` is the visitor's plan in order. `trail` holds the fields before each what-if change, the oldest first, so
    that changes can be undone and what moved can be shown. `other` is an answer code to compare with, or "".
    """

    fields: Fields
    path: str = "quick"
    plan: tuple[Item, ...] = ()
    trail: tuple[Fields, ...] = ()
    other: str = ""


EMPTY = State({})


class Understood(NamedTuple):
    """What the fields mean: the known answers, and one problem for each field that cannot be read."""

    answers: Answers
    problems: list[Problem]


def dump(state: State) -> str:
    """The state as the text that the page keeps; "" where there is nothing to keep."""
    if state == EMPTY:
        return ""
    data = {"v": VERSION, **state._asdict(), "plan": [item._asdict() for item in state.plan]}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def restore(text: str, catalogue: Catalogue) -> State:
    """The state of a kept text. What is not of the expected form is left out: kept texts may be old or altered."""
    try:
        data = parse(text) if text else {}
    except Unreadable:
        return EMPTY
    if not isinstance(data, dict) or data.get("v") != VERSION:
        return EMPTY
    trail = data.get("trail")
    return State(
        _fields(data.get("fields"), catalogue),
        data.get("path") if data.get("path") in PATHS else "quick",
        restore_plan(data.get("plan"), catalogue),
        tuple(_fields(step, catalogue) for step in trail[-LONGEST_TRAIL:]) if isinstance(trail, list) else (),
        data["other"] if isinstance(data.get("other"), str) and len(data["other"]) <= LONGEST_ENTRY else "",
    )


def _fields(given: Any, catalogue: Catalogue) -> Fields:
    kept: Fields = {}
    for id, question in catalogue.every_question().items():
        value = given.get(id) if isinstance(given, dict) else None
        entries = value if isinstance(value, list) else [value]
        fits = isinstance(value, list) or question.type != "many"
        if value and fits and all(isinstance(entry, str) and len(entry) <= LONGEST_ENTRY for entry in entries):
            kept[id] = value
    return kept


def take(state: State, pairs: list[list[str]], questions: list[Question]) -> State:
    """The state after a form that asked `questions` was sent with these name-value pairs."""
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip():
            given.setdefault(name, []).append(value.strip()[:LONGEST_ENTRY])
    fields = dict(state.fields)
    for question in questions:
        entries = given.get(question.id)
        if not entries:
            fields.pop(question.id, None)
        elif question.type == "many" or len(entries) > 1:
            fields[question.id] = entries
        else:
            fields[question.id] = entries[0]
    return state._replace(fields=fields)


def meaning(entry: str | list[str], question: Question) -> Any:
    """The answer that one field means (None: not known). Raises `answers.Refused`."""
    if entry == UNKNOWN or entry == [UNKNOWN]:
        return None
    if isinstance(entry, list) and UNKNOWN in entry:
        text = "error_number_and_unknown" if question.type == "number" else "error_unknown_alone"
        raise Refused(Problem(question.id, text, {"given": shorten(entry[0])}))
    if question.type == "number":
        return parse_number(entry if isinstance(entry, str) else entry[0], question)
    return read(entry, question)[0]


def understand(state: State, catalogue: Catalogue, only: list[Question] | None = None) -> Understood:
    """The answers of a state, for all questions, those of the ladder included, or for some."""
    answers: Answers = {}
    problems: list[Problem] = []
    for question in only if only is not None else catalogue.every_question().values():
        if question.id in state.fields:
            try:
                answer = meaning(state.fields[question.id], question)
            except Refused as refused:
                problems.append(refused.problem)
                continue
            if answer is not None:
                answers[question.id] = answer
    return Understood(answers, problems)


def fields_of(answers: Answers) -> Fields:
    """Fields that mean these answers."""
    return {id: value if isinstance(value, str | list) else str(value) for id, value in answers.items()}


def fitting_path(answers: Answers, catalogue: Catalogue) -> str:
    """The path on which all these answers are asked. Those of the ladder are asked on their own."""
    asked = [catalogue.questions[id] for id in answers if id in catalogue.questions]
    return "quick" if all(question.quick for question in asked) else "full"
