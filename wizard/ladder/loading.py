"""Makes the ladder's model of plain data. What a rule set says holds for each of its criteria that says nothing else."""

from __future__ import annotations

from typing import Any

from ..model import Question, Topic
from .model import Criterion, Document, Ladder, RuleSet, Title

SHARED = ("document", "place", "valid_from", "start_recalled", "valid_to", "confidence", "checked_on")


def build(data: dict[str, Any], topic: Topic, questions: dict[str, Question]) -> Ladder:
    """The ladder of plain data, as `source.read_folder` gives it. KeyError or TypeError on a missing field."""
    steps = tuple(
        Topic(step["id"], topic.letter, step["title"], step["intro"], tuple(step["questions"])) for step in data["steps"]
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
        titles=tuple(item["titles"]),
        remarks=tuple(item["remarks"]),
        points=item.get("points"),
        criteria=tuple(_criterion(entry, item, shared) for entry in item["criteria"]),
        **shared,
    )


def _criterion(entry: dict[str, Any], item: dict[str, Any], shared: dict[str, Any]) -> Criterion:
    plain = ("id", "name", "text", "proof", "rule", "horizon")
    return Criterion(
        titles=tuple(item["titles"]),
        actions=tuple(entry["actions"]),
        at_review=entry.get("at_review", True),
        **{key: entry[key] for key in plain},
        **{key: entry.get(key, value) for key, value in shared.items()},
    )
