"""Puts words together: interface texts with their values, and answers told back."""

from __future__ import annotations

from typing import Any

from .model import NONE, Answer, Catalogue, Question


def say(catalogue: Catalogue, lang: str, id: str, **values: Any) -> str:
    """The interface text `id` in a language, with its values. A value with "zh" and "en" is taken in `lang`.

    KeyError where the text does not exist: a fault of ours, found by the tests.
    """
    plain = {k: v[lang] if isinstance(v, dict) else v for k, v in values.items()}
    return catalogue.texts[id][lang].format(**plain)


def number(value: int | float, lang: str = "en") -> str:
    """A number as both languages write it: thousands separated, at most one decimal, none where it is whole."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


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
        unit = question.unit[lang]
        return number(answer) + (unit if lang == "zh" or unit == "%" else f" {unit}")
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
