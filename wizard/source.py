"""Reads the YAML of the catalogue: an edge that needs PyYAML and never travels to a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent / "catalogue"
PAGES = ("sections", "summary", "strengths", "counts", "critical", "glossary_groups", "sample_room")
"""Files that only the site's pages draw on."""
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CatalogueError(Exception):
    """A file of the catalogue cannot be read; the message names file and line."""


def read_file(path: Path) -> Any:
    """The data of one YAML file. Raises CatalogueError with file and line where it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise CatalogueError(f"{path}:{line}: not YAML: {getattr(error, 'problem', error)}") from error


def read_folder(folder: Path) -> dict[str, Any]:
    """All data of a catalogue folder, as `loading.build` takes it. Files are read in the order of their names."""
    texts: dict[str, Any] = {}
    for path in sorted((folder / "texts").glob("*.yaml")):
        texts.update(read_file(path))
    return {
        "general": read_file(folder / "general.yaml"),
        "topics": [read_file(path) for path in sorted((folder / "questions").glob("*.yaml"))],
        "links": read_file(folder / "links.yaml"),
        "challenges": read_file(folder / "challenges.yaml"),
        "weights": {path.stem: read_file(path) for path in sorted((folder / "weights").glob("*.yaml"))},
        "actions": [read_file(path) for path in sorted((folder / "actions").glob("*/*.yaml"))],
        "instruments": [read_file(path) for path in sorted((folder / "instruments").glob("*.yaml"))],
        "claims": [
            claim
            for path in sorted((folder / "claims").glob("*.yaml"))
            if not path.name.startswith("unclaimed")
            for claim in read_file(path)
        ],
        "glossary": read_file(folder / "glossary.yaml"),
        "pages": {name: read_file(folder / f"{name}.yaml") for name in PAGES}
        | {
            "unclaimed": [
                item for path in sorted((folder / "claims").glob("unclaimed*.yaml")) for item in read_file(path) or ()
            ]
        },
        "texts": texts,
        "size": read_file(folder / "size.yaml"),
        "ladder": _ladder(folder / "ladder"),
        "codes": {path.stem: read_file(path) for path in sorted((folder / "codes").glob("*.yaml"))},
    }


def _ladder(folder: Path) -> dict[str, Any]:
    """The ladder's questions, pages, documents and titles, and its rules in the order of their files' names."""
    whole = {name: read_file(folder / f"{name}.yaml") for name in ("questions", "steps", "documents", "titles")}
    return {**whole, "rules": [read_file(path) for path in sorted((folder / "rules").glob("*.yaml"))]}
