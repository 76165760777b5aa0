"""Reads a function's code as far as is needed: where it begins, and which functions it calls."""

from __future__ import annotations

from .module import END, number, stop

CALL, REF_FUNC, MORE_CODES = 0x10, 0xD2, 0xFC
PLAIN, ONE, TWO = 0, 1, 2
"""How many numbers stand behind an instruction, for most of them."""
BEHIND = dict.fromkeys([0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, *range(0x45, 0xC5), 0xD1], PLAIN)
BEHIND |= dict.fromkeys([*range(0x07, 0x0A), 0x0C, 0x0D, CALL, 0x12, 0x14, 0x15, 0x18, *range(0x20, 0x27)], ONE)
BEHIND |= dict.fromkeys([0x02, 0x03, 0x04, 0x06, 0x3F, 0x40, 0x41, 0x42, 0xD0, REF_FUNC], ONE)
BEHIND |= dict.fromkeys([0x11, 0x13, *range(0x28, 0x3F)], TWO)
FIXED = {0x43: 4, 0x44: 8}
"""Bytes of a constant."""
LISTS = {0x0E: 1, 0x1C: 0}
"""Instructions with a list behind them, and what follows it: br_table with its default, select with types."""
MORE = {**dict.fromkeys(range(8), PLAIN), 8: TWO, 9: ONE, 10: TWO, 11: ONE, 12: TWO, 13: ONE, 14: TWO}
MORE |= dict.fromkeys(range(15, 18), ONE)
"""Instructions behind 0xFC."""


def start(body: bytes) -> int:
    """Where the code begins, behind the locals."""
    groups, at = number(body, 0)
    for _ in range(groups):
        _, at = number(body, at)
        if body[at] < 0x60:
            stop(f"locals of type {body[at]:#x}")
        at += 1
    return at


def calls(body: bytes) -> set[int]:
    """The functions that a body calls or names."""
    found: set[int] = set()
    at, end = start(body), len(body)
    code = value = 0
    while at < end:
        code = body[at]
        at += 1
        if code in BEHIND:
            for _ in range(BEHIND[code]):
                value, at = number(body, at)
            if code in (CALL, REF_FUNC):
                found.add(value)
        elif code in FIXED:
            at += FIXED[code]
        elif code in LISTS:
            count, at = number(body, at)
            for _ in range(count + LISTS[code]):
                _, at = number(body, at)
        elif code == MORE_CODES:
            value, at = number(body, at)
            if value not in MORE:
                stop(f"instruction 0xfc {value}")
            for _ in range(MORE[value]):
                _, at = number(body, at)
        else:
            stop(f"instruction {code:#x}")
    if at != end or code != END:
        stop("code that does not end where it should")
    return found
