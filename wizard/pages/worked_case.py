"""A firm case for an exercise: its story and quick answers as they stand on paper, and the result folded away."""

from __future__ import annotations

from typing import Any

from htpy import (
    Node,
    a,
    details,
    div,
    h3,
    li,
    ol,
    p,
    section,
    strong,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
)

from ..advice import advise
from ..answer_code import encode
from ..answers import check
from ..lead import lead_sentence
from ..model import Answers
from ..paper import UNKNOWN_SIGN, Asked, quick_questions
from ..views.parts import badge
from ..views.setting import Setting
from ..wording import labelled, number

REASONS, ACTIONS, QUESTIONS = 3, 3, 3
HEADS = ("link", "figure_need", "figure_relevance", "priority")


def worked_case_page(s: Setting, case: dict[str, Any]) -> Node:
    """`case` is a file of tests/cases with its `id`."""
    asked = quick_questions(s.catalogue)
    quick = {a.question.id for a in asked}
    given = check(case["answers"], s.catalogue).answers
    answers = {id: answer for id, answer in given.items() if id in quick}
    advice = advise(answers, s.catalogue, s.lang, s.catalogue.general.reviewed)
    return section(".card.case")[
        p(".case__mark")[s.say("case_made_up")],
        h3[s.of(case["name"])],
        p[s.of(case["story"])],
        p(".case__caption")[s.say("case_answers")],
        div(".case__answers")[
            [
                table(".facts", aria_label=s.say("case_answers"))[tbody[[_answered(a, answers, s) for a in part]]]
                for part in (asked[: len(asked) // 2], asked[len(asked) // 2 :])
            ]
        ],
        details(".case__result")[
            summary[s.say("case_result")],
            p[strong[lead_sentence(advice, s.catalogue)]],
            _figures(advice, s),
            _first(advice, s),
            _next(advice, s),
            p(".no-print")[a(".btn", href=f"{s.root}wizard/#/open/{encode(answers, s.catalogue)}")[s.say("case_open")]],
        ],
    ]


def _answered(a: Asked, answers: Answers, s: Setting) -> Node:
    answer = answers.get(a.question.id)
    chosen = answer if isinstance(answer, list) else [answer]
    signs = "".join(sign for sign, option in a.options if option.id in chosen)
    box = UNKNOWN_SIGN if answer is None else signs or number(answer)
    return tr[
        td[str(a.number)],
        th(scope="row")[s.of(a.question.short)],
        td[strong[box]],
        td[labelled(s.catalogue, s.lang, a.question, answer)],
    ]


def _figures(advice: dict[str, Any], s: Setting) -> Node:
    def spread(figure: dict[str, float]) -> str:
        return f"{number(figure['value'])} ({number(figure['low'])}–{number(figure['high'])})"

    return table(".facts")[
        thead[
            tr[
                [
                    th(scope="col")[s.say(f"sheet_{head}")]
                    for head in ("link", "figure_need", "figure_relevance", "priority")
                ]
            ]
        ],
        tbody[
            [
                tr[
                    th(scope="row")[badge(s.catalogue.link(link["id"]), s)],
                    td[spread(link["need"])],
                    td[spread(link["relevance"])],
                    td[number(link["priority"]["value"])],
                ]
                for link in advice["links"]
            ]
        ],
    ]


def _first(advice: dict[str, Any], s: Setting) -> Node:
    """The weightiest known reasons for the first link, and what to start on there."""
    first = advice["links"][0]
    known = [r for r in first["reasons"] if r["question"] and r["answer"] is not None and r["effect"]]
    actions = [action for action in advice["actions"] if action["link"] == first["id"]]
    return div[
        known and [p[s.say("case_reasons")], ol[[li[reason["text"]] for reason in known[:REASONS]]]],
        known and [p[s.say("case_actions")], ol[[li[action["title"]] for action in actions[:ACTIONS]]]],
    ]


def _next(advice: dict[str, Any], s: Setting) -> Node:
    """The quick questions that would tell most, where the firm left some open."""
    quick = [q for q in advice["next_questions"] if s.catalogue.questions[q["question"]].quick]
    if not quick:
        return None
    names = [s.of(s.catalogue.questions[q["question"]].title) for q in quick[:QUESTIONS]]
    return div[p[s.say("case_next")], ol[[li[name] for name in names]]]
