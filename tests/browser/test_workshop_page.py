"""The workshop's page in Chromium: a room is filled in every way, seen, printed, kept only when told, and gone."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
import segno
import yaml
from playwright.sync_api import expect
from test_accessibility import violations

from wizard.answer_code import encode
from wizard.answers import check
from wizard.cohort.document import SHOWN_ACTIONS
from wizard.cohort.figures import cohort
from wizard.cohort.intake import read, take
from wizard.cohort.room import Room
from wizard.cohort.tables import Tables
from wizard.loading import load
from wizard.output import json_text

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load()
CODES = [
    encode(check(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"], CATALOGUE).answers, CATALOGUE)
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml"))
]


def figures(text, lang="zh"):
    """The room's figures, worked out in CPython."""
    taken = take(read(text, "", CATALOGUE)[0], Room(), CATALOGUE)
    return cohort(taken, Tables(CATALOGUE), lang, CATALOGUE.general.reviewed)


def place(page, text):
    expect(page.locator("#wz")).to_have_attribute("data-place", text)


@pytest.fixture
def room(page, site):
    """Opens the workshop and takes a text in."""

    def go(text=None, lang="en"):
        page.goto(f"{site}{lang}/workshop/")
        if text is not None:
            page.locator("#ws-text").fill(text)
            page.locator('button[value="take"]').click()
            expect(page.locator("#ws-heard")).to_be_visible()

    return go


