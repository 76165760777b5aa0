"""Makes Material's search work from a folder: its index and its worker as scripts.

Material itself asks for search/search_index.js where the page comes from a file. Its worker cannot be started from a
file, so it is handed over as text, with what it would have imported, and started from a blob.
"""

from __future__ import annotations

import json
from pathlib import Path

from .pages import with_file

LUNR = ("lunr.stemmer.support.min.js", "lunr.multi.min.js", "lunr.zh.min.js")
"""What Material's worker imports for Chinese, in its order."""
SHIM = """(() => {
  const code = %s;
  const Real = Worker;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  Worker = class extends Real {
    constructor(asked) {
      super(String(asked).includes("/workers/search.") ? url : asked);
    }
  };
})();
"""


def index(folder: Path) -> None:
    """Rewrites the addresses in search_index.json so that they name files, and writes it as a script too."""
    path = folder / "search" / "search_index.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    for entry in found["docs"]:
        entry["location"] = with_file(entry["location"] or "./")
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(f"var __index = {text};\n", encoding="utf-8")


def worker(folder: Path) -> None:
    """Writes search/worker.js. IndexError where Material's worker is not there."""
    scripts = folder / "assets" / "javascripts"
    imported = [scripts / "lunr" / "min" / name for name in LUNR]
    needed = "\n".join(path.read_text(encoding="utf-8") for path in imported if path.is_file())
    own = next(iter((scripts / "workers").glob("search.*.min.js"))).read_text(encoding="utf-8")
    code = f"importScripts = () => {{}};\n{own}\n{needed}"
    (folder / "search" / "worker.js").write_text(SHIM % json.dumps(code), encoding="utf-8")
