"""The workshop's page as it is made at build time: an empty room, with what starts Python around it."""

from __future__ import annotations

from htpy import Node, button, div, fragment, h2, input, label, p, section, span, video

from ..views.setting import Setting
from ..workshop.room_view import room_view
from ..workshop.state import EMPTY
from .wizard_page import frame


def workshop_page(s: Setting, sample: bool) -> Node:
    """`sample` says that there is a sample room."""
    _, view = room_view(EMPTY, s, sample=sample)
    return frame(view, s, fragment[_handed_in(s), _camera(s)])


def _handed_in(s: Setting) -> Node:
    """Shown where the room's own server is; its script sets the state. The key is asked for where it must be."""
    return section(".note.ws-room.no-print", data_room_state="asking", aria_label=s.say("ws_room_title"))[
        h2(".ws-small")[s.say("ws_room_title")],
        p(role="status")[
            [span(data_when=when)[s.say(f"ws_room_{when}")] for when in ("asking", "open", "gone", "key")]
        ],
        label(data_when="key")[
            span[s.say("ws_room_key_label")], input("#ws-key", type="text", autocomplete="off", maxlength="20")
        ],
    ]


def _camera(s: Setting) -> Node:
    """The camera's picture while codes are scanned. It stands outside of what Python makes anew at each step."""
    told = {f"data-{what}": s.say(f"ws_scan_{what}") for what in ("found", "refused", "looking")}
    return fragment[
        div("#ws-camera.ws-camera", hidden=True)[
            video("#ws-video", muted=True, playsinline=True, aria_label=s.say("ws_scan")),
            button(".btn", type="button", data_scan_stop=True)[s.say("ws_scan_stop")],
        ],
        p({"id": "ws-scanned", "role": "status", **told}),
    ]
