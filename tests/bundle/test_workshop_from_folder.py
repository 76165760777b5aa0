"""The workshop opens by double click, from the unpacked folder: no server, no request, both languages."""

import re

from playwright.sync_api import expect

from wizard.answer_code import encode
from wizard.loading import load


def test_a_room_from_a_folder_and_through_the_language_switch(browser, folder):
    codes = [encode({"rd_intensity": n, "sector": "rail"}, load()) for n in range(6)]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    asked, errors = [], []
    context.on("request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else asked.append(r.url))
    context.on("weberror", lambda e: errors.append(str(e.error)))
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto((folder / "zh" / "workshop" / "index.html").as_uri())
    page.locator("#ws-text").fill("\n".join(codes))
    page.locator('button[value="take"]').click()
    expect(page.locator("#ws-firms-title")).to_have_text("共6家企业")
    page.get_by_role("link", name="看房间概览").click()
    expect(page.locator("#wz")).to_have_attribute("data-place", "glance")
    assert page.locator(".ws-svg").count() == 7
    page.locator("[data-switch]").first.click()
    page.wait_for_url(re.compile("/en/workshop/"))
    expect(page.locator(".ws-count")).to_have_text("6 firms")
    page.evaluate("location.hash = '#/brief'")
    expect(page.locator(".ws-brief")).to_be_visible()
    context.close()
    assert asked == [] and errors == []
