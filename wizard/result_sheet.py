"""The result sheet: the scoring of the quick answers as tables that a person can add up on paper.

Each link has a table for its need and one for its relevance. A row is a question; what its answer counts goes into the
column *sure*, the full weight of an unanswered one into *open*. Questions of the full path are open on every sheet.
A figure is then sure + half of open, between sure and sure + open (see `assessment`), and priority is need times
relevance over 100, which the grid gives. Options count whole points; numbers are looked up on strips.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from .model import Catalogue, Link, Question, Row
from .paper import Asked, quick_questions
from .scoring import parts

LONGEST_STRIP = 80
"""Steps that a strip may have: more do not fit a sheet that is read with a finger."""


class Line(NamedTuple):
    """A row of a link's table. `points` pairs a sign with what it counts; empty where a strip tells.

    `counted` says that the signs count ticked options; `by_sector` that the table of sectors tells.
    """

    asked: Asked
    weight: int
    points: tuple[tuple[str, int], ...]
    counted: bool = False
    by_sector: bool = False


class Table(NamedTuple):
    """One figure of one link. `base` is sure from the start, `always_open` what only the full path asks."""

    link: Link
    figure: str
    base: int
    lines: tuple[Line, ...]
    always_open: int


class Strip(NamedTuple):
    """What a number counts: (answer in tenths, points in tenths), from `first` up to `last` in steps of `step`."""

    asked: Asked
    step: int
    points: tuple[tuple[int, int], ...]


class Sheet(NamedTuple):
    """All tables. `relevances` are all values that a relevance can take on this sheet, in tenths, in order."""

    needs: tuple[Table, ...]
    relevance: tuple[Table, ...]
    strips: tuple[Strip, ...]
    sectors: Asked
    relevances: tuple[int, ...]


def result_sheet(catalogue: Catalogue) -> Sheet:
    """The sheet for the quick path. ValueError where weights would not come out in tenths of a point."""
    asked = {a.question.id: a for a in quick_questions(catalogue)}
    needs = tuple(_table(link, "need", 0, link.need, asked, catalogue) for link in catalogue.links)
    relevance = tuple(
        _table(link, "relevance", catalogue.general.base, link.relevance, asked, catalogue) for link in catalogue.links
    )
    rows = [row for link in catalogue.links for row in link.need + link.relevance]
    strips = tuple(_strip(row, asked[row.question]) for row in rows if "best" in row.scoring and row.question in asked)
    sectors = next(line.asked for table in relevance for line in table.lines if line.by_sector)
    values = sorted({value for table in relevance for value in _values(table)})
    return Sheet(needs, relevance, strips, sectors, tuple(values))


def _table(
    link: Link, figure: str, base: int, rows: tuple[Row, ...], asked: dict[str, Asked], catalogue: Catalogue
) -> Table:
    lines = sorted(
        (_line(row, asked[row.question]) for row in rows if row.question in asked), key=lambda line: line.asked.number
    )
    left = sum(row.weight for row in rows if row.question not in asked)
    return Table(link, figure, base, tuple(lines), left)


def _line(row: Row, asked: Asked) -> Line:
    scoring, question = row.scoring, asked.question
    if "best" in scoring:
        return Line(asked, row.weight, ())
    if "each" in scoring:
        counts = tuple((str(n), n * scoring["each"]) for n in range(1, len(scoring["of"]) + 1))
        return Line(asked, row.weight, counts, counted=True)
    points = tuple((sign, parts(row, question, option.id, 1)) for sign, option in asked.options)
    return Line(asked, row.weight, points, by_sector=len(points) > 6)


def _strip(row: Row, asked: Asked) -> Strip:
    """Answer and points in tenths, at every step from one end of the line to the other."""
    low, high = sorted((row.scoring["best"], row.scoring["worst"]))
    step = 1 if (high - low) * 10 <= LONGEST_STRIP else 10
    return Strip(
        asked, step, tuple((at, _tenths(row, asked.question, at)) for at in range(10 * low, 10 * high + 1, step))
    )


def _tenths(row: Row, question: Question, answer: int) -> int:
    """Points in tenths for an answer in tenths; ValueError where they would be finer."""
    unit = abs(row.scoring["worst"] - row.scoring["best"]) * 10
    amount, rest = divmod(10 * parts(row, question, answer / 10, unit), unit)
    if rest:
        raise ValueError(f"{row.question}: {answer / 10} does not count whole tenths of a point")
    return amount


def _values(table: Table) -> set[int]:
    """Every value in tenths that the figure can take: known answers at their points, open ones at half their weight."""
    choices = [[10 * points for _, points in line.points] + [5 * line.weight] for line in table.lines]
    start = 10 * table.base + 5 * table.always_open
    return {start + sum(choice) for choice in product(*choices)}
