"""A room of firms, and the file in which it is kept.

A room file is UTF-8 JSON:

    {"room": 1, "made_up": false, "firms": [{"code": "3XK7A-...", "label": "A1"}, ...]}

`room` is the version of the format. `made_up` (false where it is missing) says that no real firm stands behind the
codes; whatever shows such a room says so. Each firm has the answer code of its answers (see `answer_code`) and a
label, "" or missing where it has none: at most LONGEST_LABEL signs, one line. Firms are in the order of the room, and
each code stands once unless two firms really gave the same answers.

The sample room that comes with the project is such a file, `catalogue/sample_room.json`, with `made_up` true; the
workshop's page opens it with one click where it is there.

The same as a table, which spreadsheets can make, is CSV (or cells parted by tabs) with the heads `label` and `code`:

    label,code
    A1,3XK7A-...

Other heads are question ids, and their cells answers (see `table`).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..model import Catalogue
from ..output import json_text

VERSION = 1
MOST_FIRMS = 2_000
LONGEST_LABEL = 40


class Firm(NamedTuple):
    """One firm of a room: its answer code as `answer_code.encode` writes it, and its label or ""."""

    code: str
    label: str = ""


class Room(NamedTuple):
    """The firms in their order. `made_up` says that they are none that exist."""

    firms: tuple[Firm, ...] = ()
    made_up: bool = False


def room_text(room: Room) -> str:
    """The room as the text of its file."""
    firms = [{"code": firm.code, "label": firm.label} for firm in room.firms]
    return json_text({"room": VERSION, "made_up": room.made_up, "firms": firms})


def is_room(data: Any) -> bool:
    """Whether this is meant to be a room, whatever its version."""
    return isinstance(data, dict) and "room" in data and isinstance(data.get("firms"), list)


def name_of(place: int, room: Room, catalogue: Catalogue, lang: str) -> str:
    """How the firm at this place (from 0) is called where it is shown: its label, or its number."""
    label = room.firms[place].label
    return label or catalogue.texts["room_number"][lang].format(number=place + 1)
