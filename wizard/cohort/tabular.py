"""Reads a room from a table: heads `label` and `code`, or question ids with answers below them.

Cells are parted by commas, semicolons or tabs. Numbers may be written as people write them; several choices of one
question are joined by "+" (also ; | or 、). An empty cell is not known.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from ..answers import Problem, Refused, nearest, shorten
from ..model import UNKNOWN, Catalogue
from ..typed import parse_number
from .given import MOST, Given, Source, refused

PARTS = (",", "\t", ";")
HEADS = {"label": "label", "code": "code", "标签": "label", "答案码": "code"}
CHOICES = re.compile(r"[+;|、；]")


def heads_of(text: str, catalogue: Catalogue) -> tuple[list[str], str] | None:
    """The heads and what parts the cells, or None where the text is not such a table."""
    line = text.lstrip("\ufeff\r\n ").partition("\n")[0][:20_000].strip("\r")
    part = max(PARTS, key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=part), [])
    except csv.Error:
        return None
    heads = [HEADS.get(cell.strip().lower(), cell.strip()) for cell in cells]
    known = sum(catalogue.asked(head) is not None for head in heads)
    return (heads, part) if "code" in heads or known >= 2 or (known and "label" in heads) else None


def rows_in(text: str, heads: list[str], part: str, name: str, catalogue: Catalogue) -> list[Given]:
    """One entry for each row that is not empty; columns that nobody knows are named once and passed over."""
    found, known = [], {}
    for place, head in enumerate(heads):
        if head in HEADS.values() or catalogue.asked(head):
            known[place] = head
        elif head:
            near = nearest(head, list(catalogue.questions))
            why = "error_unknown_question_near" if near else "error_unknown_question"
            problem = Problem(shorten(head)[1:-1], why, {"near": near})
            found.append(Given(Source(name, "column", place + 1), problem=problem))
    if len(set(known.values())) < len(known):
        return [refused(Source(name, "row", 1), "room_head_twice")]
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff\r\n "), newline=""), delimiter=part)
    try:
        next(reader)
        for number, cells in enumerate(reader, 2):
            if len(found) >= MOST:
                return [*found, refused(Source(name, "row", number), "room_too_many", most=MOST)]
            filled = {known[n]: cell.strip() for n, cell in enumerate(cells) if n in known and cell.strip()}
            if filled:
                found += _entry(filled, Source(name, "row", number), catalogue)
    except csv.Error:
        found.append(refused(Source(name, "row", reader.line_num), "room_not_a_row"))
    return found


def _entry(filled: dict[str, str], source: Source, catalogue: Catalogue) -> list[Given]:
    label = filled.pop("label", "")
    code = filled.pop("code", None)
    if code is not None:
        return [Given(source, code=code, label=label)]
    if not filled:
        return [refused(source, "room_not_answers")]
    answers: dict[str, Any] = {}
    problems = []
    for id, cell in filled.items():
        try:
            answers[id] = _answer(id, cell, catalogue)
        except Refused as wrong:
            problems.append(Given(source, problem=wrong.problem, label=label))
    return problems or [Given(source, answers=answers, label=label)]


def _answer(id: str, cell: str, catalogue: Catalogue) -> Any:
    question = catalogue.questions.get(id)
    if question is None or cell == UNKNOWN or question.type == "one":
        return cell
    if question.type == "number":
        return parse_number(cell, question)
    return [choice.strip() for choice in CHOICES.split(cell) if choice.strip()]
