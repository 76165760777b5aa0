"""What goes into the archives that a browser loads: the wizard with its data, and libraries for rare wishes."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import htpy
import markupsafe

from wizard.source import read_file, read_folder

ROOT = Path(__file__).resolve().parents[2]
ON_DEMAND = {"segno": ["segno"], "icalendar": ["icalendar", "dateutil", "tzdata", "typing_extensions"]}
"""Libraries that are fetched only when they are asked for, each with what it needs."""
PARTS = {
    "entry": ("app/entry.py", "app/entering.py", "views/entry.py", "paper.py", "cohort/__init__.py", "cohort/room.py")
}
"""Parts of the wizard that only one page uses, fetched in the same way."""
PAGE_TEXTS = ("architecture", "ask", "kit", "pages")
"""Files of texts that a browser never says."""
LEFT_OUT = {"__main__.py", "cli.py", "ask.py", "check.py", "source.py", "report_checks.py"}
"""Modules of the command line and of checking, which a browser never runs."""
UNSHIPPED = ("checks", "pages", "cohort")
"""Folders of which a browser gets at most PARTS."""


def wizard() -> list[tuple[str, bytes]]:
    """Path and content of every file of the wizard and of what it always imports, in the order of their paths."""
    data = read_folder(ROOT / "wizard" / "catalogue")
    for heavy in ("claims", "glossary", "pages"):
        data.pop(heavy)
    for name in PAGE_TEXTS:
        for id in read_file(ROOT / "wizard" / "catalogue" / "texts" / f"{name}.yaml"):
            data["texts"].pop(id)
    files = {"wizard/catalogue.json": json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()}
    packages = [(ROOT / "wizard", "wizard"), (Path(htpy.__file__).parent, "htpy")]
    packages.append((Path(markupsafe.__file__).parent, "markupsafe"))
    elsewhere = {place for places in PARTS.values() for place in places}
    for folder, name in packages:
        for path in folder.rglob("*.py"):
            place = path.relative_to(folder)
            apart = place.name in LEFT_OUT or place.parts[0] in UNSHIPPED or place.as_posix() in elsewhere
            if not (name == "wizard" and apart):
                files[f"{name}/{place.as_posix()}"] = path.read_bytes()
    return sorted(files.items())


def part(name: str) -> list[tuple[str, bytes]]:
    """The files of a part of the wizard."""
    return [(f"wizard/{place}", (ROOT / "wizard" / place).read_bytes()) for place in sorted(PARTS[name])]


def library(name: str) -> list[tuple[str, bytes]]:
    """The files of an on-demand library with what it imports, without its tests."""
    files = {}
    for package in ON_DEMAND[name]:
        spec = find_spec(package)
        if spec.submodule_search_locations is None:
            files[f"{package}.py"] = Path(spec.origin).read_bytes()
            continue
        folder = Path(spec.origin).parent
        for path in folder.rglob("*.py"):
            place = path.relative_to(folder)
            if not set(place.parts) & {"tests", "fuzzing", "zoneinfo"}:
                files[f"{package}/{place.as_posix()}"] = path.read_bytes()
    if "tzdata" in ON_DEMAND[name]:
        zones = Path(find_spec("tzdata").origin).parent / "zoneinfo"
        files |= {f"tzdata/zoneinfo/{zone}": (zones / zone).read_bytes() for zone in ("__init__.py", "UTC")}
    return sorted(files.items())


def archives() -> dict[str, list[tuple[str, bytes]]]:
    """Every archive by name: "wizard", and one for each library."""
    return {"wizard": wizard()} | {name: library(name) for name in ON_DEMAND} | {name: part(name) for name in PARTS}
