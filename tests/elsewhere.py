"""Builds the site anew from the sources alone, in another folder, time zone and hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def built(folder: Path, *scripts: str, url: str = "", runtime: Path | None = None) -> None:
    """Copies the sources into `folder` and runs these build scripts there, in Lima's time, with a seed of its own.

    `url` is the public address. `runtime` is a `build` folder whose cut-down Python is taken over; without it, it is
    made anew. An AssertionError holds what a failing script printed.
    """
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in (name for name in names if name and (ROOT / name).is_file()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    if runtime:
        shutil.copytree(runtime, folder / "build", ignore=shutil.ignore_patterns("offline", "site.digest"))
    given = {"TZ": "America/Lima", "PYTHONHASHSEED": "4711", "PYTHONPATH": str(folder), "SITE_URL": url}
    for script in scripts:
        command = [ROOT / ".venv" / "bin" / "python", f"scripts/{script}.py"]
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **given}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
