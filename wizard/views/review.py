"""Check your answers: every answer with a way to change it, and what was left out."""

from __future__ import annotations

from htpy import (
    Node,
    a,
    button,
    div,
    form,
    fragment,
    h1,
    h2,
    input,
    p,
    span,
    table,
    tbody,
    td,
    th,
    tr,
)

from ..app.places import CHECK, LADDER_CHECK, Place, before, topics_at
from ..app.state import State, understand
from ..model import UNKNOWN, Catalogue, Question
from ..wording import labelled
from .setting import Setting


def review_view(state: State, catalogue: Catalogue, lang: str, _refusal=None) -> tuple[str, Node]:
    """The heading and the view."""
    return _review(CHECK, "see_advice", state, catalogue, lang)


def ladder_review_view(state: State, catalogue: Catalogue, lang: str, _refusal=None) -> tuple[str, Node]:
    """The same for the ladder's path."""
    return _review(LADDER_CHECK, "ladder_see", state, catalogue, lang)


def _review(place: Place, onward: str, state: State, catalogue: Catalogue, lang: str) -> tuple[str, Node]:
    s = Setting(catalogue, lang)
    understood = understand(state, catalogue)
    errors = {p.question: s.say(p.text, **p.values) for p in understood.problems}
    heading = s.say("check_title")
    view = fragment[
        a(".wz-back", href=f"#/{before(place, catalogue, state.path).text}")[s.say("back")],
        h1(id="wz-title", tabindex="-1")[heading],
        p(".wz-intro")[s.say("check_intro")],
        [
            fragment[
                h2[s.of(topic.title)],
                _table(questions, place, state, understood.answers, errors, s),
            ]
            for topic, asked in topics_at(place, catalogue, "full")
            if (questions := _listed(asked, place, state))
        ],
        form(".wz-form", data_wz=True)[
            input(type="hidden", name="do", value="continue"),
            div(".wz-actions")[
                button(".btn.btn--primary", name="do", value="continue")[s.say(onward)],
                button(".btn.btn--quiet", name="do", value="forget")[s.say("forget")],
            ],
        ],
    ]
    return heading, view


def change_link(question: str) -> str:
    """The id of a question's Change link, where the focus comes back after a change."""
    return f"change-{question}"


def _listed(questions: list[Question], place: Place, state: State) -> list[Question]:
    """The questions of the present path, and any other that was answered."""
    return [q for q in questions if place.ladder or q.quick or state.path == "full" or q.id in state.fields]


def _table(
    questions: list[Question],
    place: Place,
    state: State,
    answers: dict,
    errors: dict[str, str],
    s: Setting,
) -> Node:
    return table(".answers")[
        tbody[
            [
                tr[
                    th(scope="row")[s.of(q.title)],
                    td(class_={"is-error": q.id in errors})[_shown(q, state, answers, errors, s)],
                    td[
                        a(href=f"#/{'ladder/' if place.ladder else ''}change/{q.id}", id=change_link(q.id))[
                            s.say("change"),
                            span(".visually-hidden")[s.say("change_what", short=q.short)],
                        ]
                    ],
                ]
                for q in questions
            ]
        ]
    ]


def _shown(q: Question, state: State, answers: dict, errors: dict[str, str], s: Setting) -> Node:
    entry = state.fields.get(q.id)
    if q.id in errors:
        return errors[q.id]
    if entry is None:
        return span(".muted")[s.say("answer_skipped")]
    if entry == UNKNOWN or entry == [UNKNOWN]:
        return s.say("unknown_label")
    return labelled(s.catalogue, s.lang, q, answers.get(q.id))
