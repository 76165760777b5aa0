"""The state of typing in paper answers, as the text that the page keeps: what is of no expected form is left out."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..answer_code import CodeError, decode
from ..answers import check
from ..cohort.room import LONGEST_LABEL, Firm
from ..model import Answers, Catalogue
from ..paper import quick_questions
from ..reading import Unreadable, parse

VERSION = 1
LONGEST_TYPED = 40
MOST_FIRMS = 500


class Entering(NamedTuple):
    """`firms` are done; `answers` and `typed` (an unfinished number) belong to the one at question `at`, from 0.

    After the last question `at` is their count: the code is shown.
    """

    firms: tuple[Firm, ...] = ()
    answers: Answers = {}  # noqa: RUF012 never changed in place
    at: int = 0
    typed: str = ""


def dump(state: Entering) -> str:
    """The state as the text that the page keeps; "" where there is nothing to keep."""
    if state == Entering():
        return ""
    data = {"v": VERSION, **state._asdict(), "firms": [firm._asdict() for firm in state.firms]}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def restore(text: str, catalogue: Catalogue) -> Entering:
    """The state of a kept text; what is not of the expected form is left out."""
    try:
        data = parse(text) if text else {}
    except Unreadable:
        return Entering()
    if not isinstance(data, dict) or data.get("v") != VERSION:
        return Entering()
    asked = quick_questions(catalogue)
    given = data.get("answers") if isinstance(data.get("answers"), dict) else {}
    checked = check({a.question.id: given.get(a.question.id) for a in asked}, catalogue)
    at = data.get("at")
    at = at if type(at) is int and 0 <= at <= len(asked) else 0
    listed = data.get("firms") if isinstance(data.get("firms"), list) else []
    return Entering(
        tuple(_firm(item) for item in listed[:MOST_FIRMS] if _is_firm(item, catalogue)),
        {} if checked.problems else checked.answers,
        at,
        line(data.get("typed"))[:LONGEST_TYPED],
    )


def _is_firm(item: Any, catalogue: Catalogue) -> bool:
    if not isinstance(item, dict) or not isinstance(item.get("code"), str):
        return False
    try:
        return not check(decode(item["code"], catalogue), catalogue).problems
    except CodeError:
        return False


def _firm(item: dict[str, Any]) -> Firm:
    return Firm(item["code"], line(item.get("label"))[:LONGEST_LABEL])


def line(text: Any) -> str:
    """What was typed as one line without control characters; "" for what is no text."""
    return "".join(sign for sign in text if sign.isprintable()).strip() if isinstance(text, str) else ""
