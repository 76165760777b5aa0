"""Puts the advice together: the JSON of the interface, from checked answers and a date. Pure and deterministic."""

from __future__ import annotations

from typing import Any

from .answers import Ignored
from .assessment import Assessed, Figure, Share, add, ranked, share
from .conditions import because, evaluate
from .model import HORIZONS, Action, Answers, Catalogue
from .register import OFFERED, state
from .scoring import shown
from .size import size_class
from .stability import stability
from .variation import next_questions, what_would_change
from .wording import number, say, told


def advise(
    answers: Answers,
    catalogue: Catalogue,
    lang: str,
    on: str,
    ignored: list[Ignored] = (),
) -> dict[str, Any]:
    """The advice for these answers as plain data, in the order to be shown.

    `answers` are checked (see `answers.check`), `lang` is "zh" or "en", `on` an ISO date for the register.
    """
    return {
        "schema": catalogue.general.schema,
        "on": on,
        "lang": lang,
        "size": size_class(answers, catalogue),
        **outline(answers, catalogue, lang, on),
        "benchmarks": _benchmarks(answers, catalogue),
        "next_questions": [
            {"question": n.question, "could_change": list(n.could_change)} for n in next_questions(answers, catalogue)
        ],
        "what_would_change": [
            {
                "question": c.question,
                "from": c.old,
                "to": c.new,
                "link": c.link,
                "rank_from": c.rank_from,
                "rank_to": c.rank_to,
            }
            for c in what_would_change(answers, catalogue)
        ],
        "stability": stability(ranked(answers, catalogue), catalogue),
        "ignored": [{"question": i.question, "why": say(catalogue, lang, i.text, **i.values)} for i in ignored],
    }


def outline(answers: Answers, catalogue: Catalogue, lang: str, on: str) -> dict[str, Any]:
    """Links, challenges and actions alone, without what other answers or weights would do to them."""
    order = ranked(answers, catalogue)
    return {
        "links": [_link(a, rank, catalogue, lang) for rank, a in enumerate(order, 1)],
        "challenges": [_challenge(c, answers, catalogue, lang) for c in catalogue.challenges],
        "actions": [_action(a, answers, catalogue, lang, on) for a in offered(answers, catalogue, order)],
    }


def offered(answers: Answers, catalogue: Catalogue, order: list[Assessed]) -> list[Action]:
    """Every action whose condition is true, by the rank of its link, then horizon, then its own rank."""
    place = {a.link.id: rank for rank, a in enumerate(order)}
    chosen = [a for a in catalogue.actions if a.when is None or evaluate(a.when, answers) is True]
    return sorted(chosen, key=lambda a: (place[a.link], HORIZONS.index(a.horizon), a.rank, a.id))


def _figure(figure: Figure, scale: int) -> dict[str, float]:
    return {key: shown(amount, scale) for key, amount in figure._asdict().items()}


def _link(a: Assessed, rank: int, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    unit = catalogue.unit
    reasons = _reasons("need", a.need_shares, a, catalogue, lang)
    reasons += _reasons("relevance", a.relevance_shares, a, catalogue, lang)
    return {
        "id": a.link.id,
        "rank": rank,
        "relevance": _figure(a.relevance, unit),
        "need": _figure(a.need, unit),
        "priority": _figure(a.priority, 100 * unit * unit),
        "reasons": reasons,
    }


def _challenge(challenge, answers: Answers, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    shares = tuple(share(row, answers, catalogue) for row in challenge.rows)
    return {
        "id": challenge.id,
        "level": _figure(add(shares), catalogue.unit),
        "reasons": _reasons("level", shares, None, catalogue, lang),
    }


def _reasons(
    figure: str,
    shares: tuple[Share, ...],
    a: Assessed | None,
    catalogue: Catalogue,
    lang: str,
) -> list[dict]:
    """The shares of a figure told as reasons, the largest first; what adds nothing is told too, since it counts."""
    found = []
    for s in sorted(shares, key=lambda s: -s.value):
        effect = shown(s.value, catalogue.unit)
        found.append(
            {
                "figure": figure,
                "question": s.row.question if s.row else None,
                "answer": s.answer,
                "effect": effect,
                "text": _reason_text(s, effect, a, catalogue, lang),
                "evidence": _reason_evidence(s, a, catalogue),
            }
        )
    return found


def _reason_text(s: Share, effect: float, a: Assessed | None, catalogue: Catalogue, lang: str) -> str:
    if s.row is None:
        return say(catalogue, lang, "reason_general", point=a.link.general_point)
    question = catalogue.questions[s.row.question]
    if s.answer is None:
        return say(
            catalogue,
            lang,
            "reason_unknown",
            short=question.short,
            effect=number(effect),
            point=s.row.point,
        )
    special = s.row.points_text.get(s.answer) if isinstance(s.answer, str) else None
    return say(
        catalogue,
        lang,
        "reason_known",
        says=told(catalogue, lang, question, s.answer),
        point=special or s.row.point,
    )


def _reason_evidence(s: Share, a: Assessed | None, catalogue: Catalogue) -> list[str]:
    """The row's locators, or those of the very option where it has its own (a named sector, a single worry)."""
    if s.row is None:
        return list(a.link.general_evidence)
    if isinstance(s.answer, str) and s.answer in s.row.points_evidence:
        return list(s.row.points_evidence[s.answer])
    return list(s.row.evidence)


def _action(action: Action, answers: Answers, catalogue: Catalogue, lang: str, on: str) -> dict[str, Any]:
    asked = because(action.when, answers) if action.when else []
    return {
        "id": action.id,
        "link": action.link,
        "challenges": list(action.challenges),
        "title": action.title[lang],
        "first_step": action.first_step[lang],
        "steps": [step[lang] for step in action.steps],
        "done_when": action.done_when[lang],
        "needs": action.needs[lang],
        "ask": action.ask[lang],
        "why": action.why[lang],
        "horizon": action.horizon,
        "effort": action.effort,
        "lead": action.lead,
        "because": [{"question": id, "answer": answers.get(id)} for id in asked],
        "evidence": list(action.evidence),
        "instruments": [id for id in action.instruments if state(catalogue.instruments[id], on) in OFFERED],
    }


def _benchmarks(answers: Answers, catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "question": q.id,
            "firm": answers[q.id],
            "paper": q.benchmark.value,
            "evidence": q.benchmark.evidence,
        }
        for q in catalogue.questions.values()
        if q.benchmark and q.id in answers
    ]
