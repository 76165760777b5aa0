"""Which rules were in force on a date, and the dates that time itself settles. Dates are ISO texts."""

from __future__ import annotations

from .model import Criterion, Ladder, RuleSet

YEARS = "years"
"""A gap of years in the niche; whole numbers tell how many yearly accounts must pass."""


def in_force(entry: RuleSet | Criterion, ladder: Ladder, on: str) -> bool:
    """Whether an entry held on a date. A start that is not established counts from the document's issue."""
    start = entry.valid_from or ladder.documents[entry.document].issued
    return start <= on and (entry.valid_to is None or on <= _last_day(entry.valid_to))


def _last_day(end: str) -> str:
    """An end of which only the year or month is known, as a text that sorts behind each of its days."""
    return end if len(end) == 10 else f"{end}-99"


def earliest(settled: str | int | None, gap: int | None, on: str) -> str | None:
    """The date from which a failing figure no longer stands in the way, by time alone; None where time does not tell.

    `settled` is "years" (the gap is in full years) or the number of yearly accounts after which the figure no longer
    counts: those of this year are there from the first of January.
    """
    year, rest = int(on[:4]), on[4:]
    if settled is None:
        return None
    if settled == YEARS:
        return f"{year + gap}{'-03-01' if rest == '-02-29' else rest}"
    return f"{year + settled}-01-01"
