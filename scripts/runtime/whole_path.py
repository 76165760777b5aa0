"""The wizard's whole path as requests, found by following every button and link of its own pages.

`record` gives the requests; `scripts/runtime/replay.mjs` runs them in Pyodide, to see which modules they need, and
tests run them again in what is shipped and compare the replies.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from wizard import bridge
from wizard.answer_code import encode
from wizard.answers import check
from wizard.loading import load
from wizard.model import LANGUAGES
from wizard.source import read_file

from . import entry_path, workshop_path

ROOT = Path(__file__).resolve().parents[2]
FIRM = ROOT / "tests" / "cases" / "bearing_maker_for_rail.yaml"
LADDER_FIRMS = ("three_hundred_short_of_research", "answers_at_odds", "workshop_with_two_utility_models")
"""Firms of tests/ladder whose results show every kind of part."""
DATE = "2026-11-24"
BUTTON = re.compile(r'<button[^>]*\bname="do"[^>]*>')
VALUE = re.compile(r'\bvalue="([^"]*)"')
LIVE = re.compile(r'\bdata-live="([^"]*)"')
LINK = re.compile(r'href="#/([^"]*)"')
SELDOM = ("forget",)
"""Buttons that lead back to an empty state, from which there is nothing left to see."""


FAILING = ["", "[]", "{}"]
"""Requests that Python itself refuses; with them, what prints a failure is there too."""


def record() -> list[str]:
    """Every request, as the JSON text that the page would send; the same list each time."""
    return [request for lang in LANGUAGES for request in paths(lang)]


def paths(lang: str) -> list[str]:
    """Those of every page in a language."""
    return [*_Walk(lang).requests, *workshop_path.record(lang), *entry_path.record(lang)]


class _Walk:
    """One visitor who presses every kind of button at every kind of place, in one language."""

    def __init__(self, lang: str):
        self.lang, self.requests, self.seen = lang, [], set()
        answers = check(read_file(FIRM)["answers"], load()).answers
        code = encode(answers, load())
        start = self.ask(place="share", origin="share", do="import", pairs=[["import", code]])
        waiting = [start, self.ask(do="full", state=start["state"])]
        while waiting:
            reply = waiting.pop(0)
            for do in BUTTON.findall(reply["html"]):
                waiting += self.press(html.unescape(VALUE.search(do)[1]), reply)
            for do in LIVE.findall(reply["html"]):
                waiting += self.press(html.unescape(do), reply)
            for place in LINK.findall(reply["html"]):
                waiting += self.go(html.unescape(place), reply)
        self.plan(start["state"])
        for name in LADDER_FIRMS:
            self.ladder(name)
        for text in (code, "1-AAAA", json.dumps({"answers": answers}), "{", '{"sector": "nowhere"}', ""):
            for do in ("import", "compare"):
                self.ask(place="share", origin="share", do=do, pairs=[["import", text]], state=start["state"])
        self.ask(place=f"open/{code}", state=start["state"])

    def plan(self, state: str) -> None:
        """A plan of two actions, moved about and taken away in every form."""
        advice = self.ask(place="advice", state=state)
        for do in re.findall(r'value="(add:[^"]*)"', advice["html"])[:2]:
            state = self.ask(place="advice", origin="advice", do=do, state=state)["state"]
        view = self.ask(place="plan", state=state)["html"]
        buttons = [html.unescape(VALUE.search(do)[1]) for do in BUTTON.findall(view)]
        items = re.findall(r'data-item="([^"]*)"', view)
        for do in (*buttons, f"put:{items[0]}={items[-1]}"):
            self.ask(place="plan", origin="plan", do=do, state=state)
        filled = [[f"by:{items[0]}", "2026-12-24"], [f"who:{items[0]}", "A"], [f"note:{items[0]}", "=1"]]
        for do in buttons:
            if do.startswith("export:"):
                self.ask(place="plan", origin="plan", do=do, pairs=filled, state=state)

    def ladder(self, name: str) -> None:
        """A firm that answered what the ladder asks: its result, with everything that can be taken away."""
        firm = read_file(ROOT / "tests" / "ladder" / f"{name}.yaml")["answers"]
        pairs = [["import", json.dumps(firm)]]
        state = self.ask(place="share", origin="share", do="import", pairs=pairs)["state"]
        self.ask(place="ladder/check", state=state)
        result = self.ask(place="ladder", state=state)["html"]
        for do in BUTTON.findall(result):
            verb = html.unescape(VALUE.search(do)[1])
            if verb.startswith("export:") or self.new(verb, "ladder", name):
                self.ask(place="ladder", origin="ladder", do=verb, state=state)

    def press(self, do: str, reply: dict[str, Any]) -> list[dict[str, Any]]:
        """The reply to a button, once for each kind of button and place; downloads each on their own."""
        kind = do if do.startswith("export:") else do.partition(":")[0]
        if not self.new(kind, _kind(reply["place"])) or kind in SELDOM:
            return []
        return [self.ask(place=reply["place"], origin=reply["place"], do=do, state=reply["state"])]

    def go(self, place: str, reply: dict[str, Any]) -> list[dict[str, Any]]:
        """The reply to a link, once for each place."""
        return [self.ask(place=place, state=reply["state"])] if self.new("", place) else []

    def new(self, *key: str) -> bool:
        """Whether this was not pressed before."""
        fresh = key not in self.seen
        self.seen.add(key)
        return fresh

    def ask(self, place="", origin="", do="", pairs=(), state="") -> dict[str, Any]:
        """Sends one request and notes it."""
        request = {"lang": self.lang, "state": state, "from": origin, "pairs": list(pairs)}
        text = json.dumps({**request, "place": place, "do": do, "today": DATE}, ensure_ascii=False)
        self.requests.append(text)
        return json.loads(bridge.handle(text))


def _kind(place: str) -> str:
    return place.partition("/")[0]
