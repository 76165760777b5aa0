"""Draws the sample room of 30 made-up firms: wizard/catalogue/sample_room.json.

Usage: draw_sample_room.py [--check]     (--check only says whether the file is as drawn)

What is assumed stands in wizard/catalogue/sample_room.yaml. Each firm has four hidden traits (size, money, technology,
openness), each normally distributed. An answer depends on the traits it leans on and on chance of its own (a Gaussian
copula), so that shares come out as assumed and answers go together as they would in a real room: a firm short of money
rarely plans to expand. The seed is fixed, and of Python's generator only the uniform numbers are used, which stay the
same from version to version.
"""

from __future__ import annotations

import random
import sys
from itertools import pairwise
from pathlib import Path
from statistics import NormalDist
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from wizard.answer_code import encode  # noqa: E402
from wizard.answers import check  # noqa: E402
from wizard.cohort.room import Firm, Room, room_text  # noqa: E402
from wizard.loading import load  # noqa: E402
from wizard.model import NONE, Catalogue, Question  # noqa: E402
from wizard.source import FOLDER, read_file  # noqa: E402

OUT = FOLDER / "sample_room.json"
SEED, FIRMS = 20230202, 30
TRAITS = ("size", "money", "technology", "openness")
UNKNOWN, FULL = 0.06, 0.3
"""How often an answer is left out, and how many firms take the full path."""
NORMAL = NormalDist()


def normal(draw: random.Random) -> float:
    """A standard normal number."""
    return NORMAL.inv_cdf(min(max(draw.random(), 1e-9), 1 - 1e-9))


def rank(leans: dict[str, float], traits: dict[str, float], draw: random.Random) -> float:
    """Where the firm stands among all firms on a question, from 0 to 1. ValueError where traits explain over all."""
    left = 1 - sum(lean**2 for lean in leans.values())
    if left < 0:
        raise ValueError(f"the leans {leans} explain more than there is")
    return NORMAL.cdf(sum(lean * traits[trait] for trait, lean in leans.items()) + left**0.5 * normal(draw))


def chosen(question: Question, shares: list[int], at: float) -> str:
    """The option for a firm at this rank; the first option goes to the highest ranks."""
    passed = 0.0
    for option, share in zip(question.options, shares, strict=True):
        passed += share / sum(shares)
        if 1 - at <= passed:
            return option.id
    return question.options[-1].id


def valued(question: Question, points: list[list[float]], at: float) -> float | int:
    """The number for a firm at this rank, on the line through the points."""
    for (low, first), (high, last) in pairwise(points):
        if at <= high:
            value = first + (last - first) * (at - low) / (high - low)
            return round(value, 1) if question.id == "rd_intensity" else round(value)
    return points[-1][1]


def answer(assumed: dict[str, Any], question: Question, traits: dict[str, float], draw: random.Random) -> Any:
    """One answer of one firm."""
    leans = assumed["leans"]
    if "each" in assumed:
        ticked = [id for id, share in assumed["each"].items() if rank(leans, traits, draw) > 1 - share / 100]
        return ticked or [NONE]
    at = rank(leans, traits, draw)
    return valued(question, assumed["points"], at) if "points" in assumed else chosen(question, assumed["shares"], at)


def firm(assumptions: list[dict[str, Any]], catalogue: Catalogue, draw: random.Random) -> dict[str, Any]:
    """All answers of one firm."""
    traits = {trait: normal(draw) for trait in TRAITS}
    full, found = draw.random() < FULL, {}
    for assumed in assumptions:
        question = catalogue.questions[assumed["question"]]
        given, left_out = answer(assumed, question, traits, draw), draw.random() < UNKNOWN
        if (full or question.quick) and not left_out:
            found[question.id] = given
    return found


def room() -> Room:
    """The whole room. ValueError where an assumption leads to an answer that the wizard refuses."""
    catalogue, draw = load(), random.Random(SEED)
    assumptions = read_file(FOLDER / "sample_room.yaml")
    firms = []
    for number in range(1, FIRMS + 1):
        checked = check(firm(assumptions, catalogue, draw), catalogue)
        if checked.problems:
            raise ValueError(checked.problems[0])
        firms.append(Firm(encode(checked.answers, catalogue), f"示例sample-{number:02}"))
    return Room(tuple(firms), made_up=True)


if __name__ == "__main__":
    text = room_text(room())
    if "--check" in sys.argv:
        sys.exit(0 if OUT.read_text(encoding="utf-8") == text else f"{OUT.relative_to(ROOT)} is not as drawn")
    OUT.write_text(text, encoding="utf-8")
