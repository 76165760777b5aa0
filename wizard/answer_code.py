"""Answer codes: all answers A to J as a short text that can be read aloud, and back.

The answers become one whole number in mixed radix: version, whether only quick questions are in it, then one digit
for each question, 0 for unknown. The number is written in 23 signs without look-alikes (23 is prime), cut into groups
of four signs and one check sign. With weights 1 to 4, a term for the group's place and one for the last group, every
single wrong sign, every swap of neighbours, every moved group and every cut is noticed, and the group is named.

What a version means is data (`catalogue/codes/VERSION.yaml`), frozen when it is made, so that old codes stay open.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from .answers import Problem
from .model import NONE, Answer, Answers, Catalogue, Field

SIGNS = "346789ACDEFHJKMNPQRTWXY"
BASE = len(SIGNS)
DATA = 4
GROUP = DATA + 1
VERSIONS = 32
LAST = 11
"""Added to the check of the last group, so that a code that was cut short is noticed."""
SEPARATORS = " -_.·—–"


class CodeError(Exception):
    """A code that cannot be read; carries the `Problem`."""

    def __init__(self, text: str, **values: Any):
        super().__init__(text)
        self.problem = Problem(None, text, values)


def field(
    id: str, type: str, quick: bool, options: Iterable[str] = (), min: int = 0, max: int = 0, decimals: int = 0
) -> Field:
    """A field as a version's file lists it, with its radix."""
    options = tuple(options)
    radix = len(options) + 1
    if type == "many":
        radix = 2 ** len(options) + 1
    elif type == "number":
        radix = (max - min) * 10**decimals + 2
    return Field(id, type, quick, options, min, max, decimals, radix)


def fields_now(catalogue: Catalogue) -> tuple[Field, ...]:
    """The fields that the newest version must have: every question A to J that is not withdrawn."""
    found = []
    for question in catalogue.questions.values():
        if question.valid_to:
            continue
        options = [o.id for o in question.options if not o.valid_to and not (question.type == "many" and o.id == NONE)]
        limits = (question.min, question.max, question.decimals) if question.type == "number" else (0, 0, 0)
        found.append(field(question.id, question.type, question.quick, options, *limits))
    return tuple(found)


def encode(answers: Answers, catalogue: Catalogue) -> str:
    """The code of checked answers, in groups. Answers to ladder questions are not in it: they travel by file."""
    number = max(catalogue.codes)
    fields = catalogue.codes[number]
    only_quick = all(f.quick for f in fields if f.id in answers)
    value, place = 0, 1
    for digit, radix in [(number, VERSIONS), (int(only_quick), 2)] + [
        (_digit(f, answers.get(f.id)), f.radix) for f in fields if f.quick or not only_quick
    ]:
        value += digit * place
        place *= radix
    signs = []
    while value:
        value, rest = divmod(value, BASE)
        signs.append(rest)
    signs += [0] * (-len(signs) % DATA)
    groups = [signs[at : at + DATA] for at in range(0, len(signs), DATA)]
    return "-".join(
        "".join(SIGNS[s] for s in [*group, _check(group, place, place == len(groups) - 1)])
        for place, group in enumerate(groups)
    )


def decode(text: str, catalogue: Catalogue) -> dict[str, Any]:
    """The answers of a code, still to be checked like any input. CodeError names the wrong group."""
    groups = _groups(text)
    value = 0
    for place, group in reversed(list(enumerate(groups))):
        if _check(group[:DATA], place, place == len(groups) - 1) != group[DATA]:
            raise CodeError("error_code_group", group=place + 1, count=len(groups))
        for sign in reversed(group[:DATA]):
            value = value * BASE + sign
    value, number = divmod(value, VERSIONS)
    if number not in catalogue.codes:
        raise CodeError("error_code_version")
    value, only_quick = divmod(value, 2)
    found = {}
    for field in catalogue.codes[number]:
        if only_quick and not field.quick:
            continue
        value, digit = divmod(value, field.radix)
        if digit:
            found[field.id] = _answer(field, digit)
    if value:
        raise CodeError("error_code_version")
    return found


def _check(group: list[int], place: int, last: bool) -> int:
    return (sum(weight * sign for weight, sign in enumerate(group, 1)) + 5 * place + 1 + LAST * last) % BASE


def _groups(text: str) -> list[list[int]]:
    plain = unicodedata.normalize("NFKC", text).upper()
    signs = [sign for sign in plain if sign not in SEPARATORS and not sign.isspace()]
    if not signs:
        raise CodeError("error_code_empty")
    for place, sign in enumerate(signs):
        if sign not in SIGNS:
            raise CodeError("error_code_sign", sign=sign if sign.isprintable() else "?", group=place // GROUP + 1)
    if len(signs) % GROUP:
        raise CodeError("error_code_length", group=len(signs) // GROUP + 1, count=GROUP)
    values = [SIGNS.index(sign) for sign in signs]
    return [values[at : at + GROUP] for at in range(0, len(values), GROUP)]


def _digit(field: Field, answer: Answer | None) -> int:
    """The question's digit: 0 for unknown, else 1 and more. `none` of many choices is the empty set."""
    if answer is None:
        return 0
    if field.type == "one":
        return field.options.index(answer) + 1
    if field.type == "many":
        return 1 + sum(2**place for place, option in enumerate(field.options) if option in answer)
    return round((answer - field.min) * 10**field.decimals) + 1


def _answer(field: Field, digit: int) -> Answer:
    if field.type == "one":
        return field.options[digit - 1]
    if field.type == "many":
        return [option for place, option in enumerate(field.options) if (digit - 1) >> place & 1] or [NONE]
    amount, scale = digit - 1 + field.min * 10**field.decimals, 10**field.decimals
    return amount // scale if amount % scale == 0 else amount / scale
