"""One request in, one view out. A request carries everything, so nothing can be lost between two of them.

Request: {"lang", "state", "from", "pairs", "place", "do"}. `from` and `place` are places (see `places`): the form
that `pairs` come from, and the place in the page's address; `do` is what was pressed, or "" to show `place`.
Reply: {"html", "title", "place", "state", "focus"}. `focus` is the id of the element to move to.
"""

from __future__ import annotations

from typing import Any

from ..model import LANGUAGES, Catalogue
from ..views.advice import advice_view
from ..views.review import review_view
from ..views.topic import topic_view
from ..wording import say
from . import places
from .state import PATHS, State, dump, restore, take, understand

TITLE, ERRORS = "wz-title", "wz-errors"


def handle(request: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """Answers one request. `request` comes from our own page; what a visitor typed is in `state` and `pairs`."""
    lang = request["lang"] if request["lang"] in LANGUAGES else LANGUAGES[0]
    state = restore(request["state"], catalogue)
    place = places.find(request["from"], catalogue, state.path)
    asked = places.questions_at(place, catalogue, state.path)
    if request["pairs"]:
        state = take(state, request["pairs"], asked)
    do = request["do"]
    if do == "continue":
        if understand(state, catalogue, asked).problems:
            return _reply(place, state, catalogue, lang, show_errors=True)
        place = places.after(place, catalogue, state.path)
    elif do == "forget":
        state, place = State({}), places.START
    elif do in PATHS:
        state = state._replace(path=do)
    else:
        place = places.find(request["place"], catalogue, state.path)
    return _reply(places.find(place.text, catalogue, state.path), state, catalogue, lang)


def _reply(
    place: places.Place, state: State, catalogue: Catalogue, lang: str, *, show_errors: bool = False
) -> dict[str, Any]:
    if place.kind == "advice":
        heading, node = advice_view(state, catalogue, lang)
    elif place.kind == "check":
        heading, node = review_view(state, catalogue, lang)
    else:
        asked = places.questions_at(place, catalogue, state.path)
        heading, node = topic_view(place, state, asked, catalogue, lang, show_errors=show_errors)
    title = say(catalogue, lang, "window_title", heading=heading)
    return {
        "html": str(node),
        "title": say(catalogue, lang, "window_error", title=title) if show_errors else title,
        "place": place.text,
        "state": dump(state),
        "focus": ERRORS if show_errors else TITLE,
    }
