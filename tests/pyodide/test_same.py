"""The same replies, byte for byte, in CPython and in the runtime that is shipped, cut down as it is."""

import functools
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from wizard import bridge
from wizard.answer_code import encode
from wizard.answers import check
from wizard.loading import load
from wizard.model import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))

sys.path.insert(0, str(ROOT / "scripts"))
from runtime import whole_path  # noqa: E402


def asked(place, lang, **more):
    """A request as the page sends it, as text."""
    request = {"lang": lang, "state": "", "from": "", "pairs": [], "place": place, "do": "", "today": whole_path.DATE}
    return json.dumps(request | more, ensure_ascii=False)


@functools.cache
def requests_of(path):
    """What a visitor with this firm's answers asks, in both languages: the advice, and its figures as JSON."""
    catalogue = load()
    answers = check(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"], catalogue).answers
    found = []
    for lang in LANGUAGES:
        first = asked(f"open/{encode(answers, catalogue)}", lang)
        state = json.loads(bridge.handle(first))["state"]
        found += [first, asked("advice", lang, state=state, do="export:json", **{"from": "advice"})]
    return found


@pytest.fixture(scope="module")
def shipped():
    """What the shipped runtime says: {"replies": {request: reply}, "failed": text}."""
    requests = [request for path in CASES for request in requests_of(path)] + whole_path.record()
    done = subprocess.run(
        [ROOT / ".venv/bin/node", HERE / "trimmed.mjs", ROOT / "build/runtime", ROOT / "build/boot.json"],
        input=json.dumps(requests),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    return {"replies": dict(zip(requests, told["replies"], strict=True)), "failed": told["failed"]}


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_case_gives_the_same_bytes(path, shipped):
    for request in requests_of(path):
        reply = bridge.handle(request)
        assert shipped["replies"][request] == reply
        assert len(json.loads(reply)["html"]) > 5_000


def test_the_whole_path_gives_the_same_bytes(shipped):
    requests = whole_path.record()
    assert len(requests) > 100
    for request in requests:
        assert shipped["replies"][request] == bridge.handle(request), request


def test_a_failure_in_python_ends_in_its_own_line(shipped):
    assert shipped["failed"].strip().splitlines()[-1].startswith("KeyError: ")
