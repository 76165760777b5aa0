"""Puts together what the wizard's page loads: our scripts, Pyodide, and Python cut down to what the wizard uses.

Writes build/runtime/* and build/boot.json: {"page", "workshop", "entry": names of the pages' scripts,
"files": {KEY: {name, bytes, sha256}}}.
The same sources give the same bytes; where they have not changed, nothing is done (compressing takes a minute).
"""

from __future__ import annotations

import hashlib
import json
from importlib import metadata
from pathlib import Path

from runtime import write as runtime

ROOT = Path(__file__).resolve().parent.parent
STAMP = "runtime.digest"
PACKAGES = ("htpy", "markupsafe", "segno", "icalendar", "python-dateutil", "tzdata", "brotli", "zopfli")


def inputs() -> str:
    """One value for everything that the runtime is made of."""
    files = [ROOT / "package-lock.json", ROOT / "tests" / "cases" / "bearing_maker_for_rail.yaml"]
    for folder in ("wizard", "scripts/runtime"):
        files += (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    digest = hashlib.sha256("".join(f"{name}=={metadata.version(name)}\n" for name in PACKAGES).encode())
    for path in sorted(files):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def write(out: Path) -> None:
    """Writes OUT/runtime and OUT/boot.json, unless they are there and made from the same sources."""
    now, stamp = inputs(), out / STAMP
    if stamp.is_file() and stamp.read_text() == now:
        return
    stamp.unlink(missing_ok=True)
    print("Cutting Python down to what the wizard uses ...", flush=True)
    parts = runtime.parts(out)
    pages = {
        "page": runtime.page_script(),
        "workshop": runtime.workshop_script(),
        "entry": runtime.entry_script(),
    }
    runtime.write([*pages.values(), *parts], out / "runtime")
    boot = {name: page.name for name, page in pages.items()} | {"files": {file.key: file.entry for file in parts}}
    (out / "boot.json").write_text(json.dumps(boot), encoding="utf-8")
    stamp.write_text(now)
