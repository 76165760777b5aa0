"""Relevance, need and priority of the five links and the level of each challenge, with what is left open.

Relevance starts from the base that every link has and adds what speaks for this firm; need and a challenge's level
add up what falls short. Each figure is a sum of shares, one per row, so its reasons are its parts. Priority is
need times relevance over 100. An unknown answer counts at the middle of its row and leaves the whole row open.
"""

from __future__ import annotations

from typing import NamedTuple

from .model import Answer, Answers, Catalogue, Link, Row
from .scoring import parts


class Figure(NamedTuple):
    """A figure in parts (see `scoring`): its value now, and the ends that unknown answers leave open."""

    low: int
    value: int
    high: int


class Share(NamedTuple):
    """What one row adds to a figure. `answer` is None where it is unknown; `row` is None for the general case."""

    row: Row | None
    answer: Answer | None
    low: int
    value: int
    high: int


class Assessed(NamedTuple):
    """One link for one firm. `priority` is in parts squared: need times relevance."""

    link: Link
    relevance: Figure
    need: Figure
    priority: Figure
    relevance_shares: tuple[Share, ...]
    need_shares: tuple[Share, ...]


def share(row: Row, answers: Answers, catalogue: Catalogue) -> Share:
    """What this row adds for these answers."""
    answer = answers.get(row.question)
    if answer is None:
        full = row.weight * catalogue.unit
        return Share(row, None, 0, full // 2, full)
    amount = parts(row, catalogue.questions[row.question], answer, catalogue.unit)
    return Share(row, answer, amount, amount, amount)


def add(shares: tuple[Share, ...]) -> Figure:
    """The figure that these shares make."""
    return Figure(
        sum(s.low for s in shares),
        sum(s.value for s in shares),
        sum(s.high for s in shares),
    )


def assess(link: Link, answers: Answers, catalogue: Catalogue) -> Assessed:
    """One link's relevance, need and priority for these answers."""
    base = catalogue.general.base * catalogue.unit
    relevance_shares = (Share(None, None, base, base, base),) + tuple(
        share(row, answers, catalogue) for row in link.relevance
    )
    need_shares = tuple(share(row, answers, catalogue) for row in link.need)
    relevance, need = add(relevance_shares), add(need_shares)
    priority = Figure(*(n * r for n, r in zip(need, relevance, strict=True)))
    return Assessed(link, relevance, need, priority, relevance_shares, need_shares)


def rank_key(assessed: Assessed) -> tuple[int, int, int]:
    """Sort key of the order of links: priority, then relevance, then the order of the chain."""
    return (-assessed.priority.value, -assessed.relevance.value, assessed.link.order)


def ranked(answers: Answers, catalogue: Catalogue) -> list[Assessed]:
    """The five links in the order in which the advice shows them."""
    return sorted((assess(link, answers, catalogue) for link in catalogue.links), key=rank_key)
