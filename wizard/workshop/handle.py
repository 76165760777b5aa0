"""One request of the facilitator's page in, one view out, as in `app.handle`; the room travels in the state.

Request: {"app": "workshop", "lang", "state", "from", "pairs", "place", "do", "today", "room"}; see `places` for the
places. Reply: as `app.handle`, with "keep" (whether the page may keep the state on this device) and "more" (what to ask
for at once: the rest of a large paste, taken in piece by piece).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..cohort.figures import FEWEST, cohort
from ..cohort.intake import Remark, Taken, read, take, tidy_label
from ..cohort.room import Room
from ..cohort.tables import Tables
from ..loading import load_room
from ..model import LANGUAGES
from ..views.setting import Setting
from ..wording import say
from .brief import brief_view
from .exports import export
from .glance import glance_view, one_view
from .pictures import NAMES
from .room_view import room_view
from .scene import Scene
from .state import EMPTY, GROUPINGS, MOST_REMARKS, State, dump, restore

TITLE, HEARD = "wz-title", "ws-heard"
AT_ONCE = 250
"""Entries taken in before the page is shown how far it is."""


@lru_cache(maxsize=1)
def _tables() -> Tables:
    return Tables(load_room()[0])


class Outcome:
    """Where a request leads."""

    def __init__(self, place: str, state: State):
        self.place, self.state = place, state
        self.files: list[dict[str, str]] = []
        self.focus = ""
        self.stay = False


def handle(request: dict[str, Any]) -> dict[str, Any]:
    """Answers one request. What a person typed, pasted or dropped is in `pairs`."""
    tables = _tables()
    lang = request["lang"] if request["lang"] in LANGUAGES else LANGUAGES[0]
    before = restore(request["state"], tables)
    here = place_of(request["from"])
    outcome = Outcome(here, labelled(before, request["pairs"]) if here == ROOM else before)
    verb, _, concerns = request["do"].partition(":")
    if not verb:
        outcome.place = place_of(request["place"])
    elif verb in VERBS:
        VERBS[verb](outcome, concerns, request, tables, lang)
    return reply(outcome, tables, lang, request)


ROOM, GLANCE, BRIEF = "room", "glance", "brief"


def place_of(text: str) -> str:
    """The place that an address names: "room", "glance", "brief" or "show/NAME"; the room where it names none."""
    kind, _, name = text.partition("/")
    return text if text in (GLANCE, BRIEF) or (kind == "show" and name in NAMES) else ROOM


def labelled(state: State, pairs: list[list[str]]) -> State:
    """The state with the labels and settings that stand in the room's form: fields are named label:PLACE."""
    given = dict(pairs)
    firms = list(state.taken.room.firms)
    for name, value in given.items():
        kind, _, number = name.partition(":")
        if kind == "label" and number.isascii() and number.isdigit() and int(number) < len(firms):
            firms[int(number)] = firms[int(number)]._replace(label=tidy_label(value))
    taken = state.taken._replace(room=state.taken.room._replace(firms=tuple(firms)))
    if "settings" in given:
        state = state._replace(keep="keep" in given)
    return state._replace(taken=taken)


def _take(outcome: Outcome, _concerns, request, tables: Tables, _lang) -> None:
    """What was pasted or dropped: pairs "text", each with the "file" before it. More is taken in by "more"."""
    entries, made_up, name = [], [], ""
    for key, value in request["pairs"]:
        if key == "file":
            name = tidy_label(value)
        elif key == "text" and value.strip():
            found, sample = read(value, name, tables.catalogue)
            entries += found
            made_up.append(sample)
    state = outcome.state
    repeats = any(key == "repeats" for key, _ in request["pairs"])
    room = state.taken.room
    made_up = bool(made_up) and all(made_up) and (room.made_up or not room.firms)
    taken = Taken(room._replace(made_up=made_up if entries else room.made_up))
    outcome.state = state._replace(taken=taken, waiting=tuple(entries), total=len(entries), repeats=repeats, unlisted=0)
    outcome.place = ROOM
    _more(outcome, _concerns, request, tables, _lang)


def _arrive(outcome: Outcome, concerns: str, request, tables: Tables, lang: str) -> None:
    """Codes that were handed in or scanned: taken in where the page stands."""
    place, before = outcome.place, outcome.state.taken
    _take(
        outcome, concerns, {**request, "pairs": [pair for pair in request["pairs"] if pair[0] == "text"]}, tables, lang
    )
    after = outcome.state.taken
    remarks = {"refused": before.refused + after.refused, "noted": before.noted + after.noted}
    outcome.state = _listed(outcome.state._replace(taken=after._replace(**remarks)))
    outcome.place, outcome.stay = place, True


