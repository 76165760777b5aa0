"""Puts together what the wizard's page loads: our scripts, Pyodide, and the wizard itself as one archive.

Writes build/runtime/* and build/boot.json (the files to load, with sizes and digests). The archive is made the same,
byte for byte, from the same sources.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import htpy
import markupsafe

from wizard.source import read_folder

ROOT = Path(__file__).resolve().parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
IDIOMORPH = ROOT / "node_modules" / "idiomorph" / "dist" / "idiomorph.min.js"
DOCX = ROOT / "node_modules" / "docx" / "dist" / "index.iife.js"
SHIPPED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOADED = ("pyodide.asm.wasm", "python_stdlib.zip", "lock.json", "wizard.zip")
"""What the worker fetches with a progress bar; the rest is fetched by the browser itself as scripts."""
ON_DEMAND = {"segno": ["segno"], "icalendar": ["icalendar", "dateutil", "tzdata", "typing_extensions"]}
"""Libraries that are fetched only when they are asked for, each with what it needs."""
LEFT_OUT = {"__main__.py", "cli.py", "ask.py", "check.py", "source.py", "report_checks.py"}
"""Modules of the command line and of checking, which a browser never runs."""
EPOCH = (1980, 1, 1, 0, 0, 0)


def sources() -> list[tuple[str, bytes]]:
    """Name and content of every file in the wizard's archive, in the order of their names."""
    data = read_folder(ROOT / "wizard" / "catalogue")
    for heavy in ("claims", "glossary", "pages"):
        data.pop(heavy)
    files = {"wizard/catalogue.json": json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()}
    packages = [(ROOT / "wizard", "wizard"), (Path(htpy.__file__).parent, "htpy")]
    packages.append((Path(markupsafe.__file__).parent, "markupsafe"))
    for folder, name in packages:
        for path in folder.rglob("*.py"):
            place = path.relative_to(folder)
            if not (name == "wizard" and (place.name in LEFT_OUT or place.parts[0] in ("checks", "pages"))):
                files[f"{name}/{place.as_posix()}"] = path.read_bytes()
    return sorted(files.items())


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


def archive(path: Path, files: list[tuple[str, bytes]]) -> None:
    """A zip with fixed dates and rights, so that it depends on its content alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, content in files:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            out.writestr(info, content)


def write(out: Path) -> None:
    """Writes OUT/runtime and OUT/boot.json. SystemExit with one line where the npm packages are not there."""
    if not PYODIDE.is_dir() or not IDIOMORPH.is_file():
        sys.exit("build_runtime: node_modules is missing; make site sets it up")
    folder = out / "runtime"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("page.js", "word.js", "worker.js"):
        shutil.copyfile(ROOT / "wizard" / "web" / name, folder / name)
    shutil.copyfile(IDIOMORPH, folder / "idiomorph.js")
    shutil.copyfile(DOCX, folder / "docx.js")
    for name in SHIPPED:
        shutil.copyfile(PYODIDE / name, folder / name)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    (folder / "lock.json").write_text(json.dumps({"info": lock["info"], "packages": {}}), encoding="utf-8")
    archive(folder / "wizard.zip", sources())
    for name in ON_DEMAND:
        archive(folder / f"{name}.zip", library(name))
    files = []
    for name in LOADED:
        content = (folder / name).read_bytes()
        files.append({"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
    (out / "boot.json").write_text(json.dumps(files), encoding="utf-8")
