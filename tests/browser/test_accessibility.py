"""axe-core finds nothing against WCAG 2.2 AA on any step of the wizard, in light and dark, on phone and desk."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from telling import tell

from wizard.answer_code import encode
from wizard.app.state import State, dump, fields_of
from wizard.loading import load

AXE = (Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIRM = {
    "sector": "rail",
    "rd_intensity": 4.5,
    "employees": 90,
    "funding_gap": "some",
    "worries": ["demand"],
    "digital_level": "1",
}
STEPS = ["", "topic/innovation", "topic/confidence", "check", "advice", "plan", "share", "compare"]
STEPS += ["ladder/topic/standing", "ladder/topic/accounts", "ladder/check", "ladder"]
VIEWS = [
    pytest.param("dark", 320, marks=pytest.mark.judge),
    pytest.param("light", 1280, marks=pytest.mark.judge),
    pytest.param("light", 320, marks=pytest.mark.nightly),
    pytest.param("dark", 1280, marks=pytest.mark.nightly),
]


def violations(page):
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [f"{v['id']}: {[n['target'] for n in v['nodes']][:3]}" for v in found["violations"]]


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_step_of_the_wizard(browser, site, lang, scheme, width):
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    state = State(fields_of(FIRM), other=encode({"sector": "nev"}, load()))
    plan = [{"action": "name_three_chain_gaps", "who": "Li", "by": "2026-12-24", "note": ""}]
    kept = json.dumps({"state": json.dumps({**json.loads(dump(state)), "plan": plan}), "draft": None})
    page.goto(f"{site}{lang}/about/")
    page.evaluate("kept => localStorage.setItem('five-links', kept)", kept)
    found = {}
    page.goto(f"{site}{lang}/wizard/")
    for step in STEPS:
        page.evaluate("step => { location.hash = `#/${step}`; }", step or "topic/firm")
        expect(page.locator("#wz")).to_have_attribute("data-place", step or "topic/firm")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found[step] = violations(page) + ([f"scrolls sideways by {wide} px"] if wide > 0 else [])
    page.evaluate("location.hash = '#/topic/innovation'")
    expect(page.locator("#wz")).to_have_attribute("data-place", "topic/innovation")
    page.locator("#f-rd_intensity").fill("abc")
    page.locator(".btn--primary").click()
    expect(page.locator("#wz-errors")).to_be_visible()
    found["error"] = violations(page)
    context.close()
    faults = sum(map(len, found.values()))
    tell(f"axe, wizard, {lang}, {scheme}, {width} px: {len(found)} steps, {faults} faults")
    assert {step: list_ for step, list_ in found.items() if list_} == {}


def test_forced_colours_reduced_motion_and_print(browser, site):
    context = browser.new_context(
        forced_colors="active", reduced_motion="reduce", viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}en/wizard/#/open/{encode(FIRM, load())}")
    expect(page.locator("#wz")).to_have_attribute("data-place", "advice")
    lasting = "e => parseFloat(getComputedStyle(e).transitionDuration) > 0.01"
    assert page.evaluate(f"[...document.querySelectorAll('#wz *')].filter({lasting}).length") == 0
    option = page.evaluate("getComputedStyle(document.querySelector('.btn')).borderTopStyle")
    assert option == "solid"
    page.emulate_media(media="print", forced_colors="none")
    expect(page.locator(".whatif")).to_be_hidden()
    expect(page.locator(".btn").first).to_be_hidden()
    expect(page.locator(".lead-answer")).to_be_visible()
    assert len(page.pdf(format="A4")) > 10_000
    context.close()
