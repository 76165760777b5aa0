"""The glossary's terms: no avoided word anywhere, and where a Chinese text uses a term its English keeps to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .place import Files, Found

GLOSSARY = "glossary.yaml"


class Kept(NamedTuple):
    """Where a Chinese text has one of `zh`, its English has to have one of `en`."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


def check(files: Files, _on: str) -> Found:
    """Every bilingual text of the catalogue but the glossary's own."""
    avoid, kept = avoided(files), list(_kept(files))
    faults: list[str] = []
    for name, file in files.nodes.items():
        if name == GLOSSARY or name.startswith("codes/"):
            continue
        for node in file.walk():
            zh, en = node.get("zh"), node.get("en")
            if not isinstance(zh, str) or not isinstance(en, str):
                continue
            for lang, text in (("zh", zh), ("en", en)):
                faults += [node.at(lang).fault(fault) for fault in misused(text, lang, avoid)]
            faults += [node.at("en").fault(fault) for fault in _lost(zh, en, kept)]
    return Found([f"Terms: {len(kept)} kept in English, {sum(map(len, avoid.values()))} words avoided."], faults)


def avoided(files: Files) -> dict[str, list[str]]:
    """The words that the glossary asks not to use, by language."""
    found: dict[str, list[str]] = {"zh": [], "en": []}
    for term in files.one(GLOSSARY).items():
        for lang, words in (term.get("avoid") or {}).items():
            found[lang] += words
    return found


def misused(text: str, lang: str, avoid: dict[str, list[str]]) -> Iterator[str]:
    """What is wrong with a text's words, one line each."""
    for word in avoid[lang]:
        pattern = rf"\b{re.escape(word)}\b" if lang == "en" else re.escape(word)
        if re.search(pattern, text, re.IGNORECASE):
            yield f'the glossary asks not to use "{word}"'


def _kept(files: Files) -> Iterator[Kept]:
    for term in files.one(GLOSSARY).items():
        wanted: dict[str, Any] = term.get("kept") or {}
        if wanted:
            yield Kept(tuple(wanted["zh"]), tuple(wanted["en"]))


def _lost(zh: str, en: str, kept: list[Kept]) -> Iterator[str]:
    low = en.lower()
    for term in kept:
        used = [word for word in term.zh if word in zh]
        if used and not any(word.lower() in low for word in term.en):
            yield f'the Chinese says {used[0]}, so the English should say "{term.en[0]}"'
