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

from ..app.places import CHECK, LADDER_CHECK, Place, before, topics_at
from ..app.state import State, understand
from ..model import Catalogue, Question, Topic
from .field import field
from .setting import Setting
from .start import ladder_start_lines, start_lines


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
    topics = [topic for topic, _ in topics_at(place, catalogue, state.path)]
    here = (topic for topic in topics if place.kind == "topic" and topic.id == place.id)
    topic = next(here, None) or catalogue.topic(asked[0].topic)
    heading = s.of(topic.title)
    back = before(place, catalogue, state.path)
    view = fragment[
        back and a(".wz-back", href=f"#/{back.text}")[s.say("back")],
        show_errors and _summary(asked, errors, s),
        (ladder_start_lines if place.ladder else start_lines)(s) if back is None else None,
        place.kind == "topic" and _progress([topic.id for topic in topics].index(place.id) + 1, topics, s),
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
                    s.say("continue" if place.kind == "topic" else "save_and_return")
                ],
                place.kind == "topic"
                and a(".btn.btn--quiet", href=f"#/{(LADDER_CHECK if place.ladder else CHECK).text}")[s.say("to_check")],
            ],
            place.kind == "topic" and not place.ladder and _path_switch(state, s),
        ],
    ]
    return heading, view


def _heading(text: str, first: bool) -> Node:
    return (h2 if first else h1)(id="wz-title", tabindex="-1")[text]


def _progress(number: int, topics: list[Topic], s: Setting) -> Node:
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
