"""The edge to the browser: texts in, texts out. The worker calls `handle`; nothing else crosses."""

from __future__ import annotations

import json
import sys

from .advice import advise as _advise
from .answers import check
from .app.handle import handle as _handle
from .ladder.assess import ladder as _ladder
from .loading import load
from .output import json_text

ON_DEMAND = ("segno", "icalendar")
"""Libraries that are fetched only when a request needs them; each is an archive of that name."""


def handle(request: str) -> str:
    """Answers one request of the page (see `app.handle`), both as JSON; {"needs": NAME} where a library is missing."""
    try:
        return json.dumps(_handle(json.loads(request), load()), ensure_ascii=False)
    except ModuleNotFoundError as error:
        if error.name not in ON_DEMAND or error.name in sys.modules:
            raise
        return json.dumps({"needs": error.name})


def add_library(path: str) -> None:
    """Makes an archive of modules known, also for parts of packages that are there already."""
    sys.path.append(path)
    for name, module in list(sys.modules.items()):
        if hasattr(module, "__path__"):
            module.__path__.append(f"{path}/{name.replace('.', '/')}")


def advise(answers: str, lang: str, on: str) -> str:
    """The advice JSON of `wizard advise` for a JSON object of answers, so that any page or test can ask for it.

    Raises ValueError where an answer is refused.
    """
    catalogue = load()
    checked = check(json.loads(answers), catalogue)
    if checked.problems:
        raise ValueError(checked.problems[0])
    return json_text(
        _advise(
            checked.answers,
            catalogue,
            lang,
            on or catalogue.general.reviewed,
            checked.ignored,
        )
    )


def ladder(answers: str, lang: str, on: str) -> str:
    """The JSON of `wizard ladder` for a JSON object of answers. Raises ValueError where an answer is refused."""
    catalogue = load()
    checked = check(json.loads(answers), catalogue, ladder=True)
    if checked.problems:
        raise ValueError(checked.problems[0])
    on = on or catalogue.general.reviewed
    return json_text(_ladder(checked.answers, catalogue, lang, on, checked.ignored))
