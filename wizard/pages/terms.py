"""Terms of the glossary in running text: each is explained where a page, or a section of its prose, first uses it."""

from __future__ import annotations

import re
from typing import Any

from htpy import Node, a, fragment

from ..views.setting import Setting

Entry = dict[str, Any]


class Terms:
    """The terms of one page. It remembers which it has explained, so make one for each page."""

    def __init__(self, s: Setting) -> None:
        """Takes the groups of the glossary that are marked to be explained."""
        wanted = {id for group in s.catalogue.pages["glossary_groups"] if group["explain"] for id in group["terms"]}
        entries = [entry for entry in s.catalogue.glossary if entry["id"] in wanted]
        self._setting = s
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            for word in (entry["term"][s.lang], *filter(_telling, entry["aliases"][s.lang])):
                self._entries.setdefault(word.lower(), entry)
        words = "|".join(re.escape(word) for word in sorted(self._entries, key=len, reverse=True))
        edge = r"\b" if s.lang == "en" else ""
        self._pattern = re.compile(f"{edge}({words}){edge}", re.IGNORECASE)
        self._seen: set[str] = set()

    def explained(self, text: str) -> Node:
        """The text with a link to the glossary at the first use of each term."""
        return fragment[[part if entry is None else self._link(entry, part) for part, entry in self.parts(text)]]

    def parts(self, text: str) -> list[tuple[str, Entry | None]]:
        """The text in pieces: each term that is used for the first time with its entry, and what stands between."""
        found: list[tuple[str, Entry | None]] = []
        at = 0
        for match in self._pattern.finditer(text):
            entry = self._entries[match[0].lower()]
            if entry["id"] in self._seen:
                continue
            self._seen.add(entry["id"])
            found += [(text[at : match.start()], None), (match[0], entry)]
            at = match.end()
        return [*found, (text[at:], None)]

    def next_section(self) -> None:
        """Forgets what was explained, so that a new section explains it again."""
        self._seen.clear()

    def attributes(self, entry: Entry) -> dict[str, str]:
        """The attributes of a term's link: where it leads, and its meaning, which docs/assets/site.js shows."""
        s = self._setting
        return {"class": "term", "href": f"{s.root}glossary/#{entry['id']}", "title": s.of(entry["meaning"])}

    def _link(self, entry: Entry, word: str) -> Node:
        return a(self.attributes(entry))[word]


def _telling(alias: str) -> bool:
    """Whether an alias means its term wherever it stands. A common English word, such as "digital", does not."""
    return not alias.isascii() or " " in alias or alias.isupper()
