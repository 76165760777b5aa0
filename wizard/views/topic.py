"""A page of questions, or one question that is being changed."""

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
    li,
    p,
    progress,
    span,
    ul,
)

from ..app.places import Place, before
from ..app.state import State, understand
from ..model import Catalogue, Question
from ..questionnaire import asked_topics
from .field import field
from .setting import Setting
from .start import start_lines


def topic_view(
    place: Place,
    state: State,
    asked: list[Question],
    catalogue: Catalogue,
    lang: str,
    *,
    show_errors: bool = False,
) -> tuple[str, Node]:
    """The heading and the view. Errors are shown beside the fields and, with `show_errors`, in a summary on top."""
    s = Setting(catalogue, lang)
    understood = understand(state, catalogue, asked)
    errors = {p.question: s.say(p.text, **p.values) for p in understood.problems}
    topic = catalogue.topic(catalogue.questions[asked[0].id].topic)
    heading = s.of(topic.title)
    back = before(place, catalogue, state.path)
    view = fragment[
        back and a(".wz-back", href=f"#/{back.text}")[s.say("back")],
        show_errors and _summary(asked, errors, s),
        start_lines(s) if back is None else None,
        place.kind == "topic" and _progress(place, state, s),
        _heading(heading, back is None),
        p(".wz-intro")[s.of(topic.intro)],
        form(".wz-form", novalidate=True, data_wz=True)[
            input(type="hidden", name="do", value="continue"),
            [
                field(
                    q,
                    state.fields.get(q.id),
                    errors.get(q.id),
                    understood.answers.get(q.id),
                    s,
                )
                for q in asked
            ],
            div(".wz-actions")[
                button(".btn.btn--primary", name="do", value="continue")[
                    s.say("save_and_return" if place.kind == "change" else "continue")
                ],
                place.kind == "topic" and a(".btn.btn--quiet", href="#/check")[s.say("to_check")],
            ],
            place.kind == "topic" and _path_switch(state, s),
        ],
    ]
    return heading, view


def _heading(text: str, first: bool) -> Node:
    return (h2 if first else h1)(id="wz-title", tabindex="-1")[text]


def _progress(place: Place, state: State, s: Setting) -> Node:
    topics = [topic for topic, _ in asked_topics(s.catalogue, quick=state.path == "quick")]
    number = [topic.id for topic in topics].index(place.id) + 1
    text = s.say("progress", number=number, count=len(topics), title=topics[number - 1].title)
    return div(".wz-progress")[
        span(id="wz-step")[text],
        progress(value=str(number), max=str(len(topics)), aria_labelledby="wz-step"),
    ]


def _path_switch(state: State, s: Setting) -> Node:
    other = "full" if state.path == "quick" else "quick"
    return p(".wz-path")[
        s.say(f"path_now_{state.path}"),
        s.gap,
        button(".btn.btn--link", name="do", value=other)[s.say(f"path_to_{other}")],
    ]


def _summary(asked: list[Question], errors: dict[str, str], s: Setting) -> Node:
    return div(
        ".errors",
        id="wz-errors",
        role="alert",
        tabindex="-1",
        aria_labelledby="wz-errors-title",
    )[
        h2(id="wz-errors-title")[s.say("errors_title")],
        ul[
            [
                li[a(href=f"#f-{q.id}", data_focus=f"f-{q.id}")[s.of(q.title), " ", errors[q.id]]]
                for q in asked
                if q.id in errors
            ]
        ],
    ]
