"""A module that notes which of its functions run.

It notes in bytes of its own memory: one for each function, from the exported global `#notes` on. Whoever starts it
finds that room and says where it is.
"""

from __future__ import annotations

from . import code
from .module import CODE, EXPORT, GLOBAL, GLOBALS, Module, export, number, packed, sized, vector

NOTES = "#notes"
ZERO = b"\x7f\1\x41\0\x0b"
"""A global that begins at 0 and may change."""


def counted(module: Module) -> bytes:
    """The module with its notes."""
    own, _ = number(module.section(GLOBAL), 0)
    place = own + sum(kind == GLOBALS for *_, kind in module.imports())
    return module.written(
        {
            GLOBAL: _with(module.section(GLOBAL), ZERO),
            EXPORT: _with(module.section(EXPORT), export(NOTES, GLOBALS, place)),
            CODE: vector([sized(_noting(body, nth, packed(place))) for nth, body in enumerate(module.bodies())]),
        }
    )


def _with(section: bytes, more: bytes) -> bytes:
    count, at = number(section, 0)
    return packed(count + 1) + section[at:] + more


def _noting(body: bytes, nth: int, place: bytes) -> bytes:
    """The body, which first puts a 1 where its own note is."""
    begins = code.start(body)
    return body[:begins] + b"\x23" + place + b"\x41\1\x3a\0" + packed(nth) + body[begins:]
