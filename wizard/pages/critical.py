"""The critical reading: what a careful reader should know, point by point."""

from __future__ import annotations

from htpy import Node, fragment, h2, h3, p

from ..views.parts import cite
from ..views.setting import Setting
from .stands import jump

GROUPS = ("figures", "tensions", "gaps", "frame")


def critical_page(s: Setting) -> Node:
    """The points in their groups."""
    points = s.catalogue.pages["critical"]
    return fragment[
        jump([(group, s.say(f"critical_{group}")) for group in GROUPS], s),
        [
            fragment[
                h2(id=group)[s.say(f"critical_{group}")],
                [
                    fragment[
                        h3(id=point["id"])[s.of(point["title"])], p[s.of(point["text"]), cite(point["evidence"], s)]
                    ]
                    for point in points
                    if point["group"] == group
                ],
            ]
            for group in GROUPS
        ],
    ]
