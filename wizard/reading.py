"""Reads JSON that comes from outside, strictly: what JSON forbids and what could hurt is refused in one line."""

from __future__ import annotations

import json
from typing import Any

from .answers import Problem, shorten

LARGEST = 1_000_000
"""Bytes: far above any set of answers, far below what could tie up a machine."""


class Unreadable(Exception):
    """The input is not acceptable JSON; carries the `Problem`."""

    def __init__(self, text: str, **values: Any):
        super().__init__(text)
        self.problem = Problem(None, text, values)


def parse(raw: bytes | str) -> Any:
    """The value of a JSON text. Raises Unreadable: too large, not UTF-8, not JSON, a key given twice, NaN or
    Infinity, a number too long, nested too deeply, half a surrogate pair."""
    if len(raw) > LARGEST:
        raise Unreadable("error_too_large", limit=LARGEST // 1_000_000)
    try:
        text = raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw.removeprefix("\ufeff")
        text.encode("utf-8")
    except UnicodeError as error:
        raise Unreadable("error_not_utf8") from error
    if not text.strip():
        raise Unreadable("error_empty")
    try:
        value = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise Unreadable("error_not_json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise Unreadable("error_too_deep") from error
    except UnicodeError as error:
        raise Unreadable("error_half_character") from error
    except ValueError as error:
        raise Unreadable("error_number_too_long") from error
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Unreadable("error_key_twice", key=shorten(key))
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise Unreadable("error_constant", name=name)
