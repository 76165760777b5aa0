"""One evaluation of every action's condition for every firm case, beside three rule engines on the same conditions.

Ours also explains (which answers made it come); the others only answer yes or no. They do not know "unknown", so
their conditions are guarded by whether the answer is known, and a `not` is carried to the comparisons beforehand.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter

import business_rules.engine
import business_rules.variables as variables
import rule_engine
import yaml
import zen

from wizard.answers import check
from wizard.conditions import because, evaluate
from wizard.loading import load

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9


def leaf_parts(leaf, want, catalogue):
    """A comparison as (question, kind, values), so that it is true exactly where the leaf is `want`."""
    question = catalogue.questions[leaf["question"]]
    if "unknown" in leaf:
        return question.id, "known" if leaf["unknown"] != want else "unknown", None
    if "is" in leaf:
        others = [o.id for o in question.options if o.id not in leaf["is"]]
        return question.id, "is", leaf["is"] if want else others
    if "has" in leaf:
        return question.id, "has" if want else "lacks", leaf["has"]
    below = ("below" in leaf) == want
    return question.id, "below" if below else "at_least", leaf.get("below", leaf.get("at_least"))


def translate(condition, want, catalogue, both, either, leaf):
    """A condition in another engine's terms, from its ways to say and, or and a comparison."""
    if "not" in condition:
        return translate(condition["not"], not want, catalogue, both, either, leaf)
    for key in ("all", "any"):
        if key in condition:
            parts = [translate(p, want, catalogue, both, either, leaf) for p in condition[key]]
            return (both if (key == "all") == want else either)(parts)
    return leaf(*leaf_parts(condition, want, catalogue))


def as_text(contains):
    """Comparisons as an expression in text, for the two engines that read such."""

    def leaf(id, kind, value):
        if kind in ("known", "unknown"):
            return f"({id} {'!=' if kind == 'known' else '=='} null)"
        tests = {
            "is": lambda: " or ".join(f'{id} == "{option}"' for option in value),
            "has": lambda: " or ".join(contains(id, option) for option in value),
            "lacks": lambda: " and ".join(f"not ({contains(id, option)})" for option in value),
            "below": lambda: f"{id} < {value}",
            "at_least": lambda: f"{id} >= {value}",
        }
        return f"({id} != null and ({tests[kind]()}))"

    return leaf


def text_of(condition, catalogue, contains):
    """A condition as one expression in text."""
    both, either = (lambda parts, word=word: "(" + f" {word} ".join(parts) + ")" for word in ("and", "or"))
    return translate(condition, True, catalogue, both, either, as_text(contains))


def as_data(id, kind, value):
    """Comparisons as `business_rules` takes them."""
    known = {"name": f"known_{id}", "operator": "is_true" if kind != "unknown" else "is_false", "value": True}
    if kind in ("known", "unknown"):
        return known
    name = {"name": id}
    tests = {
        "is": lambda: {"any": [{**name, "operator": "equal_to", "value": option} for option in value]},
        "has": lambda: {**name, "operator": "shares_at_least_one_element_with", "value": value},
        "lacks": lambda: {**name, "operator": "shares_no_elements_with", "value": value},
        "below": lambda: {**name, "operator": "less_than", "value": value},
        "at_least": lambda: {**name, "operator": "greater_than_or_equal_to", "value": value},
    }
    return {"all": [known, tests[kind]()]}


def variables_class(catalogue):
    """The class through which `business_rules` asks for answers."""
    body = {"__init__": lambda self, answers: setattr(self, "answers", answers)}
    makers = {
        "one": (variables.string_rule_variable, ""),
        "many": (variables.select_multiple_rule_variable, []),
        "number": (variables.numeric_rule_variable, 0),
    }
    for id, question in catalogue.questions.items():
        maker, default = makers[question.type]
        body[id] = maker()(lambda self, id=id, default=default: self.answers.get(id, default))
        body[f"known_{id}"] = variables.boolean_rule_variable()(lambda self, id=id: id in self.answers)
    return type("Answers", (variables.BaseVariables,), body)


def engines(catalogue, conditions):
    """Each engine as a function from answers to a list of yes and no, one for each condition."""
    context = rule_engine.Context(default_value=None)
    rules = [
        rule_engine.Rule(text_of(c, catalogue, lambda id, o: f'"{o}" in {id}'), context=context) for c in conditions
    ]
    expressions = [
        zen.compile_expression(text_of(c, catalogue, lambda id, o: f'contains({id}, "{o}")')) for c in conditions
    ]
    empty = dict.fromkeys(catalogue.questions)
    data = [translate(c, True, catalogue, lambda p: {"all": p}, lambda p: {"any": p}, as_data) for c in conditions]
    answered = variables_class(catalogue)
    decide = business_rules.engine.check_conditions_recursively

    def ours(answers):
        found = []
        for condition in conditions:
            holds = evaluate(condition, answers) is True
            if holds:
                because(condition, answers)
            found.append(holds)
        return found

    def zen_engine(answers):
        given = {**empty, **answers}
        return [expression.evaluate(given) is True for expression in expressions]

    return {
        "ours, with explanation": ours,
        "rule-engine": lambda answers: [rule.matches(answers) for rule in rules],
        "business-rules": lambda answers: [decide(c, answered(answers)) for c in data],
        "zen-engine (Rust)": zen_engine,
    }


def table() -> str:
    """The table of this part. Each round runs every engine once, in turn, over all firms."""
    catalogue = load()
    firms = []
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")):
        firms.append(check(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"], catalogue).answers)
    conditions = [action.when for action in catalogue.actions if action.when]
    contestants = engines(catalogue, conditions)
    expected = [contestants["ours, with explanation"](answers) for answers in firms]
    for name, run in contestants.items():
        assert [run(answers) for answers in firms] == expected, f"{name} decides otherwise"
    times = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, run in contestants.items():
            start = perf_counter()
            for answers in firms:
                run(answers)
            times[name].append((perf_counter() - start) / len(firms))
    base = times["ours, with explanation"]
    rows = [
        f"### {len(conditions)} conditions for one firm, over {len(firms)} firms, {ROUNDS} interleaved rounds\n",
        "| engine | median ms | min | max | ratio to ours |",
        "|---|---|---|---|---|",
    ]
    for name, seconds in times.items():
        ratio = median(t / b for t, b in zip(seconds, base, strict=True))
        ms = [1000 * t for t in seconds]
        rows.append(f"| {name} | {median(ms):.3f} | {min(ms):.3f} | {max(ms):.3f} | {ratio:.2f} |")
    return "\n".join(rows) + "\n\nThe others decide without explaining and are guarded by whether an answer is known.\n"
