"""Typing in paper answers by keyboard: one key in, one view out. A request carries everything, as in `handle`.

Request: {"lang", "state", "pairs", "do"}. `do` is "key:K" for a key as browsers name it, "next" for the next firm,
"back", "drop:N" to take a firm out, "forget", "copy" or "file", or "" to show what is there; `pairs` is what stood in
the form.
Reply: {"html", "title", "state", "focus", "files"}, as in `handle`.

The state holds the firms that are done, and the answers so far of the one being typed in.
"""

from __future__ import annotations

from typing import Any

from ..answer_code import encode
from ..answers import Problem, Refused
from ..cohort.room import LONGEST_LABEL, Firm, Room, room_text
from ..model import LANGUAGES, NONE, Answers, Catalogue
from ..paper import UNKNOWN_SIGN, Asked, quick_questions
from ..typed import parse_number
from ..views.entry import entry_view
from ..wording import say
from .entering import LONGEST_TYPED, MOST_FIRMS, Entering, dump, line, restore

BACK, FORWARD = "Backspace", "Enter"


class Outcome:
    """Where a request leads: the state, what went wrong (None where nothing did), what is downloaded."""

    def __init__(self, state: Entering):
        self.state = state
        self.problem: Problem | None = None
        self.files: list[dict[str, str]] = []


def handle(request: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """Answers one request of the page."""
    lang = request["lang"] if request["lang"] in LANGUAGES else LANGUAGES[0]
    asked = quick_questions(catalogue)
    pairs = dict(request["pairs"])
    outcome = Outcome(restore(request["state"], catalogue))
    if "number" in pairs and outcome.state.at < len(asked):
        outcome.state = _typed_in(outcome.state, pairs["number"], asked)
    verb, _, concerns = request["do"].partition(":")
    if verb == "key":
        _key(outcome, concerns, asked, pairs, catalogue)
    elif verb == "next":
        _next(outcome, asked, pairs, catalogue)
    elif verb == "back":
        _back(outcome)
    elif verb == "drop" and concerns.isdecimal():
        firms = outcome.state.firms
        outcome.state = outcome.state._replace(firms=firms[: int(concerns)] + firms[int(concerns) + 1 :])
    elif verb == "forget":
        outcome.state = Entering()
    elif verb in ("copy", "file"):
        outcome.files = [_taken(verb, outcome.state, catalogue, lang)]
    heading, node, focus = entry_view(outcome.state, asked, outcome.problem, catalogue, lang)
    return {
        "html": str(node),
        "title": say(catalogue, lang, "window_title", heading=heading),
        "state": dump(outcome.state),
        "focus": "" if outcome.files else focus,
        "files": outcome.files,
    }


def _typed_in(state: Entering, number: str, asked: list[Asked]) -> Entering:
    """The state with what stands in the field: an emptied field takes the number back."""
    if not line(number):
        return state._replace(answers=_with(state.answers, asked[state.at].question.id, None), typed="")
    return state._replace(typed=line(number)[:LONGEST_TYPED])


def _key(outcome: Outcome, key: str, asked: list[Asked], pairs: dict[str, str], catalogue: Catalogue) -> None:
    """One key, whatever is asked now."""
    state = outcome.state
    if key == BACK and not state.typed:
        _back(outcome)
    elif state.at == len(asked):
        if key == FORWARD:
            _next(outcome, asked, pairs, catalogue)
    elif key.upper() == UNKNOWN_SIGN:
        _answer(outcome, asked[state.at], None)
    elif asked[state.at].question.type == "number":
        _number_key(outcome, key, asked[state.at])
    else:
        _choice_key(outcome, key, asked[state.at])


def _number_key(outcome: Outcome, key: str, asked: Asked) -> None:
    typed = outcome.state.typed
    if key == FORWARD:
        try:
            kept = outcome.state.answers.get(asked.question.id)
            _answer(outcome, asked, parse_number(typed, asked.question) if typed else kept)
        except Refused as refused:
            outcome.problem = refused.problem
    elif key == BACK:
        outcome.state = outcome.state._replace(typed=typed[:-1])
    elif len(key) == 1:
        outcome.state = outcome.state._replace(typed=(typed + key)[:LONGEST_TYPED])


def _choice_key(outcome: Outcome, key: str, asked: Asked) -> None:
    question, state = asked.question, outcome.state
    if key == FORWARD:
        _answer(outcome, asked, state.answers.get(question.id))
        return
    option = asked.option(key.upper())
    if option is None:
        outcome.problem = Problem(question.id, "entry_no_such_sign", {"sign": key[:LONGEST_TYPED]})
    elif question.type == "one":
        _answer(outcome, asked, option.id)
    else:
        ticked = set(state.answers.get(question.id, ())) ^ {option.id}
        ticked = {NONE} if option.id == NONE and NONE in ticked else ticked - {NONE}
        kept = [o.id for _, o in asked.options if o.id in ticked]
        outcome.state = state._replace(answers=_with(state.answers, question.id, kept or None))


def _answer(outcome: Outcome, asked: Asked, answer: Any) -> None:
    """Takes an answer (None: not known) and goes on."""
    state = outcome.state
    outcome.state = state._replace(answers=_with(state.answers, asked.question.id, answer), at=state.at + 1, typed="")


def _with(answers: Answers, id: str, answer: Any) -> Answers:
    rest = {key: value for key, value in answers.items() if key != id}
    return rest if answer is None else {**rest, id: answer}


def _back(outcome: Outcome) -> None:
    """To the question before, whose answer is shown and can be given anew."""
    outcome.state = outcome.state._replace(at=max(outcome.state.at - 1, 0), typed="")


def _next(outcome: Outcome, asked: list[Asked], pairs: dict[str, str], catalogue: Catalogue) -> None:
    """Puts the firm to those that are done. Before the last question it does nothing: a slip must cost no answers."""
    state = outcome.state
    if state.at < len(asked):
        return
    if not state.answers:
        outcome.problem = Problem(None, "entry_nothing_known", {})
        return
    if len(state.firms) == MOST_FIRMS:
        outcome.problem = Problem(None, "entry_full", {"count": MOST_FIRMS})
        return
    label = line(pairs.get("label"))[:LONGEST_LABEL]
    outcome.state = Entering((*state.firms, Firm(encode(state.answers, catalogue), label)))


def _taken(kind: str, state: Entering, catalogue: Catalogue, lang: str) -> dict[str, str]:
    """The codes as lines for the clipboard, or as a room file."""
    if kind == "copy":
        return {"name": "", "copy": "".join(f"{firm.label} {firm.code}\n".lstrip() for firm in state.firms)}
    name = f"{say(catalogue, lang, 'entry_file')}.json"
    return {"name": name, "type": "application/json", "text": room_text(Room(state.firms))}
