"""For orientation: other ways to run Python in a page, each at a job of 50 rules. Bytes and times from a fresh browser.

The job is far smaller than ours (no questions, no evidence, no views), so these rows say what a way costs at least.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import brotli
import shaped
import start
from figures import told

HERE = Path(__file__).resolve().parent
PACKAGES = HERE / "node_modules"
PYODIDE = HERE.parent / "node_modules" / "pyodide"
STDLIB = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
JOB = """
firm = {"q%d" % n: (n * 7) % 5 for n in range(20)}
rules = [("rule %d" % n, "q%d" % (n % 20), n % 5, "q%d" % ((n * 3) % 20), n % 4) for n in range(50)]
met = [name for name, a, least, b, most in rules if firm[a] >= least and firm[b] <= most]
place = document.getElementById("wz") if hasattr(document, "getElementById") else document["wz"]
place.innerHTML = "<ul>" + "".join("<li>%s</li>" % name for name in met) + "</ul>"
place.setAttribute("data-place", "advice")
"""
HEAD = '<!doctype html><meta charset="utf-8"><title>other</title>{head}<div id="wz"></div>{body}'
SCRIPT = '<script type="module" src="core/core.js"></script>'
WAYS = {
    "PyScript with Pyodide": ("py", "pyodide/pyodide.mjs", "from pyscript import document\n"),
    "PyScript with MicroPython": ("mpy", "micropython/micropython.mjs", "from pyscript import document\n"),
}
BRYTHON = '<script src="brython/brython.min.js"></script>'


def pages(folder: Path) -> dict[str, str]:
    """Writes a page for each way, with its files and their .br; gives name and address within the folder."""
    shutil.copytree(PACKAGES / "@pyscript" / "core" / "dist", folder / "core", ignore=shutil.ignore_patterns("*.map"))
    shutil.copytree(PACKAGES / "@micropython" / "micropython-webassembly-pyscript", folder / "micropython")
    (folder / "pyodide").mkdir()
    for name in STDLIB:
        shutil.copyfile(PYODIDE / name, folder / "pyodide" / name)
    (folder / "brython").mkdir()
    shutil.copyfile(PACKAGES / "brython" / "brython.min.js", folder / "brython" / "brython.min.js")
    found = {}
    for nth, (name, (kind, interpreter, first)) in enumerate(WAYS.items()):
        config = json.dumps({"interpreter": f"/others/{interpreter}"})
        body = f"<script type=\"{kind}\" config='{config}'>{first}{JOB}</script>"
        (folder / f"{nth}.html").write_text(HEAD.format(head=SCRIPT, body=body), encoding="utf-8")
        found[name] = f"others/{nth}.html"
    body = f'<script type="text/python">from browser import document\n{JOB}</script>'
    (folder / "brython.html").write_text(HEAD.format(head=BRYTHON, body=body), encoding="utf-8")
    found["Brython"] = "others/brython.html"
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(path.read_bytes(), quality=9, lgwin=24))
    return found


def table(rounds: int = start.ROUNDS) -> str:
    """The table of this part."""
    folder = Path(tempfile.mkdtemp())
    rows = [
        f"### Others, at a job of 50 rules ({rounds} interleaved rounds, Chromium, loopback)\n",
        "| way | kB: median (min-max) | ms: median (min-max) |\n|---|---|---|",
    ]
    try:
        found = pages(folder / "others")
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in found}
        for _ in range(rounds):
            for name, page in found.items():
                line = shaped.Line()
                with shaped.served(folder, line) as top:
                    engine = start.drivers.Chromium()
                    try:
                        at = start.visit(engine, top + page)["at"]
                    finally:
                        engine.close()
                seen[name].append((sum(line.sent.values()) / 1e3, at))
        for name, runs in seen.items():
            rows.append(f"| {name} | {told([kb for kb, _ in runs])} | {told([ms for _, ms in runs])} |")
    finally:
        shutil.rmtree(folder)
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    print(table(1))
