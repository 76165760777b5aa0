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
