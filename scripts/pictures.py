"""Takes the README's pictures of the advice page again: docs/assets/advice.zh.png and advice.en.png.

The firm is the first of the worked cases by name; the pictures change only when the advice or the look does.
"""

from __future__ import annotations

import json
import shutil
import sys
import threading
from pathlib import Path

import yaml
from bundle.serve import server
from playwright.sync_api import sync_playwright

from wizard.app.state import State, dump, fields_of

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "tests" / "cases" / "chip_design_startup.yaml"
SIZE = {"width": 1100, "height": 1000}


def main() -> int:
    """Takes both pictures; SystemExit with one line where the site is not built."""
    if not (ROOT / "site" / "index.html").is_file():
        sys.exit("pictures: site/ is not there; run make site first")
    state = dump(State(fields_of(yaml.safe_load(CASE.read_text(encoding="utf-8"))["answers"]), "full"))
    running = server(ROOT / "site", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{running.server_address[1]}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for lang in ("zh", "en"):
            page = browser.new_page(viewport=SIZE)
            page.goto(f"{address}{lang}/about/")
            page.evaluate(
                "kept => localStorage.setItem('five-links', kept)", json.dumps({"state": state, "draft": None})
            )
            page.goto(f"{address}{lang}/wizard/#/advice")
            page.wait_for_selector('#wz[data-place="advice"]', timeout=60_000)
            page.screenshot(path=ROOT / "docs" / "assets" / f"advice.{lang}.png")
        browser.close()
    running.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