def download(page, kind, tmp_path):
    with page.expect_download() as waiting:
        page.locator(f'button[value="export:{kind}"]').first.click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_codes_are_taken_in_and_seen_and_the_files_are_those_of_the_command_line(page, room, tmp_path):
    text = "\n".join([*CODES, "rubbish", CODES[0]])
    room(text)
    expect(page.locator("#ws-firms-title")).to_have_text(f"{len(CODES)} firms")
    expect(page.locator("#ws-heard")).to_be_focused()
    expect(page.locator("#ws-heard")).to_contain_text("line 41")
    expect(page.locator("#ws-heard")).to_contain_text("the same code as No. 1")
    page.locator("#ws-label-0").fill('=1+<b>"x"')
    page.get_by_role("link", name="See the room at a glance").click()
    place(page, "glance")
    assert page.locator(".ws-svg").count() == 7 and page.locator(".ws-figure table").count() == 7
    exact = figures("\n".join(CODES), "en")
    first = page.locator("#ws-links tbody tr")
    for row, link in zip(first.all(), exact["links"], strict=True):
        cells = row.locator("td").all_inner_texts() or [c.text_content() for c in row.locator("td").all()]
        assert int(row.locator("td").first.text_content()) == link["first"], cells
    assert page.locator("#ws-actions svg rect").count() == min(SHOWN_ACTIONS, len(exact["actions"]))
    assert page.locator("#wz b").count() == 0
    told = json.loads(download(page, "json", tmp_path).read_text(encoding="utf-8"))
    assert {**told, "refused": [], "noted": []} == json.loads(json_text({**exact, "refused": [], "noted": []}))
    rows = list(csv.reader(io.StringIO(download(page, "csv=challenges", tmp_path).read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(CODES) + 1 and any(row[0].startswith("'=1+<b>") for row in rows)
    assert download(page, "svg=links", tmp_path).read_text(encoding="utf-8").startswith("<svg xmlns=")
    assert download(page, "png=links", tmp_path).read_bytes().startswith(b"\x89PNG")
    assert download(page, "word", tmp_path).stat().st_size > 5_000


def test_files_are_chosen_or_dropped_and_a_room_comes_back_from_its_file(page, room, tmp_path):
    room()
    paths = []
    for name, content in (
        ("a.json", '{"sector": "rail", "rd_intensity": 3}'),
        ("b.csv", f"label,code\n<i>B</i>,{CODES[0]}\n"),
        ("c.txt", f"chat {CODES[2]} thanks"),
        ("bad.json", "{"),
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
        paths.append(tmp_path / name)
    page.locator("#ws-files").set_input_files(paths)
    expect(page.locator("#ws-firms-title")).to_have_text("3 firms")
    expect(page.locator("#ws-heard")).to_contain_text("bad.json")
    expect(page.locator("#ws-label-1")).to_have_value("<i>B</i>")
    saved = download(page, "room", tmp_path)
    page.locator('button[value="clear"]').click()
    expect(page.locator("#ws-firms-title")).to_have_count(0)
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], "room.json"));
          const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
          document.querySelector("[data-drop]").dispatchEvent(drop);
        }""",
        saved.read_text(encoding="utf-8"),
    )
    expect(page.locator("#ws-firms-title")).to_have_text("3 firms")
    expect(page.locator("#ws-label-1")).to_have_value("<i>B</i>")
    page.locator("#ws-remove-1").click()
    expect(page.locator("#ws-firms-title")).to_have_text("2 firms")
    expect(page.locator("#ws-label-1")).to_be_focused()


def test_small_rooms_show_nothing_until_it_is_allowed(page, room):
    room("\n".join(CODES[:4]))
    for where in ("glance", "brief", "show/links"):
        page.evaluate("where => { location.hash = `#/${where}`; }", where)
        place(page, where)
        assert page.locator(".ws-svg, .ws-brief__asked").count() == 0
    page.locator("#ws-small").click()
    expect(page.locator(".ws-svg")).to_have_count(1)


def test_nothing_is_kept_unless_told_and_the_language_switch_keeps_the_room(page, room):
    room("\n".join(CODES[:6]))
    page.locator("#ws-label-2").fill("C")
    assert page.evaluate("localStorage.length + Object.keys(sessionStorage).length") == page.evaluate(
        "Object.keys(localStorage).filter(k => !k.includes('workshop')).length + Object.keys(sessionStorage).length"
    )
    page.locator("[data-switch]").first.click()
    page.wait_for_url(re.compile("/zh/workshop/"))
    expect(page.locator("#ws-firms-title")).to_have_text("共6家企业")
    expect(page.locator("#ws-label-2")).to_have_value("C")
    page.reload()
    expect(page.locator('#wz[data-ready="true"]')).to_be_attached()
    expect(page.locator("#ws-firms-title")).to_have_count(0)
    page.locator("#ws-text").fill("\n".join(CODES[:6]))
    page.locator('button[value="take"]').click()
    expect(page.locator("#ws-firms-title")).to_be_visible()
    page.locator("#ws-keep").check()
    expect(page.locator("#wz")).not_to_have_attribute("aria-busy", "true")
    page.reload()
    expect(page.locator("#ws-firms-title")).to_have_text("共6家企业")
    page.locator('button[value="clear"]').click()
    expect(page.locator("#ws-firms-title")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('five-links-workshop')") is None


def test_by_keyboard_from_codes_to_the_last_picture(page, room):
    room()
    expect(page.locator('#wz[data-ready="true"]')).to_be_attached()
    page.locator("#ws-text").focus()
    page.keyboard.insert_text("\n".join(CODES[:8]))
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "take":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#ws-heard")).to_be_focused()
    page.evaluate("location.hash = '#/show/links'")
    place(page, "show/links")
    for name in ("challenges", "benchmarks", "actions", "helpers", "split", "groups"):
        page.keyboard.press("ArrowRight")
        place(page, f"show/{name}")
    page.keyboard.press("PageUp")
    place(page, "show/split")


def test_a_large_paste_is_taken_in_piece_by_piece(page, room):
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
          globalThis.seen = [];
          new MutationObserver(() => {
            const bar = document.querySelector(".ws-progress");
            if (bar && seen.at(-1) !== bar.value) seen.push(bar.value);
          }).observe(document.body, { childList: true, subtree: true, attributes: true });
        });"""
    )
    many = "\n".join(encode({"employees": n + 1, "rd_intensity": n % 20}, CATALOGUE) for n in range(1000))
    room(many)
    expect(page.locator("#ws-firms-title")).to_have_text("1000 firms")
    assert page.evaluate("seen") == [250, 500, 750]
    page.evaluate("location.hash = '#/glance'")
    place(page, "glance")
    expect(page.locator("#ws-challenges")).to_contain_text("how many stand in each band")


