"""The ladder's path in the page, as owners go through it: by mouse and by keyboard, in both languages."""

import json

import pytest
from playwright.sync_api import expect

WORDS = {
    "zh": {
        "enter": "对照官方梯度",
        "continue": "继续",
        "see": "看对照结果",
        "gap": "还差300万元",
        "no": "不是官方认定",
    },
    "en": {
        "enter": "Check the official ladder",
        "continue": "Continue",
        "see": "See where we stand",
        "gap": "3 million yuan more",
        "no": "not an official finding",
    },
}


def place(page, text):
    """Waits until the wizard shows this place."""
    expect(page.locator("#wz")).to_have_attribute("data-place", text)


@pytest.mark.parametrize("lang", sorted(WORDS))
def test_by_mouse_from_the_first_page_to_a_gap_and_into_the_plan(page, site, lang):
    words = WORDS[lang]
    page.goto(f"{site}{lang}/wizard/")
    page.get_by_role("link", name=words["enter"]).first.click()
    place(page, "ladder/topic/standing")
    expect(page.locator(".wz-start .note")).to_contain_text(words["no"])
    page.locator('label:has(input[name="tier"][value="srdi"])').click()
    for step in ("accounts", "research", "rights", "market"):
        page.get_by_role("button", name=words["continue"], exact=True).click()
        place(page, f"ladder/topic/{step}")
        if step == "research":
            page.locator("#f-rd_spend").fill("500")
            page.locator("#f-rd_spend_y1").fill("400")
    page.get_by_role("button", name=words["continue"], exact=True).click()
    place(page, "ladder/check")
    page.get_by_role("button", name=words["see"]).click()
    place(page, "ladder")
    title = page.locator("#ladder-little_giant")
    expect(title).to_contain_text(words["gap"])
    expect(page.locator("#wz")).to_contain_text(words["no"])
    title.locator('button[value="add:set_a_floor_for_rd"]').click()
    expect(title.locator('button[value="add:set_a_floor_for_rd"]')).to_have_attribute("aria-pressed", "true")
    place(page, "ladder")
    page.locator('a[href="#/ladder/answer/revenue"]').first.click()
    place(page, "ladder/answer/revenue")
    page.locator("#f-revenue").fill("9000")
    page.keyboard.press("Enter")
    place(page, "ladder")
    page.reload()
    place(page, "ladder")
    expect(page.locator("#ladder-little_giant")).to_contain_text(words["gap"])


def tab_to(page, test):
    """Presses Tab until the focused element passes."""
    for _ in range(150):
        if page.evaluate(f"document.activeElement.matches({json.dumps(test)})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by keyboard to {test}")


@pytest.mark.parametrize("lang", sorted(WORDS))
def test_by_keyboard_alone(page, site, lang):
    page.goto(f"{site}{lang}/wizard/#/ladder/topic/research")
    place(page, "ladder/topic/research")
    tab_to(page, "#f-rd_spend")
    page.keyboard.type("500")
    tab_to(page, "#f-rd_spend_y1")
    page.keyboard.type("400")
    tab_to(page, 'a[href="#/ladder/check"]')
    page.keyboard.press("Enter")
    place(page, "ladder/check")
    assert page.evaluate("document.activeElement.id") == "wz-title"
    tab_to(page, ".btn--primary")
    page.keyboard.press("Enter")
    place(page, "ladder")
    assert page.evaluate("document.activeElement.id") == "wz-title"
    expect(page.locator("#ladder-little_giant")).to_contain_text(WORDS[lang]["gap"])
    tab_to(page, "#ladder-little_giant summary")
    page.keyboard.press("Enter")
    assert page.locator("#ladder-little_giant details[open]").count() >= 1
