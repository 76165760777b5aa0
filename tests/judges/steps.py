"""The steps of the wizard as whole pages, rendered by the program that runs in the browser: no browser is needed."""

from __future__ import annotations

import json
import re
from functools import cache

from pages import SITE

from wizard.answer_code import encode
from wizard.app.handle import handle
from wizard.app.state import State, dump, fields_of
from wizard.loading import load

FIRM = {"sector": "rail", "rd_intensity": 4.5, "funding_gap": "severe", "worries": ["demand"], "digital_level": "1"}
PLAN = [{"action": "name_three_chain_gaps", "who": "Li", "by": "2026-12-24", "note": ""}]
PLACES = ("check", "advice", "plan", "share", "compare", "change/funding_gap")
WRONG = [["rd_intensity", "abc"]]


@cache
def steps() -> dict[str, str]:
    """The HTML of each step by a name such as "zh/advice".

    For a firm with a plan, for one of whom nothing is known, and with an entry that cannot be read.
    """
    catalogue = load()
    kept = json.loads(dump(State(fields_of(FIRM), path="full", other=encode({"sector": "nev"}, catalogue))))
    known = json.dumps({**kept, "plan": PLAN})
    made = {}
    for lang in ("zh", "en"):
        shell = (SITE / lang / "wizard" / "index.html").read_text(encoding="utf-8")
        start, end = re.search(r'<div [^>]*id="wz"[^>]*>', shell).end(), shell.index("</article>")
        topics = [f"topic/{topic.id}" for topic in catalogue.topics]
        asked = [(state, place, "", []) for state in (known, "") for place in (*topics, *PLACES)]
        asked.append((known, "topic/innovation", "continue", WRONG))
        for state, place, do, pairs in asked:
            request = {"lang": lang, "state": state, "from": place, "place": place, "do": do, "pairs": pairs}
            shown = handle({**request, "today": "2026-11-24"}, catalogue)
            name = f"{lang}/{place}{'' if state else ' unknown'}{' refused' if do else ''}"
            made[name] = f"{shell[:start]}{shown['html']}</div></div>{shell[end:]}"
    return made
