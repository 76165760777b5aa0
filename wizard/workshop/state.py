"""What the facilitator's page holds, as the one opaque text that goes to and fro between page and Python."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..answer_code import CodeError
from ..answers import Problem
from ..cohort.given import Given, Source
from ..cohort.intake import Remark, Taken, tidy_label
from ..cohort.room import MOST_FIRMS, Firm, Room
from ..cohort.tables import Tables
from ..reading import Unreadable, parse

VERSION = 1
GROUPINGS = ("sector", "tier")
LARGEST = 20_000_000
MOST_REMARKS = 200
"""Remarks kept: what a person can read through; how many more there were is counted."""


class State(NamedTuple):
    """The room with what was remarked when it was taken in; what waits to be taken in, of `total`; and the settings.

    `by` is the question that groups are made by; `small` allows groups of few firms; `repeats` counts equal codes as
    different firms; `keep` has the page keep the room on this device.
    """

    taken: Taken = Taken(Room())
    waiting: tuple[Given, ...] = ()
    total: int = 0
    by: str = GROUPINGS[0]
    small: bool = False
    repeats: bool = False
    keep: bool = False
    unlisted: int = 0


EMPTY = State()


def dump(state: State) -> str:
    """The state as the text that the page holds; "" where there is nothing."""
    if state == EMPTY:
        return ""
    room = state.taken.room
    data = {
        "v": VERSION,
        "firms": [list(firm) for firm in room.firms],
        "made_up": room.made_up,
        "refused": [[list(source), list(problem)] for source, problem in state.taken.refused],
        "noted": [[list(source), list(problem)] for source, problem in state.taken.noted],
        "waiting": [[list(g.source), g.code, g.answers, g.problem and list(g.problem), g.label] for g in state.waiting],
        **{key: getattr(state, key) for key in ("total", "by", "small", "repeats", "keep", "unlisted")},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def restore(text: str, tables: Tables) -> State:
    """The state of a held text. What is not of the expected form is left out: kept texts may be old or altered."""
    try:
        data = parse(text, LARGEST) if text else {}
    except Unreadable:
        return EMPTY
    if not isinstance(data, dict) or data.get("v") != VERSION:
        return EMPTY
    try:
        firms = tuple(Firm(code, tidy_label(label)) for code, label in data["firms"][:MOST_FIRMS])
        for firm in firms:
            tables.answers(firm.code)  # a code that cannot be read ends in CodeError
        return State(
            Taken(Room(firms, data["made_up"] is True), _remarks(data["refused"]), _remarks(data["noted"])),
            tuple(
                Given(_source(source), code, answers, problem and _problem(problem), label)
                for source, code, answers, problem, label in data["waiting"]
            ),
            int(data["total"]),
            data["by"] if data["by"] in GROUPINGS else GROUPINGS[0],
            *(data[key] is True for key in ("small", "repeats", "keep")),
            int(data["unlisted"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, CodeError):
        return EMPTY


def _remarks(items: list[Any]) -> tuple[Remark, ...]:
    return tuple((_source(source), _problem(problem)) for source, problem in items[:MOST_REMARKS])


def _source(item: list[Any]) -> Source:
    name, kind, number = item
    if not isinstance(name, str) or kind not in ("", "line", "row", "item", "column"):
        raise ValueError
    return Source(name, kind, int(number))


def _problem(item: list[Any]) -> Problem:
    question, text, values = item
    return Problem(question, str(text), dict(values))
