"""Both languages, each written as it should be: nothing missing, no stray Han or half-width signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .place import Files, Found, Node

HAN = r"\u4e00-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}”）》][,;:!?](?![0-9a-zA-Z/])|[{HAN}]\.(?:$|\s)")
SPACED = re.compile(rf"[{HAN}] +[A-Za-z0-9]|[A-Za-z0-9%] +[{HAN}]")
HOLE = re.compile(r"\{(\w+)\}")


def check(files: Files, _on: str) -> Found:
    """Every bilingual text in every file, and each id of `texts/` once."""
    faults: list[str] = [*_twice(files)]
    count = 0
    for name, file in files.nodes.items():
        if name.startswith("codes/"):
            continue
        for node in file.walk():
            if isinstance(node.value, dict) and {"zh", "en"} & set(node.value):
                count += 1
                faults += _text(node)
    return Found([f"Texts: {count} in both languages."], faults)


def _twice(files: Files) -> Iterator[str]:
    """Texts that another file has too: the later one would win in silence."""
    seen: dict[str, Node] = {}
    for file in files.under("texts"):
        for id, text in file.value.items():
            if id in seen:
                yield text.fault(f"the text {id} is in {seen[id].file} already")
            seen[id] = text


def typed(zh: str) -> Iterator[str]:
    """What is wrong with the signs of a Chinese text, one line each."""
    if HALF_WIDTH.search(zh):
        yield f"half-width punctuation in Chinese: {HALF_WIDTH.search(zh)[0]}"
    if SPACED.search(zh):
        yield f"a space between Han and Latin: {SPACED.search(zh)[0]}"


def _text(node: Node) -> Iterator[str]:
    for lang in ("zh", "en"):
        value = node.get(lang)
        if value is None or value == "":
            yield node.fault(f"the text has no `{lang}`")
            return
    zh, en = node.get("zh"), node.get("en")
    if not isinstance(zh, str) or not isinstance(en, str):
        return
    if set(HOLE.findall(zh)) != set(HOLE.findall(en)):
        yield node.fault("zh and en do not have the same {values}")
    for fault in typed(zh):
        yield node.at("zh").fault(fault)
    if "�" in zh + en or re.search(r"[\u3400-\u4dbf]", zh):
        yield node.fault("a sign that should not be here")
