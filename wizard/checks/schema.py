"""The form of every kind of entry: which fields it must have, which it may have, and of what type."""

from __future__ import annotations

from .place import Files, Found, Node

TEXT, LIST, TEXTS = "text", "list", "texts"
"""A bilingual text; a list; a list of bilingual texts. Other entries name a Python type."""

ACTION = {
    "id": str,
    "link": str,
    "challenges": LIST,
    "title": TEXT,
    "first_step": TEXT,
    "steps": TEXTS,
    "done_when": TEXT,
    "needs": TEXT,
    "ask": TEXT,
    "horizon": str,
    "effort": int,
    "lead": str,
    "rank": int,
    "evidence": LIST,
    "instruments": LIST,
    "why": TEXT,
}
QUESTION = {
    "id": str,
    "type": str,
    "quick": bool,
    "short": TEXT,
    "title": TEXT,
    "hint": TEXT,
    "why": TEXT,
    "evidence": LIST,
}
NUMBER = {"unit": TEXT, "min": int, "max": int, "decimals": int, "example": str, "says": TEXT}
CHOICE = {"options": LIST}
OPTION = {"id": str, "label": TEXT, "says": TEXT}
CLAIM = {
    "id": str,
    "kind": str,
    "statement": TEXT,
    "locators": LIST,
    "links": LIST,
    "challenges": LIST,
    "sectors": LIST,
}
ROW = {"question": str, "weight": int, "scoring": dict, "point": TEXT, "evidence": LIST}
TERM = {"id": str, "term": TEXT, "aliases": dict, "meaning": TEXT, "evidence": LIST}
INSTRUMENT = {
    "id": str,
    "name": TEXT,
    "does": TEXT,
    "serves": TEXT,
    "challenges": LIST,
    "links": LIST,
    "confidence": str,
    "checked_on": str,
}
DOCUMENT = {"id": str, "number": str, "name": TEXT, "issued": str, "confidence": str, "checked_on": str}
TITLE = {"id": str, "tier": int, "name": TEXT, "granted": TEXT, "lasts": TEXT, "held_by": LIST}
STEP = {"id": str, "title": TEXT, "intro": TEXT, "questions": LIST}
RULE_SET = {
    "subject": str,
    "document": str,
    "confidence": str,
    "checked_on": str,
    "remarks": LIST,
    "criteria": LIST,
}
CRITERION = {
    "id": str,
    "name": TEXT,
    "text": TEXT,
    "proof": TEXT,
    "actions": LIST,
    "horizon": str,
    "rule": dict,
}
MAY = {
    "document": {"note"},
    "title": set(),
    "step": set(),
    "rule set": {"titles", "place", "valid_from", "start_recalled", "valid_to", "note", "points"},
    "criterion": {
        "document",
        "place",
        "valid_from",
        "start_recalled",
        "valid_to",
        "confidence",
        "checked_on",
        "note",
        "at_review",
    },
    "action": {"when", "general"},
    "question": {"ordered", "benchmark", "benchmark_note", "valid_to", "when"},
    "option": {"evidence", "own_judgement", "valid_to"},
    "claim": {"figures", "actors", "short"},
    "weight": {"points_text", "points_evidence"},
    "term": {"avoid", "defined_on", "kept", "source"},
    "instrument": {"subject", "document", "valid_from", "valid_to", "last_round", "ended", "state_note"},
}
VALUES = {
    "horizon": {"now", "year", "multi_year"},
    "lead": {"firm", "partner", "government"},
    "effort": {1, 2, 3},
    "type": {"one", "many", "number"},
    "confidence": {"A", "B"},
    "kind": {"status", "fact", "cause", "challenge", "task", "policy", "example", "definition"},
}


def check(files: Files, _on: str) -> Found:
    """Every entry against its form."""
    faults: list[str] = []
    questions = [*files.questions(), *files.ladder_questions()]
    kinds = {
        "action": [(node, ACTION) for node in files.actions()],
        "question": [(node, _question(node)) for node in questions],
        "option": [(option, OPTION) for q in questions for option in q.at("options").items()],
        "claim": [(node, CLAIM) for node in files.claims()],
        "weight": [(row, ROW) for *_, row in files.rows()],
        "term": [(node, TERM) for node in files.one("glossary.yaml").items()],
        "instrument": [(node, INSTRUMENT) for node in files.under("instruments")],
        "document": [(node, DOCUMENT) for node in files.one("ladder/documents.yaml").items()],
        "title": [(node, TITLE) for node in files.one("ladder/titles.yaml").items()],
        "step": [(node, STEP) for node in files.one("ladder/steps.yaml").items()],
        "rule set": [(node, RULE_SET) for node in files.rule_sets()],
        "criterion": [(node, CRITERION) for rules in files.rule_sets() for node in rules.at("criteria").items()],
    }
    for kind, entries in kinds.items():
        for node, form in entries:
            faults += _entry(kind, node, form)
    for node in files.actions():
        if (node.get("when") is None) == (node.get("general") is None):
            faults.append(node.fault("an action has either `when` or `general: true`"))
    counts = ", ".join(f"{len(entries)} {kind}s" for kind, entries in kinds.items())
    return Found([f"Form: {counts}."], faults)


def _question(node: Node) -> dict:
    return QUESTION | (NUMBER if node.get("type") == "number" else CHOICE)


def _entry(kind: str, node: Node, form: dict) -> list[str]:
    if not isinstance(node.value, dict):
        return [node.fault(f"this should be one {kind}")]
    faults = []
    for key, wanted in form.items():
        if key not in node.value:
            faults.append(node.fault(f"{kind} {node.get('id') or node.get('question')}: `{key}` is missing"))
        elif not _fits(node.at(key), wanted):
            faults.append(
                node.at(key).fault(
                    f"`{key}` is not what it should be ({wanted if isinstance(wanted, str) else wanted.__name__})"
                )
            )
    for key in node.value:
        if key not in form and key not in MAY[kind]:
            faults.append(node.at(key).fault(f"a {kind} has no field `{key}`"))
    for key, allowed in VALUES.items():
        if key in form and key in node.value and node.get(key) not in allowed:
            faults.append(
                node.at(key).fault(f"`{key}` is {node.get(key)}; it can be {', '.join(map(str, sorted(allowed)))}")
            )
    return faults


def _fits(node: Node, wanted) -> bool:
    if wanted == TEXT:
        return isinstance(node.value, dict)
    if wanted == TEXTS:
        return bool(node.items()) and all(isinstance(item.value, dict) for item in node.items())
    if wanted == LIST:
        return isinstance(node.value, list)
    return isinstance(node.value, wanted) and not (wanted is int and isinstance(node.value, bool))
