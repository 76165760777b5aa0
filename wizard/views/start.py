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
        p[s.say("start_ladder"), " ", a(href="#/ladder/topic/standing")[s.say("start_ladder_link")]],
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


def ladder_start_lines(s: Setting) -> Node:
    """The opening of the ladder's path: what it does and what it is not."""
    return div(".wz-start")[
        a(".wz-back", href="#/")[s.say("ladder_to_advice")],
        h1[s.say("ladder_title")],
        p(".wz-lead")[s.say("ladder_start_lead")],
        ul[
            li[s.say("ladder_start_at_hand")],
            li[s.say("start_optional")],
            li[s.say("ladder_start_private")],
            li[s.say("ladder_date", on=s.catalogue.general.reviewed)],
        ],
        p(".note")[s.say("ladder_disclaimer")],
    ]
