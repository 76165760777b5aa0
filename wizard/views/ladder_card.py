"""The way to the official ladder from the advice. Apart from the ladder's own view, whose engine it does not need."""

from __future__ import annotations

from htpy import Node, a, h2, p, section

from ..app.places import LADDER, topic_place
from ..app.state import State
from .setting import Setting


def ladder_card(state: State, s: Setting) -> Node:
    """A card with the way to the ladder; to its result where something of it was answered."""
    begun = any(id in s.catalogue.ladder.questions for id in state.fields)
    first = topic_place(s.catalogue.ladder.steps[0].id, ladder=True)
    return section(".note.ladder-card", aria_labelledby="wz-ladder")[
        h2(id="wz-ladder")[s.say("ladder_card_title")],
        p[s.say("ladder_card")],
        p[
            a(".btn.no-print", href=f"#/{(LADDER if begun else first).text}")[
                s.say("ladder_card_result" if begun else "ladder_card_open")
            ]
        ],
        p(".muted")[s.say("ladder_disclaimer")],
    ]
