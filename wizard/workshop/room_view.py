"""Where the room is filled: take codes and files in, see who is there, name them, keep or put away the room."""

from __future__ import annotations

from htpy import (
    Node,
    a,
    button,
    code,
    details,
    div,
    form,
    fragment,
    h1,
    h2,
    input,
    label,
    li,
    ol,
    p,
    progress,
    section,
    span,
    summary,
    textarea,
    ul,
)

from ..cohort.given import told_problem, told_source
from ..cohort.intake import Remark
from ..cohort.room import LONGEST_LABEL
from ..views.setting import Setting
from .state import State

LISTED = 120
"""Rows that are listed; in larger rooms nobody names single firms."""


def room_view(state: State, s: Setting, *, sample: bool) -> tuple[str, Node]:
    """The heading and the view. `sample` says that there is a sample room."""
    heading = s.say("ws_title")
    if state.waiting:
        return heading, _progress(state, s)
    firms = state.taken.room.firms
    view = fragment[
        h1(id="wz-title", tabindex="-1")[heading],
        p(".wz-lead")[s.say("ws_lead")],
        state.taken.room.made_up and p(".note.note--warn")[s.say("room_made_up")],
        _heard(state, s),
        _take_in(state, s, sample=sample),
        _firms(state, s) if firms else p(".muted")[s.say("ws_empty")],
    ]
    return heading, view


def _progress(state: State, s: Setting) -> Node:
    done = state.total - len(state.waiting)
    return fragment[
        h1(id="wz-title", tabindex="-1")[s.say("ws_title")],
        p(role="status")[s.say("ws_progress", done=done, total=state.total)],
        progress(".ws-progress", max=str(state.total), value=str(done), aria_label=s.say("ws_taking")),
    ]


def _heard(state: State, s: Setting) -> Node:
    """What came of the last taking in: how many, and what was left out with why."""
    refused, noted, count = state.taken.refused, state.taken.noted, len(state.taken.room.firms)
    if not (state.total or refused or noted):
        return None
    said = s.say("ws_heard", total=state.total, count=count)
    return section(id="ws-heard", tabindex="-1", role="status", class_=["note", {"note--warn": refused}])[
        p[said],
        _remarks("room_refused", refused, s),
        _remarks("room_noted", noted, s),
        state.unlisted > 0 and p[s.say("room_more", count=state.unlisted)],
        (refused or noted)
        and form(data_own="true")[button(".btn.btn--small", name="do", value="dismiss")[s.say("ws_dismiss")]],
    ]


def _remarks(title: str, remarks: tuple[Remark, ...], s: Setting) -> Node:
    if not remarks:
        return None
    stop = s.say("ws_colon")
    return fragment[
        h2(".ws-small")[s.say(title)],
        ul(".ws-remarks")[
            [
                li[told_source(source, s.catalogue, s.lang), stop, told_problem(problem, s.catalogue, s.lang)]
                for source, problem in remarks
            ]
        ],
    ]


def _take_in(state: State, s: Setting, *, sample: bool) -> Node:
    return section(".ws-take", aria_labelledby="ws-take-title", data_drop=True)[
        h2(id="ws-take-title")[s.say("ws_take_title")],
        form("#ws-take", data_own="true")[
            label[
                span[s.say("ws_take_label")],
                textarea("#ws-text", name="text", rows="5", spellcheck="false", autocomplete="off"),
            ],
            label[
                span[s.say("ws_take_files")],
                input("#ws-files", type="file", multiple=True, accept=".json,.csv,.txt,.md,application/json,text/*"),
            ],
            label(".opt")[
                input(type="checkbox", name="repeats", value="yes", checked=state.repeats),
                span(".opt__label")[s.say("ws_repeats")],
            ],
            div(".wz-actions")[
                button(".btn.btn--primary", name="do", value="take")[s.say("ws_take")],
                button("#ws-scan.btn", type="button", hidden=True, data_scan=True)[s.say("ws_scan")],
                sample and button(".btn.btn--quiet", name="do", value="sample")[s.say("ws_sample")],
            ],
        ],
        details(".more")[summary[s.say("ws_how")], p[s.say("ws_how_text")], p[code["python3 serve.py --room"]]],
    ]


def _firms(state: State, s: Setting) -> Node:
    firms = state.taken.room.firms
    count = s.say("room_firms_one" if len(firms) == 1 else "room_firms", count=len(firms))
    return section(aria_labelledby="ws-firms-title")[
        h2(id="ws-firms-title", data_count=str(len(firms)))[count],
        div(".wz-actions")[
            a(".btn.btn--primary", href="#/glance")[s.say("ws_see")],
            a(".btn", href="#/brief")[s.say("ws_brief")],
        ],
        form(".wz-form", id="ws-firms")[
            input(type="hidden", name="settings", value="yes"),
            button(hidden=True, name="do", value="settle")[s.say("ws_settle")],
            p(".muted")[s.say("ws_labels")],
            ol(".ws-firms")[[_firm(place, firm.label, s) for place, firm in enumerate(firms[:LISTED])]],
            len(firms) > LISTED and p[s.say("ws_not_listed", count=len(firms) - LISTED)],
            label(".opt")[
                input("#ws-keep", type="checkbox", name="keep", value="yes", checked=state.keep, data_send="settle"),
                span(".opt__label")[s.say("ws_keep")],
            ],
            div(".wz-actions")[
                button(".btn", name="do", value="export:room")[s.say("ws_save_room")],
                button(".btn", name="do", value="export:firms")[s.say("ws_save_firms")],
                button(".btn.btn--quiet", name="do", value="clear")[s.say("ws_clear")],
            ],
        ],
        files_box(s),
    ]


def _firm(place: int, text: str, s: Setting) -> Node:
    number = s.say("room_number", number=place + 1)
    return li[
        span(".ws-number", aria_hidden="true")[str(place + 1)],
        input(
            type="text",
            id=f"ws-label-{place}",
            name=f"label:{place}",
            value=text,
            maxlength=str(LONGEST_LABEL),
            autocomplete="off",
            aria_label=s.say("ws_label_of", name=number),
        ),
        button(
            ".btn.btn--small.btn--quiet",
            id=f"ws-remove-{place}",
            name="do",
            value=f"remove:{place}",
            aria_label=s.say("ws_remove_which", name=number),
        )[s.say("ws_remove")],
    ]


def files_box(s: Setting) -> Node:
    """Where downloads are told."""
    return div(
        id="wz-files",
        role="status",
        data_saved=s.say("take_saved", name="{name}"),
        data_copied=s.say("take_copied"),
        data_by_hand=s.say("take_by_hand"),
    )
