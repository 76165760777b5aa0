"""Makes dist/pyodide/: the wizard's wheel, what it needs, and a pyodide-lock.json, for other people's Pyodide pages.

Usage: python scripts/build_wheels.py     (make bundle runs it). Same sources, same bytes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from wheels import staged

ROOT = Path(__file__).resolve().parent.parent
NODE = ROOT / ".venv" / "bin" / "node"
TOOLS = ROOT / ".venv" / "inside"
STOCK = ROOT / "node_modules" / "pyodide" / "pyodide-lock.json"
EPOCH = "315532800"
"""1980-01-01, the earliest date that a zip knows."""


def write(out: Path, work: Path) -> None:
    """Writes the wheels and the lock into `out`. SystemExit with what Pyodide said where it fails."""
    for folder in (out, work):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    for wheel, files in staged.wheels().items():
        for name, content in files.items():
            path = work / wheel / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    env = {**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", EPOCH)}
    command = [NODE, ROOT / "scripts" / "wheels" / "make.mjs", TOOLS, work, STOCK, out]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"build_wheels: Pyodide could not make them:\n{done.stderr[-2000:]}")


if __name__ == "__main__":
    write(ROOT / "dist" / "pyodide", ROOT / "build" / "wheels")
    print("\n".join(path.name for path in sorted((ROOT / "dist" / "pyodide").iterdir())))
