"""The runtime's files as text, since a page without a server may run scripts but not fetch."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

BOOT = re.compile(r'(?<=<script id="wz-boot" type="application/json">).*?(?=</script>)', re.DOTALL)


def text(packed: bytes) -> str:
    """What is gzip already, as base64."""
    return base64.b64encode(packed).decode("ascii")


def write(names: list[str], runtime: Path, folder: Path) -> None:
    """Each file as a script that hands its text over to held.js under the file's name."""
    for name in names:
        packed = (runtime / f"{name}.gz").read_bytes()
        (folder / f"{name}.js").write_text(f'wizardHeld["{name}"] = "{text(packed)}";\n', encoding="ascii")


def one_engine(boot: str) -> str:
    """The list of the runtime's files with the whole engine in place of the cut one: what is held needs no second."""
    told = json.loads(boot)
    told["files"]["wasm"] = told["files"].pop("whole")
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def with_one_engine(html: str) -> str:
    """A page with that list, if it starts Python at all."""
    return BOOT.sub(lambda found: one_engine(found[0]), html)
