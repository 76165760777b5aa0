"""Writes a JSON Schema for every kind of catalogue file, and names it in each file for editors.

Usage: write_schemas.py [--check]    wizard/schemas/KIND.json and the first line of wizard/catalogue/**/*.yaml

Fields, types and choices come from the forms that `wizard check` holds entries to (wizard/checks/schema.py), ids from
the catalogue. Kinds without such a form are described from what their files hold. With --check it only compares.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wizard.checks import schema as forms
from wizard.loading import load
from wizard.source import read_file

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE, SCHEMAS = ROOT / "wizard" / "catalogue", ROOT / "wizard" / "schemas"
NAMED = "# yaml-language-server: $schema="
TEXT = {
    "type": "object",
    "properties": {"zh": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}},
    "required": ["zh", "en"],
    "additionalProperties": False,
}
TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", type(None): "null"}
ENTRIES = {"action": forms.ACTION, "instrument": forms.INSTRUMENT}
LISTS = {"claims": ("claim", forms.CLAIM), "glossary": ("term", forms.TERM)}
ROWS = ("needs", "relevance", "challenges")


def field(wanted: Any) -> dict[str, Any]:
    """The schema of a field of a form."""
    if wanted == forms.TEXT:
        return TEXT
    if wanted == forms.TEXTS:
        return {"type": "array", "items": TEXT, "minItems": 1}
    return {"type": "array"} if wanted == forms.LIST else {"type": TYPES[wanted]}


def choices() -> dict[str, list[str]]:
    """Ids that fields may name."""
    known = load()
    return {
        "question": sorted(known.questions),
        "link": [link.id for link in known.links],
        "links": [link.id for link in known.links],
        "challenges": [challenge.id for challenge in known.challenges],
        "instruments": sorted(known.instruments),
    }


def entry(kind: str, form: dict[str, Any]) -> dict[str, Any]:
    """The schema of one entry with a form. Fields that it may have besides are free in their type."""
    properties = {key: dict(field(wanted)) for key, wanted in form.items()}
    for key, ids in choices().items():
        if key in form:
            target = properties[key].setdefault("items", {}) if properties[key]["type"] == "array" else properties[key]
            target["enum"] = ids
    for key, allowed in forms.VALUES.items():
        if key in form:
            properties[key]["enum"] = sorted(allowed)
    if "evidence" in form:
        properties["evidence"]["items"] = {"type": "string", "pattern": r"^(abstract|\d(\.\d)?)\.p\d+\.s\d+$"}
    properties |= {key: {} for key in sorted(forms.MAY[kind])}
    return {"type": "object", "properties": properties, "required": list(form), "additionalProperties": False}


def topic() -> dict[str, Any]:
    """The schema of a file of questions."""
    option = entry("option", forms.OPTION)
    question = entry("question", forms.QUESTION)
    question["properties"] |= {key: field(wanted) for key, wanted in forms.NUMBER.items()}
    question["properties"]["options"] = {"type": "array", "items": option}
    is_number = {"properties": {"type": {"const": "number"}}}
    question |= {"if": is_number, "then": {"required": list(forms.NUMBER)}, "else": {"required": list(forms.CHOICE)}}
    whole = {"id": {"type": "string"}, "letter": {"type": "string"}, "title": TEXT, "intro": TEXT}
    whole["questions"] = {"type": "array", "items": question}
    return {"type": "object", "properties": whole, "required": list(whole)}


def seen(values: list[Any]) -> dict[str, Any]:
    """The schema of what files hold: keys that all have are required, and nothing else may be there."""
    if all(isinstance(value, dict) and set(value) == {"zh", "en"} for value in values) and all(
        isinstance(text, str) for value in values for text in value.values()
    ):
        return TEXT
    kinds = sorted({"array" if isinstance(value, list) else TYPES[type(value)] for value in values})
    made: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else kinds}
    objects = [value for value in values if isinstance(value, dict)]
    if objects:
        keys = sorted({str(key) for value in objects for key in value})
        made["properties"] = {key: seen([value[key] for value in objects if key in value]) for key in keys}
        made["required"] = [key for key in keys if all(key in value for value in objects)]
    items = [item for value in values if isinstance(value, list) for item in value]
    if items:
        made["items"] = seen(items)
    return made


def kind_of(path: Path) -> str:
    """The name of a file's schema."""
    folder = path.relative_to(CATALOGUE).parts[0] if path.parent != CATALOGUE else ""
    if folder == "claims":
        return "unclaimed" if path.name.startswith("unclaimed") else "claims"
    single = {"actions": "action", "instruments": "instrument", "questions": "topic", "texts": "texts", "codes": "code"}
    if folder == "ladder" and path.stem == "questions":
        return "topic"
    if path.parent.name == "rules":
        return "ladder_rules"
    if folder == "weights":
        return "challenge_weights" if path.stem == "challenges" else "weights"
    return single.get(folder) or (f"{folder}_{path.stem}" if folder else path.stem)


def files() -> dict[str, list[Path]]:
    """The files of each kind."""
    found: dict[str, list[Path]] = {}
    for path in sorted(CATALOGUE.rglob("*.yaml")):
        found.setdefault(kind_of(path), []).append(path)
    return found


def schema(kind: str, paths: Iterable[Path]) -> dict[str, Any]:
    """The schema of a kind."""
    if kind in ENTRIES:
        made = entry(kind, ENTRIES[kind])
    elif kind in LISTS:
        made = {"type": "array", "items": entry(*LISTS[kind])}
    elif kind == "topic":
        made = topic()
    elif kind == "ladder_rules":
        made = entry("rule set", forms.RULE_SET)
        made["properties"]["criteria"]["items"] = entry("criterion", forms.CRITERION)
    elif kind in ("weights", "challenge_weights"):
        rows = {"type": "array", "items": entry("weight", forms.ROW)}
        made = {"type": "object", "additionalProperties": rows}
    elif kind == "texts":
        made = {"type": "object", "additionalProperties": TEXT}
    else:
        made = seen([read_file(path) for path in paths])
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": kind, **made}


def written() -> dict[Path, str]:
    """Every file with its text: the schemas, and the catalogue's files with their first line."""
    out = {}
    for kind, paths in files().items():
        out[SCHEMAS / f"{kind}.json"] = json.dumps(schema(kind, paths), ensure_ascii=False, indent=1) + "\n"
        for path in paths:
            out[path] = with_name(path, kind)
    return out


def with_name(path: Path, kind: str) -> str:
    """The text of a catalogue file with the line that names its schema."""
    text = path.read_text(encoding="utf-8")
    if text.startswith(NAMED):
        text = text.partition("\n")[2]
    return f"{NAMED}{os.path.relpath(SCHEMAS / f'{kind}.json', path.parent)}\n{text}"


def main() -> int:
    """Writes or compares; 1 with the names of files that differ."""
    now = written()
    old = [path for path, text in now.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in old:
            print(f"write_schemas: {path.relative_to(ROOT)} is not as written; run scripts/write_schemas.py")
        return 1 if old else 0
    SCHEMAS.mkdir(exist_ok=True)
    for path in old:
        path.write_text(now[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
