"""The same sources give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("docs", "wizard", "scripts", "tests/cases", "seeds", "deploy", "requirements")
FILES = ("mkdocs.yml", "mkdocs.en.yml", "package.json", "package-lock.json", "pyproject.toml", "LICENSE", "LICENSE-TEXTS.md")
PLACES = (("here", "UTC", "0"), ("some/where else", "Asia/Shanghai", "4711"))
"""Folder, time zone and hash seed of each build."""


def build(folder: Path, zone: str, seed: str, *scripts: str, runtime: bool) -> dict[str, str]:
    """Builds in a copy of the sources; the digest of each file made. `runtime` says whether Python is cut down anew."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to((ROOT / name).resolve())
    if not runtime:
        shutil.copytree(ROOT / "build", folder / "build", ignore=shutil.ignore_patterns("offline", "site.digest"))
    given = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(folder), "SOURCE_DATE_EPOCH": "1764000000"}
    environment = {**os.environ, **given, "SITE_URL": "https://example.org/links/"}
    for script in scripts:
        command = [ROOT / ".venv" / "bin" / "python", f"scripts/{script}.py"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        time.sleep(1.1)
    made = [path for name in ("site", "dist") for path in (folder / name).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


def compared(tmp_path: Path, *scripts: str, runtime: bool) -> None:
    """Builds at both places and compares."""
    one, other = (
        build(tmp_path / place, zone, seed, *scripts, runtime=runtime) for place, zone, seed in PLACES
    )
    assert len(one) > 100
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert "site/.well-known/security.txt" in one and "site/zh/sitemap.xml" in one


def test_pages_and_bundle_built_in_two_folders_are_the_same(tmp_path):
    compared(tmp_path, "build_site", "build_bundle", runtime=False)


@pytest.mark.nightly
def test_site_and_bundle_built_twice_from_nothing_are_the_same(tmp_path):
    compared(tmp_path, "build_site", "build_bundle", runtime=True)
