"""The offline bundle, made now and unpacked."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def dist():
    """The folder with the made files."""
    command = [sys.executable, ROOT / "scripts" / "build_bundle.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return ROOT / "dist"


@pytest.fixture(scope="session")
def folder(dist, tmp_path_factory):
    """The unpacked folder."""
    place = tmp_path_factory.mktemp("bundle")
    (packed,) = dist.glob("*-offline.zip")
    with zipfile.ZipFile(packed) as zipped:
        zipped.extractall(place)
    return place / "five-links"
