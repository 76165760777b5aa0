"""Typing in paper answers: the question that is asked, its keys, and the firms that are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Node,
    a,
    button,
    code,
    div,
    form,
    fragment,
    h2,
    input,
    kbd,
    label,
    li,
    ol,
    p,
    section,
    span,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
)

from ..answer_code import encode
from ..answers import Problem
from ..model import Catalogue
from ..paper import UNKNOWN_SIGN, Asked
from ..wording import labelled, number
from .setting import Setting

if TYPE_CHECKING:
    from ..app.entering import Entering

TITLE, NUMBER, LABEL, ERROR = "wz-title", "entry-number", "entry-label", "entry-error"


def entry_view(
    state: Entering, asked: list[Asked], problem: Problem | None, catalogue: Catalogue, lang: str
) -> tuple[str, Node, str]:
    """The heading, the view, and the id of the element that is to have the focus."""
    s = Setting(catalogue, lang, "../../")
    done = state.at == len(asked)
    now = None if done else asked[state.at]
    heading = s.say("entry_done") if done else f"{now.number}. {s.of(now.question.title)}"
    focus = LABEL if done else NUMBER if now.question.type == "number" else TITLE
    view = fragment[
        form(".entry", autocomplete="off")[
            p(".entry__where")[
                s.say("entry_where", firm=len(state.firms) + 1, number=min(state.at + 1, len(asked)), count=len(asked))
            ],
            h2(id=TITLE, tabindex="-1")[heading],
            problem and p(".q__error", id=ERROR, role="alert")[s.say(problem.text, **problem.values)],
            _finished(state, s) if done else _question(now, state, s, wrong=bool(problem)),
            _so_far(state, asked, s),
        ],
        state.firms and _firms(state, s),
    ]
    return heading, view, focus


def _press(do: str, key: str, text: str, *, id: str, main: bool = False, pressed: bool | None = None) -> Node:
    """A button with the key that does the same."""
    return button(
        class_=["btn", "entry__key", {"btn--primary": main}],
        name="do",
        value=do,
        id=id,
        aria_pressed=None if pressed is None else str(pressed).lower(),
    )[kbd(aria_hidden="true")[key], span[text]]


def _question(now: Asked, state: Entering, s: Setting, *, wrong: bool) -> Node:
    question = now.question
    answer = state.answers.get(question.id)
    chosen = answer if isinstance(answer, list) else [answer]
    stays = question.type != "one" or answer is not None
    return fragment[
        p(".entry__hint")[s.say("entry_many") if question.type == "many" else s.of(question.hint)],
        _number(now, state, s, wrong=wrong)
        if question.type == "number"
        else ol(".entry__options")[
            [
                li[_press(f"key:{sign}", sign, s.of(option.label), id=f"key-{sign}", pressed=option.id in chosen)]
                for sign, option in now.options
            ]
        ],
        div(".wz-actions")[
            stays and _press("key:Enter", s.say("key_enter"), s.say("continue"), id="key-enter", main=True),
            _press(f"key:{UNKNOWN_SIGN}", UNKNOWN_SIGN, s.say("unknown_label"), id="key-unknown"),
            state.at > 0 and _press("back", s.say("key_back"), s.say("back"), id="key-back"),
        ],
    ]


def _number(now: Asked, state: Entering, s: Setting, *, wrong: bool) -> Node:
    answer = state.answers.get(now.question.id)
    value = state.typed or ("" if answer is None else number(answer).replace(",", ""))
    return div(".num")[
        input(
            ".num__input",
            id=NUMBER,
            name="number",
            inputmode="decimal",
            value=value,
            maxlength="40",
            data_unknown=UNKNOWN_SIGN,
            aria_label=f"{s.of(now.question.title)} ({s.of(now.question.unit)})",
            aria_describedby=ERROR if wrong else None,
            aria_invalid="true" if wrong else None,
        ),
        span(".num__unit", aria_hidden="true")[s.of(now.question.unit)],
    ]


def _finished(state: Entering, s: Setting) -> Node:
    return fragment[
        p(".answer-code", id="entry-code")[code[encode(state.answers, s.catalogue)]]
        if state.answers
        else p[s.say("entry_nothing_known")],
        p(".entry__hint")[s.say("entry_write_down")],
        label(".entry__label")[span[s.say("entry_label")], input(id=LABEL, name="label", maxlength="40")],
        div(".wz-actions")[
            state.answers and _press("next", s.say("key_enter"), s.say("entry_next"), id="key-enter", main=True),
            _press("back", s.say("key_back"), s.say("back"), id="key-back"),
        ],
    ]


def _so_far(state: Entering, asked: list[Asked], s: Setting) -> Node:
    """What was typed in for this firm, as signs beside their numbers, to be checked against the paper."""
    passed = asked[: state.at]
    return (
        passed
        and section(".entry__so-far", aria_labelledby="entry-so-far")[
            h2(id="entry-so-far")[s.say("entry_so_far")],
            ol[[li(value=str(one.number))[_told(one, state, s)] for one in passed]],
        ]
    )


def _told(one: Asked, state: Entering, s: Setting) -> Node:
    answer = state.answers.get(one.question.id)
    if answer is None:
        return kbd[UNKNOWN_SIGN]
    chosen = answer if isinstance(answer, list) else [answer]
    signs = "".join(sign for sign, option in one.options if option.id in chosen)
    return fragment[signs and fragment[kbd[signs], " "], labelled(s.catalogue, s.lang, one.question, answer)]


def _firms(state: Entering, s: Setting) -> Node:
    return section(".entry__firms", aria_labelledby="entry-firms")[
        h2(id="entry-firms")[s.say("entry_firms", count=len(state.firms))],
        form[
            table(".facts")[
                thead[
                    tr[
                        th(scope="col")[s.say("plan_number")],
                        th(scope="col")[s.say("code_title")],
                        th(scope="col")[s.say("entry_label_short")],
                        td,
                    ]
                ],
                tbody[
                    [
                        tr[
                            td[str(place + 1)],
                            td[code[firm.code]],
                            td[firm.label],
                            td[
                                button(".btn.btn--quiet", name="do", value=f"drop:{place}", id=f"drop-{place}")[
                                    s.say("plan_remove"),
                                    span(".visually-hidden")[s.say("entry_which", number=place + 1)],
                                ]
                            ],
                        ]
                        for place, firm in enumerate(state.firms)
                    ]
                ],
            ],
            div(".wz-actions")[
                button(".btn.btn--primary", name="do", value="copy", id="entry-copy")[s.say("entry_copy")],
                button(".btn", name="do", value="file", id="entry-file")[s.say("entry_save")],
                button(".btn", name="do", value="forget", id="entry-forget")[s.say("forget")],
            ],
        ],
        p(
            id="wz-files",
            role="status",
            data_saved=s.say("take_saved", name="{name}"),
            data_copied=s.say("take_copied"),
            data_by_hand=s.say("take_by_hand"),
        ),
        p[s.say("entry_then"), " ", a(href=f"{s.root}workshop/")[s.say("entry_to_workshop")]],
    ]