def test_ten_megabytes_are_named_and_do_no_harm(page, room):
    room("x" * 10_000_000)
    expect(page.locator("#ws-heard")).to_contain_text("no answer code was found")
    page.locator("#ws-text").fill("\n".join(CODES[:5]))
    page.locator('button[value="take"]').click()
    expect(page.locator("#ws-firms-title")).to_have_text("5 firms")


def test_what_is_in_the_room_leaves_in_no_request(page, context, room):
    sent = []
    context.on("request", lambda r: sent.append(f"{r.method} {r.url} {r.post_data or ''}"))
    room("\n".join(CODES[:6]))
    page.evaluate("location.hash = '#/brief'")
    place(page, "brief")
    assert not [line for line in sent if CODES[0] in line or not line.startswith("GET")]


@pytest.mark.parametrize(("scheme", "width"), [("dark", 320), ("light", 1280)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_at_any_place(browser, site, lang, scheme, width):
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}{lang}/workshop/")
    found = {"empty": violations(page)}
    page.locator("#ws-text").fill("\n".join([*CODES[:12], "rubbish"]))
    page.locator('button[value="take"]').click()
    expect(page.locator("#ws-heard")).to_be_visible()
    for where in ("room", "glance", "show/groups", "brief"):
        page.evaluate("where => { location.hash = `#/${where}`; }", where)
        place(page, where)
        page.evaluate("for (const fold of document.querySelectorAll('#wz details')) fold.open = true")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found[where] = violations(page) + ([f"scrolls sideways by {wide} px"] if wide > 0 else [])
    context.close()
    assert {where: list_ for where, list_ in found.items() if list_} == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_brief_prints_on_two_sides(page, room, lang):
    room("\n".join(CODES), lang)
    page.evaluate("location.hash = '#/brief'")
    place(page, "brief")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2


def video(code, path):
    """A film of a QR code, as Chromium's false camera plays it (YUV4MPEG2, grey)."""
    modules = [
        [bool(cell) for cell in row] for row in segno.make(code, error="m", micro=False).matrix_iter(scale=6, border=4)
    ]
    width, height = 640, 480
    light, frame = bytes([235]), bytearray(b"\xeb" * width * height)
    top, left = (height - len(modules)) // 2, (width - len(modules[0])) // 2
    for y, row in enumerate(modules):
        start = (top + y) * width + left
        frame[start : start + len(row)] = b"".join(b"\x10" if cell else light for cell in row)
    head = f"YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n".encode()
    path.write_bytes(head + (b"FRAME\n" + bytes(frame) + b"\x80" * (width * height // 2)) * 3)


def test_a_code_before_the_camera_is_taken_in(playwright_chromium, site, tmp_path):
    film = tmp_path / "code.y4m"
    video(CODES[1], film)
    browser = playwright_chromium(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )
    page = browser.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}en/workshop/")
    page.locator("#ws-scan").click()
    expect(page.locator("#ws-firms-title")).to_have_text("1 firm")
    expect(page.locator("#ws-scanned")).to_have_text("Got one. Show the next.")
    page.locator("[data-scan-stop]").click()
    expect(page.locator("#ws-camera")).to_be_hidden()
    browser.close()


def test_the_workshops_own_script_stays_small():
    code = (ROOT / "wizard" / "web" / "workshop.js").read_text(encoding="utf-8")
    assert len(re.sub(r"/\*.*?\*/\n?", "", code, flags=re.DOTALL).encode()) < 4_500
