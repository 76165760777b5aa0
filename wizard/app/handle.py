"""One request in, one view out. A request carries everything, so nothing can be lost between two of them.

Request: {"lang", "state", "from", "pairs", "place", "do", "today"}. `from` and `place` are places (see `places`): the
form that `pairs` come from, and the place in the page's address; `do` is what was pressed, with what it concerns
behind a colon, or "" to show `place`; `today` is the visitor's date, for the names and stamps of files. "room" is true
where the page's server takes answer codes in.
Reply: {"html", "title", "place", "state", "focus", "files"}. `focus` is the id of the element to move to, or "" to
leave the visitor where they are; `files` are downloads (see `exports`).
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..model import LANGUAGES, Catalogue
from ..views.hand_in import hand_in
from ..views.review import change_link
from ..views.setting import Setting
from ..views.topic import topic_view
from ..wording import say
from . import places
from .imports import ImportRefused, Opened, Refusal, opened
from .plan import move, put, take_plan, toggle
from .state import EMPTY, PATHS, State, dump, restore, take, understand

TITLE, ERRORS = "wz-title", "wz-errors"
VIEWS = {
    "advice": ("advice", "advice_view"),
    "check": ("review", "review_view"),
    "plan": ("plan", "plan_view"),
    "share": ("share", "share_view"),
    "compare": ("compare", "compare_view"),
}
"""Module of `views` and function by place. Each is imported when it is asked for: a first answer waits for no other."""
LADDER_VIEWS = {"check": ("review", "ladder_review_view"), "ladder": ("ladder", "ladder_view")}


class Outcome:
    """Where a request leads: the place, the state, what went wrong and what is to be downloaded."""

    def __init__(self, place: places.Place, state: State):
        self.place, self.state = place, state
        self.files: list[dict[str, str]] = []
        self.refusal: Refusal | None = None
        self.show_errors = False
        self.stay = False
        self.focus = ""


def handle(request: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """Answers one request. `request` comes from our own page; what a visitor typed is in `state` and `pairs`."""
    lang = request["lang"] if request["lang"] in LANGUAGES else LANGUAGES[0]
    before = restore(request["state"], catalogue)
    place = places.find(request["from"], catalogue, before.path)
    state = _taken(before, place, request["pairs"], catalogue)
    outcome = Outcome(place, state)
    verb, _, concerns = request["do"].partition(":")
    if not verb:
        outcome.place = places.find(request["place"], catalogue, state.path)
    elif verb in PATHS:
        outcome.state = state._replace(path=verb)
    elif verb in VERBS:
        VERBS[verb](outcome, concerns, before, request, catalogue, lang)
    outcome.place = places.find(outcome.place.text, catalogue, outcome.state.path)
    if outcome.place.kind == "open":
        _open(outcome, outcome.place.id, catalogue)
    return _reply(outcome, catalogue, lang, bool(request.get("room")))


def _taken(state: State, place: places.Place, pairs: list[list[str]], catalogue: Catalogue) -> State:
    """The state with what stood in the form."""
    if place.kind == "plan":
        return state._replace(plan=take_plan(state.plan, pairs))
    asked = places.questions_at(place, catalogue, state.path)
    return take(state, pairs, asked) if pairs and asked else state


def _continue(outcome: Outcome, _concerns, _before, _request, catalogue: Catalogue, _lang) -> None:
    asked = places.questions_at(outcome.place, catalogue, outcome.state.path)
    if understand(outcome.state, catalogue, asked).problems:
        outcome.show_errors = True
    else:
        if outcome.place.kind == "change":
            outcome.focus = change_link(outcome.place.id)
        outcome.place = places.after(outcome.place, catalogue, outcome.state.path)


def _forget(outcome: Outcome, *_rest) -> None:
    outcome.place, outcome.state = places.START, EMPTY


def _whatif(outcome: Outcome, concerns: str, before: State, _request, catalogue: Catalogue, _lang) -> None:
    """A changed answer on the advice page, by its field or by a ready-made try (question=answer)."""
    outcome.stay = True
    id, _, answer = concerns.partition("=")
    if id in catalogue.questions:
        many = catalogue.questions[id].type == "many"
        entry = answer.split("+") if many else answer
        outcome.state = outcome.state._replace(fields={**before.fields, id: entry})
    if outcome.state.fields != before.fields:
        outcome.state = outcome.state._replace(trail=(*before.trail, before.fields))


def _undo(outcome: Outcome, _concerns, before: State, *_rest) -> None:
    outcome.stay = True
    if before.trail:
        outcome.state = outcome.state._replace(fields=before.trail[-1], trail=before.trail[:-1])


def _settle(outcome: Outcome, *_rest) -> None:
    """Keeps the changed answers: from here on they are the firm's own."""
    outcome.stay = True
    outcome.state = outcome.state._replace(trail=())


