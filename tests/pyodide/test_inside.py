"""The project's own unit tests inside stock Pyodide, and the published wheel loaded as others would load it."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from wizard import bridge

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
NODE = ROOT / ".venv" / "bin" / "node"
TOOLS = "coloraide|concurrent|hypothesis|prompt_toolkit|subprocess|questionary|rich|z3|test_cli|wizard.check"
ELSEWHERE = re.compile(rf"^\s*(?:import|from) (?:{TOOLS})\b", re.MULTILINE)
"""Tests of the command line and of checking, and those that need tools that do not run in a browser."""
LONG = ("hundreds", "any_keys", "numbers_finer", "every_dated_entry")
"""Tests of many firms, or of reading all YAML: they take minutes in WebAssembly."""


def run(*command, **options):
    """Runs a command; its output."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False, **options)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return done.stdout


def test_unit_tests_pass_inside_pyodide():
    files = sorted((ROOT / "tests" / "unit").glob("test_*.py"))
    fitting = [path for path in files if not ELSEWHERE.search(path.read_text(encoding="utf-8"))]
    assert len(fitting) >= 12
    names = [path.relative_to(ROOT).as_posix() for path in fitting]
    told = run(NODE, HERE / "inside.mjs", ROOT, ROOT / ".venv" / "inside", "-k", f"not ({' or '.join(LONG)})", *names)
    assert int(re.search(r"(\d+) passed", told)[1]) > 800 and "failed" not in told


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """The folder with the published wheels and their lock file, made twice with the same bytes."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import build_wheels

    out, again, work = (tmp_path_factory.mktemp(name) for name in ("out", "again", "work"))
    build_wheels.write(out, work)
    build_wheels.write(again, work)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == {p.name: p.read_bytes() for p in again.iterdir()}
    return out


def test_the_published_wheel_gives_the_same_advice(wheels):
    answers = json.dumps({"sector": "rail", "funding_gap": "severe"})
    told = run(NODE, HERE / "published.mjs", wheels, input=answers)
    assert told.strip() == bridge.advise(answers, "en", "").strip()


def test_the_lock_file_names_each_wheel_with_its_digest(wheels):
    packages = json.loads((wheels / "pyodide-lock.json").read_text())["packages"]
    assert {entry["file_name"] for entry in packages.values()} == {p.name for p in wheels.glob("*.whl")}
    for entry in packages.values():
        assert entry["sha256"] == hashlib.sha256((wheels / entry["file_name"]).read_bytes()).hexdigest()
