"""What the ladder's part of the catalogue holds, as types. Dates are ISO texts, possibly only a year or a month."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..model import Question, Text, Topic


class Document(NamedTuple):
    """An official document. `issued` is known at least to the year."""

    id: str
    number: str
    name: Text
    issued: str
    confidence: str
    checked_on: str


class Title(NamedTuple):
    """One title of the ladder. `held_by` lists the answers to `tier` that mean that the firm holds it."""

    id: str
    tier: int
    name: Text
    granted: Text
    lasts: Text
    held_by: tuple[str, ...]


class Criterion(NamedTuple):
    """One dated rule of one or more titles. `rule` is told by `rules.weigh`; `at_review` is False where a review of a
    title that the firm holds already does not test it. `actions` may close the gap."""

    id: str
    titles: tuple[str, ...]
    name: Text
    text: Text
    proof: Text
    rule: dict[str, Any]
    actions: tuple[str, ...]
    horizon: str
    at_review: bool
    document: str
    place: Text | None
    valid_from: str | None
    start_recalled: bool
    valid_to: str | None
    confidence: str
    checked_on: str


class RuleSet(NamedTuple):
    """The criteria that came with one document for some titles. `points` is its points table, where it has one.

    `valid_from` is None where the start is not established, and `start_recalled` where it is only recalled.
    """

    titles: tuple[str, ...]
    document: str
    place: Text | None
    valid_from: str | None
    start_recalled: bool
    valid_to: str | None
    confidence: str
    checked_on: str
    remarks: tuple[Text, ...]
    points: dict[str, Any] | None
    criteria: tuple[Criterion, ...]


class Ladder(NamedTuple):
    """All of it. `topic` is topic K, `questions` its questions by id; `steps` are the pages of the ladder's path."""

    topic: Topic
    questions: dict[str, Question]
    steps: tuple[Topic, ...]
    documents: dict[str, Document]
    titles: tuple[Title, ...]
    rule_sets: tuple[RuleSet, ...]
