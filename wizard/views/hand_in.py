"""Handing answers in to the facilitator of a room: shown only where the page's own server takes them."""

from __future__ import annotations

from htpy import Node, button, p, section

from ..answer_code import encode
from ..model import Answers
from .setting import Setting

WHYS = ("not_a_code", "full", "too_many", "failed")


def hand_in(answers: Answers, s: Setting) -> Node:
    """What is given away and to whom, and the button."""
    told = {f"data-{why}": s.say(f"hand_in_{why}") for why in ("done", *WHYS)}
    return section(".note.hand-in.no-print", aria_label=s.say("hand_in"))[
        p[s.say("hand_in_what")],
        p[button(".btn", type="button", id="wz-hand-in", data_hand_in=encode(answers, s.catalogue))[s.say("hand_in")]],
        p({"id": "wz-handed", "role": "status", **told}),
    ]
