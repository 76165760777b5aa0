"""The same replies, byte for byte, in CPython and in the runtime that is shipped, cut down as it is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from wizard import bridge
from wizard.model import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))
FIRMS = sorted((ROOT / "tests" / "ladder").glob("*.yaml"))
DATES = ("", "2024-06-01")
"""The rules of today and those they replaced."""

sys.path.insert(0, str(ROOT / "scripts"))
from runtime import whole_path  # noqa: E402


def answers(path):
    """The answers of a firm case, as JSON text."""
    return json.dumps(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"])


@pytest.fixture(scope="module")
def requests():
    """Every request of the wizard's whole path."""
    return whole_path.record()


def ladder_jobs():
    """Every whole firm in both languages by the rules of both dates."""
    return [
        {"answers": json.loads(answers(path)), "lang": lang, "on": on}
        for path in FIRMS
        for lang in LANGUAGES
        for on in DATES
    ]


@pytest.fixture(scope="module")
def shipped(requests):
    """What the shipped runtime says: {"advise", "ladder", "requests", "failed"}, each in the order of its jobs."""
    jobs = [{"answers": json.loads(answers(path)), "lang": lang, "on": ""} for path in CASES for lang in LANGUAGES]
    done = subprocess.run(
        [ROOT / ".venv/bin/node", HERE / "trimmed.mjs", ROOT / "build/runtime", ROOT / "build/boot.json"],
        input=json.dumps({"advise": jobs, "ladder": ladder_jobs(), "requests": requests}),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_case_gives_the_same_bytes(path, shipped):
    at = CASES.index(path) * len(LANGUAGES)
    for nth, lang in enumerate(LANGUAGES):
        assert shipped["advise"][at + nth] == bridge.advise(answers(path), lang, "")


def test_every_firm_stands_on_the_ladder_by_the_same_bytes(shipped):
    for job, told in zip(ladder_jobs(), shipped["ladder"], strict=True):
        assert told == bridge.ladder(json.dumps(job["answers"]), job["lang"], job["on"]), job


def test_the_whole_path_gives_the_same_bytes(requests, shipped):
    assert len(requests) > 100
    for request, reply in zip(requests, shipped["requests"], strict=True):
        assert reply == bridge.handle(request), request


def test_a_failure_in_python_ends_in_its_own_line(shipped):
    assert shipped["failed"].strip().splitlines()[-1].startswith("KeyError: ")
