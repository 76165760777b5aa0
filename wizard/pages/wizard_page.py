"""The wizard's page as it is made at build time: the first topic, ready to be answered before any Python is there."""

from __future__ import annotations

from htpy import Node, a, button, div, fragment, h2, noscript, p, progress, span

from ..app.places import START, find, questions_at
from ..app.state import State
from ..views.setting import Setting
from ..views.topic import topic_view

FAILURES = ("blocked", "missing", "damaged", "memory", "stalled", "broken")


def wizard_page(s: Setting) -> Node:
    """The first topic, in the frame."""
    state = State({})
    place = find(START.text, s.catalogue, state.path)
    asked = questions_at(place, s.catalogue, state.path)
    _, view = topic_view(place, state, asked, s.catalogue, s.lang)
    return frame(view, s, keep_by=[" ", a(href="#/share")[s.say("unkept_link")]])


def frame(view: Node, s: Setting, above: Node = None, keep_by: Node = None) -> Node:
    """A view with what a page that runs Python needs around it: how far loading is, and what can fail.

    `above` stands before the view and is not made anew with it; `keep_by` leads to where answers can be saved, for
    browsers that keep nothing.
    """
    return fragment[
        noscript[p(".note.note--warn")[s.say("noscript"), " ", _printable(s)]],
        div(".loading", id="wz-loading", hidden=True, role="status")[
            p[s.say("loading_why")],
            progress(id="wz-bar", max="100", value="0", aria_label=s.say("loading")),
            p(
                id="wz-bytes",
                data_text=s.say("loading_bytes", done="{done}", total="{total}"),
            )[s.say("loading")],
        ],
        p(".note.note--warn", id="wz-old", hidden=True)[s.say("too_old"), " ", _printable(s)],
        [_failure(kind, s) for kind in FAILURES],
        p(".note.note--warn", id="wz-unkept", hidden=True, role="status")[s.say("unkept"), keep_by],
        above,
        div("#wz.wz")[view],
    ]


def _failure(kind: str, s: Setting) -> Node:
    return div(".errors", data_failure=kind, hidden=True, role="alert", tabindex="-1")[
        h2[s.say("failed_step" if kind == "broken" else "failed_title")],
        p[
            s.say(f"failed_{kind}"),
            s.gap,
            s.say("failed_kept"),
            s.gap,
            span(data_detail=True),
        ],
        p[
            button(".btn", type="button", data_retry=True)[s.say("failed_retry")],
            " ",
            _printable(s),
        ],
    ]


def _printable(s: Setting) -> Node:
    return a(href=f"{s.root}on-paper/")[s.say("failed_print")]
