"""Weighs a rule against the answers: met, not met, or needs evidence. A missing answer never makes it "not met".

    {measure: M, at_least: N}, {measure: M, at_most: N}, {measure: M, below: N}     a figure (see `measures`)
    {question: Q, is: [options], open: [options]}     one choice; `open` options settle nothing
    {question: Q, has: [options], open: [options]}    many choices: one of these was ticked
    {question: Q, lacks: [options]}                   many choices: none of these was ticked
    {size: [classes]}                                 the size class
    {evidence: true, question: Q, what: TEXT}         only papers can show it; the answer to Q is told
    {points: true}                                    the rule set's points table
    {any: [...]}, {all: [...]}                        alternatives; parts that are all needed

A figure may carry `settled`: what time itself does about it (see `dates.earliest`).
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

from ..model import Answer, Answers, Catalogue, Text
from ..size import possible_classes
from .measures import Measured, measure
from .points import Table, table

MET, NOT_MET, NEEDS_EVIDENCE = "met", "not_met", "needs_evidence"
STATES = (MET, NOT_MET, NEEDS_EVIDENCE)
COMPARED = {"at_least": ">=", "at_most": "<=", "below": "<"}
KINDS = ("measure", "question", "size", "evidence", "points", "any", "all")
POINT = {"zh": "分", "en": "points"}


class Finding(NamedTuple):
    """What a rule comes to for a firm.

    `value`, `bound` and `gap` are numbers in `unit`, where they are known; `required` writes the comparison. `parts`
    are the findings of alternatives, or of parts that are all needed, and `joined` says which: "any" or "all".
    """

    rule: dict[str, Any]
    state: str
    questions: tuple[str, ...]
    value: Answer | dict | None = None
    required: str | None = None
    bound: int | None = None
    gap: int | float | None = None
    unit: Text | None = None
    measured: Measured | None = None
    parts: tuple[Finding, ...] = ()
    joined: str | None = None
    table: Table | None = None


def weigh(rule: dict[str, Any], answers: Answers, catalogue: Catalogue, points: dict[str, Any] | None) -> Finding:
    """The finding of a rule for these answers. `points` is the points table of its rule set, if there is one."""
    for joined in ("any", "all"):
        if joined in rule:
            parts = tuple(weigh(part, answers, catalogue, points) for part in rule[joined])
            return _joined(rule, joined, parts)
    if "measure" in rule:
        return _figure(rule, measure(rule["measure"], answers, catalogue))
    if "size" in rule:
        return _size(rule, answers, catalogue)
    if "points" in rule:
        return _points(rule, points, answers, catalogue)
    if "evidence" in rule:
        asked = (rule["question"],) if "question" in rule else ()
        return Finding(rule, NEEDS_EVIDENCE, asked, answers.get(rule.get("question")))
    return _choice(rule, answers)


def questions_of(rule: dict[str, Any], catalogue: Catalogue, points: dict[str, Any] | None) -> tuple[str, ...]:
    """The ids of every question that bears on a rule, in reading order, once each."""
    return weigh(rule, {}, catalogue, points).questions


def _joined(rule: dict[str, Any], joined: str, parts: tuple[Finding, ...]) -> Finding:
    """Alternatives and sums as one finding: Kleene's logic, with the figures of the part that tells most."""
    states = [part.state for part in parts]
    decisive, other = (MET, NOT_MET) if joined == "any" else (NOT_MET, MET)
    state = decisive if decisive in states else NEEDS_EVIDENCE if NEEDS_EVIDENCE in states else other
    asked = tuple(dict.fromkeys(id for part in parts for id in part.questions))
    telling = [part for part in parts if part.state == state] or list(parts)
    if joined == "any" and state == NOT_MET:
        telling.sort(key=_distance)
    elif joined == "any" and state == NEEDS_EVIDENCE:
        telling = [part for part in parts if part.required] or telling
    first = telling[0]
    return first._replace(rule=rule, state=state, questions=asked, parts=parts, joined=joined, table=_table_of(parts))


def _table_of(parts: tuple[Finding, ...]) -> Table | None:
    return next((part.table for part in parts if part.table), None)


def _distance(part: Finding) -> float:
    """How far a part falls short, as a share of what is asked; choices come last."""
    return part.gap / part.bound if part.gap and part.bound else float("inf")