def _add(outcome: Outcome, concerns: str, _before, _request, catalogue: Catalogue, _lang) -> None:
    outcome.stay = True
    outcome.state = outcome.state._replace(plan=toggle(outcome.state.plan, concerns, catalogue))


def _move(by: int):
    def verb(outcome: Outcome, concerns: str, *_rest) -> None:
        outcome.stay = True
        outcome.state = outcome.state._replace(plan=move(outcome.state.plan, concerns, by))

    return verb


def _put(outcome: Outcome, concerns: str, *_rest) -> None:
    outcome.stay = True
    action, _, before = concerns.partition("=")
    outcome.state = outcome.state._replace(plan=put(outcome.state.plan, action, before))


def _export(outcome: Outcome, concerns: str, _before, request, catalogue: Catalogue, lang: str) -> None:
    from .exports import export

    outcome.stay = True
    outcome.files = export(concerns, outcome.state, catalogue, lang, request["today"])


def _import(outcome: Outcome, _concerns, _before, request, catalogue: Catalogue, _lang) -> None:
    _take_over(outcome, dict(request["pairs"]).get("import", ""), catalogue)


def _compare(outcome: Outcome, _concerns, _before, request, catalogue: Catalogue, _lang) -> None:
    _set_beside(outcome, dict(request["pairs"]).get("import", ""), catalogue)


def _open(outcome: Outcome, code: str, catalogue: Catalogue) -> None:
    """A link that carries answers. Where the visitor has answers of their own, both are kept and compared."""
    if not outcome.state.fields:
        _take_over(outcome, code, catalogue)
    else:
        _set_beside(outcome, code, catalogue)


def _adopt(outcome: Outcome, _concerns, _before, _request, catalogue: Catalogue, _lang) -> None:
    """Takes the compared answers over as the firm's own."""
    _take_over(outcome, outcome.state.other, catalogue)


def _take_over(outcome: Outcome, text: str, catalogue: Catalogue) -> None:
    found = _opened(outcome, text, catalogue)
    if found:
        plan = found.plan or outcome.state.plan
        outcome.place, outcome.state = places.ADVICE, State(found.fields, found.path, plan)


def _set_beside(outcome: Outcome, text: str, catalogue: Catalogue) -> None:
    found = _opened(outcome, text, catalogue)
    if found:
        outcome.place, outcome.state = places.COMPARE, outcome.state._replace(other=found.code)


def _opened(outcome: Outcome, text: str, catalogue: Catalogue) -> Opened | None:
    """What was given, or None with the refusal noted, to be told on the page for sharing."""
    try:
        return opened(text, catalogue)
    except ImportRefused as refused:
        outcome.place = places.SHARE
        outcome.refusal, outcome.show_errors = Refusal(refused.problem, text), True
        return None


VERBS = {
    "continue": _continue,
    "forget": _forget,
    "whatif": _whatif,
    "undo": _undo,
    "settle": _settle,
    "add": _add,
    "up": _move(-1),
    "down": _move(1),
    "put": _put,
    "export": _export,
    "import": _import,
    "compare": _compare,
    "adopt": _adopt,
}


HANDED_IN_FROM = ("advice", "share")
"""Places that offer to hand the answers in, where there is a room."""


def _reply(outcome: Outcome, catalogue: Catalogue, lang: str, room: bool) -> dict[str, Any]:
    place, state = outcome.place, outcome.state
    views = LADDER_VIEWS if place.ladder else VIEWS
    if place.kind in views:
        module, name = views[place.kind]
        view = getattr(import_module(f"wizard.views.{module}"), name)
        heading, node = view(state, catalogue, lang, outcome.refusal)
    else:
        asked = places.questions_at(place, catalogue, state.path)
        heading, node = topic_view(place, state, asked, catalogue, lang, show_errors=outcome.show_errors)
    title = say(catalogue, lang, "window_title", heading=heading)
    offer = room and place.kind in HANDED_IN_FROM and (answers := understand(state, catalogue).answers)
    html = (str(hand_in(answers, Setting(catalogue, lang))) if offer else "") + str(node)
    focus = outcome.focus if f'id="{outcome.focus}"' in html else TITLE
    return {
        "html": html,
        "title": say(catalogue, lang, "window_error", title=title) if outcome.show_errors else title,
        "place": place.text,
        "state": dump(state),
        "focus": ERRORS if outcome.show_errors else "" if outcome.stay else focus,
        "files": outcome.files,
    }
