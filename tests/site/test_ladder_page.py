"""The ladder's page as built: every criterion with its words, both eras side by side, documents and confidence."""

from __future__ import annotations

import html as entities
import re
from pathlib import Path

import pytest

from wizard.ladder.assess import rule_set_of
from wizard.loading import load
from wizard.pages.official_ladder import before
from wizard.wording import day

SITE = Path(__file__).resolve().parents[2] / "site"
LANGUAGES = ("zh", "en")
KNOWN = load()
ON = KNOWN.general.reviewed
TAG = re.compile(r"<[^>]+>")
KEPT_WHOLE = re.compile(r'<span class="w">([^<]*)</span>')


def html(lang: str) -> str:
    text = (SITE / lang / "official-ladder" / "index.html").read_text(encoding="utf-8")
    return KEPT_WHOLE.sub(r"\1", text)


def part(lang: str, start: str, end: str) -> str:
    """The text of the page from one anchor to another, without tags."""
    text = html(lang)
    return entities.unescape(TAG.sub("\n", text[text.index(f'id="{start}"') : text.index(f'id="{end}"')]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_criterion_in_force_stands_under_its_title(lang):
    titles = [title.id for title in KNOWN.ladder.titles]
    for title, after in zip(KNOWN.ladder.titles, [*titles[1:], "changes"], strict=True):
        rules = rule_set_of(title, KNOWN, ON)
        text = part(lang, title.id, after)
        assert KNOWN.ladder.documents[rules.document].number in text
        for criterion in rules.criteria:
            assert criterion.text[lang] in text
            assert criterion.proof[lang] in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_eras_stand_side_by_side(lang):
    told = part(lang, "changes", "size")
    compared = [title for title in KNOWN.ladder.titles if before(title, ON, KNOWN)]
    assert [title.id for title in compared] == ["srdi", "little_giant"]
    for title in compared:
        now, old = rule_set_of(title, KNOWN, ON), before(title, ON, KNOWN)
        assert old.valid_to < now.valid_from
        for criterion in (*now.criteria, *old.criteria):
            assert criterion.text[lang] in told
        for date in (old.valid_to, now.valid_from):
            assert html(lang).count(day(KNOWN, lang, date)) > len(now.criteria), "each cell says which era it is of"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_it_is_and_leads_into_the_wizard(lang):
    text = entities.unescape(html(lang))
    assert KNOWN.texts["ladder_disclaimer"][lang] in text
    assert f'href="../wizard/#/ladder/topic/{KNOWN.ladder.steps[0].id}"' in text
    papers = text[text.index('id="documents"') :]
    assert [d.number for d in KNOWN.ladder.documents.values() if d.number not in papers] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_only_recalled_is_marked(lang):
    recalled = [rules for rules in KNOWN.ladder.rule_sets if rules.start_recalled]
    assert recalled
    words = KNOWN.texts["ladder_since_recalled"][lang].partition("}")[2]
    assert html(lang).count(words) == len(recalled)


def test_the_size_standard_has_every_bound():
    text = part("zh", "size", "counts")
    for bounds in KNOWN.size["industries"].values():
        for staff, revenue in bounds.values():
            assert f"{staff:,}人" in text
            assert not revenue or f"{revenue:,}万元" in text
