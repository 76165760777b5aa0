"""Terms of the glossary in running text: each is explained where a page first uses it."""

from __future__ import annotations

import re
from typing import Any

from htpy import Node, a, fragment

from ..views.setting import Setting


class Terms:
    """The terms of one page. It remembers which it has explained, so make one for each page."""

    def __init__(self, s: Setting) -> None:
        """Takes the groups of the glossary that are marked to be explained."""
        wanted = {id for group in s.catalogue.pages["glossary_groups"] if group["explain"] for id in group["terms"]}
        entries = [entry for entry in s.catalogue.glossary if entry["id"] in wanted]
        self._setting = s
        self._entries: dict[str, dict[str, Any]] = {}
        for entry in entries:
            for word in (entry["term"][s.lang], *filter(_telling, entry["aliases"][s.lang])):
                self._entries.setdefault(word.lower(), entry)
        words = "|".join(re.escape(word) for word in sorted(self._entries, key=len, reverse=True))
        edge = r"\b" if s.lang == "en" else ""
        self._pattern = re.compile(f"{edge}({words}){edge}", re.IGNORECASE)
        self._seen: set[str] = set()

    def explained(self, text: str) -> Node:
        """The text with a link to the glossary at the first use of each term."""
        parts: list[Node] = []
        at = 0
        for found in self._pattern.finditer(text):
            entry = self._entries[found[0].lower()]
            if entry["id"] in self._seen:
                continue
            self._seen.add(entry["id"])
            parts += [text[at : found.start()], self._link(entry, found[0])]
            at = found.end()
        return fragment[[*parts, text[at:]]]

    def _link(self, entry: dict[str, Any], word: str) -> Node:
        s = self._setting
        return a(".term", href=f"{s.root}glossary/#{entry['id']}", title=s.of(entry["meaning"]))[word]


def _telling(alias: str) -> bool:
    """Whether an alias means its term wherever it stands. A common English word, such as "digital", does not."""
    return not alias.isascii() or " " in alias or alias.isupper()
