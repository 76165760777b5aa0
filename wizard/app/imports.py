"""Takes answers in from outside: an answer code, a link with one, or the JSON of answers or of a whole state."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..answer_code import CodeError, decode, encode
from ..answers import Problem, check
from ..model import Catalogue
from ..reading import Unreadable, parse
from .plan import Plan, restore_plan
from .state import Fields, fields_of, fitting_path

MARK = "#/open/"


class Opened(NamedTuple):
    """What was taken in: fields that mean the answers, the path that asks them, a plan, and the answers' code."""

    fields: Fields
    path: str
    plan: Plan
    code: str


class Refusal(NamedTuple):
    """What was wrong with something that was to be taken in, and what was given, so that it is not lost."""

    problem: Problem
    given: str


class ImportRefused(Exception):
    """What was given cannot be taken in; carries the `Problem`."""

    def __init__(self, problem: Problem):
        super().__init__(problem.text)
        self.problem = problem


def opened(text: str, catalogue: Catalogue) -> Opened:
    """The answers of a code, a link or a JSON text. Raises ImportRefused with the first thing that is wrong."""
    data = _data(text.strip(), catalogue)
    plan: Plan = ()
    if isinstance(data, dict) and isinstance(data.get("answers"), dict):
        plan = restore_plan(data.get("plan"), catalogue)
        data = data["answers"]
    checked = check(data, catalogue, ladder=True)
    if checked.problems:
        raise ImportRefused(checked.problems[0])
    answers = checked.answers
    return Opened(fields_of(answers), fitting_path(answers, catalogue), plan, encode(answers, catalogue))


def _data(text: str, catalogue: Catalogue) -> Any:
    try:
        if text.startswith(("{", "[")):
            return parse(text)
        return decode(text.split(MARK)[-1], catalogue)
    except (Unreadable, CodeError) as error:
        raise ImportRefused(error.problem) from error
