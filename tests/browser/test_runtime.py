"""The runtime's start: what goes wrong on the way is told and can be tried again, and nothing typed is lost."""

import json
import re

import pytest
from faults import FAULTS, HARMLESS, faulty
from playwright.sync_api import expect

PARTS = ("engine", "wasm", "wizard")
WHY = {"gone": "missing", "cut_at_half": "missing"}
CONTINUE = {"zh": "继续", "en": "Continue"}


def answer_first(page, address, lang):
    """Opens the wizard, answers one question, goes on."""
    page.goto(f"{address}{lang}/wizard/")
    page.locator('label:has(input[value="rail"])').click()
    page.get_by_role("button", name=CONTINUE[lang], exact=True).click()


def at(page, place):
    """Waits until this place is shown."""
    expect(page.locator(f'#wz[data-place="{place}"]')).to_be_visible()


@pytest.fixture
def visitor(browser):
    """A fresh visitor whose console may complain of what a test breaks on purpose."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.mark.parametrize("key", PARTS)
@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in HARMLESS])
def test_a_file_that_stays_broken_is_named_and_a_retry_works(visitor, fault, key):
    lang = "zh" if key == "wasm" else "en"
    with faulty(key, fault, times=99) as (address, left):
        page = visitor.new_page()
        answer_first(page, address, lang)
        box = page.locator(f'[data-failure="{WHY.get(fault, "damaged")}"]')
        expect(box).to_be_visible()
        assert f"{key}." in box.locator("[data-detail]").inner_text()
        assert box.locator("a").get_attribute("href").endswith("on-paper/")
        assert page.locator('input[value="rail"]').is_checked()
        assert left["asked"] == 2, "one fresh try"
        left["times"] = 0
        box.locator("[data-retry]").click()
        at(page, "topic/chain")
        state = json.loads(json.loads(page.evaluate("localStorage.getItem('five-links')"))["state"])
        assert state["fields"]["sector"] == "rail"


@pytest.mark.parametrize(("fault", "times"), [("one_wrong_byte", 1), ("cut_at_half", 1), ("gone", 1)])
def test_one_bad_delivery_is_mended_without_a_word(visitor, fault, times):
    with faulty("wasm", fault, times) as (address, _):
        page = visitor.new_page()
        answer_first(page, address, "en")
        at(page, "topic/chain")
        assert page.locator("[data-failure]:visible").count() == 0


@pytest.mark.parametrize("fault", HARMLESS)
def test_a_wrong_type_or_no_length_does_no_harm(visitor, fault):
    with faulty("wasm", fault, times=99) as (address, _):
        page = visitor.new_page()
        answer_first(page, address, "zh")
        at(page, "topic/chain")


@pytest.mark.parametrize("lang", CONTINUE)
def test_where_wasm_is_blocked_the_page_says_so(visitor, site, lang):
    def without_wasm(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(" 'wasm-unsafe-eval'", ""))

    visitor.route(re.compile(r"/wizard/$"), without_wasm)
    page = visitor.new_page()
    answer_first(page, site, lang)
    expect(page.locator('[data-failure="blocked"]')).to_be_visible()


@pytest.mark.parametrize("lang", CONTINUE)
def test_where_memory_runs_out_the_page_says_so(visitor, site, lang):
    """The engine asks for its memory and is refused, as a browser on a small phone does."""
    refuse = "WebAssembly.Memory = class { constructor() { throw new RangeError('could not allocate memory'); } };\n"

    page = visitor.new_page()
    page.add_init_script(
        f"const Real = Blob; Blob = class extends Real {{ constructor(parts, options) {{"
        f" super(options?.type === 'text/javascript' ? [{json.dumps(refuse)}, ...parts] : parts, options); }} }};"
    )
    answer_first(page, site, lang)
    expect(page.locator('[data-failure="memory"]')).to_be_visible()


@pytest.mark.parametrize("lang", CONTINUE)
def test_a_worker_that_dies_is_noticed_and_a_retry_goes_on(visitor, site, lang):
    page = visitor.new_page()
    page.add_init_script(
        "const Real = Worker; globalThis.workers = [];"
        "Worker = class extends Real { constructor(...given) { super(...given); workers.push(this); } };"
    )
    page.clock.install()
    answer_first(page, site, lang)
    at(page, "topic/chain")
    page.evaluate("workers.at(-1).terminate()")
    page.get_by_role("button", name=CONTINUE[lang], exact=True).click()
    page.clock.fast_forward(31_000)
    box = page.locator('[data-failure="stalled"]')
    expect(box).to_be_visible()
    box.locator("[data-retry]").click()
    expect(page.locator('#wz[data-place="topic/chain"]')).to_be_hidden()


@pytest.mark.parametrize("lang", CONTINUE)
def test_where_workers_are_refused_python_runs_on_the_page(visitor, site, lang):
    page = visitor.new_page()
    page.add_init_script("Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };")
    answer_first(page, site, lang)
    at(page, "topic/chain")


def test_an_insecure_context_checks_every_file_too(playwright_chromium, site):
    """As phones in a room see it: plain http, no crypto.subtle."""
    with_name = playwright_chromium("--host-resolver-rules=MAP room.test 127.0.0.1")
    address = site.replace("127.0.0.1", "room.test")
    page = with_name.new_page()
    answer_first(page, address, "zh")
    at(page, "topic/chain")
    assert page.evaluate("crypto.subtle === undefined")
    with_name.close()
    with faulty("wizard", "one_wrong_byte", times=99) as (harmed, _):
        with_name = playwright_chromium("--host-resolver-rules=MAP room.test 127.0.0.1")
        page = with_name.new_page()
        answer_first(page, harmed.replace("127.0.0.1", "room.test"), "zh")
        expect(page.locator('[data-failure="damaged"]')).to_be_visible()
        with_name.close()


def test_each_file_is_fetched_once_and_all_at_once(visitor, site):
    asked = []
    visitor.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page = visitor.new_page()
    page.goto(f"{site}en/wizard/")
    page.wait_for_selector("#wz[data-ready]")
    runtime = [name for name in asked if name.split(".")[0] in ("page", *PARTS)]
    assert sorted(name.split(".")[0] for name in runtime) == sorted(["page", *PARTS])
