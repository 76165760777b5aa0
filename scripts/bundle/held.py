"""The runtime's files as text, since a page without a server may run scripts but not fetch."""

from __future__ import annotations

import base64
from pathlib import Path


def text(packed: bytes) -> str:
    """What is gzip already, as base64."""
    return base64.b64encode(packed).decode("ascii")


def write(names: list[str], runtime: Path, folder: Path) -> None:
    """Each file as a script that hands its text over to held.js under the file's name."""
    for name in names:
        packed = (runtime / f"{name}.gz").read_bytes()
        (folder / f"{name}.js").write_text(f'wizardHeld["{name}"] = "{text(packed)}";\n', encoding="ascii")
