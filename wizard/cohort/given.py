"""What was handed to the room, before it is known whether it can be used: where it comes from, and what it is."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..answers import Problem
from ..model import Catalogue
from ..wording import say

MOST = 5_000
"""Entries taken from one paste or file at most: far above any room, far below what could tie up a machine."""


class Source(NamedTuple):
    """Where an entry stands: the file's name ("" for a paste), and in it a "line", "row", "item" or "column"."""

    name: str
    kind: str = ""
    number: int = 0


class Given(NamedTuple):
    """One entry: exactly one of `code`, `answers` (still to be checked) and `problem` is not None."""

    source: Source
    code: str | None = None
    answers: dict[str, Any] | None = None
    problem: Problem | None = None
    label: str = ""


def refused(source: Source, text: str, **values: Any) -> Given:
    """An entry that cannot be taken, with why."""
    return Given(source, problem=Problem(None, text, values))


def told_source(source: Source, catalogue: Catalogue, lang: str) -> str:
    """The source in words: "rooms.txt, line 3"; "line 3" for a paste."""
    if not source.kind:
        return source.name or say(catalogue, lang, "room_paste")
    place = say(catalogue, lang, f"room_{source.kind}", number=source.number)
    return say(catalogue, lang, "room_source", name=source.name, place=place) if source.name else place


def told_problem(problem: Problem, catalogue: Catalogue, lang: str) -> str:
    """What is wrong, with the question that it concerns."""
    text = say(catalogue, lang, problem.text, **problem.values)
    return say(catalogue, lang, "room_question", question=problem.question, text=text) if problem.question else text
