"""What a visitor reads before the first question: what they get, how long it takes, what to have at hand, privacy."""

from __future__ import annotations

from htpy import Node, a, details, div, h1, img, li, p, summary, ul

from .setting import Setting


def start_lines(s: Setting) -> Node:
    """The opening of the first page."""
    return div(".wz-start")[
        h1[s.say("start_title")],
        p(".wz-lead")[s.say("start_lead")],
        ul[
            li[s.say("start_time")],
            li[s.say("start_optional")],
            li[s.say("start_at_hand")],
            li[
                s.say("start_private"),
                s.gap,
                a(href=f"{s.root}about/#privacy")[s.say("start_private_link")],
            ],
        ],
        details(".more")[
            summary[s.say("start_sample")],
            img(
                src=f"{s.root}../assets/sample.{s.lang}.svg",
                alt=s.say("start_sample"),
                width="720",
                height="500",
                loading="lazy",
            ),
        ],
    ]
