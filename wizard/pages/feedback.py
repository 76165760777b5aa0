"""The feedback form: one page of paper."""

from __future__ import annotations

from htpy import Node, div, h2, p, table, tbody, td, th, thead, tr

from ..views.setting import Setting

STATEMENTS, QUESTIONS, GRADES, LINES = 7, 4, 5, 3


def feedback_page(s: Setting) -> Node:
    """Statements to grade and questions with room for a pen."""
    grades = [str(grade) for grade in range(1, GRADES + 1)]
    return div(".paper.feedback", tabindex="0", role="region", aria_label=s.say("kit_feedback"))[
        h2[s.say("kit_feedback")],
        p(".paper__how")[s.say("feedback_how")],
        table(".sheet")[
            thead[tr[th(scope="col")[s.say("feedback_statement")], th(scope="colgroup", colspan=str(GRADES))["1–5"]]],
            tbody[
                [
                    tr[
                        th(scope="row")[s.say(f"feedback_row_{row}")],
                        [td(".feedback__grade")[grade] for grade in grades],
                    ]
                    for row in range(1, STATEMENTS + 1)
                ]
            ],
        ],
        [
            div(".feedback__open")[
                p[s.say(f"feedback_open_{number}")],
                div(aria_hidden="true")[[div(".feedback__line") for _ in range(LINES)]],
            ]
            for number in range(1, QUESTIONS + 1)
        ],
        p(".paper__how")[s.say("feedback_how_answered")],
    ]
