"""The folder and the single file as people open them: whole, cut off, inside the zip, in browsers old or strict."""

import json
import re
import shutil
from pathlib import Path

import pytest
from attacks import ATTACKS, REFUSED
from playwright.sync_api import expect

from wizard.answer_code import encode
from wizard.loading import load

FIRM = {"sector": "rail", "funding_gap": "severe", "rd_intensity": 4.5}
CODE = encode(FIRM, load())
LANGS = {"zh": "zh-Hans", "en": "en"}
OTHER = {"zh": "en", "en": "zh"}
WAYS = ("folder", "file")
NO_STORE = (
    """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }});"""
)
NO_WORKER = "Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };"
TOO_OLD = {
    "no DecompressionStream": "delete globalThis.DecompressionStream;",
    "no wasm": "delete globalThis.WebAssembly;",
    "no modules": "delete HTMLScriptElement.prototype.noModule;",
}


@pytest.fixture
def at(folder, dist):
    """The address of the wizard, by way and language."""

    def address(way, lang):
        if way == "folder":
            return (folder / lang / "wizard" / "index.html").as_uri()
        return next(dist.glob(f"*wizard.{lang}.html")).resolve().as_uri()

    return address


@pytest.fixture
def page(browser):
    """A fresh visitor, patient enough for a start of Python on a busy machine. Nothing but files may be asked for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    made = context.new_page()
    made.set_default_timeout(60_000)
    yield made
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def advised(page, address):
    """Opens the advice for the firm."""
    page.goto(f"{address}#/open/{CODE}")
    expect(page.locator("#wz")).to_have_attribute("data-place", "advice")


def kept_answers(page):
    """The answers on the page for checking them, as they are told."""
    page.evaluate("location.hash = '#/check'")
    expect(page.locator("#wz")).to_have_attribute("data-place", "check")
    return page.locator("#wz").inner_text()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("way", WAYS)
def test_where_nothing_is_kept_the_page_offers_code_and_file(page, at, way, lang):
    page.add_init_script(NO_STORE)
    advised(page, at(way, lang))
    note = page.locator("#wz-unkept")
    expect(note).to_be_visible()
    note.locator("a").click()
    expect(page.locator("#wz-code")).to_have_text(CODE)
    with page.expect_download() as download:
        page.locator('button[value="export:json"]').click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert saved["answers"] == FIRM
    page.locator("[data-switch]").first.click()
    expect(page.locator("html")).to_have_attribute("lang", LANGS[OTHER[lang]])
    expect(page.locator("#wz")).to_have_attribute("data-place", "share")
    assert "4.5" in kept_answers(page)


@pytest.mark.parametrize("lang", LANGS)
def test_pages_and_search_bear_that_nothing_is_kept(page, folder, lang):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(NO_STORE)
    page.goto((folder / lang / "about" / "index.html").as_uri())
    page.locator(".search-open, .md-search__input").locator("visible=true").first.click()
    page.locator(".md-search__input").fill("融资" if lang == "zh" else "financing")
    page.locator(".md-search__input").dispatch_event("keyup")
    page.locator(".md-search-result__link").first.wait_for()
    assert errors == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("way", WAYS)
def test_where_workers_are_refused_python_runs_on_the_page(page, at, way, lang):
    page.add_init_script(NO_WORKER)
    advised(page, at(way, lang))
    assert page.evaluate("typeof wizardEngine") == "function"
    before = page.locator('.advice-card[data-link="fill"] .figures').inner_text()
    page.evaluate(
        "() => { const field = document.getElementById('w-funding_gap'); field.value = 'none';"
        " field.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    expect(page.locator('.advice-card[data-link="fill"] .figures')).not_to_have_text(before)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lack", TOO_OLD)
def test_a_browser_that_is_too_old_gets_the_printable_list(page, at, way, lang, lack):
    page.add_init_script(TOO_OLD[lack])
    page.goto(at(way, lang))
    box = page.locator("#wz-old")
    expect(box).to_be_visible()
    told = box.inner_text()
    assert all(name in told for name in ("Chrome", "Edge", "Firefox", "Safari"))
    expect(page.locator("#wz")).to_be_hidden()
    if way == "folder":
        box.locator("a").click()
    catalogue = load()
    expect(page.get_by_text(catalogue.actions[0].title[lang], exact=True).first).to_be_visible()
    text = page.locator("body").text_content()
    assert all(question.title[lang] in text for question in catalogue.questions.values() if not question.valid_to)
    assert all(action.title[lang] in text for action in catalogue.actions)
    assert page.locator("[data-failure]:visible").count() == 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("way", WAYS)
def test_without_scripts_the_printable_list_is_there(browser, at, way, lang):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at(way, lang))
    page.locator("noscript a").first.click()
    shown = page.locator(".action__title")
    expect(shown.filter(has_text=load().actions[0].title[lang])).to_be_visible()
    assert shown.count() == len(load().actions)
    context.close()


@pytest.fixture
def copy(folder, tmp_path):
    """A copy of the folder to do harm to."""
    return Path(shutil.copytree(folder, tmp_path / "拷贝 #2 50%" / "five-links"))


def halve(path):
    """Cuts a file off in its middle, as a stick that was pulled out does."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("harm", [halve, Path.unlink])
