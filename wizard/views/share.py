"""Sharing answers: the code, its QR code and a link, each saying what it gives away; and taking answers in."""

from __future__ import annotations

from htpy import Node, a, button, code, div, form, fragment, h1, h2, input, label, p, section, span, strong, textarea
from markupsafe import Markup

from ..answer_code import encode
from ..answers import Problem
from ..app.imports import Refusal
from ..app.state import State, understand
from ..model import Catalogue
from ..qr import qr_svg
from .setting import Setting
from .takeaway import takeaway


def share_view(state: State, catalogue: Catalogue, lang: str, refusal: Refusal | None = None) -> tuple[str, Node]:
    """The heading and the view. `refusal` is what was wrong with something that was to be taken in."""
    s = Setting(catalogue, lang)
    heading = s.say("share_title")
    answers = understand(state, catalogue).answers
    coded = any(id in catalogue.questions for id in answers)
    view = fragment[
        a(".wz-back", href="#/advice")[s.say("back_to_advice")],
        refusal and _refused(refusal.problem, s),
        h1(id="wz-title", tabindex="-1")[heading],
        _code(encode(answers, catalogue), s) if coded else p[s.say("share_nothing")],
        any(id in catalogue.ladder.questions for id in answers) and p(".note")[s.say("share_ladder")],
        answers and takeaway(("json", "word", "markdown", "copy", "picture"), s),
        _take_in(refusal.given if refusal else "", s),
    ]
    return heading, view


def _refused(problem: Problem, s: Setting) -> Node:
    where = f"{problem.question}: " if problem.question else ""
    return div(".errors", id="wz-errors", role="alert", tabindex="-1")[
        h2[s.say("import_refused")], p[where, s.say(problem.text, **problem.values)]
    ]


def _code(text: str, s: Setting) -> Node:
    return section(aria_labelledby="wz-code-title")[
        h2(id="wz-code-title")[s.say("code_title")],
        p[s.say("code_gives_away")],
        p[code(".answer-code", id="wz-code")[text]],
        div(".wz-actions.no-print")[
            button(".btn", type="button", data_copy="wz-code")[s.say("code_copy")],
            button(".btn", type="button", data_copy_link=f"#/open/{text}")[s.say("code_copy_link")],
        ],
        p(
            id="wz-copied",
            role="status",
            data_copied=s.say("take_copied"),
            data_by_hand=s.say("take_by_hand"),
        ),
        div(".qr")[Markup(qr_svg(text, s.say("code_qr")))],
        p(".muted")[s.say("code_qr_note")],
    ]


def _take_in(given: str, s: Setting) -> Node:
    return section(".no-print", aria_labelledby="wz-import-title")[
        h2(id="wz-import-title")[s.say("import_title")],
        form(data_wz=True, data_own="true")[
            label[
                span[s.say("import_label")],
                textarea(name="import", id="wz-import", rows="3", spellcheck="false")[given],
            ],
            label[
                span[s.say("import_file")],
                input(type="file", accept=".json,.txt,application/json,text/plain", data_file_into="wz-import"),
            ],
            div(".wz-actions")[
                button(".btn.btn--primary", name="do", value="import")[s.say("import_open")],
                button(".btn", name="do", value="compare")[s.say("import_compare")],
            ],
            p(".muted")[strong[s.say("import_note")]],
        ],
    ]