def _figure(rule: dict[str, Any], measured: Measured) -> Finding:
    operator = next(key for key in COMPARED if key in rule)
    bound = rule[operator]
    if operator == "at_least":
        low, high = measured.reaches(bound)
    else:
        high, low = (
            not reached for reached in (measured.exceeds if operator == "at_most" else measured.reaches)(bound)
        )
    # For an upper bound the low end of the figure is the better one: `low` tells of the worse end.
    state = MET if low else NOT_MET if not high else NEEDS_EVIDENCE
    if not measured.known:
        state = NEEDS_EVIDENCE
    value = measured.told() if measured.known else None
    shown = None if value is None else rounded(value, bound, above=_above(measured, bound))
    gap = rounded(abs(Fraction(str(shown)) - bound), above=1) if shown is not None and state == NOT_MET else None
    return Finding(
        rule,
        state,
        measured.questions,
        shown,
        f"{COMPARED[operator]} {bound}",
        bound,
        gap or None,
        measured.unit,
        measured,
    )


def _above(measured: Measured, bound: int) -> int:
    """Whether a known figure lies above the bound (1), on it (0) or below (-1)."""
    return 1 if measured.exceeds(bound)[0] else 0 if measured.reaches(bound)[0] else -1


def rounded(value: float | Fraction, bound: int = 0, above: int | None = None) -> int | float:
    """A number with as few decimals as it needs, one at least allowed, so that rounding never crosses the bound."""
    for decimals in (1, 2, 3, 4, 6, 9):
        found = round(float(value), decimals)
        if above is None or (found > bound) - (found < bound) == above:
            break
    return int(found) if found == int(found) else found


def _choice(rule: dict[str, Any], answers: Answers) -> Finding:
    id = rule["question"]
    answer = answers.get(id)
    if answer is None:
        return Finding(rule, NEEDS_EVIDENCE, (id,))
    ticked = answer if isinstance(answer, list) else [answer]
    if "lacks" in rule:
        state = NOT_MET if set(ticked) & set(rule["lacks"]) else MET
    elif set(ticked) & set(rule.get("is", rule.get("has"))):
        state = MET
    else:
        state = NEEDS_EVIDENCE if set(ticked) & set(rule.get("open", ())) else NOT_MET
    return Finding(rule, state, (id,), answer)


def _size(rule: dict[str, Any], answers: Answers, catalogue: Catalogue) -> Finding:
    possible = possible_classes(answers, catalogue)
    state = MET if possible <= set(rule["size"]) else NEEDS_EVIDENCE if possible & set(rule["size"]) else NOT_MET
    value = next(iter(possible)) if len(possible) == 1 else None
    return Finding(rule, state, ("sector", "employees", "revenue"), value)


def _points(rule: dict[str, Any], points: dict[str, Any], answers: Answers, catalogue: Catalogue) -> Finding:
    found = table(points, lambda when: weigh(when, answers, catalogue, None))
    enough = found.low >= points["total"] and all(group.low >= group.least for group in found.groups)
    hopeless = found.high < points["total"] or any(group.high < group.least for group in found.groups)
    state = MET if enough else NOT_MET if hopeless else NEEDS_EVIDENCE
    value = found.low if found.low == found.high else None
    short = points["total"] - found.high
    return Finding(
        rule,
        state,
        found.questions,
        value,
        f">= {points['total']}",
        points["total"],
        short if state == NOT_MET and short > 0 else None,
        POINT,
        table=found,
    )


def wait(finding: Finding) -> tuple[str | int, int] | None:
    """What time does about a finding that is not met: (settled, gap) as `dates.earliest` takes them, or None."""
    if finding.state != NOT_MET:
        return None
    if finding.joined:
        waits = [wait(part) for part in finding.parts if part.state == NOT_MET]
        if finding.joined == "all":
            return None if None in waits else max(waits, key=_long)
        return min((w for w in waits if w), key=_long, default=None)
    settled = finding.rule.get("settled")
    return None if settled is None else (settled, ceil(finding.gap or 0))


def _long(waiting: tuple[str | int, int]) -> int:
    settled, gap = waiting
    return settled if isinstance(settled, int) else gap
