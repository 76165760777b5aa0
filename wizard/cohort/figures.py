"""What a room has in common, as plain data: the JSON of `wizard cohort`, and all that the workshop's page shows.

Every figure is that of `advise` for each firm (see `tables`), put together exactly: medians, sums and comparisons are
of whole numbers, and only what is shown is rounded. Lists are in the order to be shown.
"""

from __future__ import annotations

from typing import Any

from ..model import Answers, Catalogue
from ..register import OPEN, state
from ..scoring import shown
from .given import told_problem, told_source
from .groups import groups
from .intake import Taken
from .pairing import helpers, pairs
from .room import Room
from .split import splits
from .tables import Profile, Tables
from .together import spread, together

FEWEST = 5
"""Groups of fewer firms are not shown unless it is allowed: their figures would tell of single firms."""


class Known:
    """The answers and profiles of a room's firms, in the room's order."""

    def __init__(self, room: Room, tables: Tables):
        found = [tables.firm(firm.code) for firm in room.firms]
        self.answers: list[Answers] = [answers for answers, _ in found]
        self.profiles: list[Profile] = [profile for _, profile in found]


def cohort(taken: Taken, tables: Tables, lang: str, on: str, *, small: bool = False) -> dict[str, Any]:
    """The room's figures. `on` is an ISO date for the register; `small` allows groups of fewer than FEWEST firms."""
    catalogue, known = tables.catalogue, Known(taken.room, tables)
    return {
        "schema": catalogue.general.schema,
        "on": on,
        "firms": len(known.profiles),
        "made_up": taken.room.made_up,
        "refused": [
            {"source": told_source(source, catalogue, lang), "why": told_problem(problem, catalogue, lang)}
            for source, problem in taken.refused
        ],
        "noted": [
            {"source": told_source(source, catalogue, lang), "why": told_problem(problem, catalogue, lang)}
            for source, problem in taken.noted
        ],
        **together(known.profiles, catalogue),
        "actions": actions(known.profiles, catalogue),
        "policies": policies(known.profiles, catalogue, on),
        "benchmarks": benchmarks(known.answers, catalogue),
        "disagreement": splits(known.answers, catalogue),
        "helpers": helpers(known.profiles, catalogue),
        "pairs": pairs(known.profiles, catalogue),
        "groups": {
            question: groups(question, known.answers, known.profiles, catalogue, 1 if small else FEWEST)
            for question in ("sector", "tier")
        },
    }


def actions(profiles: list[Profile], catalogue: Catalogue) -> list[dict[str, Any]]:
    """Every action that some firm is offered, the most useful first.

    `firms` counts who is offered it. `weight` adds, for these firms, the priority (0 to 100) of the action's link: it
    is high where many firms need the link and the paper's case for it fits them. A general action is offered to all
    whatever they answered, so it is told apart and never leads.
    """
    place = {link.id: n for n, link in enumerate(catalogue.links)}
    count: dict[str, int] = {}
    weight: dict[str, int] = {}
    for profile in profiles:
        for action in profile.actions:
            count[action.id] = count.get(action.id, 0) + 1
            weight[action.id] = weight.get(action.id, 0) + profile.priority(place[action.link])
    found = [action for action in catalogue.actions if action.id in count]
    found.sort(key=lambda a: (a.when is None, -weight[a.id], -count[a.id], a.id))
    scale = 100 * catalogue.unit * catalogue.unit
    return [
        {
            "id": action.id,
            "link": action.link,
            "firms": count[action.id],
            "weight": shown(weight[action.id], scale),
            "general": action.when is None,
        }
        for action in found
    ]


def policies(profiles: list[Profile], catalogue: Catalogue, on: str) -> list[dict[str, Any]]:
    """Which recommendations of section 4 the room's needs call for: how many firms are offered, for something in which
    they fall short, an action that rests on the sentence. With the links and the instruments (open on the date) for it.
    """
    recommended = {x for c in catalogue.claims if c["kind"] == "policy" for x in c["locators"] if x.startswith("4.")}
    calls: dict[str, int] = {}
    for profile in profiles:
        cited = {x for action in profile.needed for x in action.evidence}
        for locator in cited:
            if locator in recommended:
                calls[locator] = calls.get(locator, 0) + 1
    found = []
    for locator in sorted(calls, key=lambda x: (-calls[x], place_of(x))):
        serving = [a for a in catalogue.actions if a.when is not None and locator in a.evidence]
        instruments = {i for a in serving for i in a.instruments if state(catalogue.instruments[i], on) == OPEN}
        found.append(
            {
                "locator": locator,
                "firms": calls[locator],
                "links": [link.id for link in catalogue.links if any(a.link == link.id for a in serving)],
                "instruments": [i for i in catalogue.instruments if i in instruments],
            }
        )
    return found


def place_of(locator: str) -> tuple[int, ...]:
    """A sort key for locators: "4.1.p2.s10" stands behind "4.1.p2.s9"."""
    return tuple(int(part.lstrip("ps")) for part in locator.split("."))


def benchmarks(answers: list[Answers], catalogue: Catalogue) -> list[dict[str, Any]]:
    """The firms' own numbers beside the paper's figures. `values` are sorted, so that they name no firm."""
    found = []
    for question in catalogue.questions.values():
        if not question.benchmark:
            continue
        values = sorted(firm[question.id] for firm in answers if question.id in firm)
        scale = 10**question.decimals
        found.append(
            {
                "question": question.id,
                "paper": question.benchmark.value,
                "evidence": question.benchmark.evidence,
                "known": len(values),
                "reached": sum(value >= question.benchmark.value for value in values),
                "spread": spread([round(value * scale) for value in values], scale),
                "values": values,
            }
        )
    return found
