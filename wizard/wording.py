"""Puts words together: interface texts with their values, and answers told back."""

from __future__ import annotations

from typing import Any

from .model import NONE, Answer, Catalogue, Question, Text


def say(catalogue: Catalogue, lang: str, id: str, **values: Any) -> str:
    """The interface text `id` in a language, with its values. A value with "zh" and "en" is taken in `lang`.

    KeyError where the text does not exist: a fault of ours, found by the tests.
    """
    plain = {k: v[lang] if isinstance(v, dict) else v for k, v in values.items()}
    return catalogue.texts[id][lang].format(**plain)


def number(value: int | float, lang: str = "en") -> str:
    """A number as both languages write it: thousands separated, at most one decimal, none where it is whole."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


MONEY_UNIT = "万元"
COLON = {"zh": "：", "en": ": "}
"""Between a name and what is said of it."""


def quantity(value: int | float, unit: Text, lang: str) -> str:
    """A number with its unit as a sentence has it. English has no word for 10,000 yuan: there money is in yuan."""
    if lang == "zh" or unit["zh"] == "%":
        return fine(value) + unit[lang]
    if unit["zh"] != MONEY_UNIT:
        return f"{fine(value)} {unit[lang]}"
    if value < MILLION:
        return f"{value * 10_000:,.0f} yuan"
    return f"{fine(value / MILLION)} million yuan"


MILLION = 100
"""A million yuan in units of 10,000."""


def fine(value: int | float) -> str:
    """A number with the decimals that it has, four at most."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def listed(catalogue: Catalogue, lang: str, items: list[str]) -> str:
    """A list in a sentence: 甲、乙和丙; A, B and C."""
    if len(items) < 2:
        return "".join(items)
    return say(catalogue, lang, "list_comma").join(items[:-1]) + say(catalogue, lang, "list_and") + items[-1]


def told(catalogue: Catalogue, lang: str, question: Question, answer: Answer) -> str:
    """The answer told back as a statement without closing punctuation."""
    if question.type == "number":
        return question.says[lang].format(value=number(answer))
    chosen = [answer] if question.type == "one" else answer
    return say(catalogue, lang, "list_semicolon").join(question.option(id).says[lang] for id in chosen)


def labelled(catalogue: Catalogue, lang: str, question: Question, answer: Answer | None) -> str:
    """The answer as a table shows it: the labels that were chosen, or the number with its unit."""
    if answer is None:
        return say(catalogue, lang, "answer_unknown")
    if question.type == "number":
        return quantity(answer, question.unit, lang)
    chosen = [answer] if question.type == "one" else answer
    if chosen == [NONE]:
        return question.option(NONE).label[lang]
    return say(catalogue, lang, "list_semicolon").join(question.option(id).label[lang] for id in chosen)


def day(catalogue: Catalogue, lang: str, date: str) -> str:
    """An ISO date, possibly only a year or a month, as people write it: 2025年6月1日; 1 June 2025."""
    year, *rest = date.split("-")
    month = say(catalogue, lang, "months").split("/")[int(rest[0]) - 1] if rest else ""
    kind = ("date_year", "date_month", "date_day")[len(rest)]
    return say(catalogue, lang, kind, year=year, month=month, day=int(rest[-1]) if rest else "")
