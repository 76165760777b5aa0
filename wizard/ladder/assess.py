"""Where a firm stands on the ladder on a date: the JSON of the interface, from checked answers. Pure."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..answers import Ignored
from ..model import HORIZONS, Answers, Catalogue
from ..size import size_class
from ..wording import say
from .dates import earliest, in_force
from .model import Criterion, Document, RuleSet, Title
from .notes import notes
from .rules import MET, NEEDS_EVIDENCE, NOT_MET, Finding, wait, weigh
from .wording import finding_text

SCHEMA = 1


class Weighed(NamedTuple):
    """A criterion with its finding and, where it is not met, the date from which time alone settles it."""

    criterion: Criterion
    finding: Finding
    earliest: str | None
    settled: str | int | None


def ladder(answers: Answers, catalogue: Catalogue, lang: str, on: str, ignored: list[Ignored] = ()) -> dict[str, Any]:
    """The state of every title on the ISO date `on`. `answers` are checked, those of the ladder included."""
    return {
        "schema": SCHEMA,
        "on": on,
        "lang": lang,
        "size": size_class(answers, catalogue),
        "titles": [_title(title, answers, catalogue, lang, on) for title in catalogue.ladder.titles],
        "notes": notes(answers, catalogue, lang),
        "disclaimer": say(catalogue, lang, "ladder_disclaimer"),
        "ignored": [{"question": i.question, "why": say(catalogue, lang, i.text, **i.values)} for i in ignored],
    }


def rule_set_of(title: Title, catalogue: Catalogue, on: str) -> RuleSet | None:
    """The rules of one title alone that were in force on a date; None where none are on record."""
    known = catalogue.ladder.rule_sets
    fitting = (r for r in known if r.titles == (title.id,) and in_force(r, catalogue.ladder, on))
    return next(fitting, None)


def criteria_of(title: Title, catalogue: Catalogue, on: str) -> list[tuple[Criterion, RuleSet]]:
    """Every criterion of a title in force on a date, the general ones first, in the order of the catalogue."""
    ladder_ = catalogue.ladder
    found = [(c, r) for r in ladder_.rule_sets for c in r.criteria if title.id in r.titles and in_force(c, ladder_, on)]
    return sorted(found, key=lambda item: item[1].titles == (title.id,))


def verdict(states: list[str]) -> str:
    """Not met if one needed criterion is not; else needs evidence if one does, or if no rule is on record; else met."""
    if NOT_MET in states:
        return NOT_MET
    return NEEDS_EVIDENCE if NEEDS_EVIDENCE in states or not states else MET


def _title(title: Title, answers: Answers, catalogue: Catalogue, lang: str, on: str) -> dict[str, Any]:
    rules = rule_set_of(title, catalogue, on)
    held = answers.get("tier") in title.held_by
    weighed = [
        _weighed(criterion, weigh(criterion.rule, answers, catalogue, of.points), on)
        for criterion, of in criteria_of(title, catalogue, on)
        if criterion.at_review or not held
    ]
    concluded = verdict([w.finding.state for w in weighed])
    document = rules and catalogue.ladder.documents[rules.document]
    data = {
        "id": title.id,
        "name": title.name[lang],
        "tier": title.tier,
        "granted": title.granted[lang],
        "lasts": title.lasts[lang],
        "held": held,
        "verdict": concluded,
        "document": document and _named(document, catalogue, lang),
        "place": rules and rules.place and rules.place[lang],
        "valid_from": rules and rules.valid_from,
        "start_recalled": bool(rules and rules.start_recalled),
        "valid_to": rules and rules.valid_to,
        "confidence": rules and rules.confidence,
        "checked_on": rules and rules.checked_on,
        "remarks": [remark[lang] for remark in rules.remarks] if rules else [],
        "criteria": [_criterion(w, catalogue, lang) for w in weighed],
        "gaps": [w.criterion.id for w in _in_order(weighed, NOT_MET)],
        "to_prove": [w.criterion.id for w in _in_order(weighed, NEEDS_EVIDENCE)],
        "could_apply_from": _could_apply(concluded, weighed, on),
    }
    scored = next((w.finding.table for w in weighed if w.finding.table), None)
    if scored:
        data["points"] = {"low": scored.low, "high": scored.high}
        data["table"] = [
            {**row._asdict(), "name": row.name[lang], "questions": list(row.questions)} for row in scored.rows
        ]
    return data


def _weighed(criterion: Criterion, finding: Finding, on: str) -> Weighed:
    waiting = wait(finding)
    settled, gap = waiting or (None, None)
    return Weighed(criterion, finding, earliest(settled, gap, on), settled)


def _in_order(weighed: list[Weighed], state: str) -> list[Weighed]:
    """Those in a state in the order in which a firm could close them: by time needed, then by how far it has to go."""
    chosen = [w for w in weighed if w.finding.state == state]
    return sorted(chosen, key=lambda w: (HORIZONS.index(w.criterion.horizon), _share_missing(w.finding)))


def _share_missing(finding: Finding) -> float:
    return finding.gap / finding.bound if finding.gap and finding.bound else 0.0


def _could_apply(concluded: str, weighed: list[Weighed], on: str) -> str | None:
    """The first day on which nothing that is known stands in the way, as far as time alone settles it."""
    if concluded == MET:
        return on
    waits = [w.earliest for w in weighed if w.finding.state == NOT_MET]
    return None if None in waits else max(waits, default=None)


def _criterion(w: Weighed, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    criterion, finding = w.criterion, w.finding
    document = catalogue.ladder.documents[criterion.document]
    return {
        "id": criterion.id,
        "state": finding.state,
        **_figures(finding, lang),
        "questions": list(finding.questions),
        "text": finding_text(finding, criterion.name[lang], catalogue, lang),
        "name": criterion.name[lang],
        "rule": criterion.text[lang],
        "proof": criterion.proof[lang],
        "actions": list(criterion.actions),
        "horizon": criterion.horizon,
        "earliest": w.earliest,
        "settled": w.settled,
        "stand_in": next((p.measured.stand_in for p in _leaves(finding) if p.measured and p.measured.stand_in), None),
        **({"joined": finding.joined, "parts": [_part(p, lang) for p in finding.parts]} if finding.joined else {}),
        "document": _named(document, catalogue, lang),
        "place": criterion.place and criterion.place[lang],
        "valid_from": criterion.valid_from,
        "start_recalled": criterion.start_recalled,
        "valid_to": criterion.valid_to,
        "confidence": criterion.confidence,
        "checked_on": criterion.checked_on,
    }


def _named(document: Document, catalogue: Catalogue, lang: str) -> str:
    return say(catalogue, lang, "ladder_document", name=document.name, number=document.number)


def _figures(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "value": finding.value,
        "required": finding.required,
        "gap": finding.gap,
        "unit": finding.unit and finding.unit[lang],
    }


def _part(finding: Finding, lang: str) -> dict[str, Any]:
    data = {"state": finding.state, **_figures(finding, lang), "questions": list(finding.questions)}
    return {**data, "parts": [_part(p, lang) for p in finding.parts]} if finding.joined else data


def _leaves(finding: Finding) -> list[Finding]:
    return [leaf for part in finding.parts for leaf in _leaves(part)] if finding.parts else [finding]
