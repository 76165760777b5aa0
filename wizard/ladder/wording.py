"""Findings as words: what the firm has, what is asked, and what is missing."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..model import Catalogue, Text
from ..wording import COLON, MONEY_UNIT, fine, labelled, listed, number, quantity, say
from .measures import PERCENT
from .rules import MET, NOT_MET, Finding

SIGNS = {"at_least": "ladder_at_least", "at_most": "ladder_at_most", "below": "ladder_below"}


def finding_text(finding: Finding, criterion: str, catalogue: Catalogue, lang: str) -> str:
    """A finding as a sentence, read below the name of its criterion, which is not said twice."""
    told = _told(finding, catalogue, lang)
    label, colon, rest = told.partition(COLON[lang])
    if colon and not finding.joined and label.casefold() in criterion.casefold():
        told = rest
    return say(catalogue, lang, "ladder_finding", told=told[:1].upper() + told[1:])


def _told(finding: Finding, catalogue: Catalogue, lang: str) -> str:
    rule = finding.rule
    if finding.joined:
        parts = [part for part in finding.parts if _worth_telling(part, finding)]
        mark = "ladder_or" if finding.joined == "any" and len(parts) > 1 else "list_semicolon"
        return say(catalogue, lang, mark).join(_told(part, catalogue, lang) for part in parts)
    if "measure" in rule:
        return _figure(finding, catalogue, lang)
    if "size" in rule:
        known = finding.value and say(catalogue, lang, f"size_{finding.value}")
        return known or say(catalogue, lang, "ladder_size_not_large" if finding.state == MET else "ladder_size_open")
    if "points" in rule:
        return _points(finding, catalogue, lang)
    if "evidence" in rule:
        return _evidence(finding, catalogue, lang)
    return _choice(finding, catalogue, lang)


def _worth_telling(part: Finding, whole: Finding) -> bool:
    """Of alternatives: those that hold, where one does; else the open ones, and figures, which tell what is missing."""
    if whole.joined == "all":
        return True
    if MET in (whole.state, part.state):
        return part.state == whole.state
    return part.state == whole.state or bool(part.required)


def measure_name(finding: Finding, catalogue: Catalogue, lang: str) -> str:
    """What a figure is called: its question's short name, or that of a figure of several answers."""
    name = finding.rule["measure"]
    question = catalogue.asked(name)
    return (
        question.short[lang] if name == finding.questions[0] and question else say(catalogue, lang, f"measure_{name}")
    )


def _figure(finding: Finding, catalogue: Catalogue, lang: str) -> str:
    unit, measured = finding.unit, finding.measured
    operator = next(key for key in SIGNS if key in finding.rule)
    bound = say(catalogue, lang, SIGNS[operator], bound=amount(finding.bound, unit, lang))
    name = measure_name(finding, catalogue, lang)
    upper = operator != "at_least"
    if not measured.known:
        return say(catalogue, lang, f"ladder_figure_{'at_most_' if upper else ''}missing", name=name, bound=bound)
    if finding.value is None:
        low = amount(_plain(measured.low), unit, lang)
        if measured.high is None:
            return say(catalogue, lang, "ladder_figure_from", name=name, low=low, bound=bound)
        high = amount(_plain(measured.high), unit, lang)
        return say(catalogue, lang, "ladder_figure_between", name=name, low=low, high=high, bound=bound)
    values: dict[str, Any] = {"name": name, "value": amount(finding.value, unit, lang), "bound": bound}
    text = "ladder_figure_within" if upper else "ladder_figure"
    if finding.state == NOT_MET and finding.gap:
        text = "ladder_figure_over" if upper else "ladder_figure_short"
        values["gap"] = _gap(finding, catalogue, lang)
    told = say(catalogue, lang, text, **values)
    if measured.stand_in:
        stand_in = catalogue.asked(measured.stand_in).short
        told += say(catalogue, lang, "ladder_stands_in", stand_in=stand_in)
    return told


def _gap(finding: Finding, catalogue: Catalogue, lang: str) -> str:
    """What is missing, with its unit; between two percentages it is in points."""
    if finding.unit == PERCENT:
        return say(catalogue, lang, "ladder_percentage_points", value=fine(finding.gap))
    return amount(finding.gap, finding.unit, lang)


def amount(value: int | float, unit: Text, lang: str) -> str:
    """A number with its unit. Beside the name of a figure, English needs no "people" or "years"."""
    bare = lang == "en" and unit["zh"] not in (MONEY_UNIT, "%")
    return number(value) if bare else quantity(value, unit, lang)


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), 2)


def _points(finding: Finding, catalogue: Catalogue, lang: str) -> str:
    scored = finding.table
    span = (
        number(scored.low)
        if scored.low == scored.high
        else say(catalogue, lang, "ladder_span", low=scored.low, high=scored.high)
    )
    told = say(catalogue, lang, "ladder_points", span=span, bound=finding.bound)
    short = [
        say(
            catalogue,
            lang,
            "ladder_group",
            name=say(catalogue, lang, f"group_{group.id}"),
            least=group.least,
            span=number(group.low)
            if group.low == group.high
            else say(catalogue, lang, "ladder_span", low=group.low, high=group.high),
        )
        for group in scored.groups
        if group.low < group.least
    ]
    return told + (say(catalogue, lang, "ladder_groups", groups=listed(catalogue, lang, short)) if short else "")


def _evidence(finding: Finding, catalogue: Catalogue, lang: str) -> str:
    what: Text | None = finding.rule.get("what")
    told = say(catalogue, lang, "ladder_evidence_of", what=what) if what else say(catalogue, lang, "ladder_evidence")
    if finding.value is None:
        return told
    question = catalogue.asked(finding.questions[0])
    return told + say(catalogue, lang, "ladder_declared", answer=labelled(catalogue, lang, question, finding.value))


def _choice(finding: Finding, catalogue: Catalogue, lang: str) -> str:
    question = catalogue.asked(finding.questions[0])
    if finding.value is None:
        return say(catalogue, lang, "ladder_choice_missing", short=question.short)
    label = labelled(catalogue, lang, question, finding.value)
    return say(catalogue, lang, "ladder_choice", short=question.short, label=label)
