"""Paper answers typed in with the keyboard alone, as fast as a test can type; and the slides."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from wizard.answer_code import encode
from wizard.answers import check
from wizard.loading import load
from wizard.paper import quick_questions
from wizard.source import read_file

ROOT = Path(__file__).resolve().parents[2]
CASES = ("bearing_maker_for_rail", "knows_almost_nothing")


def quick_answers(case):
    """The quick answers of a firm case."""
    asked = {a.question.id for a in quick_questions(load())}
    given = check(read_file(ROOT / "tests" / "cases" / f"{case}.yaml")["answers"], load()).answers
    return {id: answer for id, answer in given.items() if id in asked}


def keys_for(answers):
    """The keys for these answers, in the order of the paper."""
    for a in quick_questions(load()):
        answer = answers.get(a.question.id)
        if answer is None:
            yield "X"
        elif a.question.type == "number":
            yield from [*str(answer), "Enter"]
        else:
            chosen = answer if isinstance(answer, list) else [answer]
            yield from [sign for sign, option in a.options if option.id in chosen]
            yield from ["Enter"] * (a.question.type == "many")


def type_in(page, case, label=""):
    """One firm, without a pause between keys."""
    for key in keys_for(quick_answers(case)):
        page.keyboard.press(key)
    expect(page.locator("#entry-label")).to_be_focused()
    page.keyboard.type(label)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_firms_by_keyboard_alone(page, context, site, lang):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}{lang}/workshop/entry/")
    expect(page.locator("#wz[data-ready]")).to_be_visible()
    for number, case in enumerate(CASES, 1):
        type_in(page, case, f"A{number}")
        expect(page.locator(".entry__firms tbody tr")).to_have_count(number)
    codes = [encode(quick_answers(case), load()) for case in CASES]
    assert page.locator(".entry__firms td code").all_text_contents() == codes
    page.locator("#entry-copy").click()
    expect(page.locator("#wz-files")).to_have_text(load().texts["take_copied"][lang])
    assert page.evaluate("navigator.clipboard.readText()") == "".join(f"A{n} {c}\n" for n, c in enumerate(codes, 1))
    with page.expect_download() as saved:
        page.locator("#entry-file").click()
    room = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert [firm["code"] for firm in room["firms"]] == codes


def test_keys_pressed_before_python_is_there_are_not_lost(page, site):
    page.goto(f"{site}en/workshop/entry/")
    type_in(page, CASES[0])
    expect(page.locator(".entry__firms td code")).to_have_text(encode(quick_answers(CASES[0]), load()))


def test_a_figure_stays_whole_where_its_first_digit_had_to_wait(page, site):
    page.goto(f"{site}en/workshop/entry/")
    expect(page.locator("#wz[data-ready]")).to_be_visible()
    for key in "111":
        page.keyboard.press(key)
    expect(page.locator("#wz-title")).to_contain_text("4.")
    page.evaluate(
        """() => {
          const { postMessage } = Worker.prototype;
          Worker.prototype.postMessage = function (...given) { setTimeout(() => postMessage.apply(this, given), 300); };
        }"""
    )
    page.keyboard.press("1")
    page.keyboard.press("1")
    field = page.locator("#entry-number")
    expect(field).to_have_value("1")
    page.keyboard.type("80")
    expect(field).to_have_value("180")


def test_a_wrong_key_and_a_wrong_number_are_told_and_back_works(page, site):
    page.goto(f"{site}en/workshop/entry/")
    expect(page.locator("#wz[data-ready]")).to_be_visible()
    page.keyboard.press("q")
    expect(page.get_by_role("alert").filter(has_text='"q"')).to_be_visible()
    for key in "1111":
        page.keyboard.press(key)
    field = page.locator("#entry-number")
    expect(field).to_be_focused()
    page.keyboard.type("180")
    page.keyboard.press("Enter")
    expect(page.locator("#entry-error")).to_be_visible()
    expect(field).to_have_value("180")
    field.fill("")
    page.keyboard.press("Backspace")
    expect(page.locator("#wz-title")).to_contain_text("4.")


def test_a_reload_keeps_the_room_and_a_new_tab_starts_empty(page, context, site):
    page.goto(f"{site}en/workshop/entry/")
    type_in(page, CASES[1])
    expect(page.locator(".entry__firms tbody tr")).to_have_count(1)
    page.reload()
    expect(page.locator(".entry__firms tbody tr")).to_have_count(1)
    other = context.new_page()
    other.goto(f"{site}en/workshop/entry/")
    expect(other.locator("#wz[data-ready]")).to_be_visible(timeout=60_000)
    expect(other.locator(".entry__firms")).to_have_count(0)


def test_its_own_javascript_stays_small():
    text = (ROOT / "wizard" / "web" / "entry.js").read_text(encoding="utf-8")
    assert len(re.sub(r"/\*.*?\*/\n?", "", text, flags=re.DOTALL).encode()) < 4_500


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_slides_by_keyboard(page, site, lang):
    page.goto(f"{site}{lang}/kit/slides/")
    count = page.locator("#deck > svg").count()
    page.locator("[data-present]").click()
    expect(page.locator("#deck > svg.now")).to_have_count(1)
    assert page.locator("#deck > svg:visible").count() == 1
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("#3$"))
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile(f"#{count}$"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile("#1$"))
    page.keyboard.press("Escape")
    expect(page.locator("#deck > svg:visible")).to_have_count(count)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_runs_over_the_edge_of_a_slide(page, site, lang):
    page.goto(f"{site}{lang}/kit/slides/")
    over = page.evaluate(
        """() => [...document.querySelectorAll("#deck section")]
             .filter((s) => s.scrollHeight > 720 || s.scrollWidth > 1280)
             .map((s) => s.textContent.trim().slice(0, 30))"""
    )
    assert over == []
