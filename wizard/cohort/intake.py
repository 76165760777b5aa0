"""Takes firms in from whatever a facilitator has: codes, a chat log, JSON of answers, a table, the file of a room."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..answer_code import CodeError, decode, encode
from ..answers import Ignored, Problem, check
from ..model import Catalogue
from ..reading import Unreadable, parse
from .chat import codes_in
from .given import MOST, Given, Source, refused
from .room import LONGEST_LABEL, MOST_FIRMS, VERSION, Firm, Room, is_room
from .tabular import heads_of, rows_in

LARGEST_JSON = 5_000_000
LARGEST_TEXT = 20_000_000
"""Signs: a chat log may be long, and only its codes are kept."""


LONGEST_CODE = 1_000
"""Signs: ten times the longest code there is."""


Remark = tuple[Source, Problem]


class Taken(NamedTuple):
    """The room after entries were taken in, with what was refused, and what was not at fault but should be known."""

    room: Room
    refused: tuple[Remark, ...] = ()
    noted: tuple[Remark, ...] = ()


def read(raw: bytes | str, name: str, catalogue: Catalogue) -> tuple[list[Given], bool]:
    """The entries of a file or a paste, in order, and whether it is a room of made-up firms. Nothing is raised."""
    try:
        text = raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw.removeprefix("\ufeff")
    except UnicodeDecodeError:
        return [refused(Source(name), "error_not_utf8")], False
    if len(text) > LARGEST_TEXT:
        return [refused(Source(name), "room_too_large", limit=LARGEST_TEXT // 1_000_000)], False
    text = "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text) if _halved(text) else text
    start = text.lstrip()[:1]
    if start == "":
        return [refused(Source(name), "error_empty")], False
    if start in "{[":
        try:
            data = parse(text, LARGEST_JSON)
        except Unreadable as unreadable:
            found = codes_in(text, name, catalogue) if start == "[" else []
            if any(entry.problem is None for entry in found):
                return found, False
            return [Given(Source(name), problem=unreadable.problem)], False
        return _from_json(data, name), is_room(data) and data.get("made_up") is True
    table = heads_of(text, catalogue)
    if table:
        return rows_in(text, *table, name, catalogue), False
    return codes_in(text, name, catalogue), False


def _halved(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _from_json(data: Any, name: str) -> list[Given]:
    if is_room(data):
        if data["room"] != VERSION:
            return [refused(Source(name), "room_version")]
        return _each(data["firms"], name, _firm)
    if isinstance(data, list):
        return _each(data, name, _item)
    return [_item(data, Source(name))]


def _each(items: list[Any], name: str, made) -> list[Given]:
    found = [made(item, Source(name, "item", number)) for number, item in enumerate(items[:MOST], 1)]
    if len(items) > MOST:
        found.append(refused(Source(name, "item", MOST + 1), "room_too_many", most=MOST))
    return found


def _firm(item: Any, source: Source) -> Given:
    if isinstance(item, dict) and isinstance(item.get("code"), str) and isinstance(item.get("label", ""), str):
        return Given(source, code=item["code"], label=item.get("label", ""))
    return refused(source, "room_not_a_firm")


def _item(item: Any, source: Source) -> Given:
    """A code as text, a firm of a room, a visitor's file with answers in it, or an object of answers."""
    if isinstance(item, str):
        return Given(source, code=item)
    if isinstance(item, dict) and "code" in item:
        return _firm(item, source)
    if isinstance(item, dict) and isinstance(item.get("answers"), dict):
        item = item["answers"]
    return Given(source, answers=item) if isinstance(item, dict) else refused(source, "room_not_answers")


def take(entries: list[Given], room: Room, catalogue: Catalogue, *, repeats: bool = False) -> Taken:
    """The room with these entries. A code that is there already is noted and left out, unless `repeats` allows it."""
    firms = list(room.firms)
    places = {firm.code: place for place, firm in reversed(list(enumerate(firms)))}
    out: list[Remark] = []
    noted: list[Remark] = []
    for entry in entries:
        code, problems, ignored = _code(entry, catalogue)
        out += [(entry.source, problem) for problem in problems]
        noted += [(entry.source, Problem(i.question, i.text, i.values)) for i in ignored]
        if code is None:
            continue
        if code in places and not repeats:
            noted.append((entry.source, Problem(None, "room_twice", {"number": places[code] + 1})))
        elif len(firms) >= MOST_FIRMS:
            out.append((entry.source, Problem(None, "room_full", {"most": MOST_FIRMS})))
        else:
            label = tidy_label(entry.label)
            if label != " ".join(entry.label.split()):
                noted.append((entry.source, Problem(None, "room_label_cut", {"most": LONGEST_LABEL})))
            places.setdefault(code, len(firms))
            firms.append(Firm(code, label))
    return Taken(room._replace(firms=tuple(firms)), tuple(out), tuple(noted))


def tidy_label(label: str) -> str:
    """A label as it can be shown: one line of at most LONGEST_LABEL signs that can be seen."""
    return "".join(sign for sign in " ".join(label.split()) if sign.isprintable())[:LONGEST_LABEL].rstrip()


def _code(entry: Given, catalogue: Catalogue) -> tuple[str | None, list[Problem], list[Ignored]]:
    """The entry's answers as a code of the newest version; None with the problems where they cannot be used."""
    if entry.problem:
        return None, [entry.problem], []
    if entry.code is not None and len(entry.code) > LONGEST_CODE:
        return None, [Problem(None, "room_code_long", {})], []
    try:
        answers = decode(entry.code, catalogue) if entry.code is not None else entry.answers
    except CodeError as error:
        return None, [error.problem], []
    checked = check(answers, catalogue)
    if checked.problems:
        return None, checked.problems, []
    return encode(checked.answers, catalogue), [], checked.ignored
