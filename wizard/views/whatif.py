"""What if: every answer as a field on the advice page. A change shows at once what moves."""

from __future__ import annotations

from htpy import (
    Node,
    button,
    details,
    div,
    fieldset,
    form,
    h2,
    input,
    label,
    legend,
    option,
    p,
    section,
    select,
    span,
    summary,
)

from ..app.places import ADVICE, questions_at
from ..app.state import State
from ..model import UNKNOWN, Question
from .setting import Setting


def whatif(state: State, errors: dict[str, str], s: Setting) -> Node:
    """The form with all questions of the path. It is sent by itself whenever something in it changes."""
    asked = questions_at(ADVICE, s.catalogue, state.path)
    return section(".whatif.no-print", aria_labelledby="wz-whatif")[
        h2(id="wz-whatif")[s.say("whatif_title")],
        p[s.say("whatif_intro")],
        state.trail
        and form(data_wz=True, data_own="true")[
            div(".wz-actions")[
                button(".btn", id="wz-undo", name="do", value="undo")[s.say("whatif_undo")],
                button(".btn", id="wz-settle", name="do", value="settle")[s.say("whatif_settle")],
            ]
        ],
        details(".more", open=bool(state.trail) or None, id="wz-whatif-fields")[
            summary[s.say("whatif_open")],
            form(".wz-form.whatif__form", data_wz=True, data_live="whatif")[
                [_topic(id, [q for q in asked if q.topic == id], state, errors, s) for id in _topics(asked)]
            ],
        ],
    ]


def _topics(asked: list[Question]) -> list[str]:
    return list(dict.fromkeys(q.topic for q in asked))


def _topic(id: str, questions: list[Question], state: State, errors: dict[str, str], s: Setting) -> Node:
    return fieldset(".whatif__topic")[
        legend[s.of(s.catalogue.topic(id).title)],
        [_field(q, state.fields.get(q.id), errors.get(q.id), s) for q in questions],
    ]


def _field(q: Question, entry, error: str | None, s: Setting) -> Node:
    entries = entry if isinstance(entry, list) else [entry]
    if q.type == "many":
        return fieldset(".whatif__many")[
            legend[s.of(q.short)],
            [
                label[input(type="checkbox", name=q.id, value=id, checked=id in entries), " ", span[text]]
                for id, text in _options(q, s)
            ],
            error and p(".q__error")[error],
        ]
    control = _number(q, entries, error, s) if q.type == "number" else _select(q, entries, s)
    return label(".whatif__one")[span[s.of(q.short)], control, error and span(".q__error", id=f"w-{q.id}-e")[error]]


def _options(q: Question, s: Setting) -> list[tuple[str, str]]:
    return [(o.id, s.of(o.label)) for o in q.options if not o.valid_to] + [(UNKNOWN, s.say("unknown_label"))]


def _select(q: Question, entries: list, s: Setting) -> Node:
    return select(name=q.id, id=f"w-{q.id}")[
        option(value="", selected=entries == [None])[s.say("answer_skipped")],
        [option(value=id, selected=id in entries)[text] for id, text in _options(q, s)],
    ]


def _number(q: Question, entries: list, error: str | None, s: Setting) -> Node:
    value = next((text for text in entries if text not in (None, UNKNOWN)), "")
    return span(".num.num--small")[
        input(
            ".num__input",
            id=f"w-{q.id}",
            name=q.id,
            type="text",
            inputmode="decimal",
            autocomplete="off",
            maxlength="40",
            value=value,
            aria_invalid="true" if error else None,
            aria_describedby=f"w-{q.id}-e" if error else None,
        ),
        span(".num__unit")[s.of(q.unit)],
    ]
