"""How long the pages take to build as the ledger grows: the English site with 1, 4 and 16 times the claims.

Each size is a copy of what MkDocs reads, in a folder of its own; the copies of a claim bear ids of their own. Growth in
proportion to pages means that the added time divided by the added bytes of HTML stays the same.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
READ = (
    "docs",
    "wizard",
    "scripts",
    "seeds",
    "tests/cases",
    "mkdocs.yml",
    "mkdocs.en.yml",
    "build/boot.json",
    "build/slides.json",
)
TIMES = (1, 4, 16)
RUNS = 7
CLAIM = re.compile(r"(?m)^(?=- id: )")


def grown(folder: Path, times: int) -> int:
    """Copies the sources and repeats each claim; gives how many claims there are."""
    for name in READ:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    count = 0
    for path in sorted((folder / "wizard" / "catalogue" / "claims").glob("[!u]*.yaml")):
        head, *claims = CLAIM.split(path.read_text(encoding="utf-8"))
        count += len(claims) * times
        copies = [claim if not n else claim.replace("\n", f"_{n}\n", 1) for n in range(times) for claim in claims]
        path.write_text(head + "".join(f"{claim.rstrip()}\n" for claim in copies), encoding="utf-8")
    return count


def build(folder: Path) -> tuple[float, int]:
    """Seconds of one build, and the bytes of its pages. CalledProcessError where MkDocs fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean", "--config-file", "mkdocs.en.yml"]
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    return seconds, sum(path.stat().st_size for path in (folder / "site" / "en").rglob("*.html"))


def table() -> str:
    """Medians by size, taken in turns, with the growth against the ledger as it is."""
    lines = [
        "### Building the English pages",
        "",
        "| claims | runs | median s | min | max | times as long | kB of HTML | ms per kB |",
    ]
    lines.append("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        folders = {times: Path(place) / str(times) for times in TIMES}
        counts = {times: grown(folder, times) for times, folder in folders.items()}
        taken: dict[int, list[float]] = {times: [] for times in TIMES}
        size: dict[int, int] = {}
        for _ in range(RUNS):
            for times, folder in folders.items():
                seconds, size[times] = build(folder)
                taken[times].append(seconds)
    first, small = median(taken[1]), size[1]
    for times in TIMES:
        took = median(taken[times])
        more = size[times] - small
        rate = f"{(took - first) / more * 1e6:.2f} more" if more else f"{took / small * 1e6:.2f}"
        lines.append(
            f"| {times}x: {counts[times]} | {RUNS} | {took:.1f} | {min(taken[times]):.1f} | {max(taken[times]):.1f} "
            f"| {took / first:.2f} "
            f"| {size[times] / 1000:.0f} | {rate} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table())
