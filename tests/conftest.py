"""A real Chromium, the built site on loopback, and a watch on every request that leaves a page."""

import shutil
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from telling import pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown  # noqa: F401

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))
from bundle.serve import server  # noqa: E402

expect.set_options(timeout=60_000)
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="session")
def site():
    """The address of the built site, served as `make serve` serves it."""
    assert (ROOT / "site" / "index.html").is_file(), "run make site first"
    running = server(ROOT / "site", 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()


@pytest.fixture(scope="session")
def dist():
    """The folder with the offline bundle."""
    assert list((ROOT / "dist").glob("*-offline.zip")), "run make bundle first"
    return ROOT / "dist"


@pytest.fixture(scope="session")
def playwright_chromium():
    """Starts a Chromium with further arguments: the machine's own where there is one, else Playwright's."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        yield lambda *more: playwright.chromium.launch(executable_path=found, args=[*QUIET, *more])


@pytest.fixture(scope="session")
def browser(playwright_chromium):
    """One Chromium for all tests. Service workers are off unless a test asks for them: they fetch the whole site."""
    running = playwright_chromium()
    running.new_context = partial(running.new_context, service_workers="block")
    yield running
    running.close()


@pytest.fixture
def context(browser, site):
    """A fresh visitor. The test fails if any page asked another origin for anything, or logged an error."""
    made = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    outside, errors = [], []
    made.on("request", lambda r: None if r.url.startswith((site, "data:", "blob:")) else outside.append(r.url))
    made.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    made.on("weberror", lambda e: errors.append(str(e.error)))
    made.expected_errors = []
    yield made
    made.close()
    assert outside == []
    assert [e for e in errors if not any(word in e for word in made.expected_errors)] == []


@pytest.fixture
def page(context):
    """A page of the fresh visitor, patient enough for a first start of Python on a busy machine."""
    made = context.new_page()
    made.set_default_timeout(60_000)
    return made
