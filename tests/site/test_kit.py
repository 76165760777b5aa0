"""The workshop kit: one page leads to every piece, the plans add up, and nothing made up passes for real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
LANGUAGES = ("zh", "en")
PIECES = ("guide", "questionnaire", "result-sheet", "exercises", "feedback", "slides", "sample-room")
MADE_UP = {"zh": "虚构", "en": "made-up"}
MINUTES = {"plan-90": 90, "plan-half": 210}


def page(lang: str, name: str) -> html.HtmlElement:
    return html.fromstring((SITE / lang / "kit" / name / "index.html").read_bytes()).get_element_by_id("main")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_page_leads_to_every_piece(lang):
    links = {link.get("href") for link in page(lang, "").iter("a")}
    assert {f"{piece}/" for piece in PIECES} | {"../workshop/", "../workshop/entry/"} <= links


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("plan", MINUTES)
def test_the_plans_leave_no_minute_out(lang, plan):
    """Each row begins when the one before it ends."""
    table = page(lang, "guide").xpath(f"//h2[@id='{plan}']/following::table[1]")[0]
    spans = [row[0].text_content() for row in table.iterfind(".//tbody/tr")]

    def minute(text: str) -> int:
        hours, _, minutes = text.rpartition(":")
        return 60 * int(hours or 0) + int(minutes)

    ends = [tuple(minute(part) for part in span.split("–")) for span in spans]
    assert ends[0][0] == 0 and ends[-1][1] == MINUTES[plan]
    assert [end for _, end in ends[:-1]] == [start for start, _ in ends[1:]]
    assert all(start < end for start, end in ends)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_names_slides_that_exist(lang):
    count = len(page(lang, "slides").get_element_by_id("deck"))
    text = page(lang, "guide").text_content()
    named = [int(number) for number in re.findall(r"(?:幻灯片|slides? )(\d+)", text)]
    named += [int(number) for number in re.findall(r"(?:幻灯片|slides )\d+–(\d+)", text)]
    assert named and max(named) == count


@pytest.mark.parametrize("lang", LANGUAGES)
def test_three_exercises_with_made_up_firms_and_questions(lang):
    main = page(lang, "exercises")
    cases = main.find_class("case")
    assert len(cases) == 3 and len(main.xpath("//h2[starts-with(@id, 'exercise-')]")) == 3
    assert all(MADE_UP[lang] in case.find_class("case__mark")[0].text_content() for case in cases)
    for number in (1, 2, 3):
        questions = main.xpath(f"//h2[@id='exercise-{number}']/following::ol[not(ancestor::section)][1]/li")
        assert len(questions) >= 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample_room_says_that_it_is_made_up(lang):
    assert MADE_UP[lang].replace("-", " ") in page(lang, "sample-room").find(".//strong").text_content()
