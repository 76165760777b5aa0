"""The pages about the paper, as people use them: the figure lights connections, the matrix filters, nothing spills."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from wizard.loading import load
from wizard.pages.ledger import connecting

PAGES = (
    "",
    "argument/",
    "where-things-stand/",
    "challenges/",
    "links/fill/",
    "matrix/",
    "fields/",
    "figures/",
    "register/",
    "official-ladder/",
    "critical-reading/",
    "evidence/",
    "glossary/",
    "method/",
    "cite/",
    "summary/",
)


def opacity(page, node):
    found = page.locator(f'.arg--wide [data-node="{node}"]')
    return float(found.evaluate("element => getComputedStyle(element).opacity"))


def settle(page, node, dimmed):
    """Waits until a node is dimmed, or is not: the change takes a moment."""
    expect(page.locator(f'.arg--wide [data-node="{node}"]')).to_have_css("opacity", "0.18" if dimmed else "1")


@pytest.mark.parametrize("how", ["pointer", "keyboard"])
def test_a_node_of_the_argument_lights_what_it_is_connected_with(page, site, how):
    page.goto(f"{site}en/argument/")
    talent = page.locator('.arg--wide [data-node="c-talent"]')
    if how == "pointer":
        talent.hover()
    else:
        page.locator('.arg--wide [data-node="c-finance"]').focus()
        page.keyboard.press("Tab")
        expect(talent).to_be_focused()
    settle(page, "l-fill", dimmed=True)
    settle(page, "c-global", dimmed=True)
    assert [opacity(page, node) for node in ("c-talent", "l-strengthen", "p-strengthen")] == [1, 1, 1]


def test_a_node_of_the_argument_leads_to_its_page(page, site):
    page.goto(f"{site}zh/argument/")
    page.locator('.arg--wide [data-node="c-talent"]').click()
    page.wait_for_url("**/zh/challenges/#talent")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_matrix_filters_by_field(page, site, lang):
    page.goto(f"{site}{lang}/matrix/")
    claims = connecting(load(), "innovation", "strengthen")
    named = [claim for claim in claims if "rail" in claim["sectors"]]
    cell = page.locator('a[href="#innovation-strengthen"]:visible')
    expect(cell).to_have_text(str(len(claims)))
    cell.click()
    expect(page.locator("#innovation-strengthen .claim:visible")).to_have_count(len(claims))
    page.locator(".matrix details.no-print summary").click()
    page.locator('input[value="rail"]').check()
    expect(cell).to_have_text(str(len(named)))
    assert 0 < len(named) < len(claims)
    expect(page.locator("#innovation-strengthen .claim:visible")).to_have_count(len(named))
    expect(page.locator("#green-optimize")).to_be_hidden()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_is_wider_than_a_small_phone(browser, site, lang):
    phone = browser.new_page(viewport={"width": 360, "height": 740})
    wide = {}
    for path in PAGES:
        phone.goto(f"{site}{lang}/{path}")
        width = phone.evaluate("() => document.documentElement.scrollWidth")
        if width > 360:
            wide[path] = width
    phone.close()
    assert wide == {}


def test_the_narrow_figure_stands_in_for_the_wide_one(browser, site):
    phone = browser.new_page(viewport={"width": 360, "height": 740})
    phone.goto(f"{site}en/argument/")
    expect(phone.locator(".arg--wide")).to_be_hidden()
    small = phone.locator(".arg--narrow text").evaluate_all(
        "texts => Math.min(...texts.map(text => text.getBoundingClientRect().height))"
    )
    phone.close()
    assert small >= 11, "text in the figure is too small to read on a phone"
