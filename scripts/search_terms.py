"""Writes the search's dictionary: the glossary's Chinese terms, one a line, for jieba to keep in one piece.

Usage: python scripts/search_terms.py [OUTPUT]
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = ROOT / "wizard" / "catalogue" / "glossary.yaml"
OUTPUT = ROOT / "build" / "jieba_terms.txt"


def terms(glossary: list[dict]) -> list[str]:
    """Every Chinese term and alias once, in order. jieba reads a space as the end of a term."""
    found = (text for entry in glossary for text in (entry["term"]["zh"], *entry.get("aliases", {}).get("zh", [])))
    return sorted({text for text in found if " " not in text})


def read(glossary: Path = GLOSSARY) -> list[str]:
    """The terms of the glossary's file."""
    return terms(yaml.safe_load(glossary.read_text(encoding="utf-8")))


def write(output: Path = OUTPUT, glossary: Path = GLOSSARY) -> None:
    """Write the dictionary. The weight is high enough that a term is never cut into its parts."""
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("".join(f"{term} 100000\n" for term in read(glossary)), encoding="utf-8")


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:2]))
