"""Joins Pyodide and our worker into one classic script, which starts from a blob: over http and from a folder alike."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from .cut.module import Module
from .cut.script import lean

ROOT = Path(__file__).resolve().parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
WORKER = ROOT / "wizard" / "web" / "worker.js"
DEFAULT_EXPORT = "export default _createPyodideModule;"
OWN_ADDRESS = "import.meta.url"
NO_IMPORT = "globalThis.importScripts &&= () => { throw new Error(); };\n"
"""pyodide.js tries importScripts to find out whether it runs in a classic worker, which it would refuse."""


def classic(module: str) -> str:
    """Pyodide's module as a classic script that leaves its maker in `createPyodideModule`.

    SystemExit with what is missing where a new Pyodide is put together otherwise.
    """
    bare = module.replace(DEFAULT_EXPORT, "").replace(OWN_ADDRESS, '""')
    if bare == module or re.search(r"\bexport (default|\{|const|function|async)|import\.meta", bare):
        sys.exit("engine: pyodide.asm.mjs no longer ends in the export that scripts/runtime/engine.py replaces")
    return f"const createPyodideModule = (() => {{ {bare}\nreturn _createPyodideModule; }})();\n"


def engine(module: Module) -> tuple[bytes, set[str]]:
    """The whole script, and the exports of Pyodide's WebAssembly that it uses."""
    loader = (PYODIDE / "pyodide.js").read_text(encoding="utf-8").replace("//# sourceMappingURL=pyodide.js.map", "")
    script, exports = lean((PYODIDE / "pyodide.asm.mjs").read_text(encoding="utf-8"), loader, module)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    none = f"const pyodideLock = {json.dumps({'info': lock['info'], 'packages': {}})};\n"
    return (NO_IMPORT + none + classic(script) + loader + WORKER.read_text(encoding="utf-8")).encode(), exports
