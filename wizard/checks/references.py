"""Everything that is named exists: questions, options, links, challenges, instruments, claims, locators."""

from __future__ import annotations

from collections.abc import Iterator

from ..conditions import OPERATORS
from .place import Files, Found, Node
from .sentences import locators

LOCATOR_FIELDS = ("evidence", "locators", "task_evidence", "policy_evidence", "general_evidence")


def check(files: Files, _on: str) -> Found:
    """Every reference, and every id once."""
    known = {
        "question": {q.get("id"): q for q in files.questions()},
        "link": {n.get("id") for n in files.one("links.yaml").items()},
        "challenge": {n.get("id") for n in files.one("challenges.yaml").items()},
        "instrument": {n.get("id") for n in files.under("instruments")},
        "claim": {n.get("id") for n in files.claims()},
    }
    sectors = {o.get("id") for o in known["question"]["sector"].at("options").items()}
    faults: list[str] = []
    lists = {"action": files.actions(), "question": files.questions(), "claim": files.claims()}
    for name, nodes in (lists | {"instrument": files.under("instruments")}).items():
        faults += _once(name, nodes)
    for node in files.actions():
        faults += _named(node, "link", known["link"], one=True)
        faults += _named(node, "instruments", known["instrument"])
        if node.get("when"):
            faults += _condition(node.at("when"), known["question"])
    for node in [*files.actions(), *files.claims(), *files.under("instruments")]:
        faults += _named(node, "challenges", known["challenge"])
    for node in [*files.claims(), *files.under("instruments")]:
        faults += _named(node, "links", known["link"])
    for node in files.claims():
        faults += _named(node, "sectors", sectors)
    for node in files.unclaimed():
        if node.get("repeats") and node.get("repeats") not in known["claim"]:
            faults.append(node.at("repeats").fault(f"there is no claim {node.get('repeats')}"))
    for *_, row in files.rows():
        faults += _named(row, "question", set(known["question"]), one=True)
    count, wrong = _locators(files)
    return Found([f"References: {len(files.actions())} conditions and {count} locators."], faults + wrong)


def _once(name: str, nodes: list[Node]) -> Iterator[str]:
    seen: dict[str, Node] = {}
    for node in nodes:
        id = node.get("id")
        if id in seen:
            yield node.fault(f"the {name} {id} is there already, in {seen[id].file}:{seen[id].line}")
        seen[id] = node


def _named(node: Node, key: str, known: set[str], *, one: bool = False) -> Iterator[str]:
    named = [node.at(key)] if one else node.at(key).items()
    for item in named:
        if item.plain() not in known:
            yield item.fault(f"`{key}` names {item.plain()}, which does not exist")


def _condition(node: Node, questions: dict[str, Node]) -> Iterator[str]:
    for key in ("all", "any"):
        if key in node.value:
            for part in node.at(key).items():
                yield from _condition(part, questions)
            return
    if "not" in node.value:
        yield from _condition(node.at("not"), questions)
        return
    operators = [key for key in node.value if key != "question"]
    question = questions.get(node.get("question"))
    if question is None:
        yield node.fault(f"there is no question {node.get('question')}")
        return
    if len(operators) != 1 or operators[0] not in OPERATORS:
        yield node.fault(f"one operator of {', '.join(OPERATORS)} is needed, not {', '.join(operators) or 'none'}")
        return
    operator, kind = operators[0], question.get("type")
    fitting = {"is": "one", "has": "many", "below": "number", "at_least": "number"}.get(operator, kind)
    if fitting != kind:
        yield node.fault(f"`{operator}` does not fit {question.get('id')}, whose type is {kind}")
    elif operator in ("is", "has"):
        options = {o.get("id") for o in question.at("options").items()}
        for item in node.at(operator).items():
            if item.plain() not in options:
                yield item.fault(f"{question.get('id')} has no option {item.plain()}")
    elif operator in ("below", "at_least") and not question.get("min") <= node.get(operator) <= question.get("max"):
        yield node.fault(f"{node.get(operator)} is outside the range of {question.get('id')}")


def _locators(files: Files) -> tuple[int, list[str]]:
    known, count, faults = set(locators()), 0, []
    for file in files.nodes.values():
        for node in file.walk():
            if not isinstance(node.value, dict):
                continue
            for key in LOCATOR_FIELDS:
                for item in node.at(key).items() if key in node.value else ():
                    count += 1
                    if item.plain() not in known:
                        faults.append(item.fault(f"the paper has no sentence {item.plain()}"))
    return count, faults
