"""Understands numbers as people type them, exactly, or refuses them.

Full-width digits, thousands separators, a percent sign, the unit itself; 万 and 亿, k and m. Money is asked in units of
10,000 yuan: there 亿 counts 10,000 of them, m a hundred (a million yuan), k a tenth (a thousand yuan).
"""

from __future__ import annotations

import re
import unicodedata

from .answers import Problem, Refused, read, shorten
from .model import Question

NUMBER = r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(亿|万|k|m)?"
COUNTED = {
    None: (1, 1),
    "万": (10_000, 1),
    "亿": (100_000_000, 1),
    "k": (1_000, 1),
    "m": (1_000_000, 1),
}
MONEY = {None: (1, 1), "万": (1, 1), "亿": (10_000, 1), "k": (1, 10), "m": (100, 1)}
MONEY_UNIT = "万元"


def parse_number(text: str, question: Question) -> int | float:
    """The number that `text` means for this question. Raises `answers.Refused` with what to do."""
    plain = unicodedata.normalize("NFKC", text).strip().lower().replace(" ", "").replace("\u2212", "-")
    money = question.unit["zh"] == MONEY_UNIT
    match = re.fullmatch(NUMBER, _without_unit(plain, question, money))
    if match is None or (match[4] and question.unit["zh"] == "%"):
        raise Refused(
            Problem(
                question.id,
                "error_not_a_number",
                {"given": shorten(text), "example": question.example},
            )
        )
    sign, whole, fraction, suffix = (
        match[1],
        match[2].replace(",", ""),
        match[3] or "",
        match[4],
    )
    times, over = (MONEY if money else COUNTED)[suffix]
    amount, scale = int(whole + fraction) * times, 10 ** len(fraction) * over
    if sign == "-":
        amount = -amount
    value = amount // scale if amount % scale == 0 else amount / scale
    try:
        return read(value, question)[0]
    except Refused as refused:
        raise Refused(refused.problem._replace(values={**refused.problem.values, "given": shorten(text)})) from None


def _without_unit(plain: str, question: Question, money: bool) -> str:
    """Drops the unit where it was typed along: %, 人, 年, 项, 元 behind 万 or 亿."""
    if money:
        return plain.removesuffix("元") if plain.endswith(("万元", "亿元")) else plain
    return plain.removesuffix(question.unit["zh"]).removesuffix(question.unit["en"])
