"""The edge to the browser: texts in, texts out. The worker calls `handle`; nothing else crosses."""

from __future__ import annotations

import json
import sys
from typing import Any

from .advice import advise as _advise
from .answers import check
from .app.handle import handle as _handle
from .loading import load
from .output import json_text

ON_DEMAND = {"segno": "segno", "icalendar": "icalendar", "wizard.workshop": "workshop", "wizard.app.entry": "entry"}
"""What is fetched only when a request needs it, with the name of its archive."""


def handle(request: str) -> str:
    """Answers one request of a page, both as JSON; {"needs": NAME} where an archive is missing.

    See `app.handle`, for {"app": "workshop"} `workshop.handle`, for {"app": "entry"} `app.entry`.
    """
    try:
        asked = json.loads(request)
        answer = APPS.get(asked.get("app"), _wizard)
        return json.dumps(answer(asked), ensure_ascii=False)
    except ModuleNotFoundError as error:
        if error.name not in ON_DEMAND or error.name in sys.modules:
            raise
        return json.dumps({"needs": ON_DEMAND[error.name]})


def _wizard(asked: dict[str, Any]) -> dict[str, Any]:
    return _handle(asked, load())


def _entry(asked: dict[str, Any]) -> dict[str, Any]:
    from .app.entry import handle as answer

    return answer(asked, load())


def _workshop(asked: dict[str, Any]) -> dict[str, Any]:
    from .workshop.handle import handle as answer

    return answer(asked)


APPS = {"workshop": _workshop, "entry": _entry}


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
    from .ladder.assess import ladder as _ladder

    catalogue = load()
    checked = check(json.loads(answers), catalogue, ladder=True)
    if checked.problems:
        raise ValueError(checked.problems[0])
    on = on or catalogue.general.reviewed
    return json_text(_ladder(checked.answers, catalogue, lang, on, checked.ignored))
