"""The sample room is what its script draws, and what is drawn is what is assumed."""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from wizard.answer_code import decode
from wizard.answers import check
from wizard.loading import load
from wizard.source import FOLDER, read_file

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import draw_sample_room as drawing  # noqa: E402

ASSUMED = read_file(FOLDER / "sample_room.yaml")
MANY = 4_000


@pytest.fixture(scope="module")
def crowd():
    """Many firms drawn as those of the room are, but with another seed."""
    draw = random.Random(1)
    return [drawing.firm(ASSUMED, load(), draw) for _ in range(MANY)]


def test_the_file_is_as_drawn_and_marked_as_made_up():
    text = (FOLDER / "sample_room.json").read_text(encoding="utf-8")
    assert text == drawing.room_text(drawing.room())
    room = json.loads(text)
    assert room["made_up"] is True and len(room["firms"]) == drawing.FIRMS == 30
    assert all("sample" in firm["label"] and "示例" in firm["label"] for firm in room["firms"])
    assert len({firm["code"] for firm in room["firms"]}) == 30


def test_every_question_is_assumed_once_and_every_firm_is_accepted():
    assert [assumed["question"] for assumed in ASSUMED] == list(load().questions)
    room = json.loads((FOLDER / "sample_room.json").read_text(encoding="utf-8"))
    assert all(check(decode(firm["code"], load()), load()).problems == [] for firm in room["firms"])


@pytest.mark.parametrize("assumed", ASSUMED, ids=lambda assumed: assumed["question"])
def test_shares_come_out_as_assumed(assumed, crowd):
    id = assumed["question"]
    given = [firm[id] for firm in crowd if id in firm]
    slack = 2.5 / len(given) ** 0.5
    if "points" in assumed:
        for part, value in assumed["points"]:
            assert sum(answer <= value for answer in given) / len(given) >= part - slack
            assert sum(answer < value for answer in given) / len(given) <= part + slack
        return
    shares = assumed.get("each") or dict(
        zip((o.id for o in load().questions[id].options), assumed["shares"], strict=True)
    )
    total = 100 if "each" in assumed else sum(shares.values())
    counted = Counter(option for answer in given for option in (answer if isinstance(answer, list) else [answer]))
    for option, share in shares.items():
        assert abs(counted[option] / len(given) - share / total) <= slack, option


def test_answers_go_together(crowd):
    """Firms that lack money plan to expand less often than others, and worry about demand more often."""

    def part(firms, id, wanted):
        known = [firm[id] for firm in firms if id in firm]
        return sum(wanted in (answer if isinstance(answer, list) else [answer]) for answer in known) / len(known)

    short = [firm for firm in crowd if firm.get("funding_gap") == "severe"]
    well = [firm for firm in crowd if firm.get("funding_gap") == "none"]
    assert part(short, "outlook", "expand") < part(well, "outlook", "expand") / 2
    assert part(short, "worries", "demand") > part(well, "worries", "demand")


def test_leans_that_explain_more_than_there_is_are_refused():
    with pytest.raises(ValueError, match="more than there is"):
        drawing.rank({"size": 0.9, "money": 0.9}, {"size": 0.0, "money": 0.0}, random.Random(1))
