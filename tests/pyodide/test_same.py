"""The same advice, byte for byte, in CPython and in real Pyodide, for every firm case in both languages."""

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from wizard.advice import advise
from wizard.answers import check
from wizard.loading import load
from wizard.model import LANGUAGES
from wizard.output import json_text

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))


@pytest.fixture(scope="module")
def in_pyodide():
    """The advice texts that Pyodide under node gives for all cases: by case name and language."""
    jobs, keys = [], []
    for path in CASES:
        answers = yaml.safe_load(path.read_text(encoding="utf-8"))["answers"]
        for lang in LANGUAGES:
            keys.append((path.stem, lang))
            jobs.append({"answers": answers, "lang": lang, "on": ""})
    node = ROOT / ".venv" / "bin" / "node"
    done = subprocess.run(
        [node, HERE / "advise.mjs", ROOT / "build" / "runtime"],
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(zip(keys, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_case_gives_the_same_bytes(path, lang, in_pyodide):
    catalogue = load()
    answers = check(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"], catalogue).answers
    here = json_text(advise(answers, catalogue, lang, catalogue.general.reviewed))
    assert in_pyodide[path.stem, lang] == here
