"""The command line as other programs use it: exit status, standard output, one line for each refusal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def wizard(*arguments, given=""):
    raw = given if isinstance(given, bytes) else given.encode()
    done = subprocess.run([sys.executable, "-m", "wizard", *arguments], input=raw, capture_output=True, cwd=ROOT)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_advise_puts_the_needed_link_first_with_reasons_and_evidence():
    answers = '{"sector":"next_gen_it","funding_gap":"severe","import_dependence":"critical"}'
    status, out, err = wizard("advise", "-", given=answers)
    first = json.loads(out)["links"][0]
    assert (status, err, first["id"], first["rank"]) == (0, "", "fill", 1)
    assert {"funding_gap", "import_dependence"} <= {r["question"] for r in first["reasons"] if r["effect"] > 0}
    assert all(r["evidence"] for r in first["reasons"])


def test_the_same_answers_give_the_same_bytes():
    runs = {wizard("advise", "-", given='{"rd_intensity": 3.3}')[1] for _ in range(2)}
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ('{"rd_intensity": "abc"}', '-: question rd_intensity: "abc" is not a number'),
        ('{"rd_intensity": 2000}', "-: question rd_intensity: 2000 is out of range"),
        ('{"sector": ["rail"]}', '-: question sector: ["rail"] is a list'),
        ('{"sector": "rial"}', '-: question sector: "rial" is not one of the options. Did you mean "rail"?'),
        ('{"sectr": "rail"}', '-: question sectr: there is no such question. Did you mean "sector"?'),
        ("{", "-: not JSON at line 1"),
        ("[]", "-: [] is not a set of answers"),
        ("", "-: the file is empty"),
    ],
)
def test_a_refusal_is_one_line_and_status_1(given, line):
    status, out, err = wizard("advise", "-", given=given)
    assert (status, out) == (1, "")
    assert err.startswith(line) and err.count("\n") == 1


def test_several_faults_are_several_lines():
    _, _, err = wizard("advise", "-", given='{"rd_intensity": "abc", "sector": 3, "nonsense": 1}')
    assert err.count("\n") == 3 and "Traceback" not in err


def test_refusals_speak_the_language_asked_for():
    _, _, err = wizard("advise", "-", "--lang", "zh", given='{"rd_intensity": "abc"}')
    assert err.startswith('-: question rd_intensity: "abc"不是数字')


@pytest.mark.parametrize(
    "arguments",
    [
        ("advise", "no-such-file.json"),
        ("advise", "tests"),
        ("advise",),
        ("advise", "-", "--lang", "fr"),
        ("advise", "-", "--on", "yesterday"),
        ("advise", "-", "--on", "2026-02-30"),
        ("nonsense",),
        (),
    ],
)
def test_wrong_use_is_one_line_and_status_2(arguments):
    status, out, err = wizard(*arguments, given="{}")
    assert (status, out, err.count("\n")) == (2, "", 1), err
    assert "Traceback" not in err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_the_advice_as_a_document(lang, form):
    status, out, _ = wizard(
        "advise", "-", "--lang", lang, "--format", form, given='{"sector": "rail", "main_share": 40}'
    )
    assert status == 0
    assert ("强链" if lang == "zh" else "Strengthen") in out and "3.2.p1.s3" in out
    assert ("**" in out) == (form == "markdown")


@pytest.mark.parametrize("quick", [True, False])
def test_questions(quick):
    extra = ["--quick"] if quick else []
    status, out, _ = wizard("questions", "--lang", "en", "--format", "json", *extra)
    ids = [q["id"] for topic in json.loads(out)["topics"] for q in topic["questions"]]
    assert status == 0 and ids[0] == "sector" and ("peer_ties" in ids) is not quick
    assert wizard("questions", "--lang", "zh", *extra)[1].startswith("# 五链问卷")
