"""The glossary: every term with an anchor, in both languages, in groups."""

from __future__ import annotations

from typing import Any

from htpy import Node, dfn, fragment, h2, h3, p, span

from ..views.parts import cite
from ..views.setting import Setting
from .stands import jump

OTHER = {"zh": ("en", "en"), "en": ("zh", "zh-Hans")}


def glossary_page(s: Setting) -> Node:
    """All terms. A term is a heading, so that search leads straight to it."""
    entries = {entry["id"]: entry for entry in s.catalogue.glossary}
    groups = s.catalogue.pages["glossary_groups"]
    return fragment[
        jump([(f"group-{group['id']}", s.of(group["name"])) for group in groups], s),
        [
            fragment[
                h2(id=f"group-{group['id']}")[s.of(group["name"])],
                [_entry(entries[id], s) for id in group["terms"]],
            ]
            for group in groups
        ],
    ]


def _entry(entry: dict[str, Any], s: Setting) -> Node:
    other, tag = OTHER[s.lang]
    aliases = entry["aliases"][s.lang]
    return fragment[
        h3(".entry", id=entry["id"])[dfn[s.of(entry["term"])], " ", span(lang=tag)[entry["term"][other]]],
        p[s.of(entry["meaning"]), cite(entry["evidence"], s)],
        p(".small")[s.say("glossary_aliases", list=s.say("list_comma").join(aliases))] if aliases else None,
    ]
