"""A points table as intervals: what is scored for certain, and what open answers may still add."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..model import Text


class RowScore(NamedTuple):
    """One row of the table: what it scores at the least and at the most, of `max`."""

    id: str
    group: str
    name: Text
    low: int
    high: int
    max: int
    questions: tuple[str, ...]


class Group(NamedTuple):
    """A part of the table that must reach `least` by itself."""

    id: str
    low: int
    high: int
    least: int


class Table(NamedTuple):
    """All rows, the total's ends and the groups that have a least score."""

    rows: tuple[RowScore, ...]
    groups: tuple[Group, ...]
    low: int
    high: int
    questions: tuple[str, ...]


def table(points: dict[str, Any], weigh: Callable[[dict[str, Any]], Any]) -> Table:
    """The scored table. `weigh` gives the finding of a row's condition (see `rules.weigh`)."""
    rows = tuple(_row(row, weigh) for row in points["rows"])
    groups = tuple(
        Group(id, *(sum(getattr(row, end) for row in rows if row.group == id) for end in ("low", "high")), least)
        for id, least in points["least"].items()
    )
    asked = tuple(dict.fromkeys(id for row in rows for id in row.questions))
    return Table(rows, groups, sum(row.low for row in rows), sum(row.high for row in rows), asked)


def _row(row: dict[str, Any], weigh: Callable[[dict[str, Any]], Any]) -> RowScore:
    """The first step that holds counts; a step that may hold leaves its points possible and is passed."""
    possible: list[int] = []
    asked: list[str] = []
    settled = False
    for step in row["steps"]:
        finding = weigh(step["when"])
        asked += finding.questions
        if settled or finding.state == "not_met":
            continue
        possible += _ends(step["points"])
        settled = finding.state == "met"
    if not settled:
        possible += _ends(row["else"])
    return RowScore(
        row["id"], row["group"], row["name"], min(possible), max(possible), row["max"], tuple(dict.fromkeys(asked))
    )


def _ends(points: int | list[int]) -> list[int]:
    return points if isinstance(points, list) else [points]
