"""The runtime's files as text, since a page without a server may run scripts but not fetch."""

from __future__ import annotations

from functools import cache
from pathlib import Path

BITS = 13
LETTERS = [chr(code) for code in range(33, 127) if chr(code) not in '"<\\']
"""91 printable letters that end no script and no string. Two of them carry 13 bits: 8 % less than base64."""
PAIRS = {f"{value:0{BITS}b}": LETTERS[value // 91] + LETTERS[value % 91] for value in range(1 << BITS)}
SURPLUS = LETTERS[0]


@cache
def text(packed: bytes) -> str:
    """The bytes as text, two letters for each 13 bits; a single last letter tells that the last byte is none."""
    bits = bin(int.from_bytes(b"\1" + packed, "big"))[3:]
    bits += "0" * (-len(bits) % BITS)
    surplus = len(bits) // 8 - len(packed)
    return "".join(PAIRS[bits[at : at + BITS]] for at in range(0, len(bits), BITS)) + SURPLUS * surplus


def write(names: list[str], runtime: Path, folder: Path) -> None:
    """Each file as a script that hands its text over to held.js under the file's name."""
    for name in names:
        packed = (runtime / f"{name}.gz").read_bytes()
        (folder / f"{name}.js").write_text(f'wizardHeld["{name}"] = "{text(packed)}";\n', encoding="ascii")
