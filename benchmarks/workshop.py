"""The workshop's page in Chromium: one firm more in a room of 60, and 1 000 codes pasted at once."""

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

TAKE = """async ([text, count]) => {
  const firms = () => Number(document.getElementById("ws-firms-title")?.dataset.count ?? 0);
  const field = document.getElementById("ws-text");
  field.value = text;
  const start = performance.now();
  document.querySelector('button[value="take"]').click();
  while (firms() !== count) await new Promise((done) => setTimeout(done, 0));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}"""
GO = """async (place) => {
  const root = document.getElementById("wz");
  const start = performance.now();
  location.hash = `#/${place}`;
  while (root.dataset.place !== place) await new Promise((done) => setTimeout(done, 0));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}"""
ADD_BESIDE_PICTURES = """async (text) => {
  const count = () => document.querySelector(".ws-count").textContent;
  const before = count();
  const start = performance.now();
  wizardPage.send("arrive", null, null, [["text", text]]);
  while (count() === before) await new Promise((done) => setTimeout(done, 0));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}"""
ROOM, STRESS, ROUNDS = 60, 1_000, 7


def codes(first: int, count: int) -> list[str]:
    """Codes of firms that answered all of the quick questions, no two alike."""
    catalogue = load()
    quick = [q for q in catalogue.questions.values() if q.quick]
    found = []
    for n in range(first, first + count):
        answers = {}
        for place, question in enumerate(quick):
            if question.type == "one":
                answers[question.id] = question.options[(n // (place + 1)) % len(question.options)].id
            elif question.type == "number":
                answers[question.id] = (n * (place + 3)) % 90
        found.append(encode(answers, catalogue))
    return found


def table() -> str:
    """The table of this part."""
    running = server(ROOT / "site", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    add, beside, glance, thousand = [], [], [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for _ in range(ROUNDS):
            page = browser.new_page(viewport={"width": 1920, "height": 1080})
            address = f"http://127.0.0.1:{running.server_address[1]}/zh/workshop/"
            page.goto(address)
            page.wait_for_selector('#wz[data-ready="true"]', timeout=60_000)
            page.evaluate(TAKE, ["\n".join(codes(0, ROOM - 1)), ROOM - 1])
            add.append(page.evaluate(TAKE, [codes(ROOM - 1, 1)[0], ROOM]))
            glance.append(page.evaluate(GO, "glance"))
            beside.append(page.evaluate(ADD_BESIDE_PICTURES, codes(ROOM, 1)[0]))
            page.goto("about:blank")
            page.goto(address)
            page.wait_for_selector('#wz[data-ready="true"]', timeout=60_000)
            thousand.append(page.evaluate(TAKE, ["\n".join(codes(0, STRESS)), STRESS]))
            page.close()
        browser.close()
    running.shutdown()
    rows = [head("The workshop's page (Chromium)")]
    for name, times in (
        (f"one firm more in a room of {ROOM}: painted (at most 200)", add),
        (f"one firm more beside the pictures of {ROOM}: painted (at most 200)", beside),
        (f"pictures of {ROOM} firms: painted", glance),
        (f"{STRESS} codes pasted: all taken in and painted (at most 3000)", thousand),
    ):
        rows.append(row(name, [time / 1000 for time in times]))
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    print(table())
