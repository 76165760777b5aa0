"""The quick path on two sides of A4, with a box for the sign of each answer, so that answers can be typed in fast."""

from __future__ import annotations

from itertools import groupby

from htpy import Node, div, fragment, h2, h3, li, ol, p, section, span

from ..model import Question
from ..paper import UNKNOWN_SIGN, Asked, quick_questions
from ..views.setting import Setting

CODE_GROUPS, CODE_SIGNS = 5, 5
"""The longest code of quick answers; a test holds it to that."""
DIGITS = 3
"""Boxes before the point of a number: the largest quick answer is a percentage, or R&D beyond all revenue."""


def questionnaire_page(s: Setting) -> Node:
    """The sheet: how to fill it in, the questions by topic, and boxes for the answer code."""
    asked = quick_questions(s.catalogue)
    return div(
        ".paper.ask-paper", tabindex="0", role="region", aria_label=s.say("kit_questionnaire", count=len(asked))
    )[
        div(".paper__head")[
            h2[s.say("kit_questionnaire", count=len(asked))],
            p(".paper__label")[s.say("kit_label"), span(".rule")],
        ],
        p(".paper__how")[s.say("kit_how", unknown=UNKNOWN_SIGN)],
        div(".ask-paper__columns")[
            [_topic(list(of_topic), s) for _, of_topic in groupby(asked, key=lambda a: a.topic.id)],
            _code(s),
        ],
    ]


def _code(s: Setting) -> Node:
    return div(".ask-paper__code")[
        p[s.say("kit_code")],
        div(".code-boxes", aria_hidden="true")[
            [span(".code-boxes__group")[[span(".pen") for _ in range(CODE_SIGNS)]] for _ in range(CODE_GROUPS)]
        ],
        p(".paper__small")[s.say("kit_private")],
        p(".paper__small")[s.say("kit_version", date=s.catalogue.general.reviewed)],
    ]


def _topic(asked: list[Asked], s: Setting) -> Node:
    topic = asked[0].topic
    return fragment[h3[f"{topic.letter}. {s.of(topic.title)}"], [_question(a, s) for a in asked]]


def _question(a: Asked, s: Setting) -> Node:
    question = a.question
    return section(".ask-paper__q", data_number=str(a.number))[
        div(".ask-paper__title")[span(".ask-paper__number")[f"{a.number}."], " ", s.of(question.title)],
        p(".ask-paper__hint")[s.of(question.hint)],
        _number(question, s)
        if question.type == "number"
        else fragment[
            ol(".ask-paper__options")[[li[span(".key")[sign], span[s.of(option.label)]] for sign, option in a.options]],
            span(".pen.pen--wide" if question.type == "many" else ".pen", aria_hidden="true"),
        ],
    ]


def _number(question: Question, s: Setting) -> Node:
    boxes = [span(".pen") for _ in range(DIGITS)]
    decimals = [span(".pen__point")["."], span(".pen")] if question.decimals else []
    return span(".ask-paper__boxes")[span(aria_hidden="true")[boxes, decimals], s.of(question.unit)]
