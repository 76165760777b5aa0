"""The critical reading: what a careful reader should know; first what matters most, then every point, by group."""

from __future__ import annotations

from typing import Any

from htpy import Node, a, details, div, fragment, h2, h3, li, p, summary, ul

from ..views.parts import cite
from ..views.setting import Setting

GROUPS = ("figures", "tensions", "gaps", "frame")


def critical_page(s: Setting) -> Node:
    """The points marked `main` as a list of links, then all points, folded by group."""
    points = s.catalogue.pages["critical"]
    return fragment[
        h2(id="main-points")[s.say("critical_main")],
        ul(".main-points")[
            [li[a(href=f"#{point['id']}")[s.of(point["title"])]] for point in points if point.get("main")]
        ],
        [_group(group, [point for point in points if point["group"] == group], s) for group in GROUPS],
    ]


def _group(name: str, points: list[dict[str, Any]], s: Setting) -> Node:
    return fragment[
        h2(id=name)[s.say(f"critical_{name}")],
        details(".fold")[
            summary[s.say("critical_fold", count=len(points))],
            div[
                [
                    fragment[
                        h3(id=point["id"])[s.of(point["title"])],
                        p[s.of(point["text"]), cite(point["evidence"], s)],
                    ]
                    for point in points
                ]
            ],
        ],
    ]
