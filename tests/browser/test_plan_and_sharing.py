"""Behind the questions: advice, what-if, plan, answer codes, exports and imports, in Chromium."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from wizard.answer_code import encode
from wizard.app.state import State, dump, fields_of
from wizard.loading import load

FIRM = {
    "sector": "next_gen_it",
    "gap_role": "developing",
    "import_dependence": "critical",
    "rd_intensity": 4.5,
    "funding_gap": "severe",
    "worries": ["demand", "late_payment"],
    "research_ties": "occasional",
}
CATALOGUE = load()
CODE = encode(FIRM, CATALOGUE)


def place(page, text):
    expect(page.locator("#wz")).to_have_attribute("data-place", text)


@pytest.fixture
def firm(page, site):
    """A visitor whose answers are kept already; gives a way to any place in a language."""

    def go(where, lang="en", plan=()):
        state = State(fields_of(FIRM))
        data = {**json.loads(dump(state)), "plan": [{"action": id, "who": "", "by": "", "note": ""} for id in plan]}
        page.goto(f"{site}{lang}/about/")
        kept = json.dumps({"state": json.dumps(data), "draft": None})
        page.evaluate("kept => localStorage.setItem('five-links', kept)", kept)
        page.goto(f"{site}{lang}/wizard/#/{where}")
        place(page, where)

    return go


def download(page, kind, tmp_path):
    with page.expect_download() as waiting:
        page.locator(f'button[value="export:{kind}"]').click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_answer_comes_first_with_how_sure_it_is(page, firm, lang):
    firm("advice", lang)
    expect(page.locator(".lead-answer")).to_contain_text("补链" if lang == "zh" else "Fill the gaps")
    expect(page.locator(".lead-sure")).to_contain_text("1000")
    assert page.locator(".map svg[role=img]").count() == 1
    assert page.locator(".map + .table-scroll tbody tr").count() == 5
    assert page.locator(".strip li").count() == 8
    for card in page.locator(".advice-card").all():
        assert 1 <= card.locator(":scope > .actions > .action").count() <= 3


def test_what_if_moves_order_and_actions_at_once_and_can_be_undone(page, firm):
    firm("advice")
    before = page.locator(".advice-card").first.get_attribute("data-link")
    page.locator("#wz-whatif-fields > summary").click()
    page.locator("#w-funding_gap").select_option("none")
    expect(page.locator(".moved")).to_contain_text("Put your R&D money need on one page")
    assert page.evaluate("document.activeElement.id") == "w-funding_gap"
    expect(page.locator('.advice-card[data-link="fill"] .was').first).to_be_visible()
    page.locator("#w-import_dependence").select_option("none")
    expect(page.locator(".moved")).to_contain_text("Fill the gaps: from place 1")
    page.locator("#wz-undo").click()
    expect(page.locator("#w-import_dependence")).to_have_value("critical")
    page.locator("#wz-undo").click()
    expect(page.locator(".moved")).to_have_count(0)
    assert page.locator(".advice-card").first.get_attribute("data-link") == before


def test_a_ready_made_try_changes_the_order(page, firm):
    firm("advice")
    page.locator('button[value^="whatif:"]').first.click()
    expect(page.locator(".moved")).to_contain_text("from place")
    page.locator("#wz-settle").click()
    expect(page.locator(".moved")).to_have_count(0)


def test_a_number_in_the_what_if_that_cannot_be_read_is_told_and_kept(page, firm):
    firm("advice")
    page.locator("#wz-whatif-fields > summary").click()
    page.locator("#w-rd_intensity").fill("abc")
    page.locator("#w-funding_gap").focus()
    expect(page.locator("#w-rd_intensity-e")).to_contain_text("abc")
    assert page.locator("#w-rd_intensity").input_value() == "abc"


def test_plan_is_filled_reordered_by_keyboard_and_pointer_and_kept(page, firm, site):
    firm("advice")
    for number in (0, 1, 2):
        page.locator('.action button[value^="add:"]').nth(number).click()
        expect(page.locator('a[href="#/plan"]').first).to_contain_text(f"({number + 1})")
    page.locator('a[href="#/plan"]').first.click()
    place(page, "plan")
    items = [li.get_attribute("data-item") for li in page.locator(".plan__item").all()]
    page.locator(f'[name="who:{items[0]}"]').fill("Wang")
    page.locator(f'[name="by:{items[0]}"]').fill("2026-12-24")
    page.locator(f"#down-{items[0]}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".plan__item").nth(1)).to_have_attribute("data-item", items[0])
    assert page.evaluate("document.activeElement.id") == f"down-{items[0]}"
    page.locator(f"#plan-{items[0]} strong").drag_to(page.locator(f"#plan-{items[1]} strong"))
    expect(page.locator(".plan__item").first).to_have_attribute("data-item", items[0])
    page.reload()
    place(page, "plan")
    assert page.locator(f'[name="who:{items[0]}"]').input_value() == "Wang"
    page.locator(f"#add-{items[1]}").click()
    expect(page.locator(".plan__item")).to_have_count(2)


def test_the_plan_prints_on_at_most_two_pages(page, firm, tmp_path):
    firm("plan", plan=["list_costliest_imports", "find_pilot_customer", "write_one_page_funding_need"])
    pdf = page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


def test_word_markdown_json_picture(page, firm, tmp_path):
    firm("advice", "zh")
    word = download(page, "word", tmp_path)
    text = zipfile.ZipFile(word).read("word/document.xml").decode()
    assert "补链" in text and word.name.startswith("五链建议-") and "4.1.p2.s2" in text
    assert "先做“补链”" in download(page, "markdown", tmp_path).read_text(encoding="utf-8")
    data = json.loads(download(page, "json", tmp_path).read_text(encoding="utf-8"))
    assert data["answers"] == FIRM and data["advice"]["links"][0]["id"] == "fill"
    assert download(page, "picture", tmp_path).read_bytes().startswith(b"\x89PNG")


def test_plan_as_csv_and_calendar(page, firm, tmp_path):
    firm("plan", plan=["list_costliest_imports"])
    page.locator('[name="who:list_costliest_imports"]').fill("=1+1")
    page.locator('[name="by:list_costliest_imports"]').fill("2026-12-24")
    rows = list(csv.reader(io.StringIO(download(page, "csv", tmp_path).read_text(encoding="utf-8-sig"))))
    assert len(rows) == 2 and "'=1+1" in rows[1]
    calendar = Calendar.from_ical(download(page, "calendar", tmp_path).read_text(encoding="utf-8"))
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].dt.isoformat() == "2026-12-24"


def test_copy_text_where_the_clipboard_is_refused_shows_the_text(page, firm):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;"
    )
    firm("advice")
    page.locator('button[value="export:copy"]').click()
    expect(page.locator("#wz-files textarea")).to_be_visible()
    assert "Fill the gaps" in page.locator("#wz-files textarea").input_value()


def test_answer_code_is_shown_and_opens_elsewhere(page, firm, browser, site):
    firm("share")
    expect(page.locator("#wz-code")).to_have_text(CODE)
    assert page.locator(".qr svg").count() == 1
    other = browser.new_context().new_page()
    other.set_default_timeout(60_000)
    other.goto(f"{site}zh/wizard/#/open/{CODE}")
    place(other, "advice")
    expect(other.locator(".lead-answer")).to_contain_text("补链")
    other.context.close()


def test_a_damaged_code_names_its_group_and_keeps_what_was_pasted(page, firm):
    firm("share")
    groups = CODE.split("-")
    wrong = "3" if groups[1][0] != "3" else "4"
    page.locator("#wz-import").fill("-".join([groups[0], wrong + groups[1][1:], *groups[2:]]))
    page.locator('button[value="import"]').click()
    expect(page.locator("#wz-errors")).to_contain_text("group 2")
    expect(page.locator("#wz-errors")).to_be_focused()
    assert wrong + groups[1][1:] in page.locator("#wz-import").input_value()
    assert "next_gen_it" in page.evaluate("localStorage.getItem('five-links')")


def test_compare_an_earlier_code_with_today(page, firm):
    firm("share")
    page.locator("#wz-import").fill(encode({**FIRM, "funding_gap": "none", "sector": "rail"}, CATALOGUE))
    page.locator('button[value="compare"]').click()
    place(page, "compare")
    assert page.locator("table").first.locator("tbody tr").count() == 2
    page.locator('button[value="adopt"]').click()
    place(page, "advice")
    assert "rail" in page.evaluate("localStorage.getItem('five-links')")


def test_a_link_with_answers_does_not_overwrite_the_visitors_own(page, firm, site):
    firm("advice")
    page.goto(f"{site}en/wizard/?again#/open/{encode({'sector': 'rail'}, CATALOGUE)}")
    place(page, "compare")
    assert "next_gen_it" in page.evaluate("localStorage.getItem('five-links')")


def test_import_of_a_file_and_of_rubbish(page, firm, tmp_path):
    firm("share")
    good = tmp_path / "answers.json"
    good.write_text('{"sector": "rail", "rd_intensity": 3}', encoding="utf-8")
    page.locator('input[type="file"]').set_input_files(good)
    expect(page.locator("#wz-import")).to_have_value(good.read_text(encoding="utf-8"))
    for rubbish in ('{"sector": "<img src=x onerror=alert(1)>"}', "{", "[1]", "<script>alert(1)</script>"):
        page.locator("#wz-import").fill(rubbish)
        page.locator('button[value="import"]').click()
        expect(page.locator("#wz-errors")).to_be_visible()
        assert page.locator("#wz img, #wz script").count() == 0
    page.locator("#wz-import").fill(good.read_text(encoding="utf-8"))
    page.locator('button[value="import"]').click()
    place(page, "advice")
    expect(page.locator(".advice-card").first).to_have_attribute("data-link", "strengthen")


def test_forget_everything_leaves_nothing_behind(page, firm):
    firm("check")
    page.locator('button[value="forget"]').click()
    place(page, "topic/firm")
    assert page.evaluate("localStorage.getItem('five-links')") is None


def test_where_storage_is_refused_the_page_says_that_nothing_is_kept(page, context, site):
    context.expected_errors.append("refused")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})")
    page.goto(f"{site}en/wizard/#/topic/innovation")
    place(page, "topic/innovation")
    page.locator("#f-rd_intensity").fill("4")
    expect(page.locator("#wz-unkept")).to_be_visible()


def test_answers_leave_the_device_nowhere(page, context, site, firm):
    sent = []
    context.on("request", lambda r: sent.append(f"{r.method} {r.url} {r.post_data or ''} {r.headers}"))
    firm("advice")
    page.locator('button[value="export:markdown"]').click()
    expect(page.locator("#wz-files a")).to_be_visible()
    assert not [line for line in sent if "next_gen_it" in line or CODE in line or not line.startswith("GET")]


HOLD = """const { postMessage } = Worker.prototype;
globalThis.held = null;
Worker.prototype.postMessage = function (...given) {
  const pass = () => postMessage.apply(this, given);
  if (held && given[0]?.kind === "request") held.push(pass);
  else pass();
};"""


def test_what_is_typed_while_a_reply_is_on_its_way_stays(page, firm):
    page.add_init_script(HOLD)
    firm("share")
    area, button = page.locator("#wz-import"), page.locator('button[value="import"]')
    page.evaluate("held = []")
    area.fill("[1]")
    button.click()
    area.fill('{"sector": "rail"')
    page.evaluate("held.splice(0).forEach((pass) => pass())")
    expect(page.locator("#wz-errors")).to_be_visible()
    expect(area).to_have_value('{"sector": "rail"')
    # Pressed twice: the first reply is not drawn over what the second one was asked with.
    button.click()
    area.fill('{"sector": "rail", "rd_intensity": 3}')
    button.click()
    page.evaluate("held.forEach((pass) => pass()); held = null;")
    place(page, "advice")


def test_hand_written_javascript_stays_small():
    """What the wizard's page loads from a server, comments left out; word.js comes only to who wants a Word file."""
    folder = Path(__file__).resolve().parents[2] / "wizard" / "web"
    sources = (folder / f"{name}.js" for name in ("fetch", "start", "page", "worker"))
    code = (re.sub(r"/\*.*?\*/\n?", "", path.read_text(encoding="utf-8"), flags=re.DOTALL) for path in sources)
    assert sum(len(text.encode()) for text in code) < 15_000
