"""What the start is measured against: stock Pyodide in a module worker, or on the page, with the wizard as a wheel."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
from runtime import sources  # noqa: E402

PYODIDE = ROOT / "node_modules" / "pyodide"
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
WORK = """import { loadPyodide } from "./pyodide.mjs";
export async function advise(request) {
  const pyodide = await loadPyodide();
  pyodide.unpackArchive(await (await fetch("wizard.whl")).arrayBuffer(), "wheel");
  return JSON.parse(pyodide.pyimport("wizard.bridge").handle(JSON.stringify(request)));
}
"""
WORKER = 'import { advise } from "./work.mjs"; onmessage = async ({ data }) => postMessage(await advise(data));'
SHOW = "(reply) => { wz.innerHTML = reply.html; wz.dataset.place = reply.place; wz.dataset.at = performance.now(); }"
PAGE = """<!doctype html><meta charset="utf-8"><title>stock</title><div id="wz"></div>
<script type="module">
const request = {request};
const show = {show};
{start}
</script>
"""
STARTS = {
    "worker": 'const worker = new Worker("worker.mjs", { type: "module" });'
    "worker.onmessage = ({ data }) => show(data); worker.postMessage(request);",
    "page": 'const { advise } = await import("./work.mjs"); show(await advise(request));',
}


def write(folder: Path, request: dict) -> None:
    """Writes the pages worker.html and page.html with all that they load, each file with its .br beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(PYODIDE / name, folder / name)
    with zipfile.ZipFile(folder / "wizard.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in sources.wizard():
            wheel.writestr(name, content)
    (folder / "work.mjs").write_text(WORK, encoding="utf-8")
    (folder / "worker.mjs").write_text(WORKER, encoding="utf-8")
    for name, start in STARTS.items():
        html = PAGE.format(request=json.dumps(request).replace("<", "\\u003c"), show=SHOW, start=start)
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    for path in sorted(folder.iterdir()):
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(path.read_bytes(), quality=11, lgwin=24))