@pytest.mark.parametrize("part", ["engine", "whole", "wizard"])
def test_a_part_of_the_runtime_that_is_cut_off_or_missing_is_named(page, copy, lang, harm, part):
    (victim,) = (copy / "runtime").glob(f"{part}.*")
    harm(victim)
    page.goto((copy / lang / "wizard" / "index.html").as_uri())
    page.locator('label:has(input[value="rail"])').click()
    page.locator("#wz .btn--primary").click()
    box = page.locator(f'[data-failure="{"damaged" if harm is halve else "missing"}"]')
    expect(box).to_be_visible()
    assert victim.name.removesuffix(".js") in box.locator("[data-detail]").inner_text()
    assert page.locator('input[value="rail"]').is_checked()


@pytest.mark.parametrize("harm", [halve, Path.unlink])
@pytest.mark.parametrize(
    "victim",
    ["assets/style.*.css", "assets/site.*.js", "runtime/page.*.js", "en/assets/stylesheets/main.*.css"],
)
def test_a_file_beside_the_page_that_is_cut_off_or_missing_is_named(page, copy, harm, victim):
    (path,) = copy.glob(victim)
    harm(path)
    page.goto((copy / "en" / "wizard" / "index.html").as_uri())
    box = page.locator("#bundle-lost")
    expect(box).to_be_visible()
    assert box.locator("code").inner_text() == path.relative_to(copy).as_posix()
    expect(page.locator("#bundle-unpack")).to_be_hidden()


def test_a_search_index_that_is_cut_off_is_named(page, copy):
    halve(copy / "zh/search/search_index.js")
    page.goto((copy / "zh" / "about" / "index.html").as_uri())
    page.locator(".md-search__input").click()
    expect(page.locator("#bundle-lost code")).to_have_text("zh/search/search_index.js")


def test_a_page_that_is_cut_off_names_itself(page, copy):
    halve(copy / "zh/challenges/index.html")
    page.goto((copy / "zh" / "challenges" / "index.html").as_uri())
    expect(page.locator("#bundle-lost code")).to_have_text("zh/challenges/index.html")


@pytest.mark.parametrize("name", ["start.html", "zh/wizard/index.html", "en/index.html", "zh/matrix/index.html"])
def test_opened_inside_the_zip_the_page_says_what_to_do(browser, page, folder, tmp_path, name):
    """As zip tools do: the one page alone, in a temporary folder."""
    alone = tmp_path / "Temp1_five-links-offline.zip" / Path(name).name
    alone.parent.mkdir()
    shutil.copy(folder / name, alone)
    page.goto(alone.as_uri())
    note = page.locator("#bundle-unpack")
    expect(note).to_be_visible()
    assert "start.html" in note.inner_text() and "解压" in note.inner_text() and "Unpack" in note.inner_text()
    expect(page.locator("#bundle-lost")).to_be_hidden()
    without = browser.new_context(java_script_enabled=False)
    plain = without.new_page()
    plain.goto(alone.as_uri())
    expect(plain.locator("#bundle-unpack")).to_be_visible()
    without.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9999])
