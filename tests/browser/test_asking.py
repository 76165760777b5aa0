"""How questions are asked: what stands beside a field, the paths, and the language switch on every step."""

import json
import re

import pytest
from playwright.sync_api import expect

from wizard.answer_code import encode
from wizard.loading import load

CODE = encode({"sector": "rail", "rd_intensity": 4.5, "funding_gap": "some"}, load())


def place(page, text):
    expect(page.locator("#wz")).to_have_attribute("data-place", text)


def go(page, where):
    page.evaluate("where => { location.hash = `#/${where}`; }", where)
    place(page, where)


def test_the_start_says_what_one_gets_how_long_it_takes_and_that_answers_stay(page, site):
    page.goto(f"{site}en/wizard/")
    start = page.locator(".wz-start")
    for words in ("About 5 minutes", "15 for the full", "Good to have at hand", "stay on this device"):
        expect(start).to_contain_text(words)
    expect(start.locator('a[href$="about/#privacy"]')).to_be_visible()
    start.locator("summary").click()
    expect(start.locator("img")).to_be_visible()
    assert start.locator("img").evaluate("image => image.naturalWidth") == 720


def test_reason_unit_unknown_and_benchmark_beside_a_field(page, site):
    page.goto(f"{site}en/wizard/#/topic/innovation")
    place(page, "topic/innovation")
    field = page.locator("#q-rd_intensity")
    expect(page.locator(".wz-progress")).to_contain_text("Topic 3 of 10: Innovation")
    expect(field.locator(".num__unit")).to_have_text("%")
    expect(field.locator('input[type="checkbox"][value="unknown"]')).to_be_visible()
    expect(field.locator(".num__benchmark")).to_have_count(0)
    field.locator("summary").click()
    expect(field.locator(".q__why .cite").first).to_be_visible()
    page.locator("#f-rd_intensity").fill("４．５％")
    page.locator(".btn--primary").click()
    place(page, "topic/finance")
    page.locator(".wz-back").click()
    place(page, "topic/innovation")
    expect(field.locator(".num__benchmark")).to_contain_text("7%")
    expect(field.locator(".num__understood")).to_contain_text("4.5%")


@pytest.mark.parametrize("step", ["topic/firm", "topic/world", "change/sector", "check", "advice", "plan", "share"])
def test_the_language_switch_stays_on_the_step_and_loses_nothing(page, site, step):
    page.goto(f"{site}en/wizard/#/open/{CODE}")
    place(page, "advice")
    go(page, step)
    before = json.loads(page.evaluate("localStorage.getItem('five-links')"))["state"]
    page.locator("[data-switch]").first.click()
    page.wait_for_url(re.compile("/zh/wizard/"))
    place(page, step)
    after = json.loads(page.evaluate("localStorage.getItem('five-links')"))["state"]
    assert json.loads(after)["fields"] == json.loads(before)["fields"]
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_after_the_quick_path_the_advice_offers_the_answers_that_could_change_it(page, site):
    page.goto(f"{site}en/wizard/#/open/{CODE}")
    place(page, "advice")
    expect(page.locator("#wz")).to_contain_text("This is a provisional result")
    offers = page.locator('section[aria-labelledby="wz-next"] li a')
    assert offers.count() == 3
    question = offers.first.get_attribute("href").removeprefix("#/change/")
    offers.first.click()
    place(page, f"change/{question}")
    page.locator(".wz-back").click()
    place(page, "check")
    go(page, "advice")
    page.locator('button[value="full"]').click()
    expect(page.locator('button[value="full"]')).to_have_count(0)
    state = json.loads(json.loads(page.evaluate("localStorage.getItem('five-links')"))["state"])
    assert state["path"] == "full" and state["fields"]["sector"] == "rail"


def test_the_advice_ends_with_what_it_did_not_assess_and_where_to_go(page, site):
    page.goto(f"{site}en/wizard/#/open/{CODE}")
    place(page, "advice")
    limits = page.locator('section[aria-labelledby="wz-limits"]')
    for words in ("did not assess", "chinasme.cn", "no instrument of its own was verified", "not an official finding"):
        expect(limits).to_contain_text(words)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_phone_shows_each_question_over_the_whole_width(page, site, lang):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}{lang}/wizard/#/check")
    place(page, "check")
    widths = page.locator(".answers th").evaluate_all(
        "all => all.map((th) => th.offsetWidth / th.parentNode.offsetWidth)"
    )
    assert len(widths) > 5 and min(widths) > 0.9
