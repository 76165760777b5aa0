"""Without a network: what was visited stays, what was kept stays whole, and a new version comes at once and unmixed."""

from __future__ import annotations

import re
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest
from bundle.serve import server
from playwright.sync_api import expect

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import name_assets  # noqa: E402
import offline_use  # noqa: E402

BUTTON = {"zh": "留一份离线用", "en": "Keep for offline use"}
KEPT = {"zh": "断网也能用整个网站", "en": "now work without a network"}


@pytest.fixture
def copy(tmp_path):
    """A copy of the site that a test may publish anew; gives its folder and its address, below a path."""
    folder = tmp_path / "host" / "some" / "path"
    shutil.copytree(ROOT / "site", folder)
    running = server(tmp_path / "host", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{running.server_address[1]}/some/path/"
    running.shutdown()
    running.server_close()


@pytest.fixture
def visitor(browser):
    made = browser.new_context(service_workers="allow", viewport={"width": 1280, "height": 900})
    yield made
    made.close()


def opened(visitor, address):
    """A page of this address, patient enough for Python."""
    page = visitor.new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    return page


def settled(page):
    """Waits until the service worker has put away what this page uses."""
    expect(page.locator('#keep [data-when="offered"], #keep [data-when="kept"]').locator("visible=true")).to_have_count(
        1
    )


def until(holds) -> None:
    """Waits a minute at most for what only a promise tells, which Playwright's own wait does not wait for."""
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def publish(folder: Path, word: str) -> None:
    """A new version: another word on every page and in the style."""
    for packed in (*folder.rglob("*.br"), *folder.rglob("*.gz")):
        if "runtime" not in packed.parts:
            packed.unlink()
    old = re.search('data-version="([0-9a-f]+)"', (folder / "en" / "index.html").read_text(encoding="utf-8"))[1]
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8").replace(old, offline_use.VERSION)
        path.write_text(text.replace("</h1>", f" <em>{word}</em></h1>", 1), encoding="utf-8")
    (style,) = (folder / "assets").glob("style.*.css")
    style.write_text(style.read_text(encoding="utf-8") + f"em{{--seen:{word}}}", encoding="utf-8")
    name_assets.rename(folder)
    offline_use.finish(folder)


def seen(page) -> tuple[bool, bool]:
    """Whether the page, and whether its style, are of the new version."""
    style = "getComputedStyle(document.querySelector('h1 em') ?? document.body).getPropertyValue('--seen')"
    return page.locator("h1 em").count() > 0, page.evaluate(style) != ""


@pytest.mark.parametrize("lang", BUTTON)
def test_what_was_visited_and_search_work_without_a_network(visitor, copy, lang):
    _, address = copy
    page = opened(visitor, f"{address}{lang}/about/")
    settled(page)
    visitor.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.foot')).display") != "inline"
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("融资" if lang == "zh" else "financing")
    page.locator(".md-search__input").dispatch_event("keyup")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.goto(f"{address}{lang}/matrix/")
    expect(page).to_have_url(f"{address}offline.html")
    expect(page.locator("h1")).to_contain_text("No network")


@pytest.mark.parametrize("lang", BUTTON)
def test_kept_by_the_button_everything_works(visitor, copy, lang):
    _, address = copy
    page = opened(visitor, f"{address}{lang}/about/")
    page.get_by_role("button", name=BUTTON[lang]).click()
    expect(page.get_by_text(KEPT[lang])).to_be_visible()
    visitor.set_offline(True)
    for path in (f"{lang}/matrix/", "zh/evidence/", "en/links/fill/", ""):
        page.goto(address + path)
        expect(page.locator("h1").first).to_be_visible()
    page.goto(f"{address}{lang}/wizard/")
    page.locator('label:has(input[value="rail"])').click()
    page.locator(".btn--primary").click()
    expect(page.locator("#wz")).to_have_attribute("data-place", "topic/chain")


def test_whoever_opened_the_wizard_has_the_whole_site(visitor, copy):
    _, address = copy
    page = opened(visitor, f"{address}en/wizard/")
    expect(page.get_by_text(KEPT["en"])).to_be_visible()
    visitor.set_offline(True)
    page.goto(f"{address}zh/fields/")
    expect(page.locator("h1")).to_be_visible()


def test_whoever_leaves_the_wizard_at_once_keeps_it_too(visitor, copy):
    _, address = copy
    page = opened(visitor, f"{address}zh/wizard/")
    page.goto(f"{address}zh/about/")
    expect(page.get_by_text(KEPT["zh"])).to_be_visible()


@pytest.mark.parametrize("whole", [True, False])
def test_a_new_version_comes_within_one_reload_and_unmixed(visitor, copy, whole):
    folder, address = copy
    page = opened(visitor, f"{address}en/about/")
    settled(page)
    if whole:
        page.get_by_role("button", name=BUTTON["en"]).click()
        expect(page.get_by_text(KEPT["en"])).to_be_visible()
    page.reload()
    assert seen(page) == (False, False)
    publish(folder, "newer")
    page.reload()
    assert seen(page) == (True, True)
    expect(page.get_by_text("This site has been updated")).to_be_visible()
    settled(page)
    # The new service worker takes over, with what was kept, in the new version.
    newer = re.search('data-version="([0-9a-f]+)"', (folder / "en" / "index.html").read_text(encoding="utf-8"))[1]
    caches = "caches.keys().then((names) => names.filter((name) => name.startsWith('five-links-')))"
    until(lambda: page.evaluate(caches) == [f"five-links-{newer}"])
    visitor.set_offline(True)
    for path in ("en/about/", "zh/fields/") if whole else ("en/about/",):
        page.goto(address + path)
        assert seen(page) == (True, True)


def test_an_open_page_of_the_old_version_is_told_and_stays_whole(visitor, copy):
    folder, address = copy
    old = opened(visitor, f"{address}en/about/")
    settled(old)
    publish(folder, "newer")
    other = opened(visitor, f"{address}en/cite/")
    assert seen(other) == (True, True)
    old.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    notice = old.get_by_text("There is a new version of this site")
    expect(notice).to_be_visible()
    assert seen(old) == (False, False)
    old.get_by_role("button", name="Reload").click()
    expect(old.locator("h1 em")).to_be_visible()
    assert seen(old) == (True, True)


def test_while_a_host_is_being_filled_nothing_is_mixed(visitor, copy):
    """The service worker is new already, a page that was kept is not: the old version stays whole until it can move."""
    folder, address = copy
    page = opened(visitor, f"{address}en/about/")
    settled(page)
    stale = (folder / "en" / "about" / "index.html").read_text(encoding="utf-8")
    style = next((folder / "assets").glob("style.*.css"))
    style_was = (style.name, style.read_bytes())
    publish(folder, "newer")
    (folder / "en" / "about" / "index.html").write_text(stale, encoding="utf-8")
    (folder / "assets" / style_was[0]).write_bytes(style_was[1])
    page.reload()
    page.wait_for_timeout(2_000)
    assert seen(page) == (False, False)
    visitor.set_offline(True)
    page.reload()
    assert seen(page) == (False, False)


def test_an_emptied_cache_and_a_full_one_break_nothing(visitor, copy):
    _, address = copy
    page = opened(visitor, f"{address}en/about/")
    settled(page)
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    session = visitor.new_cdp_session(page)
    origin = re.match("https?://[^/]+", address)[0]
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    page.goto(f"{address}en/cite/")
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("button", name=BUTTON["en"]).click()
    expect(page.get_by_text("Could not be saved")).to_be_visible()


@pytest.mark.parametrize(("lang", "name"), [("zh", "五链"), ("en", "Five Links")])
def test_it_can_be_installed_in_both_languages(visitor, copy, lang, name):
    _, address = copy
    page = opened(visitor, f"{address}{lang}/")
    settled(page)
    session = visitor.new_cdp_session(page)
    told = session.send("Page.getAppManifest")
    assert told["errors"] == []
    assert f'"short_name": "{name}"' in told["data"]
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error for error in found if error["errorId"] != "in-incognito"] == [], "tests run in a private window"


def test_opened_as_a_file_nothing_is_registered(browser):
    context = browser.new_context()
    page = context.new_page()
    errors = []
    page.on("console", lambda message: errors.append(message.text) if "anifest" in message.text else None)
    page.goto((ROOT / "site" / "en" / "about" / "index.html").as_uri())
    assert page.locator("#keep").is_hidden()
    assert page.locator("link[rel=manifest]").count() == 0
    assert errors == []
    context.close()
