"""The wizard in the page, as people go through it: by mouse and by keyboard, in both languages."""

import re

import pytest
from playwright.sync_api import expect

WORDS = {
    "zh": {"continue": "继续", "see": "看建议", "fill": "补链", "first": "先做", "unknown": "不知道", "back": "返回"},
    "en": {
        "continue": "Continue",
        "see": "See my advice",
        "fill": "Fill the gaps",
        "first": "Work on",
        "unknown": "I don't know",
        "back": "Back",
    },
}
LANGUAGES = sorted(WORDS)


def open_wizard(page, site, lang, place=""):
    page.goto(f"{site}{lang}/wizard/{place}")
    return WORDS[lang]


def place(page, text):
    """Waits until the wizard shows this place."""
    expect(page.locator("#wz")).to_have_attribute("data-place", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_by_mouse_from_home_to_advice(page, site, lang):
    words = WORDS[lang]
    page.goto(f"{site}{lang}/")
    page.locator('main a[href*="wizard"]').first.click()
    page.locator('label:has(input[value="next_gen_it"])').click()
    for topic in ("chain", "innovation", "finance", "people", "confidence", "digital", "partners", "green", "world"):
        page.get_by_role("button", name=words["continue"], exact=True).click()
        place(page, f"topic/{topic}")
        if topic == "chain":
            page.locator('label:has(input[name="import_dependence"][value="critical"])').click()
        if topic == "finance":
            page.locator('label:has(input[name="funding_gap"][value="severe"])').click()
    page.get_by_role("button", name=words["continue"], exact=True).click()
    place(page, "check")
    page.get_by_role("button", name=words["see"]).click()
    place(page, "advice")
    expect(page.locator(".lead-answer")).to_contain_text(words["first"])
    expect(page.locator(".lead-answer")).to_contain_text(words["fill"])
    first = page.locator(".advice-card").first
    expect(first).to_have_attribute("data-link", "fill")
    expect(first.locator(".reasons li").first.locator(".cite").first).to_be_visible()
    assert page.locator(".advice-card").count() == 5
    assert page.locator(".action").count() >= 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_by_keyboard_alone(page, site, lang):
    words = open_wizard(page, site, lang)
    page.locator("#f-sector").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    for _ in range(60):
        if page.evaluate("document.activeElement.matches('.btn--primary')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    place(page, "topic/chain")
    assert page.evaluate("document.activeElement.id") == "wz-title"
    page.keyboard.press("Tab")
    for _ in range(80):
        if page.evaluate("document.activeElement.getAttribute('href')") == "#/check":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    place(page, "check")
    for _ in range(80):
        if page.evaluate("document.activeElement.value") == "continue":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    place(page, "advice")
    assert page.evaluate("document.activeElement.id") == "wz-title"
    expect(page.locator(".lead-answer")).to_contain_text(words["first"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_topic_can_be_answered_before_python_is_there(page, context, site, lang):
    words = WORDS[lang]
    held = []
    context.route(re.compile(r"\.wasm$"), lambda route: held.append(route))
    open_wizard(page, site, lang)
    page.locator('label:has(input[value="rail"])').click()
    page.get_by_role("button", name=words["continue"], exact=True).click()
    expect(page.locator("#wz-loading")).to_be_visible()
    expect(page.locator("#wz-bytes")).to_contain_text(re.compile(r"[\d.]+"))
    assert page.locator('input[value="rail"]').is_checked()
    page.wait_for_timeout(300)
    held[0].continue_()
    place(page, "topic/chain")
    page.go_back()
    place(page, "topic/firm")
    assert page.locator('input[value="rail"]').is_checked()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_number_is_told_beside_the_field_and_on_top(page, site, lang):
    words = open_wizard(page, site, lang, "#/topic/innovation")
    place(page, "topic/innovation")
    page.locator("#f-rd_intensity").fill("abc")
    page.get_by_role("button", name=words["continue"], exact=True).click()
    expect(page.locator("#wz-errors")).to_be_focused()
    expect(page.locator("#e-rd_intensity")).to_contain_text("abc")
    assert page.locator("#f-rd_intensity").input_value() == "abc"
    page.locator("#wz-errors a").first.click()
    expect(page.locator("#f-rd_intensity")).to_be_focused()
    page.locator("#f-rd_intensity").fill("４．５％")
    page.get_by_role("button", name=words["continue"], exact=True).click()
    place(page, "topic/finance")


def test_answers_survive_a_reload_a_change_and_the_other_language(page, site):
    open_wizard(page, site, "zh", "#/topic/innovation")
    place(page, "topic/innovation")
    page.locator("#f-rd_intensity").fill("4.5")
    page.reload()
    place(page, "topic/innovation")
    assert page.locator("#f-rd_intensity").input_value() == "4.5"
    page.locator("[data-switch]").first.click()
    page.wait_for_url(re.compile("/en/wizard/"))
    place(page, "topic/innovation")
    assert page.locator("#f-rd_intensity").input_value() == "4.5"
    page.get_by_role("link", name="Skip to my answers").click()
    place(page, "check")
    page.locator('a[href="#/change/rd_intensity"]').click()
    place(page, "change/rd_intensity")
    page.locator("#f-rd_intensity").fill("5.5")
    page.get_by_role("button", name="Save and return").click()
    place(page, "check")
    expect(page.locator("#wz")).to_contain_text("5.5%")
    expect(page.locator("#change-rd_intensity")).to_be_focused()


def test_without_storage_everything_works_and_the_language_switch_loses_nothing(page, context, site):
    context.expected_errors.append("refused")  # the theme's own scripts ask for storage too, and say so
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    page.add_init_script(refuse)
    open_wizard(page, site, "en", "#/topic/innovation")
    place(page, "topic/innovation")
    page.locator("#f-rd_intensity").fill("4.5")
    page.locator("[data-switch]").first.click()
    page.wait_for_url(re.compile("/zh/wizard/"))
    place(page, "topic/innovation")
    assert page.locator("#f-rd_intensity").input_value() == "4.5"


def test_browser_back_and_forward(page, site):
    words = open_wizard(page, site, "en")
    for topic in ("chain", "innovation"):
        page.get_by_role("button", name=words["continue"], exact=True).click()
        place(page, f"topic/{topic}")
    page.go_back()
    place(page, "topic/chain")
    page.go_forward()
    place(page, "topic/innovation")
    page.get_by_role("link", name=words["back"], exact=True).click()
    place(page, "topic/chain")


def test_no_progress_for_30_seconds_is_told(page, context, site):
    page.clock.install()
    context.route(re.compile(r"\.wasm$"), lambda route: None)
    open_wizard(page, site, "zh")
    page.get_by_role("button", name="继续", exact=True).click()
    page.wait_for_timeout(1500)
    page.clock.fast_forward(31_000)
    expect(page.locator('[data-failure="stalled"]')).to_be_visible()


def test_markup_in_a_field_stays_text(page, site):
    words = open_wizard(page, site, "en", "#/topic/innovation")
    place(page, "topic/innovation")
    page.locator("#f-rd_intensity").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name=words["continue"], exact=True).click()
    expect(page.locator("#e-rd_intensity")).to_contain_text("<img")
    assert page.locator("#wz img").count() == 0
