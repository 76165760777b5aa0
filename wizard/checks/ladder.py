"""The ladder: what its rules name exists, each rule can be weighed, and no criterion holds twice on one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..ladder.measures import NAMED
from ..ladder.rules import COMPARED, KINDS
from .dated import first_day, last_day
from .place import Files, Found, Node

RULE_KEYS = {
    "measure": {*COMPARED, "settled"},
    "question": {"is", "has", "lacks", "open"},
    "size": set(),
    "evidence": {"question", "what"},
    "points": set(),
    "any": set(),
    "all": set(),
}


class Known(NamedTuple):
    """What rules may name."""

    questions: dict[str, Node]
    documents: dict[str, Node]
    titles: set[str]
    actions: set[str]


def check(files: Files, _on: str) -> Found:
    """Every rule set with its criteria and its points table."""
    known = Known(
        {q.get("id"): q for q in (*files.questions(), *files.ladder_questions())},
        {node.get("id"): node for node in files.one("ladder/documents.yaml").items()},
        {node.get("id") for node in files.one("ladder/titles.yaml").items()},
        {node.get("id") for node in files.actions()},
    )
    faults: list[str] = []
    for step in files.one("ladder/steps.yaml").items():
        faults += [
            q.fault(f"there is no question {q.plain()}")
            for q in step.at("questions").items()
            if q.plain() not in known.questions
        ]
    criteria = 0
    for rules in files.rule_sets():
        faults += _rule_set(rules, known)
        criteria += len(rules.at("criteria").items())
    if not faults:
        faults += _twice(files, known)
    return Found([f"Ladder: {criteria} criteria in {len(files.rule_sets())} rule sets."], faults)


def _rule_set(rules: Node, known: Known) -> Iterator[str]:
    for title in rules.at("titles").items() or [rules.at("subject")]:
        if title.plain() not in known.titles:
            yield title.fault(f"there is no title {title.plain()}")
    yield from _document(rules, known)
    for row in rules.at("points").at("rows").items() if "points" in rules.value else ():
        yield from _row(row, known)
    for criterion in rules.at("criteria").items():
        yield from _document(criterion, known)
        for action in criterion.at("actions").items():
            if action.plain() not in known.actions:
                yield action.fault(f"there is no action {action.plain()}")
        yield from _rule(criterion.at("rule"), known, points="points" in rules.value)


def _document(node: Node, known: Known) -> Iterator[str]:
    if "document" in node.value and node.get("document") not in known.documents:
        yield node.at("document").fault(f"there is no document {node.get('document')}")


def _row(row: Node, known: Known) -> Iterator[str]:
    """A row's steps run from its highest points down, and none exceeds its `max`."""
    scores = []
    for step in row.at("steps").items():
        yield from _rule(step.at("when"), known, points=False)
        scores.append(step.get("points"))
    scores.append(row.get("else"))
    tops = [score[-1] if isinstance(score, list) else score for score in scores]
    if max(tops) != row.get("max") or min(tops) < 0:
        yield row.at("max").fault(
            f"the row {row.get('id')} scores up to {max(tops)}, but its `max` is {row.get('max')}"
        )


def _rule(rule: Node, known: Known, *, points: bool) -> Iterator[str]:
    keys = set(rule.value) if isinstance(rule.value, dict) else set()
    kind = next((kind for kind in ("evidence", *KINDS) if kind in keys), None)
    if kind is None or keys - RULE_KEYS[kind] - {kind}:
        yield rule.fault(f"this is no rule that can be weighed: {', '.join(sorted(map(str, keys))) or 'empty'}")
    elif kind in ("any", "all"):
        for part in rule.at(kind).items():
            yield from _rule(part, known, points=points)
    elif kind == "measure":
        yield from _figure(rule, keys, known)
    elif kind == "points" and not points:
        yield rule.fault("the rule set has no points table")
    elif "question" in keys:
        yield from _choice(rule, keys, known)


def _figure(rule: Node, keys: set[str], known: Known) -> Iterator[str]:
    name, bounds = rule.get("measure"), keys & set(COMPARED)
    if name not in NAMED and known.questions.get(name, rule).get("type") != "number":
        yield rule.at("measure").fault(f"there is no figure {name}")
    if len(bounds) != 1 or not isinstance(rule.get(next(iter(bounds), "")), int):
        yield rule.fault(f"one whole number under one of {', '.join(COMPARED)} is needed")
    if "settled" in keys and not (rule.get("settled") == "years" or rule.get("settled") in (1, 2)):
        yield rule.at("settled").fault("`settled` is years, or 1 or 2 yearly accounts")


def _choice(rule: Node, keys: set[str], known: Known) -> Iterator[str]:
    question = known.questions.get(rule.get("question"))
    if question is None:
        yield rule.at("question").fault(f"there is no question {rule.get('question')}")
        return
    if "evidence" not in keys and len(keys & {"is", "has", "lacks"}) != 1:
        yield rule.fault("one of is, has, lacks is needed")
    options = {option.get("id") for option in question.at("options").items()}
    for key in keys & {"is", "has", "lacks", "open"}:
        for item in rule.at(key).items():
            if item.plain() not in options:
                yield item.fault(f"{rule.get('question')} has no option {item.plain()}")


def _twice(files: Files, known: Known) -> Iterator[str]:
    """Two entries for one criterion of one title on the same day, whatever file they stand in."""
    seen: dict[tuple[str, str], list[tuple[Node, date, date]]] = {}
    for rules in files.rule_sets():
        for criterion in rules.at("criteria").items():
            start, end = _days(criterion, rules, known)
            for title in rules.get("titles") or [rules.get("subject")]:
                for other, begun, over in seen.get((title, criterion.get("id")), []):
                    if max(start, begun) <= min(end, over):
                        yield criterion.fault(
                            f"{title} has the criterion {criterion.get('id')} twice from {max(start, begun)} on, here "
                            f"and in {other.file}:{other.line}; end one before the other begins"
                        )
                seen.setdefault((title, criterion.get("id")), []).append((criterion, start, end))


def _days(criterion: Node, rules: Node, known: Known) -> tuple[date, date]:
    """From when to when a criterion holds; its rule set says what it does not say itself."""
    said = {
        key: criterion.get(key) if key in criterion.value else rules.get(key)
        for key in ("document", "valid_from", "valid_to")
    }
    start = said["valid_from"] or known.documents[said["document"]].get("issued")
    return first_day(start), last_day(said["valid_to"]) if said["valid_to"] else date.max
