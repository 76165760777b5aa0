"""Dated entries: what holds from a date to a date and was looked at on a date, wherever it stands in the catalogue.

A mapping is a dated entry if it has `valid_from`, `valid_to`, `ended`, `checked_on` or a mark of `confidence`. What it
does not say itself, it has from the entry around it, so a file of rules says once what holds for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from ..register import WHOLE
from .place import Files, Node

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

PERIOD = ("valid_from", "valid_to", "ended")
HANDED_DOWN = (*PERIOD, "checked_on", "confidence", "state_note", "note")
UNDATED = ("questions/", "codes/")
"""Folders whose `valid_to` withdraws a question, which is no statement about the world."""


def first_day(text: str) -> date:
    """The first day of a date that may be cut to a year or a month. ValueError where it is no such date."""
    if not DATE.fullmatch(text):
        raise ValueError(f"not a date: {text}")
    return date.fromisoformat((text + "-01-01")[:10] if len(text) == 4 else f"{text}-01"[:10])


def last_day(text: str) -> date:
    """The last day of a date that may be cut to a year or a month. ValueError where it is no such date."""
    first = first_day(text)
    if len(text) == 4:
        return first.replace(month=12, day=31)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if len(text) == 7 else first


class Entry(NamedTuple):
    """A dated entry. `subject` is what it is about: entries on one subject follow each other in time.

    `own` are the fields that it has itself, `known` those with what is handed down. `subject` is empty where the entry
    has neither a period of its own nor a `subject`.
    """

    node: Node
    name: str
    subject: str
    own: dict[str, Any]
    known: dict[str, Any]

    def at(self, key: str) -> Node:
        """Where a field stands, or the entry itself."""
        return self.node.at(key)

    def surely(self) -> tuple[date, date] | None:
        """The days from which to which it held for sure; None where what is known leaves no such day.

        A start or an end of which the year or the month alone is known leaves that period open.
        """
        start, end = self.known.get("valid_from"), self.known.get("valid_to")
        begun = last_day(start) if start else None
        if end:
            over = first_day(end) if len(end) == WHOLE else None
            days = (begun or over, over or begun)
        else:
            seen = date.fromisoformat(self.known["checked_on"])
            days = (begun, begun) if self.known.get("ended") else (begun or seen, date.max)
        return days if days[0] and days[0] <= days[1] else None


def entries(files: Files) -> Iterator[Entry]:
    """Every dated entry, in the order of files and lines."""
    for name, node in files.nodes.items():
        if not name.startswith(UNDATED):
            yield from _within(node, name.removesuffix(".yaml"), name.split("/")[0].removesuffix(".yaml"), {}, top=True)


def _within(node: Node, name: str, subject: str, known: dict[str, Any], *, top: bool = False) -> Iterator[Entry]:
    """The entries of a node. `name` leads to it by file and ids, `subject` by what the entries around it are about.

    A file with neither `subject` nor `id` is about nothing but itself.
    """
    if isinstance(node.value, list):
        for item in node.items():
            yield from _within(item, name, subject, known)
    if not isinstance(node.value, dict):
        return
    own = {key: node.get(key) for key in HANDED_DOWN if key in node.value}
    about = node.get("subject") or node.get("id")
    if isinstance(about, str):
        subject = f"{subject}/{about}"
        if not name.endswith(f"/{node.get('id')}"):
            name = f"{name}/{node.get('id') or about}"
    elif top:
        subject = name
    if any(key in own for key in (*PERIOD, "checked_on")) or isinstance(own.get("confidence"), str):
        known = known | own
        follows = "subject" in node.value or any(key in own for key in PERIOD)
        yield Entry(node, name, subject if follows else "", own, known)
    for key, below in node.value.items():
        yield from _within(below, name, f"{subject}/{key}" if isinstance(below.value, list | dict) else subject, known)
