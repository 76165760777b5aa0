"""Reads JSON that comes from outside, strictly: what JSON forbids and what could hurt is refused in one line."""

from __future__ import annotations

import json
import re
from typing import Any

from .answers import Problem, shorten

LARGEST = 1_000_000
"""Bytes: far above any set of answers, far below what could tie up a machine."""
DEEPEST = 40
"""Levels of brackets in brackets: far above any file of ours."""
BRACKET = r'(?s)"(?:[^"\\]|\\.)*"|[\[\]{}]'
"""A text in quotes as a whole, or a bracket outside of one."""


class Unreadable(Exception):
    """The input is not acceptable JSON; carries the `Problem`."""

    def __init__(self, text: str, **values: Any):
        super().__init__(text)
        self.problem = Problem(None, text, values)


def parse(raw: bytes | str, largest: int = LARGEST) -> Any:
    """The value of a JSON text of at most `largest` bytes. Raises Unreadable: too large, not UTF-8, not JSON, a key
    given twice, NaN or Infinity, a number too long, nested too deeply, half a surrogate pair."""
    if len(raw) > largest:
        raise Unreadable("error_too_large", limit=largest // 1_000_000)
    try:
        text = raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw.removeprefix("\ufeff")
        text.encode("utf-8")
    except UnicodeError as error:
        raise Unreadable("error_not_utf8") from error
    if not text.strip():
        raise Unreadable("error_empty")
    if _depth(text) > DEEPEST:
        raise Unreadable("error_too_deep")
    try:
        value = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise Unreadable("error_not_json", line=error.lineno, column=error.colno) from error
    except UnicodeError as error:
        raise Unreadable("error_half_character") from error
    except ValueError as error:
        raise Unreadable("error_number_too_long") from error
    return value


def _depth(text: str) -> int:
    """How deeply brackets are nested. A browser's stack is short: Python there would die before it refuses."""
    depth = deepest = 0
    for mark in re.findall(BRACKET, text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark, 0)
        deepest = max(deepest, depth)
    return deepest


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Unreadable("error_key_twice", key=shorten(key))
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise Unreadable("error_constant", name=name)