def test_a_single_file_that_did_not_arrive_in_full_says_so(page, dist, tmp_path, lang, share):
    whole = next(dist.glob(f"*wizard.{lang}.html")).read_bytes()
    cut = tmp_path / "cut.html"
    cut.write_bytes(whole[: int(share * len(whole))])
    page.goto(cut.as_uri())
    expect(page.locator("#single-cut")).to_be_visible()
    assert load().texts["single_cut"][lang] in page.locator("#single-cut").inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_a_single_file_with_one_wrong_letter_names_what_is_damaged(page, dist, tmp_path, lang):
    text = next(dist.glob(f"*wizard.{lang}.html")).read_text(encoding="utf-8")
    start = text.index('id="held-whole.') + 2_000_000
    harmed = tmp_path / "harmed.html"
    harmed.write_text(text[:start] + ("!" if text[start] != "!" else "#") + text[start + 1 :], encoding="utf-8")
    page.goto(f"{harmed.as_uri()}#/open/{CODE}")
    box = page.locator('[data-failure="damaged"]')
    expect(box).to_be_visible()
    assert "whole." in box.locator("[data-detail]").inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_links_to_other_pages_open_within_the_single_file(page, at, lang):
    advised(page, at("file", lang))
    for shown in (lang, OTHER[lang]):
        cite = page.locator('#wz a[href*="evidence/#"]').locator("visible=true").first
        sentence = cite.get_attribute("href").partition("#")[2]
        cite.click()
        dialog = page.locator("dialog[open]")
        expect(dialog.locator(f'[id="{sentence}"]')).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        assert page.evaluate("location.protocol") == "file:"
        if shown == lang:
            page.locator("[data-switch]").first.click()
            expect(page.locator("html")).to_have_attribute("lang", LANGS[OTHER[lang]])
            expect(page.locator("#wz")).to_have_attribute("data-place", "advice")


def test_every_page_that_the_wizard_leads_to_is_in_the_single_file(page, at):
    """All places of the wizard, as they are shown: no link leads out of the file or nowhere."""
    advised(page, at("file", "en"))
    held = page.evaluate("[...document.querySelectorAll('[id^=held-en]')].map((one) => one.id)")
    seen = set()
    for place in ("topic/firm", "check", "advice", "plan", "share", "compare"):
        page.evaluate("place => { location.hash = `#/${place}`; }", place)
        expect(page.locator("#wz")).to_have_attribute("data-place", place)
        seen |= set(page.locator("#one a[href]").evaluate_all("all => all.map((a) => a.getAttribute('href'))"))
    elsewhere = {href for href in seen if not href.startswith(("#", "?", "blob:"))}
    pages = {re.sub(r"^(\.\./)*", "", href).partition("/")[0] for href in elsewhere}
    assert pages and {f"held-en.{name}.html" for name in pages} <= set(held)


@pytest.mark.parametrize("way", [*WAYS, "start"])
def test_the_policy_holds_against_attacks(browser, at, folder, way):
    context = browser.new_context()
    page = context.new_page()
    left = []
    page.on("requestfinished", lambda request: left.append(request.url) if "example.invalid" in request.url else None)
    page.goto((folder / "start.html").as_uri() if way == "start" else at(way, "en"))
    found = page.evaluate(ATTACKS)
    context.close()
    assert found["broken"] is False
    assert found["done"] == {"eval": True, "Function": True, "fetch": True}
    assert [kind for kind in REFUSED if kind not in found["told"]] == []
    assert left == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_checks_a_folder_and_names_what_is_wrong(page, folder, copy, lang):
    done = page.locator("#check-copy[data-done]")
    page.goto((folder / lang / "genuine" / "index.html").as_uri())
    page.locator("#check-copy input").first.set_input_files(folder)
    expect(done).to_have_attribute("data-done", "0")
    count = len((folder / "SHA256SUMS").read_text().splitlines())
    assert str(count) in page.locator('[data-part="told"]').inner_text()
    halve(copy / "assets/sample.zh.svg")
    (copy / "README.txt").unlink()
    (copy / "more.js").write_text("alert(1)")
    page.locator("#check-copy input").first.set_input_files(copy)
    expect(done).to_have_attribute("data-done", "3")
    texts = load().texts
    rows = page.locator('[data-part="rows"] li').all_inner_texts()
    wrong = {"assets/sample.zh.svg": "damaged", "README.txt": "missing", "more.js": "extra"}
    assert sorted(rows) == sorted(f"{name} {texts[f'genuine_{what}'][lang]}" for name, what in wrong.items())


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_checks_the_files_that_were_received(page, folder, dist, tmp_path, lang):
    page.goto((folder / lang / "genuine" / "index.html").as_uri())
    (packed,) = dist.glob("*-offline.zip")
    field, done = page.locator("#check-copy input").nth(1), page.locator("#check-copy[data-done]")
    field.set_input_files([packed, dist / "SHA256SUMS"])
    expect(done).to_have_attribute("data-done", "0")
    harmed = Path(shutil.copy(packed, tmp_path))
    halve(harmed)
    field.set_input_files([harmed, dist / "SHA256SUMS"])
    expect(done).to_have_attribute("data-done", "1")
    assert packed.name in page.locator('[data-part="rows"]').inner_text()
    field.set_input_files([packed])
    expect(done).to_have_attribute("data-done", "unlisted")
    sums = dict(reversed(line.split("  ", 1)) for line in (dist / "SHA256SUMS").read_text().splitlines())
    assert sums[packed.name] in page.locator('[data-part="rows"]').inner_text()
