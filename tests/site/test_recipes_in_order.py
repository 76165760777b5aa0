"""The recipes of CONTRIBUTING.md followed to their ends in a copy of the sources: what they make holds together."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from elsewhere import ROOT, built

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMANDS = [line.strip() for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
CASE = """name: {zh: "试", en: "A trial"}
story: {zh: "试", en: "A trial"}
answers: {has_export_desk: first}
expect: {order: [fill, strengthen, stabilize, connect, optimize], actions: [ask_a_neighbor]}
why: {zh: "试", en: "A trial"}
evidence: ["3.1.p1.s1"]
"""


def command(*words: str) -> str:
    """The one command of the recipes with these words in it, as it is written there."""
    (found,) = {line for line in COMMANDS if all(word in line for word in words)}
    return found


def run(folder: Path, line: str) -> str:
    """Runs a command as written; gives what it printed. An AssertionError where it fails."""
    done = subprocess.run(
        shlex.split(line),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def change(path: Path, old: str, new: str) -> None:
    """One edit, as a person would make it."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The sources in another folder."""
    folder = tmp_path_factory.mktemp("copy")
    built(folder)
    return folder


@pytest.mark.judge
def test_an_action_a_question_a_rule_and_a_page(copy):
    """One after the other, since the new question asks whom the new action is offered to. What follows stands on it."""
    run(copy, command("new.py action"))
    run(copy, command("new.py question"))
    run(copy, command("new.py instrument"))
    run(copy, command("new.py page"))
    action = copy / "wizard" / "catalogue" / "actions" / "connect" / "ask_a_neighbor.yaml"
    change(action, "  question: funding_gap\n  is: [severe]", "  question: has_export_desk\n  is: [first]")
    change(action, "instruments: []", "instruments: [late_payment_2027]")
    (copy / "tests" / "cases" / "a_trial.yaml").write_text(CASE, encoding="utf-8")
    before = len(list((copy / "wizard" / "catalogue" / "codes").iterdir()))
    run(copy, command("freeze_code.py"))
    assert len(list((copy / "wizard" / "catalogue" / "codes").iterdir())) == before + 1
    run(copy, command("write_schemas.py"))
    assert "No fault." in run(copy, ".venv/bin/python -m wizard check")
    run(copy, f"{command('test_cases.py').replace(' tests/proofs', '')} tests/unit/test_answer_code.py -p no:cacheprovider")


@pytest.mark.nightly
def test_the_whole_site_and_the_proofs_with_what_was_added(copy):
    """With the page in both lists; the commands that take long, as written."""
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        change(copy / name, "      - about.md\n", "      - about.md\n      - for-advisers.md\n")
    run(copy, command("test_cases.py"))
    run(copy, ".venv/bin/python scripts/build_site.py")
    assert all((copy / "site" / lang / "for-advisers" / "index.html").is_file() for lang in ("zh", "en"))
