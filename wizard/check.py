"""Checks the catalogue, with file and line of each fault. An edge: it reads the YAML as nodes, which know their lines.

What is checked: the form of every file (`checks.schema`), that everything named exists (`checks.references`), that
the weights add up, that every sentence of the paper is accounted for, that every task and policy is served, that terms
are those of the glossary, that every page stands in both languages, that what holds from a date to a date does not
contradict itself (`checks.dates`), and that the ladder's rules can be weighed (`checks.ladder`).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

from .checks import accounts, dates, ladder, pages, references, schema, terms, texts, weights
from .checks.place import Files, Node
from .source import FOLDER, CatalogueError, Loader

CHECKS = (schema, references, texts, terms, weights, accounts, pages, dates, ladder)
ROOT = FOLDER.parent.parent
DOCS = ROOT / "docs"


class Report(NamedTuple):
    """`lines` tell what was checked; `faults` are "FILE:LINE: what is wrong"."""

    lines: list[str]
    faults: list[str]


def run(on: str | None = None, folder: Path = FOLDER, docs: Path = DOCS) -> Report:
    """Checks the catalogue in a folder, and the pages beside it, as of a date (default: its own review date)."""
    try:
        files = read(folder, docs)
    except CatalogueError as error:
        return Report(["The catalogue cannot be read."], [_short(str(error))])
    on = on or files.one("general.yaml").get("reviewed")
    lines: list[str] = []
    faults: list[str] = []
    for check in CHECKS:
        found = check.check(files, on)
        lines += found.lines
        faults += found.faults
        if check is schema and found.faults:
            break  # what is not of the right form cannot be looked into further
    lines.append(f"{len(faults)} faults" if faults else "No fault.")
    return Report([_short(line) for line in lines], [_short(fault) for fault in faults])


def read(folder: Path, docs: Path = DOCS) -> Files:
    """Every YAML file as nodes. Raises CatalogueError with file and line."""
    found = {}
    for path in sorted(folder.rglob("*.yaml")):
        try:
            node = yaml.compose(path.read_text(encoding="utf-8"), Loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            raise CatalogueError(f"{path}:{line}: not YAML: {getattr(error, 'problem', error)}") from error
        found[path.relative_to(folder).as_posix()] = Node.of(node, str(path))
    return Files(found, folder, docs)


def _short(fault: str) -> str:
    return fault.removeprefix(f"{ROOT}/")
