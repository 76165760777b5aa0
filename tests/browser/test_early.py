"""The runtime is fetched on interest, not with every page; and what was left out of it comes when it is wanted."""

import base64
import hashlib
import json
import re
import sys
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect
from shifts import MOST_SHIFT, SHIFTS

from wizard.answer_code import encode
from wizard.loading import load

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = re.compile(r"/runtime/(\w+)\.")
PARTS = ["engine", "page", "wasm", "wizard"]
RUNTIME_ENTRIES = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/runtime/'))"
CONTINUE = {"zh": "继续", "en": "Continue"}

sys.path.insert(0, str(ROOT / "scripts"))
from runtime.cut import cut  # noqa: E402
from runtime.cut.module import CODE, Module, sized, vector  # noqa: E402


@pytest.fixture
def visitor(browser):
    """A fresh visitor, and what of the runtime was asked for."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    asked = []
    made.on("request", lambda r: asked.extend(RUNTIME.findall(r.url)))
    yield made.new_page(), asked
    made.close()


@pytest.mark.parametrize("page_", ["zh/", "en/links/fill/"])
def test_a_page_that_is_only_read_fetches_nothing_of_python(visitor, site, page_):
    page, asked = visitor
    page.goto(site + page_, wait_until="networkidle")
    page.locator(".top-nav a").last.hover()
    assert asked == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_large_waits_for_the_paint_and_moves_nothing(visitor, site, lang):
    page, _ = visitor
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}{lang}/wizard/#/open/{encode({'sector': 'rail'}, load())}")
    expect(page.locator('#wz[data-place="advice"]')).to_be_visible()
    begun = page.evaluate(f"Object.fromEntries({RUNTIME_ENTRIES}.map((entry) => [entry.name, entry.startTime]))")
    begun = {RUNTIME.search(name)[1]: at for name, at in begun.items()}
    painted = page.evaluate("performance.getEntriesByName('first-paint')[0].startTime")
    assert begun["engine"] < painted < min(begun["wasm"], begun["wizard"])
    assert page.evaluate(SHIFTS) < MOST_SHIFT


def test_what_was_read_is_freed_without_waiting_for_a_collector(visitor, site):
    page, _ = visitor
    page.add_init_script("""
      globalThis.chunks = [];
      const { read } = ReadableStreamDefaultReader.prototype;
      ReadableStreamDefaultReader.prototype.read = async function () {
        const told = await read.call(this);
        if (told.value) chunks.push(told.value);
        return told;
      };
    """)
    page.goto(f"{site}zh/wizard/#/open/{encode({'sector': 'rail'}, load())}")
    expect(page.locator('#wz[data-place="advice"]')).to_be_visible()
    assert page.evaluate("chunks.length") >= 3
    assert page.evaluate("chunks.filter(({ length }) => length)") == []


def test_a_page_in_the_background_fetches_all_the_same(visitor, site):
    """It is not painted before it is looked at."""
    page, asked = visitor
    page.add_init_script("PerformanceObserver.prototype.observe = () => {};")
    page.goto(f"{site}zh/wizard/")
    page.wait_for_selector("#wz[data-ready]")
    assert sorted(asked) == PARTS


@pytest.mark.parametrize("sign", ["hover", "focus"])
def test_interest_in_the_wizard_fetches_what_it_needs_once(visitor, site, sign):
    page, asked = visitor
    page.goto(site + "en/", wait_until="networkidle")
    link = page.locator('a[href$="wizard/"]:visible').first
    getattr(link, sign)()
    for _ in range(600):
        if page.evaluate(f"{RUNTIME_ENTRIES}.length") == len(PARTS):
            break
        page.wait_for_timeout(50)
    page.locator('a[href$="wizard/"]:visible').last.hover()
    assert sorted(asked) == PARTS
    link.click()
    page.wait_for_selector("#wz[data-ready]")
    assert max(page.evaluate(f"{RUNTIME_ENTRIES}.map((entry) => entry.transferSize)")) < 1000, (
        "all of it comes from the browser's cache"
    )


def test_who_saves_data_fetches_nothing_before_it_is_needed(visitor, site):
    page, asked = visitor
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } });")
    page.goto(site + "en/", wait_until="networkidle")
    page.locator('a[href$="wizard/"]:visible').first.hover()
    page.wait_for_timeout(300)
    assert asked == []


FILES = json.loads((ROOT / "build" / "boot.json").read_text(encoding="utf-8"))["files"]
SEEN = json.loads((ROOT / "build" / "cut" / "seen.json").read_text(encoding="utf-8"))
LEFT_OUT = {"started": set(SEEN["started"]), "answered": set(SEEN["ran"]) - set(SEEN["started"])}
"""Functions without which an engine does not start, or starts and does not answer."""


def _sent(route, wasm):
    route.fulfill(body=wasm, content_type="application/wasm")


def with_less(page, when, *keys):
    """Gives the pages engines with still more functions left out, and a list that says so."""
    told = {}
    for own in (FILES[key] for key in keys):
        module = Module((ROOT / "build" / "runtime" / own["name"]).read_bytes())
        bodies = [cut.STOPS if nth in LEFT_OUT[when] else body for nth, body in enumerate(module.bodies())]
        wasm = module.written({CODE: vector([sized(body) for body in bodies])})
        told[own["sha256"]] = base64.b64encode(hashlib.sha256(wasm).digest()).decode()
        told[f'"bytes": {own["bytes"]},'] = f'"bytes": {len(wasm)},'
        page.route(f"**/{own['name']}", partial(_sent, wasm=wasm))

    def listed(route):
        response = route.fetch()
        html = response.text()
        for old, new in told.items():
            html = html.replace(old, new)
        route.fulfill(response=response, body=html)

    page.route(re.compile(r"/(wizard|workshop|entry)/$"), listed)


def answer_first(page, site, lang):
    """Opens the wizard, answers a question, goes on."""
    page.goto(f"{site}{lang}/wizard/")
    page.locator('label:has(input[value="rail"])').click()
    page.get_by_role("button", name=CONTINUE[lang], exact=True).click()


@pytest.mark.parametrize("workers", ["with_workers", "without_workers"])
@pytest.mark.parametrize(("lang", "when"), [("zh", "started"), ("en", "answered")])
def test_where_the_cut_engine_stops_the_whole_one_answers(visitor, site, lang, when, workers):
    page, asked = visitor
    if workers == "without_workers":
        page.add_init_script("Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };")
    with_less(page, when, "wasm")
    answer_first(page, site, lang)
    expect(page.locator('#wz[data-place="topic/chain"]')).to_be_visible()
    assert page.locator("[data-failure]:visible").count() == 0
    assert asked.count("whole") == 1
    done, total = map(float, re.findall(r"\d+\.\d", page.locator("#wz-bytes").text_content()))
    assert done == total == round(sum(FILES[key]["bytes"] for key in ("engine", "whole", "wizard")) / 1e6, 1)
    state = json.loads(json.loads(page.evaluate("localStorage.getItem('five-links')"))["state"])
    assert state["fields"]["sector"] == "rail"


def test_the_facilitators_page_starts_the_whole_engine_at_once(visitor, site):
    page, asked = visitor
    page.goto(f"{site}en/workshop/")
    page.locator("#ws-text").fill(encode({"sector": "rail"}, load()))
    page.locator('button[value="take"]').click()
    expect(page.locator("#ws-heard")).to_be_visible()
    assert asked.count("whole") == 1 and "wasm" not in asked


@pytest.mark.parametrize("cut_more", [False, True])
def test_the_whole_engine_stands_by_for_the_entry_page_too(visitor, site, cut_more):
    page, asked = visitor
    if cut_more:
        with_less(page, "answered", "wasm")
    page.goto(f"{site}en/workshop/entry/")
    page.keyboard.press("1")
    expect(page.locator("#wz-title")).to_contain_text("2.")
    assert asked.count("whole") == cut_more


@pytest.mark.parametrize("lang", CONTINUE)
def test_where_the_whole_engine_stops_too_the_page_says_so(visitor, site, lang):
    page, asked = visitor
    with_less(page, "answered", "wasm", "whole")
    answer_first(page, site, lang)
    expect(page.locator('[data-failure="broken"]')).to_be_visible()
    assert page.locator('input[value="rail"]').is_checked()
    assert asked.count("whole") == 1


@pytest.mark.parametrize("lang", CONTINUE)
def test_where_the_whole_engine_does_not_come_the_page_says_so_and_a_retry_works(visitor, site, lang):
    page, _ = visitor
    with_less(page, "answered", "wasm")
    missing = f"**/{FILES['whole']['name']}"
    page.route(missing, lambda route: route.abort())
    answer_first(page, site, lang)
    box = page.locator('[data-failure="missing"]')
    expect(box).to_be_visible()
    assert "whole." in box.locator("[data-detail]").inner_text()
    assert page.locator('input[value="rail"]').is_checked()
    page.unroute(missing)
    box.locator("[data-retry]").click()
    expect(page.locator('#wz[data-place="topic/chain"]')).to_be_visible()


def test_what_is_typed_before_python_is_there_is_kept(visitor, site):
    page, _ = visitor
    waiting, released = [], []
    hold = re.compile(r"/runtime/(?!page)")
    page.route(hold, lambda route: route.continue_() if released else waiting.append(route))
    page.goto(site + "zh/wizard/")
    expect(page.locator("#wz form")).to_be_visible()
    page.locator('label:has(input[value="rail"])').click()
    page.get_by_role("button", name="继续", exact=True).click()
    expect(page.locator("#wz-loading")).to_be_visible()
    assert page.locator('input[value="rail"]').is_checked()
    released.append(True)
    for route in waiting:
        route.continue_()
    expect(page.locator('#wz[data-place="topic/chain"]')).to_be_visible()
    state = json.loads(json.loads(page.evaluate("localStorage.getItem('five-links')"))["state"])
    assert state["fields"]["sector"] == "rail"
