"""Complete walks from walks.yaml in both languages, one firm after another, and pictures to look at."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from wizard.loading import load
from wizard.questionnaire import asked_topics

HERE = Path(__file__).resolve().parent
WALKS = yaml.safe_load((HERE / "walks.yaml").read_text(encoding="utf-8"))
PICTURES = HERE.parents[1] / "screenshots"


def place(page, text):
    expect(page.locator("#wz")).to_have_attribute("data-place", text)


def enter(page, question, value):
    """Ticks or types one answer."""
    if question.type == "number" and value != "unknown":
        page.locator(f"#f-{question.id}").fill(value)
        return
    for option in value if isinstance(value, list) else [value]:
        page.locator(f'label:has(input[name="{question.id}"][value="{option}"])').click()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ten_walks(page, site, lang):
    assert len(WALKS) >= 10
    page.goto(f"{site}{lang}/wizard/")
    for walk in WALKS:
        if walk["path"] == "full":
            page.locator('button[value="full"]').first.click()
            expect(page.locator('button[value="quick"]').first).to_be_visible()
        for topic, questions in asked_topics(load(), quick=walk["path"] == "quick"):
            if topic.id != "firm":
                place(page, f"topic/{topic.id}")
            for question in questions:
                if question.id in walk["enter"]:
                    enter(page, question, walk["enter"][question.id])
            page.locator(".btn--primary").click()
        place(page, "check")
        page.locator(".btn--primary").click()
        place(page, "advice")
        for words in walk["see"][lang]:
            assert words in page.locator("#wz").text_content(), (walk["who"], words)
        page.locator(".wz-back").click()
        place(page, "check")
        page.locator('button[value="forget"]').click()
        place(page, "topic/firm")
        assert page.evaluate("localStorage.getItem('five-links')") is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pictures_of_each_step_for_looking_at(browser, site, lang):
    PICTURES.mkdir(exist_ok=True)
    for width in (390, 1280):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{site}{lang}/wizard/#/open/KYR8K-E64A3-87RF3-MM64F")
        place(page, "advice")
        for step in ("topic/firm", "topic/innovation", "check", "advice", "plan", "share"):
            page.evaluate("step => { location.hash = `#/${step}`; }", step)
            place(page, step)
            path = PICTURES / f"{lang}-{width}-{step.replace('/', '-')}.png"
            page.screenshot(path=path, full_page=True)
            assert path.stat().st_size > 5_000
        context.close()


def test_an_insecure_context_works_as_well(playwright_chromium, site):
    """Plain http from an address, as on a room's own network: no clipboard, no crypto.subtle."""
    browser = playwright_chromium("--host-resolver-rules=MAP room.test 127.0.0.1")
    page = browser.new_page()
    page.set_default_timeout(60_000)
    page.goto(site.replace("127.0.0.1", "room.test") + "en/wizard/#/open/KYR8K-E64A3-87RF3-MM64F")
    place(page, "advice")
    assert page.evaluate("[isSecureContext, 'clipboard' in navigator]") == [False, False]
    page.locator('button[value="export:copy"]').click()
    expect(page.locator("#wz-files")).not_to_be_empty()
    page.evaluate("location.hash = '#/share'")
    place(page, "share")
    page.locator("[data-copy]").click()
    expect(page.locator("#wz-copied")).not_to_be_empty()
    browser.close()


def test_without_scripts_the_first_topic_is_there_with_a_way_on(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}zh/wizard/")
    assert page.locator('input[name="sector"]').count() == 14
    assert "在浏览器中打开" in page.content()
    context.close()


def test_a_worked_example_opens_by_one_click(page, site):
    page.goto(f"{site}en/examples/")
    page.locator("#bearing_maker_for_rail .btn").click()
    place(page, "advice")
    expect(page.locator(".advice-card").first).to_have_attribute("data-link", "strengthen")
