"""My plan: the actions that were picked, in the visitor's order, with who, by when and a note; made to be printed."""

from __future__ import annotations

from htpy import Node, a, button, div, form, fragment, h1, input, label, li, ol, p, span, strong, textarea

from ..app.plan import LONGEST, Item
from ..app.state import State
from ..model import Action, Catalogue
from .parts import badge
from .setting import Setting
from .takeaway import takeaway


def plan_view(state: State, catalogue: Catalogue, lang: str, _refusal=None) -> tuple[str, Node]:
    """The heading and the view."""
    s = Setting(catalogue, lang)
    heading = s.say("plan_title")
    actions = {action.id: action for action in catalogue.actions}
    last = len(state.plan) - 1
    view = fragment[
        a(".wz-back", href="#/advice")[s.say("back_to_advice")],
        h1(id="wz-title", tabindex="-1")[heading],
        p(".no-print")[s.say("plan_intro" if state.plan else "plan_empty")],
        form(".wz-form", data_wz=True)[
            button(hidden=True, disabled=True),  # so that Enter in a field presses no other button
            ol(".plan")[[_item(item, actions[item.action], number, last, s) for number, item in enumerate(state.plan)]],
        ],
        state.plan and takeaway(("print", "csv", "calendar", "word", "markdown", "copy"), s),
        p(".plan__foot")[s.say("doc_disclaimer")],
    ]
    return heading, view


def _item(item: Item, action: Action, number: int, last: int, s: Setting) -> Node:
    id = item.action
    title = s.of(action.title)
    return li(".plan__item", id=f"plan-{id}", data_link=action.link, data_item=id, draggable="true")[
        div(".plan__head")[
            strong[title],
            badge(s.catalogue.link(action.link), s),
            span(".plan__moves.no-print")[
                _move("up", id, title, number == 0, s),
                _move("down", id, title, number == last, s),
                _move("add", id, title, False, s),
            ],
        ],
        p(".plan__first")[span(".label")[s.say("action_first")], " ", s.of(action.first_step)],
        p(".plan__done")[span(".label")[s.say("action_done")], " ", s.of(action.done_when)],
        div(".plan__fields")[
            _field("who", "text", item.who, id, title, s),
            _field("by", "date", item.by, id, title, s),
            label(".plan__note")[
                span[s.say("plan_note")],
                textarea(name=f"note:{id}", rows="2", maxlength=str(LONGEST["note"]))[item.note],
            ],
        ],
    ]


def _field(key: str, type_: str, value: str, id: str, title: str, s: Setting) -> Node:
    return label[
        span[s.say(f"plan_{key}")],
        input(
            type=type_,
            name=f"{key}:{id}",
            value=value,
            maxlength=LONGEST[key] if type_ == "text" else None,
            autocomplete="off",
        ),
    ]


def _move(verb: str, id: str, title: str, off: bool, s: Setting) -> Node:
    text = s.say("plan_remove" if verb == "add" else f"plan_{verb}")
    return button(".btn.btn--small", id=f"{verb}-{id}", name="do", value=f"{verb}:{id}", disabled=off)[
        text, span(".visually-hidden")[s.say("list_colon"), title]
    ]
