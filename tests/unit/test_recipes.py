"""The recipes of CONTRIBUTING.md, tried as they are written."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from wizard import check, pages
from wizard.ladder.assess import ladder
from wizard.loading import build
from wizard.source import FOLDER, read_folder

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import new  # noqa: E402

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
COMMANDS = [line.strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
PYTHON = ".venv/bin/python"
NEW = [command for command in COMMANDS if "scripts/new.py" in command]


def test_every_recipe_that_was_promised_is_there():
    for word in ("action", "question", "rule with a date", "translation", "page", "new Pyodide", "Publish"):
        assert re.search(rf"^## .*{word}", TEXT, re.MULTILINE | re.IGNORECASE), word
    assert len(COMMANDS) >= 12 and len(NEW) == 4


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_names_exists(command):
    words = shlex.split(command)
    if words[0] == PYTHON:
        places = [word for word in words[1:] if "/" in word]
        assert [place for place in places if not (ROOT / place).exists()] == []
    elif words[0] == "make":
        assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    else:
        assert words[0] == "npm"


@pytest.mark.parametrize("command", NEW)
def test_the_generator_works_as_written(command, tmp_path, monkeypatch, capsys):
    shutil.copytree(FOLDER, tmp_path / "wizard" / "catalogue")
    for lang in ("zh", "en"):
        (tmp_path / "docs" / lang).mkdir(parents=True)
    monkeypatch.setattr(new, "ROOT", tmp_path)
    arguments = shlex.split(command)[2:]
    assert new.main(arguments) == 0
    faults = check.run(folder=tmp_path / "wizard" / "catalogue").faults
    assert [fault for fault in faults if arguments[1] not in fault] == []


def test_checking_as_of_a_date_works_as_written():
    (command,) = [command for command in COMMANDS if "check --on" in command]
    done = subprocess.run(shlex.split(command), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr


def example(folder: str) -> list[tuple[str, str]]:
    """The entries that the text shows for a folder of the catalogue: where, and which fields."""
    return re.findall(rf"```yaml\n# (wizard/catalogue/{folder}/\S+)\n(.*?)```", TEXT, re.DOTALL)


def test_replacing_a_rule_of_the_ladder_works_as_written(tmp_path):
    """The page shows the new rules beside the old ones, and the check finds nothing."""
    catalogue = tmp_path / "wizard" / "catalogue"
    shutil.copytree(FOLDER, catalogue)
    (old, ends), (new_, begins) = example("ladder/rules")
    rules = yaml.safe_load((tmp_path / old).read_text(encoding="utf-8"))
    for place, fields in ((old, ends), (new_, begins)):
        text = yaml.safe_dump(rules | yaml.safe_load(fields), allow_unicode=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    documents = yaml.safe_load((catalogue / "ladder" / "documents.yaml").read_text(encoding="utf-8"))
    documents.append(documents[0] | {"id": "measures_2028", "number": "工信部企业〔2028〕2号", "issued": "2028-01"})
    text = yaml.safe_dump(documents, allow_unicode=True)
    (catalogue / "ladder" / "documents.yaml").write_text(text, encoding="utf-8")
    general = catalogue / "general.yaml"
    general.write_text(general.read_text(encoding="utf-8").replace('"2026-11-24"', '"2028-04-02"'), encoding="utf-8")
    assert check.run("2028-04-02", catalogue).faults == []
    page = pages.render("ladder", build(read_folder(catalogue)), "en", "../")
    assert "Until 31 March 2028" in page and "From 1 April 2028" in page
    (tmp_path / old).write_text(yaml.safe_dump(rules, allow_unicode=True), encoding="utf-8")
    assert any("both are about ladder/srdi" in fault for fault in check.run("2028-04-02", catalogue).faults)


def test_replacing_a_rule_works_as_written(tmp_path, monkeypatch, capsys):
    """The example put into the files that it names: sound once all is done, faulty while a step is missing."""
    catalogue = tmp_path / "wizard" / "catalogue"
    shutil.copytree(FOLDER, catalogue)
    monkeypatch.setattr(new, "ROOT", tmp_path)
    new.main(["instrument", "late_payment_2027"])
    examples = example("instruments")
    assert len(examples) == 2

    def faults() -> list[str]:
        return check.run("2027-03-02", catalogue).faults

    def put(name: str, old: str, new: str) -> None:
        path = catalogue / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    for place, fields in examples:
        path = tmp_path / place
        whole = yaml.safe_load(path.read_text(encoding="utf-8")) | yaml.safe_load(fields)
        path.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    assert any("after the catalogue was reviewed" in fault for fault in faults())
    put("general.yaml", 'reviewed: "2026-11-24"', 'reviewed: "2027-03-02"')
    offers = [fault for fault in faults() if "offers late_payment_rules, which has ended (2027-02-28)" in fault]
    assert offers and len(offers) == len(faults())
    put("actions/stabilize/chase_late_payment_by_the_rules.yaml", "[late_payment_rules,", "[late_payment_2027,")
    assert faults() == []
    put("instruments/late_payment_2027.yaml", "2027-03-01", "2027-02-28")
    assert any("both are about instruments/late_payment" in fault for fault in faults())


def test_changing_one_criterion_works_as_written(tmp_path):
    """The example put into the file that it names: each day has its rule; without the old one's end it is faulty."""
    catalogue = tmp_path / "catalogue"
    shutil.copytree(FOLDER, catalogue)
    path = catalogue / "ladder" / "rules" / "srdi_2026.yaml"
    end, added = (
        yaml.safe_load(fields)
        for fields in re.findall(
            r"```yaml\n# wizard/catalogue/ladder/rules/srdi_2026.yaml: [^\n]*\n(.*?)```", TEXT, re.DOTALL
        )
    )
    rules = yaml.safe_load(path.read_text(encoding="utf-8"))
    (old,) = (criterion for criterion in rules["criteria"] if criterion["id"] == "revenue")

    def faults() -> list[str]:
        path.write_text(yaml.safe_dump(rules, allow_unicode=True), encoding="utf-8")
        return check.run("2027-07-02", catalogue).faults

    general = catalogue / "general.yaml"
    general.write_text(general.read_text(encoding="utf-8").replace('"2026-11-24"', '"2027-07-02"'), encoding="utf-8")
    rules["criteria"].append(added)
    assert any("srdi has the criterion revenue twice from 2027-07-01" in fault for fault in faults())
    old |= end
    assert faults() == []
    known = build(read_folder(catalogue))
    for on, bound in (("2027-06-30", ">= 1500"), ("2027-07-01", ">= 2000")):
        srdi = next(t for t in ladder({"revenue": 1}, known, "en", on)["titles"] if t["id"] == "srdi")
        assert [c["required"] for c in srdi["criteria"] if c["id"] == "revenue"] == [bound]


def test_the_files_that_it_speaks_of_exist():
    named = re.findall(r"`((?:wizard|docs|deploy|scripts|tests|\.github)/[\w./]*)`", TEXT)
    assert len(named) >= 8
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_records_and_templates_are_in_place():
    index = (ROOT / "decisions" / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"\]\(([\w-]+\.md)\)", index)
    assert sorted([*listed, "README.md"]) == sorted(path.name for path in (ROOT / "decisions").glob("*.md"))
    assert (ROOT / "CHANGELOG.md").is_file() and (ROOT / ".github" / "pull_request_template.md").is_file()
