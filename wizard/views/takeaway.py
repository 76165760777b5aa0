"""The row of buttons that take something away: print, files, the clipboard, a picture."""

from __future__ import annotations

from htpy import Node, button, div, form, h2, section

from .setting import Setting

FORM = "wz-take"


def takeaway(kinds: tuple[str, ...], s: Setting) -> Node:
    """Buttons for these kinds (see `app.exports`), and "print"."""
    return section(".takeaway.no-print", aria_labelledby="wz-takeaway")[
        h2(id="wz-takeaway")[s.say("takeaway_title")],
        form(id=FORM, data_wz=True)[
            div(".wz-actions")[
                [
                    button(".btn", type="button", data_print=True)[s.say("print")]
                    if kind == "print"
                    else button(".btn", name="do", value=f"export:{kind}")[
                        s.say(f"take_{kind.removeprefix('ladder_')}")
                    ]
                    for kind in kinds
                ]
            ]
        ],
        div(
            id="wz-files",
            role="status",
            data_saved=s.say("take_saved", name="{name}"),
            data_copied=s.say("take_copied"),
            data_by_hand=s.say("take_by_hand"),
        ),
    ]
