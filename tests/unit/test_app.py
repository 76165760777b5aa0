"""The wizard as a server without a network: places, forms, errors, and nothing lost."""

import json

import pytest

from wizard.app.handle import handle
from wizard.loading import load
from wizard.questionnaire import asked_topics


def ask(place="", do="", state="", pairs=(), origin="", lang="en"):
    request = {
        "lang": lang,
        "state": state,
        "from": origin,
        "pairs": list(pairs),
        "place": place,
        "do": do,
        "today": "2026-11-24",
    }
    return handle(request, load())


def test_the_first_place_is_the_first_topic():
    reply = ask()
    assert reply["place"] == "topic/firm" and 'name="sector"' in reply["html"]


@pytest.mark.parametrize("path", ["quick", "full"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_continue_leads_through_every_topic_to_the_advice(path, lang):
    reply = ask(do=path, lang=lang)
    seen = [reply["place"]]
    while seen[-1] != "advice":
        reply = ask(do="continue", state=reply["state"], origin=seen[-1], lang=lang)
        seen.append(reply["place"])
    topics = [f"topic/{topic.id}" for topic, _ in asked_topics(load(), quick=path == "quick")]
    assert seen == [*topics, "check", "advice"]


def test_a_bad_number_stays_with_its_message_and_keeps_what_was_typed():
    pairs = [["rd_intensity", "abc"], ["rd_runway", "strained"]]
    reply = ask(do="continue", origin="topic/innovation", pairs=pairs)
    assert reply["place"] == "topic/innovation" and reply["focus"] == "wz-errors"
    assert reply["title"].startswith("Error: ")
    assert reply["html"].count("&#34;abc&#34; is not a number") == 2
    assert 'value="abc"' in reply["html"] and json.loads(reply["state"])["fields"]["rd_runway"] == "strained"


def test_a_number_together_with_unknown_is_questioned_and_kept():
    pairs = [["rd_intensity", "4.5"], ["rd_intensity", "unknown"]]
    reply = ask(do="continue", origin="topic/innovation", pairs=pairs)
    assert reply["focus"] == "wz-errors" and 'value="4.5"' in reply["html"]


def test_leaving_a_topic_by_a_link_keeps_the_form():
    reply = ask(place="check", origin="topic/innovation", pairs=[["rd_intensity", "4.5"]])
    assert reply["place"] == "check" and "4.5%" in reply["html"]


def test_clearing_a_field_clears_the_answer():
    state = ask(do="continue", origin="topic/innovation", pairs=[["rd_intensity", "4.5"], ["rd_runway", "no"]])["state"]
    after = ask(
        do="continue", origin="topic/innovation", pairs=[["rd_intensity", ""], ["rd_runway", "no"]], state=state
    )
    assert json.loads(after["state"])["fields"] == {"rd_runway": "no"}


def test_change_comes_back_to_check():
    reply = ask(do="continue", origin="change/sector", pairs=[["sector", "rail"]])
    assert (reply["place"], reply["focus"]) == ("check", "change-sector")
    assert 'id="change-sector"' in reply["html"]


def test_switching_the_path_loses_nothing():
    state = ask(do="continue", origin="topic/firm", pairs=[["sector", "rail"]])["state"]
    full = ask(do="full", origin="topic/chain", state=state)["state"]
    more = ask(do="continue", origin="topic/firm", state=full, pairs=[["sector", "rail"], ["niche", "key_material"]])[
        "state"
    ]
    quick = json.loads(ask(do="quick", origin="topic/chain", state=more)["state"])
    assert quick["fields"] == {"sector": "rail", "niche": "key_material"} and quick["path"] == "quick"


def test_forget_really_forgets():
    state = ask(do="continue", origin="topic/firm", pairs=[["sector", "rail"]])["state"]
    assert ask(do="forget", origin="check", state=state)["state"] == ""


@pytest.mark.parametrize(
    "state", ["", "x", "[]", '{"v":1}', '{"v":9,"fields":{"sector":"rail"}}', '{"v":1,"fields":[1]}']
)
@pytest.mark.parametrize("place", ["advice", "check", "topic/nonsense", "change/nonsense", "<script>", "topic/digital"])
def test_old_or_altered_state_and_places_do_no_harm(state, place):
    reply = ask(place=place, state=state)
    assert "<script" not in reply["html"] and reply["html"]


def test_markup_that_was_typed_is_text():
    typed = '"><script>alert(1)</script>'
    reply = ask(do="continue", origin="topic/innovation", pairs=[["rd_intensity", typed]])
    assert "<script" not in reply["html"] and "&lt;script" in reply["html"]


def test_unknown_and_skipped_are_told_apart_on_check():
    state = ask(do="continue", origin="topic/firm", pairs=[["sector", "unknown"]])["state"]
    html = ask(place="check", state=state)["html"]
    assert "I don&#39;t know" in html and "not answered" in html


def test_with_nothing_known_the_advice_says_so_and_asks_one_question():
    html = ask(place="advice")["html"]
    assert "Nothing is known yet" in html and 'href="#/change/' in html


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_ladder_has_a_path_of_its_own(lang):
    reply = ask(place="ladder/topic/standing", lang=lang)
    seen = [reply["place"]]
    while seen[-1] != "ladder":
        reply = ask(do="continue", state=reply["state"], origin=seen[-1], lang=lang)
        seen.append(reply["place"])
    steps = [f"ladder/topic/{step.id}" for step in load().ladder.steps]
    assert seen == [*steps, "ladder/check", "ladder"]
    words = {"zh": "不是官方认定", "en": "not an official finding"}[lang]
    assert words in reply["html"] and "2026-11-24" in reply["html"]


def test_an_answer_from_the_result_comes_back_to_it_and_a_change_to_the_list():
    reply = ask(do="continue", origin="ladder/answer/rd_spend", pairs=[["rd_spend", "1200"]])
    assert (reply["place"], reply["focus"]) == ("ladder", "wz-title")
    reply = ask(do="continue", origin="ladder/change/rd_spend", pairs=[["rd_spend", "1200"]])
    assert (reply["place"], reply["focus"]) == ("ladder/check", "change-rd_spend")
    reply = ask(do="continue", origin="ladder/change/rd_intensity", pairs=[["rd_intensity", "5"]])
    assert (reply["place"], reply["focus"]) == ("ladder/check", "wz-title")


def test_ladder_answers_travel_by_file_and_not_by_code():
    pairs = [["rd_spend", "1200"], ["rd_spend_y1", ""], ["tech_staff_share", "unknown"]]
    state = ask(do="continue", origin="ladder/topic/research", pairs=pairs)["state"]
    state = ask(do="continue", origin="topic/firm", pairs=[["sector", "rail"]], state=state)["state"]
    share = ask(place="share", state=state)["html"]
    assert load().texts["share_ladder"]["en"] in share
    (file,) = ask(do="export:json", origin="share", state=state)["files"]
    data = json.loads(file["text"])
    assert data["answers"] == {"sector": "rail", "rd_spend": 1200} and data["ladder"]["titles"]
    opened = ask(do="import", origin="share", pairs=[["import", file["text"]]])
    assert json.loads(opened["state"])["fields"] == {"sector": "rail", "rd_spend": "1200"}


def test_the_advice_leads_to_the_ladder_and_its_gaps_to_the_plan():
    assert 'href="#/ladder/topic/standing"' in ask(place="advice")["html"]
    pairs = [["rd_spend", "500"], ["rd_spend_y1", "400"]]
    state = ask(do="continue", origin="ladder/topic/research", pairs=pairs)["state"]
    assert 'href="#/ladder"' in ask(place="advice", state=state)["html"]
    html = ask(place="ladder", state=state)["html"]
    assert "3 million yuan more" in html and 'value="add:set_a_floor_for_rd"' in html
    added = ask(do="add:set_a_floor_for_rd", origin="ladder", state=state)
    assert added["place"] == "ladder" and 'aria-pressed="true"' in added["html"]


def test_what_looks_wrong_on_the_ladder_can_be_corrected_there():
    pairs = [["revenue", "9000000"], ["main_growth", "-3"]]
    state = ask(do="continue", origin="ladder/topic/accounts", pairs=pairs)["state"]
    state = ask(do="continue", origin="ladder/topic/standing", pairs=[["employees", "100"]], state=state)["state"]
    html = ask(place="ladder", state=state)["html"]
    assert "Was it entered in yuan" in html and 'href="#/ladder/answer/revenue"' in html
    assert 'inputmode="text"' in ask(place="ladder/topic/accounts", state=state)["html"]
