"""A module that notes what it does: which of its functions run, and which of its data they read.

It notes in bytes of its own memory: from the exported global `#notes` on, one for each granule of memory that is
watched, and behind them one for each function. Whoever starts it finds that room and says where it is.
"""

from __future__ import annotations

from . import code
from .module import (
    CODE,
    EXPORT,
    FUNCTION,
    FUNCTIONS,
    GLOBAL,
    GLOBALS,
    TYPE,
    Module,
    export,
    number,
    packed,
    packed_signed,
    sized,
    vector,
)

NOTES = "#notes"
GRANULE = 64
"""Bytes of memory that are told apart; the code below shifts by six."""
READ_TYPE = b"\x60\2\x7f\x7f\1\x7f"
COPIED_TYPE = b"\x60\3\x7f\x7f\x7f\0"
MEMORY_COPY = b"\xfc\x0a\0\0"


def granules(top: int) -> int:
    """How many of them there are below `top`."""
    return top // GRANULE + 1


def counted(module: Module, top: int) -> bytes:
    """The module with its notes; of memory, what lies below `top` is watched."""
    bodies, imports = module.bodies(), module.imports()
    read = sum(kind == FUNCTIONS for *_, kind in imports) + len(bodies)
    place = packed(sum(kind == GLOBALS for *_, kind in imports) + len(module.globals()))
    types, _ = number(module.section(TYPE), 0)
    watched = granules(top)
    noting = [_noting(body, watched + nth, place, packed(read), packed(read + 1)) for nth, body in enumerate(bodies)]
    helpers = [_read(watched, place), _copied(watched, place)]
    return module.written(
        {
            TYPE: _with(module.section(TYPE), [READ_TYPE, COPIED_TYPE]),
            FUNCTION: _with(module.section(FUNCTION), [packed(types), packed(types + 1)]),
            GLOBAL: _with(module.section(GLOBAL), [b"\x7f\1\x41\0\x0b"]),
            EXPORT: _with(module.section(EXPORT), [export(NOTES, GLOBALS, number(place, 0)[0])]),
            CODE: vector([sized(body) for body in noting + helpers]),
        }
    )


def _with(section: bytes, more: list[bytes]) -> bytes:
    count, at = number(section, 0)
    return packed(count + len(more)) + section[at:] + b"".join(more)


def _noting(body: bytes, nth: int, place: bytes, read: bytes, copied: bytes) -> bytes:
    """The body: first it says that it runs, and before each load from where it reads."""
    done = code.start(body)
    parts = [body[:done], b"\x23", place, b"\x41\1\x3a\0", packed(nth)]
    for at, after, offset in code.reads(body):
        parts.append(body[done:at])
        if offset is None:
            parts.append(b"\x10" + copied)
        else:
            signed = offset - (1 << 32 if offset >= 1 << 31 else 0)
            parts.append(b"\x41" + packed_signed(signed) + b"\x10" + read + body[at:after])
        done = after
    return b"".join(parts) + body[done:]


def _read(watched: int, place: bytes) -> bytes:
    """(address, offset) -> address: notes the granule, if it is one that is watched."""
    granule = b"\x20\0\x20\1\x6a\x41\6\x76\x22\1"
    inside = granule + b"\x41" + packed_signed(watched) + b"\x49\x04\x40"
    return b"\0" + inside + b"\x20\1\x23" + place + b"\x6a\x41\1\x3a\0\0\x0b\x20\0\x0b"


def _copied(watched: int, place: bytes) -> bytes:
    """(to, from, size): notes the granules, then copies."""
    setup = b"\1\2\x7f\x20\1\x41\6\x76\x21\3\x20\1\x20\2\x6a\x41\6\x76\x21\4"
    leave = b"\x20\3\x20\4\x4b\x0d\1\x20\3\x41" + packed_signed(watched) + b"\x4f\x0d\1"
    note = b"\x20\3\x23" + place + b"\x6a\x41\1\x3a\0\0\x20\3\x41\1\x6a\x21\3\x0c\0"
    loop = b"\x02\x40\x03\x40" + leave + note + b"\x0b\x0b"
    return setup + loop + b"\x20\0\x20\1\x20\2" + MEMORY_COPY + b"\x0b"
