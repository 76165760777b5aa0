"""The schemas for editors agree with the check, and accept every file; the generator makes valid entries."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wizard import check
from wizard.source import FOLDER, read_file

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import new  # noqa: E402
import write_schemas  # noqa: E402

AJV = """
const Ajv = require("ajv");
const { readFileSync } = require("fs");
const ajv = new Ajv({ allErrors: true, strict: false });
const told = [];
for (const [name, schema, data] of JSON.parse(readFileSync(0, "utf8"))) {
  const fits = ajv.compile(schema);
  if (!fits(data)) told.push(...fits.errors.map((e) => `${name}${e.instancePath}: ${e.message}`));
}
console.log(JSON.stringify(told));
"""


def faults(checks: list) -> list[str]:
    """What ajv, the JSON Schema validator, says of [name, schema, data]."""
    told = subprocess.run(
        [ROOT / ".venv" / "bin" / "node", "-e", AJV],
        input=json.dumps(checks, default=str),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return json.loads(told.stdout)


def schema(kind: str) -> dict:
    return json.loads((write_schemas.SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))


def test_schemas_and_first_lines_are_as_generated():
    old = [path for path, text in write_schemas.written().items() if path.read_text(encoding="utf-8") != text]
    assert old == [], "run .venv/bin/python scripts/write_schemas.py"


def test_every_catalogue_file_fits_its_schema():
    checks = [
        [path.name, schema(kind), read_file(path)] for kind, paths in write_schemas.files().items() for path in paths
    ]
    assert {path for paths in write_schemas.files().values() for path in paths} == set(FOLDER.rglob("*.yaml"))
    assert faults(checks) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"horizon": "soon"}, "/horizon"),
        ({"title": {"zh": "只有中文"}}, "/title"),
        ({"effort": "2"}, "/effort"),
        ({"link": "glue"}, "/link"),
        ({"colour": "red"}, "additional"),
        ({"evidence": ["section 2"]}, "/evidence/0"),
    ],
)
def test_the_schema_of_actions_refuses_what_the_check_refuses(change, why):
    data = read_file(FOLDER / "actions" / "fill" / "pledge_patents.yaml") | change
    assert any(why in fault for fault in faults([["", schema("action"), data]]))


@pytest.mark.parametrize(
    "command",
    [
        ["action", "try_a_thing", "--link", "connect"],
        ["instrument", "try_a_rule"],
        ["term", "try_a_term"],
        ["question", "try_a_question", "--topic", "d_finance"],
    ],
)
def test_the_generator_makes_what_the_check_and_the_schema_accept(command, tmp_path, monkeypatch, capsys):
    catalogue = tmp_path / "wizard" / "catalogue"
    shutil.copytree(FOLDER, catalogue)
    monkeypatch.setattr(new, "ROOT", tmp_path)
    assert new.main(command) == 0
    assert [fault for fault in check.run(folder=catalogue).faults if command[1] not in fault] == []
    changed = [path for path in catalogue.rglob("*.yaml") if command[1] in path.read_text(encoding="utf-8")]
    (path,) = changed
    kind = {"action": "action", "instrument": "instrument", "term": "glossary", "question": "topic"}[command[0]]
    assert faults([[path.name, schema(kind), read_file(path)]]) == []
    with pytest.raises(SystemExit, match="already"):
        new.main(command)


def test_a_new_page_is_there_in_both_languages(tmp_path, monkeypatch, capsys):
    for lang in ("zh", "en"):
        (tmp_path / "docs" / lang).mkdir(parents=True)
    monkeypatch.setattr(new, "ROOT", tmp_path)
    new.main(["page", "try-a-page"])
    assert all((tmp_path / "docs" / lang / "try-a-page.md").is_file() for lang in ("zh", "en"))
