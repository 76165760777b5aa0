"""On paper: every page as Chromium prints it on A4, read back from the PDF."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from wizard.answer_code import encode
from wizard.loading import load

CASES = Path(__file__).resolve().parents[1] / "cases"

MOST_SHEETS = {"links/fill/": 5, "summary/": 5, "cite/": 2, "challenges/": 6, "matrix/": 9, "": 3, "evidence/": 16}
A4 = (595, 842)


def printed(browser, address: str) -> PdfReader:
    """The page as a PDF."""
    page = browser.new_page()
    page.goto(address)
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    return PdfReader(io.BytesIO(pdf))


def squeezed(text: str) -> str:
    """Letters and digits alone: lines may break anywhere, and ligatures are letters too."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def text_of(pdf: PdfReader) -> str:
    """All words of a PDF."""
    return squeezed("".join(page.extract_text() for page in pdf.pages))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", sorted(MOST_SHEETS))
def test_a_page_prints_on_few_sheets_of_a4(browser, site, lang, path):
    pdf = printed(browser, f"{site}{lang}/{path}")
    assert len(pdf.pages) <= MOST_SHEETS[path]
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages} == {A4}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_advice_prints_whole_in_one_column(browser, site, lang):
    """What other pages do to their actions on paper is not for the advice, whose actions are long."""
    case = yaml.safe_load((CASES / "exporter_under_tariffs.yaml").read_text(encoding="utf-8"))
    page = browser.new_page()
    page.goto(f"{site}{lang}/wizard/#/open/{encode(case['answers'], load())}")
    page.locator('#wz[data-place="advice"]').wait_for(timeout=60_000)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    columns = page.locator("#wz .actions").evaluate_all("all => all.map((each) => getComputedStyle(each).columnCount)")
    titles = page.locator("#wz .action__title").all_text_contents()
    page.close()
    assert columns and set(columns) == {"auto"}
    assert len(pdf.pages) <= 17
    if lang == "en":  # a PDF gives some Han signs back as others that look alike
        told = text_of(pdf)
        assert titles and [title for title in titles if squeezed(title) not in told] == []


def test_a_link_page_prints_its_main_points_and_first_steps(browser, site):
    told = text_of(printed(browser, f"{site}en/links/fill/"))
    link = load().link("fill")
    actions = [action for action in load().actions if action.link == "fill"]
    plain = lambda text: squeezed(text["en"])[:40]  # noqa: E731
    assert plain(link.meaning) in told
    assert [a.id for a in actions if plain(a.title) not in told or plain(a.first_step) not in told] == []
    assert [a.id for a in actions if plain(a.done_when) in told] == []


def test_what_is_folded_is_printed(browser, site):
    told = text_of(printed(browser, f"{site}en/evidence/"))
    assert [c["id"] for c in load().claims if squeezed(c["statement"]["en"])[:30] not in told] == []
