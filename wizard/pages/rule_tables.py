"""The ladder's rules as tables: criteria, points, and where both stand in the documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from htpy import (
    Node,
    caption,
    details,
    div,
    fragment,
    li,
    p,
    span,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from ..ladder.dates import in_force
from ..ladder.measures import measure
from ..ladder.model import Criterion, RuleSet
from ..ladder.wording import SIGNS, amount
from ..views.setting import Setting
from ..wording import day


def rule_table(label: str, heads: list[str], rows: Node, s: Setting, kind: str = "") -> Node:
    """A table that scrolls where it must. Cells say what they are in `data-label`, for screens on which it stacks."""
    return div(".table-scroll", tabindex="0", role="region", aria_label=label)[
        table(f".facts.rules{kind}")[
            caption(".visually-hidden")[label], thead[tr[[th(scope="col")[head] for head in heads]]], tbody[rows]
        ]
    ]


def held(rules: RuleSet, on: str, s: Setting) -> list[Criterion]:
    """The criteria of a rule set that held on a date: one may have been replaced before the whole set was."""
    return [criterion for criterion in rules.criteria if in_force(criterion, s.catalogue.ladder, on)]


def rule_set(rules: RuleSet, on: str, s: Setting) -> Node:
    """Where the rules stand, what to note, the criteria on a date and, folded, the points."""
    heads = [s.say(f"rules_{head}") for head in ("criterion", "rule", "proof")]
    return fragment[
        p(".small")[basis(rules, s)],
        rules.remarks and ul[[li[s.of(remark)] for remark in rules.remarks]],
        rule_table(_label(rules, s), heads, [_criterion(criterion, rules, s) for criterion in held(rules, on, s)], s),
        rules.points and points_table(rules, s),
    ]


def _label(rules: RuleSet, s: Setting) -> str:
    names = [s.of(title.name) for title in s.catalogue.ladder.titles if title.id in rules.titles]
    return s.say("rules_entry") if len(names) > 1 else s.say("rules_of", title=names[0])


def basis(entry: RuleSet | Criterion, s: Setting) -> str:
    """Document, place, dates and confidence in a sentence."""
    document = s.catalogue.ladder.documents[entry.document]
    date = entry.valid_from and day(s.catalogue, s.lang, entry.valid_from)
    start = "_recalled" if entry.start_recalled else "" if entry.valid_from else "_unknown"
    parts = [
        s.say("ladder_document", name=document.name, number=document.number),
        entry.place and s.of(entry.place),
        s.say(f"ladder_since{start}", date=date),
        entry.valid_to and s.say("ladder_until", date=day(s.catalogue, s.lang, entry.valid_to)),
        s.say(
            "rules_checked",
            date=day(s.catalogue, s.lang, entry.checked_on),
            trust=s.say(f"confidence_{entry.confidence}"),
        ),
    ]
    return ("，" if s.lang == "zh" else ", ").join(part for part in parts if part) + s.say("full_stop")


def _criterion(criterion: Criterion, rules: RuleSet, s: Setting) -> Node:
    return tr[
        th(scope="row")[s.of(criterion.name)],
        td[s.of(criterion.text), _own_basis(criterion, rules, s)],
        td(data_label=s.say("rules_proof"))[s.of(criterion.proof)],
    ]


def _own_basis(criterion: Criterion, rules: RuleSet, s: Setting) -> Node:
    """Where a criterion has a document or a confidence other than its rule set."""
    told = []
    if criterion.document != rules.document:
        document = s.catalogue.ladder.documents[criterion.document]
        told.append(s.say("ladder_document", name=document.name, number=document.number))
    if criterion.confidence != rules.confidence:
        told.append(s.say(f"confidence_{criterion.confidence}"))
    return told and span(".muted.small")[" ", s.say("rules_own", told=s.say("list_semicolon").join(told))]


def points_table(rules: RuleSet, s: Setting) -> Node:
    """The points table, folded."""
    least = [
        s.say("rules_points_group", name=s.say(f"group_{id}"), least=points)
        for id, points in rules.points["least"].items()
        if points > 1
    ]
    heads = [s.say(f"rules_points_{head}") for head in ("row", "most", "steps")]
    rows = [
        tr[
            th(scope="row")[s.of(row["name"])],
            td(data_label=heads[1])[str(row["max"])],
            td(data_label=heads[2])[_steps(row, s)],
        ]
        for row in rules.points["rows"]
    ]
    return details[
        summary[s.say("rules_points")],
        p[
            s.say("rules_points_total", total=rules.points["total"]),
            least and s.say("rules_points_groups", groups=s.say("list_semicolon").join(least)),
            s.say("full_stop"),
        ],
        rule_table(s.say("rules_points"), heads, rows, s),
    ]


def _steps(row: dict[str, Any], s: Setting) -> Node:
    """What scores how much, from the most down."""
    if not row["steps"]:
        return s.say("rules_not_scored", points=_score(row["else"], s))
    measures = {step["when"].get("measure") for step in row["steps"]}
    bare = len(measures) == 1 and None not in measures
    return ul(".steps")[
        [
            li[s.say("rules_step", points=_score(step["points"], s), when=when(step["when"], s, bare=bare))]
            for step in row["steps"]
        ],
        li[s.say("rules_step_else", points=_score(row["else"], s))],
    ]


def _score(points: int | list[int], s: Setting) -> str:
    return str(points) if isinstance(points, int) else s.say("ladder_span", low=points[0], high=points[1])


def when(rule: dict[str, Any], s: Setting, *, bare: bool = False) -> str:
    """A condition of the points table in words; `bare` leaves out the name of the figure."""
    known = s.catalogue
    for joined, mark in (("any", "rules_or"), ("all", "list_semicolon")):
        if joined in rule:
            return s.say(mark).join(when(part, s) for part in rule[joined])
    if "measure" in rule:
        operator = next(key for key in SIGNS if key in rule)
        bound = s.say(SIGNS[operator], bound=amount(rule[operator], measure(rule["measure"], {}, known).unit, s.lang))
        return bound if bare else s.say("rules_measure", name=_measure_name(rule["measure"], s), bound=bound)
    question = known.asked(rule["question"])
    labels = [s.of(question.option(id).label) for id in rule.get("is", rule.get("has", ()))]
    return s.say("rules_choice", name=s.of(question.short), labels=s.say("rules_or").join(labels))


def _measure_name(id: str, s: Setting) -> str:
    question = s.catalogue.asked(id)
    return s.of(question.short) if question else s.say(f"measure_{id}")


def measures_of(rule: Any) -> Iterator[str]:
    """The figures and questions that a rule, or a row of points, goes by."""
    if isinstance(rule, dict):
        yield from (rule[key] for key in ("measure", "question") if key in rule)
        for below in rule.values():
            yield from measures_of(below)
    elif isinstance(rule, list):
        for below in rule:
            yield from measures_of(below)
