"""The check of a copy on the page: two fields to choose files with, and the words for docs/assets/check.js."""

from __future__ import annotations

from htpy import Node, div, h2, input, label, p, section, span, ul

from ..views.setting import Setting


def check_copy(s: Setting) -> Node:
    """Shown only where scripts run."""
    return section("#check-copy.check.no-print", aria_labelledby="check-here")[
        h2(id="check-here")[s.say("genuine_title")],
        p(".note", data_part="unable", hidden=True)[s.say("genuine_unable")],
        div(data_part="choose")[
            p[s.say("genuine_intro")],
            label[span[s.say("genuine_folder")], input(type="file", data_folder=True)],
            label[span[s.say("genuine_files")], input(type="file", multiple=True)],
        ],
        p(
            role="status",
            data_part="told",
            data_working=s.say("genuine_working", name="{name}"),
            data_right=s.say("genuine_right", count="{count}"),
            data_wrong=s.say("genuine_wrong", count="{count}"),
            data_damaged=s.say("genuine_damaged"),
            data_missing=s.say("genuine_missing"),
            data_extra=s.say("genuine_extra"),
            data_no_list=s.say("genuine_no_list"),
        ),
        ul(data_part="rows"),
    ]
