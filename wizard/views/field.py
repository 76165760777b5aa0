"""One question as a form field, with its hint, its reason and its error."""

from __future__ import annotations

from htpy import Node, details, div, fieldset, input, label, legend, p, span, summary

from ..model import UNKNOWN, Question
from ..wording import number, quantity
from .parts import cite
from .setting import Setting

Entry = str | list[str] | None


def field(
    question: Question,
    entry: Entry,
    error: str | None,
    understood: float | None,
    s: Setting,
) -> Node:
    """A question with what was entered (None: nothing), its error text, and the number that was understood."""
    described = [f"h-{question.id}"] + ([f"e-{question.id}"] if error else [])
    body = _number if question.type == "number" else _options
    return fieldset(
        id=f"q-{question.id}",
        aria_describedby=" ".join(described),
        class_=["q", {"q--error": error}],
    )[
        legend(".q__title")[s.of(question.title)],
        p(".q__hint", id=f"h-{question.id}")[s.of(question.hint)],
        error and p(".q__error", id=f"e-{question.id}")[span(".visually-hidden")[s.say("error_prefix")], error],
        body(question, entry, bool(error), understood, s),
        details(".q__why")[
            summary[s.say("why_we_ask")],
            p[s.of(question.why), question.evidence and cite(question.evidence, s)],
        ],
    ]


def _options(question: Question, entry: Entry, wrong: bool, _understood: float | None, s: Setting) -> Node:
    kind = "radio" if question.type == "one" else "checkbox"
    chosen = entry if isinstance(entry, list) else [entry]
    rows = [(o.id, s.of(o.label)) for o in question.options if not o.valid_to or o.id in chosen]
    first = rows[0][0]
    return div(".opts")[
        [
            _option(
                kind,
                question,
                id,
                text,
                id in chosen,
                wrong,
                f"f-{question.id}" if id == first else None,
            )
            for id, text in rows
        ],
        _option(
            kind,
            question,
            UNKNOWN,
            s.say("unknown_label"),
            UNKNOWN in chosen,
            wrong,
            None,
        ),
    ]


def _option(
    kind: str,
    question: Question,
    id: str,
    text: str,
    on: bool,
    wrong: bool,
    html_id: str | None,
) -> Node:
    extra = ".opt--unknown" if id == UNKNOWN else ""
    return label(f".opt{extra}")[
        input(
            type=kind,
            name=question.id,
            value=id,
            checked=on,
            id=html_id,
            aria_invalid="true" if wrong else None,
        ),
        span(".opt__label")[text],
    ]


def _number(question: Question, entry: Entry, wrong: bool, understood: float | None, s: Setting) -> Node:
    entries = entry if isinstance(entry, list) else [entry]
    value = next((text for text in entries if text not in (None, UNKNOWN)), "")
    plain = understood is not None and number(understood)
    return div(".opts")[
        div(".num")[
            input(
                ".num__input",
                id=f"f-{question.id}",
                name=question.id,
                type="text",
                inputmode="decimal" if question.min >= 0 else "text",  # number pads of phones have no minus
                autocomplete="off",
                value=value,
                maxlength="40",
                aria_label=s.say("in_brackets", before=s.of(question.title), inside=s.of(question.unit)),
                aria_describedby=f"h-{question.id}" + (f" e-{question.id}" if wrong else ""),
                aria_invalid="true" if wrong else None,
            ),
            span(".num__unit", aria_hidden="true")[s.of(question.unit)],
        ],
        plain
        and plain.replace(",", "") != value
        and p(".num__understood")[s.say("understood_as", amount=quantity(understood, question.unit, s.lang))],
        understood is not None
        and question.benchmark
        and p(".num__benchmark")[
            s.of(question.benchmark.note),
            cite([question.benchmark.evidence], s),
        ],
        _option(
            "checkbox",
            question,
            UNKNOWN,
            s.say("unknown_label"),
            UNKNOWN in entries,
            False,
            None,
        ),
    ]
