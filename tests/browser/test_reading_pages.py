"""Reading the pages: folds that open for what an address names, the ledger's filter, terms that say what they mean."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from wizard.loading import load


@pytest.mark.parametrize("place", ["2.2.p1.s5", "owners_confidence_is_low"])
def test_an_address_opens_the_fold_that_it_names(page, site, place):
    page.goto(f"{site}zh/evidence/#{place}")
    found = page.locator(f'[id="{place}"]')
    expect(found).to_be_visible()
    expect(found).to_be_in_viewport()
    expect(page.locator('[id="4.5.p2.s4"]')).to_be_hidden()
    page.evaluate("location.hash = '#4.5.p2.s4'")
    expect(page.locator('[id="4.5.p2.s4"]')).to_be_in_viewport()


def test_a_reference_leads_into_its_fold(page, site):
    page.goto(f"{site}en/challenges/")
    page.locator('a.cite[href$="#2.3.p1.s4"]').first.click()
    expect(page.locator('[id="2.3.p1.s4"]')).to_be_in_viewport()


def test_the_first_screen_of_the_evidence_page_is_short(page, site):
    page.goto(f"{site}zh/evidence/")
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") < 4
    expect(page.locator(".ledger-filter input")).to_be_in_viewport()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_ledger_is_filtered_by_words_kind_and_link(page, site, lang):
    page.goto(f"{site}{lang}/evidence/")
    claims = load().claims
    shown = page.locator(".claim:visible")
    expect(shown).to_have_count(0)

    policies = [claim for claim in claims if claim["kind"] == "policy" and "fill" in claim["links"]]
    page.locator("select[name=kind]").select_option("policy")
    page.locator("select[name=link]").select_option("fill")
    expect(shown).to_have_count(sum(len(claim["locators"]) for claim in policies))

    word = {"zh": "注册制", "en": "registration"}[lang]
    told = [claim for claim in policies if word in claim["statement"][lang].lower()]
    page.locator("input[name=words]").fill(word)
    expect(shown).to_have_count(len(told))
    assert told

    page.locator("input[name=words]").fill("2.2.p1.s5")
    expect(shown).to_have_count(0)
    expect(page.locator(".ledger-filter [role=status]")).not_to_be_empty()
    page.locator("select[name=kind]").select_option("")
    expect(shown).to_have_count(sum("2.2.p1.s5" in claim["locators"] for claim in claims))
    expect(page.locator(".sentence:visible")).to_have_count(1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_term_in_prose_says_what_it_means_on_focus_and_on_hover(page, site, lang):
    page.goto(f"{site}{lang}/where-things-stand/")
    term = page.locator("article > p a.term").first
    meaning = term.get_attribute("title")
    hint = page.locator("#hint")
    term.focus()
    expect(hint).to_have_text(meaning)
    expect(term).to_have_attribute("aria-describedby", "hint")
    page.keyboard.press("Escape")
    expect(hint).to_have_count(0)
    term.hover()
    expect(hint).to_be_visible()
    hint.hover()
    expect(hint).to_have_text(meaning)
    page.mouse.move(2, 400)
    expect(hint).to_have_count(0)


def test_a_term_says_what_it_means_at_a_tap_and_the_next_tap_follows(browser, site):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    phone = context.new_page()
    phone.goto(f"{site}zh/links/fill/")
    term = phone.locator("a.term").first
    target = term.get_attribute("href")
    term.tap()
    expect(phone.locator("#hint")).to_be_visible()
    assert phone.url.endswith("/links/fill/")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    term.tap()
    phone.wait_for_url(f"**/{target.removeprefix('../../')}")
    context.close()


BROKEN = """(terms) => {
  const broken = [];
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest("svg, script, style, select, h1, h2, h3, code, details:not([open])")) continue;
    for (const term of terms) {
      for (let at = node.data.indexOf(term); at >= 0; at = node.data.indexOf(term, at + 1)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        const tops = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top)));
        if (tops.size > 1) broken.push(term);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_no_line_breaks_inside_a_short_chinese_term(browser, site, width):
    terms = sorted({entry["term"]["zh"] for entry in load().glossary if len(entry["term"]["zh"]) <= 6})
    made = browser.new_page(viewport={"width": width, "height": 800})
    found = {}
    for path in ("", "challenges/", "links/fill/", "critical-reading/", "glossary/", "summary/", "about/"):
        made.goto(f"{site}zh/{path}")
        broken = made.evaluate(BROKEN, terms)
        if broken:
            found[path] = broken
    made.close()
    assert found == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_header_fits_at_every_width(page, site, lang):
    """The switch of language and the colors stand last in it: they would leave the screen first."""
    page.goto(f"{site}{lang}/register/")
    for width in (320, 360, 480, 720, 960, 1024, 1180, 1280, 1366, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        last = page.locator('[data-md-component="palette"]').bounding_box()
        assert last and last["x"] + last["width"] <= width, width
        assert page.locator(".md-header a[data-switch]").is_visible(), width
