"""What the home page draws from the catalogue: the paper in five sentences."""

from __future__ import annotations

from htpy import Node, a, li, ol

from ..views.parts import cite
from ..views.setting import Setting


def five_sentences(s: Setting) -> Node:
    """The paper in five sentences, each with its references and the page that tells more."""
    return ol(".five")[
        [
            li[
                s.of(item["text"]),
                cite(item["evidence"], s),
                [" ", a(".see-more", href=f"{s.root}{item['page']}/")[s.say(f"more_{item['id']}")]]
                if "page" in item
                else None,
            ]
            for item in s.catalogue.pages["summary"]
        ]
    ]
