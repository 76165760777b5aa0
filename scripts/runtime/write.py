"""Writes the runtime's files under names that change with their content, and the list that the page checks them by."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import brotli
import zopfli.gzip

from . import engine, sources, trim, whole_path
from .cut import cut
from .cut.module import Module

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "wizard" / "web"
IDIOMORPH = ROOT / "node_modules" / "idiomorph" / "dist" / "idiomorph.min.js"
JSQR = ROOT / "node_modules" / "jsqr" / "dist" / "jsQR.js"
DOCX = ROOT / "node_modules" / "docx" / "dist" / "index.iife.js"
WASM = ROOT / "node_modules" / "pyodide" / "pyodide.asm.wasm"
EPOCH = (1980, 1, 1, 0, 0, 0)


class File(NamedTuple):
    """A file of the runtime: its key in the list, its kind, its content."""

    key: str
    suffix: str
    content: bytes

    @property
    def name(self) -> str:
        """Key, first letters of the digest, kind: a name that stands for this content alone."""
        return f"{self.key}.{hashlib.sha256(self.content).hexdigest()[:12]}{self.suffix}"

    @property
    def entry(self) -> dict[str, str | int]:
        """What the page is told of it; the digest as subresource integrity writes it."""
        digest = base64.b64encode(hashlib.sha256(self.content).digest()).decode()
        return {"name": self.name, "bytes": len(self.content), "sha256": digest}


def page_script(*sources: str) -> File:
    """The script of the wizard's page; `sources` are what comes before: "held", "folder" and "start" in a folder."""
    parts = [IDIOMORPH, *(WEB / f"{source}.js" for source in sources), WEB / "page.js"]
    return File("page", ".js", b"\n".join(part.read_bytes() for part in parts))


def entry_script(*sources: str) -> File:
    """The script of the page for typing in paper answers; `sources` as above."""
    parts = [*(WEB / f"{source}.js" for source in sources), WEB / "entry.js"]
    return File("entry-page", ".js", b"\n".join(part.read_bytes() for part in parts))


def starter() -> str:
    """The script that stands in the pages themselves where a server is, so that Python starts before they are read."""
    return "".join((WEB / f"{source}.js").read_text(encoding="utf-8") for source in ("fetch", "start"))


def workshop_script() -> File:
    """What the workshop's page has beyond that: files, the camera, keys."""
    return File("room", ".js", (WEB / "workshop.js").read_bytes())


def archive(files: list[tuple[str, bytes]]) -> bytes:
    """A zip of stored files with fixed dates and rights, so that it depends on its content alone.

    Stored, not deflated: the server's compression does better over the whole archive, and nothing is inflated twice.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as zipped:
        for name, content in sorted(files):
            info = zipfile.ZipInfo(name, EPOCH)
            info.external_attr = 0o644 << 16
            zipped.writestr(info, content)
    return out.getvalue()


def parts(work: Path) -> list[File]:
    """What the page's script loads, by and by. SystemExit with one line where the npm packages are not there."""
    for needed in (WASM, IDIOMORPH, DOCX, JSQR):
        if not needed.is_file():
            sys.exit(f"runtime: {needed.relative_to(ROOT)} is missing; make site sets it up")
    archives = {name: archive(files) for name, files in trim.trimmed(sources.archives(), work / "trim").items()}
    whole = Module(WASM.read_bytes())
    script, exports = engine.engine(whole)
    ran = set(cut.observed(whole, _walk(script, archives, work / "cut"), work / "cut")["ran"])
    return [
        File("engine", ".js", script),
        File("wasm", ".wasm", cut.cut(whole, ran, exports)),
        File("whole", ".wasm", WASM.read_bytes()),
        *(File(name, ".zip", content) for name, content in archives.items()),
        File("scan", ".js", JSQR.read_bytes()),
        File("docx", ".js", DOCX.read_bytes() + b"\n" + (WEB / "word.js").read_bytes()),
        File("picture", ".js", (WEB / "picture.js").read_bytes()),
    ]


def _walk(script: bytes, archives: dict[str, bytes], work: Path) -> dict[str, Any]:
    """What cover.mjs needs to walk the wizard's whole path in the engine, with the files that it reads in `work`."""
    work.mkdir(parents=True, exist_ok=True)
    (work / "engine.js").write_bytes(script)
    for name, content in archives.items():
        (work / f"{name}.zip").write_bytes(content)
    return {
        "engine": str(work / "engine.js"),
        "archive": str(work / "wizard.zip"),
        "libraries": {name: str(work / f"{name}.zip") for name in archives if name != "wizard"},
        "requests": [json.loads(request) for request in whole_path.record()],
        "failing": [json.loads(request) for request in whole_path.FAILING if request],
    }


def gzipped(content: bytes) -> bytes:
    """As small as gzip can be had in a tolerable time; the same bytes each time."""
    return zopfli.gzip.compress(content, numiterations=1)


def write(files: list[File], folder: Path) -> None:
    """The files, each with its .br and .gz beside it for servers that send such. What is there under its name stays."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {f"{file.name}{packed}" for file in files for packed in ("", ".br", ".gz")}
    for path in folder.iterdir():
        if path.name not in names:
            path.unlink()
    for file in files:
        path = folder / file.name
        if not path.is_file():
            path.with_name(f"{file.name}.br").write_bytes(brotli.compress(file.content, quality=11, lgwin=24))
            path.with_name(f"{file.name}.gz").write_bytes(gzipped(file.content))
            path.write_bytes(file.content)
