"""Measures, side by side in one run: medians with minimum and maximum. Nothing here passes or fails.

Usage: run.py [PART...]. Each part prints a Markdown table and leaves it in benchmarks/results/PART.md, with date,
versions and the machine's load, since machines are noisy.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
PARTS = ("advice", "rules", "next_view", "pages", "workshop", "load", "others", "start")
BROWSERS = {"Chromium": ("chromium",), "Firefox": ("firefox-esr", "firefox"), "WebKitGTK": ("WebKitWebDriver",)}


def versions() -> list[str]:
    """Python, Pyodide and each browser that is there."""
    pyodide = json.loads((HERE.parent / "node_modules" / "pyodide" / "package.json").read_text(encoding="utf-8"))
    found = [f"Python {platform.python_version()}", f"Pyodide {pyodide['version']}"]
    for name, commands in BROWSERS.items():
        command = next(filter(None, map(shutil.which, commands)), None)
        if command:
            said = subprocess.run([command, "--version"], capture_output=True, text=True, check=False).stdout.split()
            found.append(f"{name} {next((word for word in said if word[0].isdigit()), 'of an unknown version')}")
    return found


def about() -> str:
    """One line on when and where."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    busy = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return f"{now}; {', '.join(versions())}; {platform.machine()}, {os.cpu_count()} cores, load {busy}."


def main() -> int:
    """Runs the parts that are asked for, or all; 2 for a part that there is not."""
    asked = sys.argv[1:] or list(PARTS)
    if unknown := set(asked) - set(PARTS):
        print(f"run: there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    RESULTS.mkdir(exist_ok=True)
    for nth, part in enumerate(asked, 1):
        print(f"[{nth}/{len(asked)}] {part} ...", file=sys.stderr, flush=True)
        began, where = time.monotonic(), about()
        table = importlib.import_module(part).table()
        print(f"{table}\n{where} {time.monotonic() - began:.0f} s.\n", flush=True)
        (RESULTS / f"{part}.md").write_text(f"{table}\n{where}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
