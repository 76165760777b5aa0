"""The edge to the browser: texts in, texts out. The worker calls `handle`; nothing else crosses."""

from __future__ import annotations

import json
import sys
from importlib import import_module

from .advice import advise as _advise
from .answers import check
from .app.handle import handle as _handle
from .loading import load
from .output import json_text

ON_DEMAND = {"segno": "segno", "icalendar": "icalendar", "wizard.app.entry": "entry"}
"""Modules that are fetched only when a request needs them, and the archive of each."""
APPS = {"entry": "wizard.app.entry"}
"""What pages other than the wizard's ask, by the `app` of their requests."""


def handle(request: str) -> str:
    """Answers one request of a page (see `app.handle`), both as JSON; {"needs": NAME} where an archive is missing."""
    try:
        asked = json.loads(request)
        answer = import_module(APPS[asked["app"]]).handle if "app" in asked else _handle
        return json.dumps(answer(asked, load()), ensure_ascii=False)
    except ModuleNotFoundError as error:
        if error.name not in ON_DEMAND or error.name in sys.modules:
            raise
        return json.dumps({"needs": ON_DEMAND[error.name]})


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
