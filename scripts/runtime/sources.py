"""What goes into the archives that a browser loads: the wizard with its data, and libraries for rare wishes."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import htpy
import markupsafe

from wizard.source import read_file, read_folder

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "wizard" / "catalogue"
ON_DEMAND = {"segno": ["segno"], "icalendar": ["icalendar", "dateutil", "tzdata", "typing_extensions"]}
"""Libraries that are fetched only when they are asked for, each with what it needs."""
ROOM = ("cohort", "workshop")
"""Packages of the wizard that only the workshop's page runs; they make the archive "workshop"."""
ROOM_TEXTS = "texts/workshop.yaml"
ENTRY = ("app/entry.py", "app/entering.py", "views/entry.py", "paper.py", "cohort/__init__.py", "cohort/room.py")
"""Modules of the wizard that typing in paper answers runs besides; they make the archive "entry"."""
PAGE_TEXTS = ("architecture", "ask", "kit", "pages")
"""Files of texts that a browser never says."""
LEFT_OUT = {"__main__.py", "cli.py", "ask.py", "check.py", "source.py", "report_checks.py"}
"""Modules of the command line and of checking, which a browser never runs."""


def wizard() -> list[tuple[str, bytes]]:
    """Path and content of every file of the wizard and of what it always imports, in the order of their paths."""
    data = read_folder(CATALOGUE)
    for heavy in ("claims", "glossary", "pages"):
        data.pop(heavy)
    for name in (ROOM_TEXTS, *(f"texts/{name}.yaml" for name in PAGE_TEXTS)):
        for id in read_file(CATALOGUE / name):
            data["texts"].pop(id)
    files = {"wizard/catalogue.json": json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()}
    packages = [(ROOT / "wizard", "wizard"), (Path(htpy.__file__).parent, "htpy")]
    packages.append((Path(markupsafe.__file__).parent, "markupsafe"))
    for folder, name in packages:
        for path in folder.rglob("*.py"):
            place = path.relative_to(folder)
            apart = place.name in LEFT_OUT or place.parts[0] in ("checks", "pages", *ROOM) or place.as_posix() in ENTRY
            if not (name == "wizard" and apart):
                files[f"{name}/{place.as_posix()}"] = path.read_bytes()
    return sorted(files.items())


def workshop() -> list[tuple[str, bytes]]:
    """Path and content of what the workshop's page needs beyond the wizard's."""
    claims = [claim for claim in read_folder(CATALOGUE)["claims"] if claim["kind"] == "policy"]
    sample = CATALOGUE / "sample_room.json"
    data = {
        "texts": read_file(CATALOGUE / ROOM_TEXTS),
        "claims": [claim for claim in claims if any(locator.startswith("4.") for locator in claim["locators"])],
        "sample": sample.read_text(encoding="utf-8") if sample.is_file() else "",
    }
    files = {"wizard/cohort/room.json": json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()}
    for name in ROOM:
        for path in (ROOT / "wizard" / name).rglob("*.py"):
            files[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    return sorted(files.items())


def entry() -> list[tuple[str, bytes]]:
    """Path and content of what the page for typing in paper answers needs beyond the wizard's."""
    return [(f"wizard/{place}", (ROOT / "wizard" / place).read_bytes()) for place in sorted(ENTRY)]


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
    """Every archive by name: "wizard", one for each page with more than that, and one for each library."""
    return {"wizard": wizard(), "workshop": workshop(), "entry": entry()} | {name: library(name) for name in ON_DEMAND}
