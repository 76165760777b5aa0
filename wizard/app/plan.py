"""The visitor's plan: actions they picked, in their order, with who, by when and a note."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..model import Catalogue

LONGEST = {"who": 60, "by": 10, "note": 500}
DATE = r"\d{4}-\d{2}-\d{2}"


class Item(NamedTuple):
    """One action in the plan. `by` is an ISO date or ""."""

    action: str
    who: str = ""
    by: str = ""
    note: str = ""


Plan = tuple[Item, ...]


def restore_plan(given: Any, catalogue: Catalogue) -> Plan:
    """The items of a kept or imported plan that are of the expected form; each action once."""
    known = {action.id for action in catalogue.actions}
    found: dict[str, Item] = {}
    for entry in given if isinstance(given, list) else []:
        if isinstance(entry, dict) and entry.get("action") in known:
            parts = {key: entry.get(key, "") for key in LONGEST}
            if all(isinstance(value, str) for value in parts.values()):
                found.setdefault(entry["action"], _item(entry["action"], parts))
    return tuple(found.values())


def _item(action: str, parts: dict[str, str]) -> Item:
    cut = {key: parts[key].strip()[: LONGEST[key]] for key in LONGEST}
    return Item(action, cut["who"], cut["by"] if re.fullmatch(DATE, cut["by"]) else "", cut["note"])


def toggle(plan: Plan, action: str, catalogue: Catalogue) -> Plan:
    """Adds the action at the end, or takes it out where it is in. An unknown action changes nothing."""
    if any(item.action == action for item in plan):
        return tuple(item for item in plan if item.action != action)
    return (*plan, Item(action)) if any(a.id == action for a in catalogue.actions) else plan


def move(plan: Plan, action: str, by: int) -> Plan:
    """Moves one item up (-1) or down (+1); at an end it stays."""
    places = [item.action for item in plan]
    if action not in places:
        return plan
    here = places.index(action)
    there = min(max(here + by, 0), len(plan) - 1)
    rest = [item for item in plan if item.action != action]
    return (*rest[:there], plan[here], *rest[there:])


def put(plan: Plan, action: str, before: str) -> Plan:
    """Moves one item to the place of another, as dragging does."""
    places = [item.action for item in plan]
    if action not in places or before not in places:
        return plan
    return move(plan, action, places.index(before) - places.index(action))


def take_plan(plan: Plan, pairs: list[list[str]]) -> Plan:
    """The plan after its form was sent: fields are named who:ID, by:ID and note:ID."""
    given = dict(pairs)
    return tuple(
        _item(item.action, {key: given.get(f"{key}:{item.action}", getattr(item, key)) for key in LONGEST})
        for item in plan
    )
