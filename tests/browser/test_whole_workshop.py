"""A whole workshop: participants answer on their own devices, hand in, the facilitator pastes the rest and prints the
brief; every number on it is worked out again in CPython. A few participants by day, thirty by night."""

import argparse
import io
import json
import random
import re
import threading
from functools import partial
from pathlib import Path

import pytest
from bundle import room as handing
from bundle.serve import Handler, Server
from playwright.sync_api import expect
from pypdf import PdfReader

from wizard.answer_code import decode
from wizard.cohort.figures import cohort
from wizard.cohort.intake import read, take
from wizard.cohort.room import Room
from wizard.cohort.tables import Tables
from wizard.loading import load
from wizard.wording import number, say

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load()
SHOWN = 8


@pytest.fixture
def served():
    """The built site with a room, as serve.py --room serves it."""
    chosen = argparse.Namespace(room=True)
    handler = handing.handler(chosen, Handler)
    running = Server(("127.0.0.1", 0), partial(handler, directory=str(ROOT / "site")))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


def answer_everything(page, lot):
    """One answer to most of the quick questions, topic by topic, by hand."""
    while "topic/" in (page.locator("#wz").get_attribute("data-place") or "topic/"):
        place = page.locator("#wz").get_attribute("data-place")
        for question in page.locator('#wz fieldset[id^="q-"]').all():
            if lot.random() < 0.1:
                continue
            field = question.locator("input.num__input")
            if field.count():
                field.fill(str(lot.randint(1, 90)))
            else:
                options = question.locator(".opt:not(.opt--unknown)")
                options.nth(lot.randrange(options.count())).click()
        page.locator(".wz-form .btn--primary").click()
        expect(page.locator("#wz")).not_to_have_attribute("data-place", place or "")


def participant(browser, served, number_):
    """Somebody answers, sees the advice and hands in; gives the code."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{served}{'zh' if number_ % 2 else 'en'}/wizard/#/topic/firm")
    expect(page.locator("#wz")).to_have_attribute("data-place", "topic/firm")
    answer_everything(page, random.Random(number_))
    expect(page.locator("#wz")).to_have_attribute("data-place", "check")
    page.locator('button.btn--primary[value="continue"]').click()
    expect(page.locator("#wz")).to_have_attribute("data-place", "advice")
    code = page.locator("#wz-hand-in").get_attribute("data-hand-in")
    if number_ % 2:
        page.locator("#wz-hand-in").click()
        expect(page.locator("#wz-handed")).to_contain_text("已经交出")
    context.close()
    return code


@pytest.mark.parametrize("count", [5, pytest.param(30, marks=pytest.mark.nightly)])
def test_a_whole_workshop(browser, served, count, tmp_path):
    codes = [participant(browser, served, n) for n in range(count)]
    assert len(set(codes)) == count and all(len(decode(code, CATALOGUE)) > 8 for code in codes)
    context = browser.new_context(locale="zh-CN", viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{served}zh/workshop/")
    expect(page.locator('[data-when="open"]')).to_be_visible()
    expect(page.locator("#ws-firms-title")).to_have_text(f"共{count // 2}家企业" if count > 3 else "共1家企业")
    page.locator("#ws-text").fill("\n".join(f"09:0{n % 10} 参会者{n}：{code}" for n, code in enumerate(codes)))
    page.locator('button[value="take"]').click()
    expect(page.locator("#ws-firms-title")).to_have_text(f"共{count}家企业")
    order = json.loads(download_room(page, tmp_path))["firms"]
    page.evaluate("location.hash = '#/brief'")
    expect(page.locator(".ws-brief__asked")).to_be_visible()
    taken = take(read("\n".join(firm["code"] for firm in order), "", CATALOGUE)[0], Room(), CATALOGUE)
    figures = cohort(taken, Tables(CATALOGUE), "zh", CATALOGUE.general.reviewed)
    page.emulate_media(media="print")
    assert_brief(page, figures)
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(printed.pages) == 2
    told = "".join(sheet.extract_text() for sheet in printed.pages)
    asked = [policy for policy in figures["policies"] if public(policy["locator"])][:SHOWN]
    assert all(policy["locator"] in told for policy in asked)
    context.close()


def download_room(page, tmp_path):
    with page.expect_download() as waiting:
        page.locator('button[value="export:room"]').click()
    waiting.value.save_as(tmp_path / "room.json")
    return (tmp_path / "room.json").read_text(encoding="utf-8")


def assert_brief(page, figures):
    """Every number on the brief is the one worked out here."""
    firms = figures["firms"]
    line = page.locator(".ws-brief__line").inner_text()
    assert re.findall(r"\d+", line)[0] == str(firms) and figures["on"] in line
    links = sorted(figures["links"], key=lambda link: -link["first"])
    lead = page.locator(".ws-brief .wz-lead").inner_text()
    asked = [p for p in figures["policies"] if public(p["locator"])]
    assert re.findall(r"\d+", lead) == [str(firms), str(links[0]["first"]), str(asked[0]["firms"])]
    tables = page.locator(".ws-brief__needs table")
    told = [row.locator("td").all_inner_texts() for row in tables.nth(0).locator("tbody tr").all()]
    assert told == [[str(link["first"]), number(link["need"]["median"])] for link in links]
    levels = sorted(figures["challenges"], key=lambda c: -c["level"]["median"])[: len(links)]
    told = [row.locator("td").all_inner_texts() for row in tables.nth(1).locator("tbody tr").all()]
    assert told == [[number(c["level"]["median"])] for c in levels]
    rows = page.locator(".ws-brief__asked tbody tr")
    told = [(row.get_attribute("data-locator"), row.locator("td").first.inner_text()) for row in rows.all()]
    assert told == [(p["locator"], str(p["firms"])) for p in asked[:SHOWN]]
    rest = asked[SHOWN:]
    if rest:
        told = re.findall(r"（(\d+)家）", page.locator(".ws-brief__rest").inner_text())
        assert told == [str(p["firms"]) for p in rest]
    assert say(CATALOGUE, "zh", "room_disclaimer") in page.locator(".ws-brief").inner_text()


def public(locator):
    claims = [c for c in CATALOGUE.claims if locator in c["locators"] and c["kind"] == "policy"]
    return any(set(c["actors"]) & {"government", "bank_and_market", "university"} for c in claims)


def test_the_public_site_offers_nothing_to_hand_in(page, site):
    asked = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(f"{site}en/wizard/#/open/MM43H")
    expect(page.locator("#wz")).to_have_attribute("data-place", "advice")
    assert page.locator("#wz-hand-in").count() == 0 and not [url for url in asked if "room/" in url]
    page.goto(f"{site}en/workshop/")
    expect(page.locator(".ws-room")).to_be_hidden()
