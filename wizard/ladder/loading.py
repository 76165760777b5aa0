"""Makes the ladder's model of plain data. A criterion has from its rule set what it does not say itself."""

from __future__ import annotations

from typing import Any

from ..model import Question, Topic
from .model import Criterion, Document, Ladder, RuleSet, Title

SHARED = ("document", "place", "valid_from", "start_recalled", "valid_to", "confidence", "checked_on")


def build(data: dict[str, Any], topic: Topic, questions: dict[str, Question]) -> Ladder:
    """The ladder of plain data, as `source.read_folder` gives it. KeyError or TypeError on a missing field."""
    steps = tuple(
        Topic(step["id"], topic.letter, step["title"], step["intro"], tuple(step["questions"]))
        for step in data["steps"]
    )
    return Ladder(
        topic,
        questions,
        steps,
        {item["id"]: Document(**item) for item in data["documents"]},
        tuple(Title(**{**item, "held_by": tuple(item["held_by"])}) for item in data["titles"]),
        tuple(_rule_set(item) for item in data["rules"]),
    )


def _rule_set(item: dict[str, Any]) -> RuleSet:
    shared = {key: item.get(key, False) for key in SHARED}
    return RuleSet(
        titles=_titles(item),
        remarks=tuple(item["remarks"]),
        points=item.get("points"),
        criteria=tuple(_criterion(entry, item, shared) for entry in item["criteria"]),
        **shared,
    )


def _titles(item: dict[str, Any]) -> tuple[str, ...]:
    """The titles that a rule set is for: those it lists, or the one that is its subject."""
    return tuple(item.get("titles", [item["subject"]]))


def _criterion(entry: dict[str, Any], item: dict[str, Any], shared: dict[str, Any]) -> Criterion:
    plain = ("id", "name", "text", "proof", "rule", "horizon")
    return Criterion(
        titles=_titles(item),
        actions=tuple(entry["actions"]),
        at_review=entry.get("at_review", True),
        **{key: entry[key] for key in plain},
        **{key: entry.get(key, value) for key, value in shared.items()},
    )
