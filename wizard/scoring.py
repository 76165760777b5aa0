"""How one answer counts towards one figure, in exact whole numbers.

A figure runs from 0 to 100 points. A point is cut into `unit` equal parts, chosen so that every answer's share is a
whole number of parts, also the middle that stands for an unknown answer. So sums, comparisons and ties are exact,
the same on every machine, and open to proof. Only what is shown is rounded, to one decimal, halves up.
"""

from __future__ import annotations

from math import lcm

from .model import NONE, Answer, Question, Row


def step_size(row: Row, question: Question) -> int:
    """Points between neighbouring options of an ordered question.

    Raises ValueError where the steps would not be whole: weights must be numbers that a person can add.
    """
    steps = len(question.options) - 1
    if row.weight % steps:
        raise ValueError(f"weight {row.weight} of {row.question} is not a multiple of {steps}")
    return row.weight // steps


def unit_of(rows: list[Row], questions: dict[str, Question]) -> int:
    """The number of parts in a point with which every row's shares are whole (see the module's text)."""
    unit = 2
    for row in rows:
        if "best" in row.scoring:
            spread = abs(row.scoring["worst"] - row.scoring["best"]) * 10 ** questions[row.question].decimals
            unit = lcm(unit, spread)
    return unit


def parts(row: Row, question: Question, answer: Answer, unit: int) -> int:
    """The share of a known answer, in parts of a point: from 0 to `row.weight * unit`.

    The kinds of scoring: equal `steps` between ordered options; a table of `points`; `each` for ticked options;
    `start` less what ticked options take off (`minus`); a straight line between `best` and `worst` for numbers.
    """
    scoring = row.scoring
    if "best" in scoring:
        best, worst, scale = scoring["best"], scoring["worst"], 10**question.decimals
        low, high = min(best, worst) * scale, max(best, worst) * scale
        value = min(max(round(answer * scale), low), high)
        return row.weight * unit // (high - low) * abs(value - best * scale)
    if "steps" in scoring:
        place = [option.id for option in question.options].index(answer)
        if scoring["steps"] == "worst_first":
            place = len(question.options) - 1 - place
        return step_size(row, question) * place * unit
    if "points" in scoring:
        return scoring["points"][answer] * unit
    ticked = [] if answer == [NONE] else answer
    if "each" in scoring:
        return scoring["each"] * sum(option in scoring["of"] for option in ticked) * unit
    return (scoring["start"] - sum(scoring["minus"][option] for option in ticked)) * unit


def shown(amount: int, scale: int) -> float:
    """`amount / scale` (scale > 0, amount >= 0) rounded to one decimal, halves up, from whole numbers alone."""
    return (20 * amount + scale) // (2 * scale) / 10


def candidates(row: Row, question: Question) -> list[Answer]:
    """Answers that reach every value which this row's figure can bend at: all options, or the ends of a line.

    For `many` questions one answer for each number of ticked options, or each running sum, is enough.
    """
    if question.type == "one":
        return [option.id for option in question.options]
    if question.type == "number":
        ends = {row.scoring["best"], row.scoring["worst"]} if "best" in row.scoring else set()
        return sorted(ends | {question.min, question.max})
    real = [option.id for option in question.options if option.id != NONE]
    return [[NONE]] + [real[: count + 1] for count in range(len(real))]