def _more(outcome: Outcome, _concerns, _request, tables: Tables, _lang) -> None:
    state = outcome.state
    now, later = state.waiting[:AT_ONCE], state.waiting[AT_ONCE:]
    taken = take(list(now), state.taken.room, tables.catalogue, repeats=state.repeats)
    taken = taken._replace(refused=state.taken.refused + taken.refused, noted=state.taken.noted + taken.noted)
    outcome.state = _listed(state._replace(taken=taken, waiting=later))
    outcome.focus = "" if later else HEARD
    outcome.stay = bool(later)


def _listed(state: State) -> State:
    """Keeps as many remarks as a person can read, and counts the rest."""

    def cut(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
        return remarks[:MOST_REMARKS]

    taken = state.taken
    over = sum(max(0, len(each) - MOST_REMARKS) for each in (taken.refused, taken.noted))
    taken = taken._replace(refused=cut(taken.refused), noted=cut(taken.noted))
    return state._replace(taken=taken, unlisted=state.unlisted + over)


def _remove(outcome: Outcome, concerns: str, *_rest) -> None:
    firms = list(outcome.state.taken.room.firms)
    if concerns.isascii() and concerns.isdigit() and int(concerns) < len(firms):
        del firms[int(concerns)]
        outcome.focus = f"ws-label-{min(int(concerns), len(firms) - 1)}" if firms else TITLE
    taken = outcome.state.taken
    outcome.state = outcome.state._replace(taken=taken._replace(room=taken.room._replace(firms=tuple(firms))))


def _clear(outcome: Outcome, *_rest) -> None:
    outcome.state, outcome.place = EMPTY, ROOM


def _sample(outcome: Outcome, concerns: str, request, tables: Tables, lang: str) -> None:
    """The sample room in place of what is there."""
    outcome.state = outcome.state._replace(taken=Taken(Room()))
    _take(outcome, concerns, {**request, "pairs": [["text", load_room()[1]]]}, tables, lang)


def _dismiss(outcome: Outcome, *_rest) -> None:
    """Puts the remarks away."""
    outcome.state = outcome.state._replace(taken=Taken(outcome.state.taken.room), unlisted=0)


def _settle(outcome: Outcome, *_rest) -> None:
    """Takes the form's labels and settings over; `labelled` did."""
    outcome.stay = True


def _by(outcome: Outcome, concerns: str, *_rest) -> None:
    outcome.stay = True
    if concerns in GROUPINGS:
        outcome.state = outcome.state._replace(by=concerns)


def _small(outcome: Outcome, concerns: str, *_rest) -> None:
    outcome.stay = True
    outcome.state = outcome.state._replace(small=concerns == "yes")


def _export(outcome: Outcome, concerns: str, request, tables: Tables, lang: str) -> None:
    outcome.stay = True
    outcome.files = export(concerns, scene_of(outcome.state, tables, lang), request["today"])


VERBS = {
    "take": _take,
    "more": _more,
    "arrive": _arrive,
    "remove": _remove,
    "clear": _clear,
    "sample": _sample,
    "dismiss": _dismiss,
    "settle": _settle,
    "by": _by,
    "small": _small,
    "export": _export,
}


def scene_of(state: State, tables: Tables, lang: str) -> Scene:
    """What pictures and files are made from; the figures are those of the command line."""
    room = state.taken.room
    figures = cohort(state.taken, tables, lang, tables.catalogue.general.reviewed, small=state.small)
    profiles = [tables.firm(firm.code)[1] for firm in room.firms]
    return Scene(Setting(tables.catalogue, lang), room, figures, profiles, state.by, state.small)


def reply(outcome: Outcome, tables: Tables, lang: str, request: dict[str, Any]) -> dict[str, Any]:
    """The view and what goes with it."""
    place, state = outcome.place, outcome.state
    if state.waiting or place == ROOM:
        s = Setting(tables.catalogue, lang)
        heading, node = room_view(state, s, sample=bool(load_room()[1]))
    else:
        scene = scene_of(state, tables, lang)
        held_back = len(state.taken.room.firms) < FEWEST and not (state.small and state.taken.room.firms)
        kind, _, name = place.partition("/")
        if kind == BRIEF:
            heading, node = brief_view(scene, request["today"], held_back=held_back)
        elif kind == GLANCE:
            heading, node = glance_view(scene, held_back=held_back)
        else:
            heading, node = one_view(name, scene, held_back=held_back)
    return {
        "html": str(node),
        "title": say(tables.catalogue, lang, "window_title", heading=heading),
        "place": place,
        "state": dump(state),
        "focus": "" if outcome.stay else outcome.focus or TITLE,
        "files": outcome.files,
        "keep": state.keep,
        "more": "more" if state.waiting else "",
    }
