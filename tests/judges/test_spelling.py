"""English by cspell with the project's own words; Chinese by autocorrect, GB 2312, and this project's own rules."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

import autocorrect_py
import pytest
import yaml
from pages import ROOT, SITE, every, texts
from steps import steps

BIN = ROOT / "node_modules" / ".bin"
NODE = ROOT / ".venv" / "bin" / "node"
RULES = ROOT / "tests" / "judges" / "autocorrect.yaml"
HAN = r"[\u3400-\u9fff]"
FORBIDDEN = {
    "half-width punctuation after Han": re.compile(HAN + r"[,;:!?]"),
    "half-width brackets around Han": re.compile(r"\(" + HAN + "|" + HAN + r"\)"),
    "a typed space between Han and Latin": re.compile(rf"{HAN} [A-Za-z0-9]|[A-Za-z0-9%] {HAN}"),
    "three full stops for an ellipsis": re.compile(HAN + r"\.\.\."),
}


def test_english_has_no_unknown_word():
    command = [NODE, BIN / "cspell", "lint", "--config", "cspell.json", "--no-progress", "--no-summary", "--unique"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.stdout.splitlines() == [], "put a word of the project's own into tests/judges/words.txt"
    assert told.returncode == 0, told.stderr


def shown(lang: str) -> dict[str, str]:
    """The HTML of every page and of every step of the wizard in a language."""
    pages = {name: (SITE / name).read_text(encoding="utf-8") for name in every()} | steps()
    return {name: page for name, page in pages.items() if name.startswith(f"{lang}/")}


def test_english_pages_have_no_unknown_word(tmp_path):
    """As they are built: what data and templates bring in too."""
    for name, page in shown("en").items():
        (tmp_path / f"{name.replace('/', '_')}.txt").write_text("\n".join(texts(page)), encoding="utf-8")
    (tmp_path / "slip.txt").write_text("a mistaek", encoding="utf-8")
    command = [NODE, BIN / "cspell", "lint", "--config", "cspell.json", "--no-progress", "--no-summary", "--unique"]
    given = ["--words-only", "--no-gitignore", "--root", tmp_path, f"{tmp_path}/*.txt"]
    told = subprocess.run([*command, *given], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.stdout.split() == ["mistaek"], told.stderr


def strings(data: Any) -> Iterator[str]:
    """Every text that is not English."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "en":
                yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)
    elif isinstance(data, str):
        yield data


@cache
def chinese() -> list[tuple[str, str]]:
    """Every line of Chinese with its file: the catalogue, the pages as written and as built, the README."""
    lines = [(SITE / name, text) for name, page in shown("zh").items() for text in texts(page)]
    for path in sorted((ROOT / "wizard" / "catalogue").rglob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        lines += [(path, line) for text in strings(data) for line in text.splitlines()]
    for path in [*sorted((ROOT / "docs" / "zh").rglob("*.md")), ROOT / "README.zh.md"]:
        # Front matter and commands have a grammar of their own.
        text = re.sub(r"(?s)^---.*?^---|```.*?```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        lines += [(path, line) for line in text.splitlines()]
    han = re.compile(HAN)
    known = dict.fromkeys((path.relative_to(ROOT).as_posix(), line) for path, line in lines if han.search(line))
    return list(known)


def autocorrected(text: str) -> list[str]:
    """What autocorrect would change."""
    autocorrect_py.load_config(RULES.read_text(encoding="utf-8"))
    return [f"{line.old} -> {line.new}" for line in autocorrect_py.lint_for(text, "text").lines]


def test_chinese_has_nothing_to_correct():
    lines = [line for _, line in chinese()]
    assert len(lines) > 2_000
    assert autocorrected("\n".join(lines)) == []


def test_autocorrect_would_find_what_it_is_asked_to():
    assert autocorrected("你好,世界!这是ＡＢＣ。")


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_chinese_punctuation(fault):
    code = re.compile(r"`[^`]*`|\{\{.*?\}\}|\{[ #.:][^}]*\}|^\d[\d.]* ")  # the last: a heading's number
    assert [(file, line) for file, line in chinese() if FORBIDDEN[fault].search(code.sub("", line))] == []


def test_chinese_keeps_to_the_simplified_characters():
    """What GB 2312 cannot write is a traditional form or a slip."""
    odd = []
    for file, line in chinese():
        wrong = [sign for sign in re.findall(HAN, line) if not sign.encode("gb2312", "ignore")]
        odd += [(file, "".join(wrong), line)] if wrong else []
    assert odd == []
