"""Conditions over answers: data with a small closed set of operators, evaluated in three values.

    {all: [...]}, {any: [...]}, {not: ...}
    {question: Q, is: [options]}        one choice: the answer is one of these
    {question: Q, has: [options]}       many choices: at least one of these was ticked
    {question: Q, below: N}             number: strictly below
    {question: Q, at_least: N}          number: at or above
    {question: Q, unknown: true}        the answer is not known (the one operator that is never unknown itself)

True, False or None (unknown), by Kleene's strong three-valued logic (S. C. Kleene, Introduction to
Metamathematics, 1952, section 64).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .model import Answers

OPERATORS = ("is", "has", "below", "at_least", "unknown")
Condition = dict[str, Any]


def evaluate(condition: Condition, answers: Answers) -> bool | None:
    """Whether the condition holds for these answers: True, False, or None where that is not known."""
    if "all" in condition:
        values = [evaluate(part, answers) for part in condition["all"]]
        return False if False in values else None if None in values else True
    if "any" in condition:
        values = [evaluate(part, answers) for part in condition["any"]]
        return True if True in values else None if None in values else False
    if "not" in condition:
        value = evaluate(condition["not"], answers)
        return None if value is None else not value
    answer = answers.get(condition["question"])
    if "unknown" in condition:
        return (answer is None) == condition["unknown"]
    if answer is None:
        return None
    if "is" in condition:
        return answer in condition["is"]
    if "has" in condition:
        return any(option in answer for option in condition["has"])
    if "below" in condition:
        return answer < condition["below"]
    return answer >= condition["at_least"]


def leaves(condition: Condition) -> Iterator[Condition]:
    """Every comparison in a condition, in reading order."""
    for key in ("all", "any"):
        if key in condition:
            for part in condition[key]:
                yield from leaves(part)
            return
    if "not" in condition:
        yield from leaves(condition["not"])
    else:
        yield condition


def because(condition: Condition, answers: Answers, holds: bool = True) -> list[str]:
    """The ids of the questions whose answers make the condition come out as `holds`, in reading order, once each.

    Parts that come out otherwise do not count: of an `any` that holds, only the alternatives that hold.
    """
    if "not" in condition:
        return because(condition["not"], answers, not holds)
    for key in ("all", "any"):
        if key in condition:
            found: list[str] = []
            for part in condition[key]:
                if evaluate(part, answers) is holds:
                    found += [id for id in because(part, answers, holds) if id not in found]
            return found
    return [condition["question"]]
