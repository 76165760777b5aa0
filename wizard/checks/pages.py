"""The pages of both trees: each in both languages, with the same views, described, and in the project's terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .place import Files, Found
from .terms import avoided, misused
from .texts import typed

LANGUAGES = ("zh", "en")
VIEW = re.compile(r"\{\{\s*view\(([^)]*)\)\s*\}\}")
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
MARKUP = re.compile(r"\]\([^)]*\)|\{[^}]*\}|`[^`]*`|https?://\S+")
WANTED = ("title", "description")


def check(files: Files, _on: str) -> Found:
    """Every Markdown file below docs/zh and docs/en. Where no pages are at hand, the report says so."""
    trees = {lang: _tree(files.docs / lang) for lang in LANGUAGES}
    if not any(trees.values()):
        return Found(["Pages: not at hand."], [])
    avoid = avoided(files)
    faults: list[str] = []
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        for name, text in trees[lang].items():
            path = files.docs / lang / name
            if name not in trees[other]:
                faults.append(f"{path}:1: there is no such page in {other}/")
                continue
            if lang == "zh" and VIEW.findall(text) != VIEW.findall(trees[other][name]):
                faults.append(f"{path}:1: zh and en do not show the same views")
            faults += _page(path, text, lang, avoid)
    return Found([f"Pages: {len(trees['zh'])} in both languages."], faults)


def _tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))
    }


def _page(path: Path, text: str, lang: str, avoid: dict[str, list[str]]) -> Iterator[str]:
    front = FRONT.match(text)
    for key in WANTED:
        if not front or not re.search(rf"^{key}: *\S", front[1], re.MULTILINE):
            yield f"{path}:1: the page has no `{key}`"
    for number, line in enumerate(text.splitlines(), 1):
        prose = MARKUP.sub("", line)
        for fault in misused(prose, lang, avoid):
            yield f"{path}:{number}: {fault}"
        if lang == "zh":
            for fault in typed(prose):
                yield f"{path}:{number}: {fault}"
