"""The register in the browser: filters by pointer and by keys, without a script, from a file; on paper all is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from wizard.loading import load
from wizard.pages.downloads import file_name
from wizard.register import state, unserved

SITE = Path(__file__).resolve().parents[2] / "site"
KNOWN = load()
ON = KNOWN.general.reviewed
MISSING = unserved(KNOWN, ON)


def ids(page) -> list[str]:
    """The instruments that can be seen."""
    return page.locator(".instrument[data-instrument]:visible").evaluate_all(
        "all => all.map(i => i.dataset.instrument)"
    )


def fitting(**chosen: str) -> set[str]:
    """The instruments that a choice should leave."""
    return {
        id
        for id, i in KNOWN.instruments.items()
        if chosen.get("challenge", i.challenges[0]) in i.challenges
        and chosen.get("link", i.links[0]) in i.links
        and chosen.get("state", state(i, ON)) == state(i, ON)
    }


def choose(page, **chosen: str) -> None:
    for name, value in chosen.items():
        page.locator(f'[name="{name}"][value="{value}"]').check()


@pytest.mark.parametrize(
    "chosen",
    [
        {"challenge": "finance"},
        {"challenge": "finance", "link": "stabilize"},
        {"state": "ended"},
        {"challenge": "coordination", "state": "ask"},
    ],
    ids=str,
)
def test_a_choice_leaves_what_fits_it_without_any_script(browser, chosen):
    """From a file, with scripts off: the filter is style alone."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((SITE / "zh" / "register" / "index.html").as_uri())
    everything = ids_without_script(page)
    assert set(everything) == set(KNOWN.instruments)
    choose(page, **chosen)
    left = ids_without_script(page)
    page.context.close()
    assert set(left) == fitting(**chosen)
    assert 0 < len(left) < len(everything)


def ids_without_script(page) -> list[str]:
    shown = page.locator(".instrument[data-instrument]:visible")
    return [shown.nth(at).get_attribute("data-instrument") for at in range(shown.count())]


def test_the_filter_works_by_keys_and_counts_what_is_left(page, site):
    page.goto(f"{site}en/register/")
    page.locator('[name="challenge"][value="all"]').focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator('[name="challenge"][value="talent"]')).to_be_checked()
    assert set(ids(page)) == {"sme_service_network"}
    expect(page.locator(".instrument--none:visible h3")).to_have_text([MISSING[0].name["en"]])
    page.keyboard.press("Tab")
    expect(page.locator('[name="link"][value="all"]')).to_be_focused()


def test_on_paper_every_entry_is_there_whatever_was_chosen(page, site):
    page.goto(f"{site}zh/register/")
    choose(page, challenge="green", state="open")
    assert len(ids(page)) < len(KNOWN.instruments)
    page.emulate_media(media="print")
    assert set(ids(page)) == set(KNOWN.instruments)
    expect(page.locator(".register__filter")).to_be_hidden()


def test_the_table_can_be_downloaded(page, site):
    page.goto(f"{site}en/register/")
    with page.expect_download() as started:
        page.locator(".register .downloads a").click()
    assert started.value.suggested_filename == file_name("register", "csv", KNOWN)


def test_an_instrument_of_the_advice_leads_to_its_entry(page, site):
    page.goto(f"{site}zh/links/connect/")
    page.locator('#instruments ~ ul a[href$="#open_licensing"]').click()
    page.wait_for_url("**/zh/register/#open_licensing")
    expect(page.locator("#open_licensing")).to_be_in_viewport()
