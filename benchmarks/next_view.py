"""From pressing Continue to the next view in the page, in Chromium, once the worker is up."""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path

from figures import head, row
from playwright.sync_api import sync_playwright

from wizard.answer_code import encode
from wizard.loading import load

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
from bundle.serve import server  # noqa: E402

PRESS = """async (selector) => {
  const root = document.getElementById("wz");
  const before = root.dataset.place;
  const start = performance.now();
  root.querySelector(selector).click();
  while (root.dataset.place === before) await new Promise((done) => setTimeout(done, 0));
  const changed = performance.now();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return [changed - start, performance.now() - start];
}"""
TRY = """async (value) => {
  const root = document.getElementById("wz");
  const figures = () => root.querySelector('.advice-card[data-link="fill"] .figures').textContent;
  const before = figures();
  const field = document.getElementById("w-funding_gap");
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  while (figures() === before) await new Promise((done) => setTimeout(done, 0));
  const changed = performance.now();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return [changed - start, performance.now() - start];
}"""
FIRM = {"sector": "next_gen_it", "funding_gap": "none", "rd_intensity": 4.5}
ROUNDS = 7
TRIES = ("severe", "none", "some", "severe", "none", "some", "severe")


def table() -> str:
    """The table of this part."""
    running = server(ROOT / "site", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    topics, advice = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{running.server_address[1]}/zh/wizard/")
        page.wait_for_selector('#wz[data-ready="true"]', timeout=60_000)
        for _ in range(ROUNDS):
            while True:
                times = page.evaluate(PRESS, ".btn--primary")
                place = page.locator("#wz").get_attribute("data-place")
                (advice if place == "advice" else topics).append(times)
                if place == "advice":
                    break
            page.evaluate("location.hash = '#/topic/firm'")
            page.wait_for_selector('#wz[data-place="topic/firm"]')
        page.evaluate("code => { location.hash = `#/open/${code}`; }", encode(FIRM, load()))
        page.wait_for_selector('#wz[data-place="advice"]')
        tries = [page.evaluate(TRY, value) for value in TRIES]
        browser.close()
    running.shutdown()
    rows = [head("From Continue to the next view (Chromium)")]
    for name, times in (("questions", topics), ("advice", advice), ("what-if", tries)):
        rows.append(row(f"{name}: new view in the page", [changed / 1000 for changed, _ in times]))
        rows.append(row(f"{name}: painted", [painted / 1000 for _, painted in times]))
    return "\n".join(rows) + "\n"
