"""Answers that look wrong beside each other: yuan where 10,000 yuan is asked, and contradictions, each by name.

Nothing is refused here; the firm is told and asked which is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ..model import Answers, Catalogue
from ..wording import quantity, say
from .measures import HALF_POINT, exact

A_HEAD = 5000
"""Revenue, spending or assets a head, in 10,000 yuan, above which the unit is questioned."""
TIMES = 1000
"""How many times larger than revenue an amount, or one year's revenue than another's, before the unit is questioned."""
AMOUNTS = ("revenue_y1", "revenue_y2", "rd_spend", "rd_spend_y1", "total_assets", "equity_2y", "equity_3y")
YEARS = ("revenue", "revenue_y1", "revenue_y2")
MONEY = {"zh": "万元", "en": "10,000 yuan"}
PERCENT = {"zh": "%", "en": "%"}


def notes(answers: Answers, catalogue: Catalogue, lang: str) -> list[dict[str, Any]]:
    """Each as {"id", "questions", "text"}, units first."""
    return [
        {
            "id": id,
            "questions": list(asked),
            "text": say(catalogue, lang, f"note_{id}", **_named(asked, values, catalogue)),
        }
        for id, asked, values in (*_units(answers), *_contradictions(answers))
    ]


Note = tuple[str, tuple[str, ...], dict[str, Any]]


def _named(asked: tuple[str, ...], values: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """The values of a note's text, with the names and answers of its questions as first, second and third."""
    found = dict(values)
    for place, id in zip(("first", "second", "third"), asked, strict=False):
        found[place] = catalogue.asked(id).short
    return {
        key: {lang: quantity(value[0], value[1], lang) for lang in ("zh", "en")} if isinstance(value, tuple) else value
        for key, value in found.items()
    }


def _money(amount: int | float) -> tuple[int | float, dict[str, str]]:
    return amount, MONEY


def _percent(share: Fraction) -> tuple[int | float, dict[str, str]]:
    return round(float(share), 1), PERCENT


def _units(answers: Answers) -> Iterator[Note]:
    staff = answers.get("employees")
    for id in ("revenue", *AMOUNTS):
        amount, revenue = answers.get(id), answers.get("revenue")
        if amount is None:
            continue
        if staff and amount > A_HEAD * staff:
            yield "unit_a_head", (id, "employees"), {"amount": _money(amount), "staff": staff, "a_head": _money(A_HEAD)}
        elif id != "revenue" and revenue and amount >= TIMES * revenue:
            yield "unit_against_revenue", (id, "revenue"), {"amount": _money(amount), "revenue": _money(revenue)}
        elif id == "revenue":
            yield from _against_other_years(answers, amount)


def _against_other_years(answers: Answers, revenue: int) -> Iterator[Note]:
    for other in (*YEARS[1:], "total_assets"):
        if answers.get(other) and revenue >= TIMES * answers[other]:
            values = {"amount": _money(revenue), "revenue": _money(answers[other])}
            yield "unit_against_revenue", ("revenue", other), values
            return


def _contradictions(answers: Answers) -> Iterator[Note]:
    for spend, revenue in (("rd_spend", "revenue"), ("rd_spend_y1", "revenue_y1")):
        if spend in answers and revenue in answers and answers[spend] > answers[revenue]:
            values = {"spend": _money(answers[spend]), "revenue": _money(answers[revenue])}
            yield "rd_above_revenue", (spend, revenue), values
    stated = answers.get("rd_intensity")
    if stated is not None and stated > 100:
        yield "intensity_above_revenue", ("rd_intensity",), {"share": _percent(exact(stated))}
    if stated is not None and "rd_spend" in answers and answers.get("revenue"):
        share = 100 * exact(answers["rd_spend"]) / exact(answers["revenue"])
        if abs(share - exact(stated)) > HALF_POINT:
            values = {"share": _percent(share), "stated": _percent(exact(stated))}
            yield "intensity_against_amounts", ("rd_intensity", "rd_spend", "revenue"), values
    if "main_growth" in answers and "revenue" in answers and answers.get("revenue_y1"):
        growth = 100 * (exact(answers["revenue"]) / exact(answers["revenue_y1"]) - 1)
        if abs(growth - exact(answers["main_growth"])) > HALF_POINT:
            values = {"share": _percent(growth), "stated": _percent(exact(answers["main_growth"]))}
            yield "growth_against_revenues", ("main_growth", "revenue", "revenue_y1"), values
    yield from _parts_above_wholes(answers)


def _parts_above_wholes(answers: Answers) -> Iterator[Note]:
    for part, whole, id in (
        ("equity_2y", "equity_3y", "equity_years"),
        ("main_share", "main_business_share", "main_shares"),
    ):
        if part in answers and whole in answers and answers[part] > answers[whole]:
            tell = _money if id == "equity_years" else lambda value: _percent(exact(value))
            yield id, (part, whole), {"part": tell(answers[part]), "whole": tell(answers[whole])}
