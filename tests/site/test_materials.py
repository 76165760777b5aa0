"""What the project is made of: listed whole, locked with digests and no addresses, each with a licence and a reason."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import write_sbom  # noqa: E402

VALIDATE = """
const { Spec, Validation } = require("@cyclonedx/cyclonedx-library");
const text = require("fs").readFileSync(0, "utf8");
new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text).then((fault) => console.log(JSON.stringify(fault)));
"""
PARTS = [*write_sbom.python_parts(), *write_sbom.npm_parts()]


def test_the_bill_of_materials_is_valid():
    text = json.dumps(write_sbom.bill(PARTS, "2026-11-24"))
    node = ROOT / ".venv" / "bin" / "node"
    told = subprocess.run([node, "-e", VALIDATE], input=text, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.stdout.strip() == "null", told.stdout[:500] + told.stderr[:2000]


def test_every_part_that_travels_is_listed_with_its_licence():
    shipped = {part.name: part for part in PARTS if part.shipped}
    assert set(shipped) == {*write_sbom.SHIPPED_PYTHON, *write_sbom.SHIPPED_NPM}
    assert [part.name for part in shipped.values() if not part.licence] == []
    text = (ROOT / "site" / "licences.txt").read_text(encoding="utf-8")
    assert [part.name for part in shipped.values() if f"\n{part.name} {part.version}: " not in text] == []
    for words in ("CPython", "MIT License", "Mozilla Public License", "PYTHON SOFTWARE FOUNDATION LICENSE", "Apache License"):
        assert words in text
    assert [path.name for path in (ROOT / "site").rglob("*") if path.suffix in (".woff", ".woff2", ".ttf")] == []


def test_locks_carry_digests_and_no_addresses():
    for lock in write_sbom.LOCKS:
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        packages = re.findall(r"^\S+==", text, re.MULTILINE)
        assert packages and text.count("==") <= text.count("--hash=sha256:") + text.count("python_")
        assert "://" not in text
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    entries = {place: entry for place, entry in lock["packages"].items() if place}
    assert [place for place, entry in entries.items() if "resolved" in entry] == []
    assert [place for place, entry in entries.items() if "integrity" not in entry and "link" not in entry] == []


def test_every_direct_dependency_has_a_reason():
    told = (ROOT / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    names = [*package["dependencies"], *package["devDependencies"]]
    for path in (ROOT / "requirements").glob("*.in"):
        lines = path.read_text(encoding="utf-8").splitlines()
        names += [re.match(r"[A-Za-z0-9._-]+", line)[0] for line in lines if re.match(r"[A-Za-z]", line)]
    listed = re.findall(r"^\| `([^`]+)` \|", told, re.MULTILINE)
    assert sorted(set(names)) == sorted(listed)
    exact = re.compile(r"\d+\.\d+\.\d+")
    versions = {**package["dependencies"], **package["devDependencies"]}
    assert [name for name, version in versions.items() if not exact.fullmatch(version)] == []
