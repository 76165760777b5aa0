"""The built pages: the same in both languages, nothing that leads nowhere, nothing fetched from elsewhere."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from wizard.loading import load
from wizard.pages import downloads
from wizard.pages.matrix import fields_of
from wizard.views.setting import Setting

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
LANGUAGES = ("zh", "en")
ANYWHERE = {"a"}
"""Elements that may name another site: a reader follows them, a browser does not fetch them."""


class Page(HTMLParser):
    """What a page's HTML holds that can be followed or fetched."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.title_ids: list[str] = []
        self.references: list[tuple[str, str]] = []
        self.description = ""
        self.data: list[str] = []
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collects ids, references and the description."""
        found = dict(attrs)
        if found.get("id"):
            (self.title_ids if tag == "h1" else self.ids).append(found["id"])
        if tag == "meta" and found.get("name") == "description":
            self.description = found["content"]
        for name in ("href", "src"):
            if found.get(name) is not None:
                self.references.append((tag, found[name]))
        self._in_data = tag == "script" and found.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        """Collects structured data."""
        if self._in_data:
            self.data.append(data)
            self._in_data = False


@cache
def read(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


@cache
def built(lang: str) -> tuple[Path, ...]:
    """Every page of a language. The site has to be there: a test without it would prove nothing."""
    assert (SITE / lang / "index.html").is_file(), "run make site first"
    return tuple(sorted((SITE / lang).rglob("*.html")))


def named(path: Path) -> str:
    return path.relative_to(SITE).as_posix()


def sources(lang: str) -> dict[str, str]:
    folder = ROOT / "docs" / lang
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def views(text: str) -> list[str]:
    return re.findall(r"\{\{\s*(view\([^)]*\))\s*\}\}", text)


def test_both_languages_have_the_same_pages_with_the_same_views():
    zh, en = sources("zh"), sources("en")
    assert sorted(zh) == sorted(en)
    assert {name: views(text) for name, text in zh.items()} == {name: views(text) for name, text in en.items()}


def test_both_languages_have_the_same_anchors():
    """Whoever changes the language finds the same places. Only a page's title has an id made from its words."""
    for path in built("zh"):
        other = SITE / "en" / path.relative_to(SITE / "zh")
        assert sorted(read(path).ids) == sorted(read(other).ids), named(path)


def test_both_configurations_list_the_same_pages():
    def listed(item):
        if isinstance(item, str):
            return [item]
        inside = item if isinstance(item, list) else item.values()
        return [page for child in inside for page in listed(child)]

    class Loader(yaml.SafeLoader):
        """Passes over what only MkDocs understands."""

    Loader.add_constructor("!ENV", lambda loader, node: None)
    navs = [
        listed(yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader)["nav"])
        for name in ("mkdocs.yml", "mkdocs.en.yml")
    ]
    assert navs[0] == navs[1]
    assert len(navs[0]) == len(set(navs[0]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_describes_itself_in_its_own_words(lang):
    descriptions = {named(path): read(path).description for path in built(lang)}
    assert [name for name, text in descriptions.items() if len(text) < 15] == []
    assert len(set(descriptions.values())) == len(descriptions), "two pages share a description"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reference_to_a_sentence_has_its_entry(lang):
    evidence = set(read(SITE / lang / "evidence" / "index.html").ids)
    cited = {
        (named(path), href.split("#")[1])
        for path in built(lang)
        for tag, href in read(path).references
        if tag == "a" and "evidence/#" in href
    }
    assert len(cited) > 100
    assert sorted(where for where in cited if where[1] not in evidence) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_of_the_map_and_every_claim_has_an_anchor(lang):
    evidence = read(SITE / lang / "evidence" / "index.html").ids
    sentences = json.loads((ROOT / "seeds" / "sentences.json").read_text(encoding="utf-8"))
    locators = re.findall(r'"((?:abstract|\d(?:\.\d)?\.p\d+)\.s\d+)"', json.dumps(sentences))
    assert len(set(locators)) == 128
    claims = [claim["id"] for claim in load().claims]
    assert [id for id in {*locators, *claims} if evidence.count(id) != 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_of_the_glossary_has_an_anchor(lang):
    ids = read(SITE / lang / "glossary" / "index.html").ids
    assert [entry["id"] for entry in load().glossary if ids.count(entry["id"]) != 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_id_stands_twice_on_a_page(lang):
    twice = {named(path): {id for id in read(path).ids if read(path).ids.count(id) > 1} for path in built(lang)}
    assert {name: ids for name, ids in twice.items() if ids} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_fetches_anything_from_another_site(lang):
    outside = [
        (named(path), tag, href)
        for path in built(lang)
        for tag, href in read(path).references
        if tag not in ANYWHERE and urlsplit(href).netloc
    ]
    # With a public address, pages name themselves in <link>; that is no request.
    own = re.compile(r'<link rel="(?:canonical|alternate )"[^>]*href="([^"]+)"')
    named_by_themselves = {href for path in built(lang) for href in own.findall(path.read_text(encoding="utf-8"))}
    assert [found for found in outside if found[2] not in named_by_themselves] == []


def test_every_page_keeps_its_address_from_other_sites():
    """Where a host sends no headers, the page says so itself."""
    pages = list(SITE.rglob("*.html"))
    silent = '<meta name="referrer" content="no-referrer">'
    assert len(pages) > 40
    assert [named(path) for path in pages if silent not in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_structured_data_tells_of_the_page_and_the_paper(lang):
    record = yaml.safe_load((ROOT / "seeds" / "record.yaml").read_text(encoding="utf-8"))
    for path in built(lang):
        (text,) = read(path).data
        data = json.loads(text)
        assert data["@type"] == "WebPage"
        assert data["description"] == read(path).description
        assert data["about"]["@type"] == "ScholarlyArticle"
        assert data["about"]["headline"] == record["title"]["zh"]
        assert "author" not in data["about"], "the text at hand names no authors"


def test_the_downloads_hold_the_whole_ledger():
    catalogue = load()
    files = {name: (SITE / "assets" / name).read_bytes().decode() for name in downloads.files(catalogue)}
    assert files == downloads.files(catalogue)
    ledger = files[downloads.file_name("ledger", "csv", catalogue)]
    rows = list(csv.DictReader(ledger.removeprefix("\ufeff").splitlines()))
    assert [row["id"] for row in rows] == [claim["id"] for claim in catalogue.claims]
    data = json.loads(files[downloads.file_name("ledger", "json", catalogue)])
    assert data["version"] == catalogue.general.reviewed
    assert data["claims"] == list(catalogue.claims)


def test_every_field_can_be_filtered_by_style_alone():
    """The filter of the matrix is CSS; a field that the style sheet does not know would show nothing new."""
    style = (ROOT / "docs" / "assets" / "pages.css").read_text(encoding="utf-8")
    fields = fields_of(Setting(load(), "en"))
    assert len(fields) == 10
    assert [field for field in fields if style.count(f'[data-for="{field}"]') != 1] == []
    assert [field for field in fields if style.count(f':not([data-sectors~="{field}"])') != 1] == []


def test_the_glossary_lists_every_term_once():
    grouped = [id for group in load().pages["glossary_groups"] for id in group["terms"]]
    assert sorted(grouped) == sorted(entry["id"] for entry in load().glossary)
