"""Both languages, each written as it should be: nothing missing, no stray Han or half-width signs, no avoided term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .place import Files, Found, Node

HAN = r"\u4e00-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}”）》][,;:!?](?![0-9a-zA-Z/])|[{HAN}]\.(?:$|\s)")
SPACED = re.compile(rf"[{HAN}] +[A-Za-z0-9]|[A-Za-z0-9%] +[{HAN}]")
HOLE = re.compile(r"\{(\w+)\}")
BILINGUAL_NAMES = {"error_unknown_question"}


def check(files: Files, _on: str) -> Found:
    """Every bilingual text in every file."""
    avoid = _avoided(files)
    faults: list[str] = []
    count = 0
    for name, file in files.nodes.items():
        if name.startswith("codes/"):
            continue
        for node in file.walk():
            if isinstance(node.value, dict) and {"zh", "en"} & set(node.value):
                count += 1
                faults += _text(node, avoid, glossary=name == "glossary.yaml")
    return Found([f"Texts: {count} in both languages."], faults)


def _avoided(files: Files) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"zh": [], "en": []}
    for term in files.one("glossary.yaml").items():
        for lang, words in (term.get("avoid") or {}).items():
            found[lang] += words
    return found


def _text(node: Node, avoid: dict[str, list[str]], *, glossary: bool) -> Iterator[str]:
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
    if HALF_WIDTH.search(zh):
        yield node.at("zh").fault(f"half-width punctuation in Chinese: {HALF_WIDTH.search(zh)[0]}")
    if SPACED.search(zh):
        yield node.at("zh").fault(f"a space between Han and Latin: {SPACED.search(zh)[0]}")
    if "�" in zh + en or re.search(r"[\u3400-\u4dbf]", zh):
        yield node.fault("a sign that should not be here")
    if glossary:
        return
    for lang, text in (("zh", zh), ("en", en.lower())):
        for word in avoid[lang]:
            if re.search(rf"\b{re.escape(word.lower())}\b" if lang == "en" else re.escape(word), text):
                yield node.at(lang).fault(f'the glossary asks not to use "{word}"')
