"""`wizard cohort` as other programs use it."""

import json

import pytest
import yaml
from test_cli import ROOT, wizard

from wizard.answer_code import encode
from wizard.answers import check
from wizard.loading import load

CASES = [
    yaml.safe_load(p.read_text(encoding="utf-8"))["answers"] for p in sorted((ROOT / "tests/cases").glob("*.yaml"))
]


def codes():
    return "\n".join(encode(check(answers, load()).answers, load()) for answers in CASES)


def test_codes_files_and_standard_input_give_the_same_room(tmp_path):
    names = []
    for number, answers in enumerate(CASES):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(answers), encoding="utf-8")
        names.append(str(path))
    status, out, err = wizard("cohort", *names)
    assert (status, err) == (0, "")
    assert wizard("cohort", "-", given=codes()) == (0, out, "")
    figures = json.loads(out)
    assert figures["schema"] == 1 and figures["firms"] == len(CASES) and figures["refused"] == []
    assert [link["id"] for link in figures["links"]] == ["fill", "strengthen", "stabilize", "connect", "optimize"]
    assert len(figures["challenges"]) == 8
    assert {"min", "median", "max"} == set(figures["links"][0]["need"]) == set(figures["challenges"][0]["level"])


def test_refused_rows_are_listed_and_the_rest_is_answered(tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"rd_intensity": "abc"}', encoding="utf-8")
    status, out, err = wizard("cohort", str(bad), "-", "--lang", "en", given=codes())
    figures = json.loads(out)
    assert (status, err, figures["firms"]) == (0, "", len(CASES))
    (line,) = figures["refused"]
    assert line["source"] == str(bad) and line["why"].startswith('question rd_intensity: "abc" is not a number')


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_document_names_everything_and_no_label_becomes_markup(tmp_path, lang):
    table = tmp_path / "room.csv"
    rows = "".join(f'"*<b>|x{n}",{code}\n' for n, code in enumerate(codes().splitlines()))
    table.write_text("label,code\n" + rows, encoding="utf-8")
    status, out, _ = wizard("cohort", str(table), "--format", "markdown", "--lang", lang)
    assert status == 0 and ("房间" in out) == (lang == "zh") and out.count("\n## ") >= 8
    assert "\\*\\<b\\>\\|x" in out and "<b>" not in out
    columns = [line for line in out.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in columns)


def test_the_date_decides_which_instruments_are_open():
    early = json.loads(wizard("cohort", "-", "--on", "2019-01-01", given=codes())[1])
    late = json.loads(wizard("cohort", "-", "--on", "2026-11-24", given=codes())[1])
    count = [sum(len(p["instruments"]) for p in figures["policies"]) for figures in (early, late)]
    assert count[0] < count[1] and early["on"] == "2019-01-01"
    assert [p["firms"] for p in early["policies"]] == [p["firms"] for p in late["policies"]]


@pytest.mark.parametrize("arguments", [(), ("no-such-file",), ("tests",), ("-", "--format", "text")])
def test_wrong_use_is_one_line_and_status_2(arguments):
    status, out, err = wizard("cohort", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1) and "Traceback" not in err


def test_nothing_usable_is_still_an_answer():
    status, out, _ = wizard("cohort", "-", given="hello")
    assert status == 0 and json.loads(out)["firms"] == 0 and len(json.loads(out)["refused"]) == 1


def test_ten_megabytes_on_standard_input():
    status, out, err = wizard("cohort", "-", given=b"\xff" * 10_000_000)
    assert status == 0 and json.loads(out)["refused"] and err == ""
