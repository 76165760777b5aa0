"""Cuts Python's standard library down to what the wizard uses, as bytecode."""

from __future__ import annotations

import json
import marshal
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from . import whole_path

ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
STOCK = ROOT / "node_modules" / "pyodide" / "python_stdlib.zip"
INSTEAD = Path(__file__).with_name("instead")
"""Small modules that stand in for heavy ones, of which start-up and the wizard use little or nothing."""
IMPORTER = Path(__file__).with_name("sitecustomize.py")
MODULES = "modules"
"""The name that the importer looks for: FILE there, which cannot be imported without being one."""
FIRST = ("encodings/", "sitecustomize.")
"""What Python imports before it has the importer."""
HEAD = 16
"""Bytes of a .pyc before its code."""
MOST_FIELDS = 30
"""Of a named tuple; where one has more, Pyodide says so when it runs the wizard's whole path."""


def zipped(path: Path, files: list[tuple[str, bytes]]) -> None:
    """An archive for Pyodide under node to import from."""
    with zipfile.ZipFile(path, "w") as out:
        for name, content in files:
            out.writestr(name, content)


def library() -> list[tuple[str, bytes]]:
    """Pyodide's standard library, as it comes, with what stand-ins need and the importer, which holds nothing yet."""
    more = [("_makers.py", makers()), (IMPORTER.name, IMPORTER.read_bytes()), (MODULES, modules([]))]
    with zipfile.ZipFile(STOCK) as stock:
        return [*more, *((name, stock.read(name)) for name in stock.namelist())]


def modules(compiled: list[tuple[str, bytes]]) -> bytes:
    """The file of sitecustomize.py, for .pyc files by their paths; in the second format, the same each time."""
    held = {}
    for path, content in compiled:
        package, _, module = path.removesuffix(".pyc").replace("/", ".").rpartition(".__init__")
        held[package or module] = (path, bool(package), content[HEAD:])
    return marshal.dumps(held, 2)


def makers() -> bytes:
    """A module that holds, for each number of fields, a function that makes such a tuple."""
    fields = [f"f{at}, " for at in range(MOST_FIELDS)]
    each = [
        f"lambda cls, {''.join(fields[:size])}: new(cls, ({''.join(fields[:size])}))" for size in range(MOST_FIELDS)
    ]
    return f"new = tuple.__new__\nMAKERS = ({', '.join(each)})\n".encode()


def mended(archives: dict[str, list[tuple[str, bytes]]]) -> dict[str, list[tuple[str, bytes]]]:
    """The archives with the stand-ins. SystemExit where one stands in for a module that none of them has."""
    instead = {path.relative_to(INSTEAD).as_posix(): path.read_bytes() for path in INSTEAD.rglob("*.py")}
    there = {name for files in archives.values() for name, _ in files}
    if unknown := sorted(instead.keys() - there):
        sys.exit(f"trim: runtime/instead has {unknown[0]}, for which there is no module any more")
    return {name: [(path, instead.get(path, content)) for path, content in files] for name, files in archives.items()}


def trimmed(sources: dict[str, list[tuple[str, bytes]]], work: Path) -> dict[str, list[tuple[str, bytes]]]:
    """From the sources of each archive, by path, to the bytecode that is shipped, with the standard library's part.

    `sources["wizard"]` holds the wizard and its data; the others are libraries fetched on demand. Files that are not
    Python go along unchanged. SystemExit with what Pyodide said where it fails.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name, files in mended(sources | {"library": library()}).items():
        zipped(work / f"{name}.zip", files)
    archives = {name: str(work / f"{name}.zip") for name in sources}
    job = {"library": str(work / "library.zip"), "archives": archives}
    job |= {"requests": whole_path.record(), "failing": whole_path.FAILING}
    (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
    command = [NODE, Path(__file__).with_name("trim.mjs"), work / "job.json", work / "out"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"trim: Pyodide could not run the wizard's whole path:\n{done.stderr[-2000:]}")
    found = {}
    for name, files in sources.items():
        folder = work / "out" / name
        compiled = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*.pyc")]
        data = [(path, content) for path, content in files if not path.endswith(".py")]
        found[name] = sorted(compiled + data)
    held, apart = [], []
    for path, content in found["wizard"]:
        (held if path.endswith(".pyc") and not path.startswith(FIRST) else apart).append((path, content))
    return found | {"wizard": [*apart, (MODULES, modules(held))]}
