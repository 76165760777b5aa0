"""Typing in paper answers, key by key, without a browser."""

from __future__ import annotations

import html
import json
import random

import pytest
from by_hand import Questionnaire

from wizard.answer_code import decode
from wizard.app import entry
from wizard.cohort.room import LONGEST_LABEL
from wizard.loading import load
from wizard.pages import render
from wizard.paper import quick_questions

ASKED = quick_questions(load())
ALL_FIRST = [
    k
    for a in ASKED
    for k in (["5", "Enter"] if a.question.type == "number" else ["1"] + ["Enter"] * (a.question.type == "many"))
]


class Desk:
    """A typist at the page."""

    def __init__(self, lang="en"):
        self.lang, self.state, self.reply = lang, "", None

    def do(self, do="", **pairs):
        request = {"app": "entry", "lang": self.lang, "state": self.state, "pairs": [*pairs.items()], "do": do}
        self.reply = entry.handle(request, load())
        self.state = self.reply["state"]
        return self.reply

    def keys(self, *keys):
        for key in keys:
            self.do(f"key:{key}")
        return self

    @property
    def kept(self):
        return json.loads(self.state or '{"firms": [], "answers": {}, "at": 0, "typed": ""}')


def test_one_key_an_answer_and_the_code_is_that_of_the_answers():
    desk = Desk().keys(*ALL_FIRST)
    assert desk.kept["at"] == len(ASKED)
    desk.do("next", label=" A1 ")
    (firm,) = desk.kept["firms"]
    assert firm["label"] == "A1"
    first = {a.question.id: a.options[0][1].id if a.options else 5 for a in ASKED}
    assert decode(firm["code"], load()) == {**first, "worries": ["demand"]}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_signs_are_those_on_the_paper(lang):
    """What is printed beside a label is the key that gives that answer."""
    printed = Questionnaire(str(render("questionnaire", load(), lang, "../../")))
    for a in ASKED:
        for _, option in a.options:
            desk = Desk(lang)
            desk.state = json.dumps({"v": 1, "firms": [], "answers": {}, "at": a.number - 1, "typed": ""})
            desk.keys(printed.signs[str(a.number)][option.label[lang]])
            given = desk.kept["answers"][a.question.id]
            assert given == ([option.id] if a.question.type == "many" else option.id)


def test_back_unknown_and_a_changed_answer():
    desk = Desk().keys("3", "X", "Backspace", "Backspace", "2")
    assert desk.kept["answers"] == {"sector": "cnc_robotics"} and desk.kept["at"] == 1
    desk.keys("x", "Enter")
    assert desk.kept["at"] == 3, "Enter leaves a question as it is"


def test_a_wrong_key_is_named_and_changes_nothing():
    desk = Desk().keys("Q")
    assert desk.kept["at"] == 0 and 'no answer "Q"' in html.unescape(desk.reply["html"])


def test_a_number_out_of_range_is_refused_and_kept():
    desk = Desk().keys("1", "1", "1", "1", *"180", "Enter")
    assert desk.kept["typed"] == "180" and desk.kept["at"] == 4
    assert desk.reply["focus"] == "entry-number" and 'role="alert"' in desk.reply["html"]
    desk.do("key:Enter", number="80")
    assert desk.kept["answers"]["main_share"] == 80 and desk.kept["at"] == 5
    desk.do("back")
    desk.do("key:Enter", number="")
    assert "main_share" not in desk.kept["answers"], "an emptied field is not known"


def test_many_answers_toggle_and_none_stands_alone():
    desk = Desk()
    place = next(a for a in ASKED if a.question.type == "many").number - 1
    desk.state = json.dumps({"v": 1, "firms": [], "answers": {}, "at": place, "typed": ""})
    desk.keys("1", "3", "1")
    assert desk.kept["answers"]["worries"] == ["unfair_competition"]
    desk.keys("6")
    assert desk.kept["answers"]["worries"] == ["none"]
    desk.keys("2", "Enter")
    assert desk.kept["answers"]["worries"] == ["policy_change"] and desk.kept["at"] == place + 1


def test_firms_are_handed_over_as_lines_and_as_a_room_file():
    desk = Desk().keys(*ALL_FIRST)
    desk.do("next", label="A1")
    desk.keys("5", *["X"] * (len(ASKED) - 1), "Enter")
    codes = [firm["code"] for firm in desk.kept["firms"]]
    (copied,) = desk.do("copy")["files"]
    assert copied["copy"] == f"A1 {codes[0]}\n{codes[1]}\n"
    (saved,) = desk.do("file")["files"]
    room = json.loads(saved["text"])
    assert room["made_up"] is False and [firm["code"] for firm in room["firms"]] == codes
    desk.do("drop:0")
    assert [firm["code"] for firm in desk.kept["firms"]] == codes[1:]
    assert desk.do("forget")["state"] == ""


def test_an_empty_paper_is_no_firm():
    desk = Desk().keys(*["X"] * len(ASKED), "Enter")
    assert desk.kept["firms"] == [] and desk.kept["at"] == len(ASKED)


def test_labels_with_markup_are_text_and_have_an_end():
    desk = Desk().keys(*ALL_FIRST)
    desk.do("next", label="<img src=x>\x00" + "y" * 100)
    assert len(desk.kept["firms"][0]["label"]) == LONGEST_LABEL
    assert "<img" not in desk.reply["html"] and "&lt;img" in desk.reply["html"]


BAD = [
    "{",
    "[]",
    '{"v": 2}',
    '{"v": 1, "at": 99}',
    '{"v": 1, "at": true, "answers": [1], "firms": [{"code": 5}], "typed": 3}',
    '{"v": 1, "answers": {"sector": "nowhere"}}',
    '{"v": 1, "firms": [{"code": "AAAA"}]}',
    "[" * 5000,
]


@pytest.mark.parametrize("kept", BAD)
def test_kept_texts_that_were_altered_do_no_harm(kept):
    desk = Desk()
    desk.state = kept
    desk.do()
    assert desk.kept["firms"] == [] and desk.kept["answers"] == {}


def test_any_keys_in_any_order_do_no_harm():
    draw = random.Random(5)
    keys = [*"0123456789ABCDXx.,%-=<", "Enter", "Backspace", "F1", "é", "一"]
    for _ in range(30):
        desk = Desk(draw.choice(["zh", "en"]))
        for _ in range(80):
            desk.do(
                f"key:{draw.choice(keys)}" if draw.random() < 0.9 else draw.choice(["next", "back", "drop:0", "drop:x"])
            )
        assert 0 <= desk.kept["at"] <= len(ASKED)
