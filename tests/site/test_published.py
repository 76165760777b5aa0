"""The site with a public address below a path: what names that address, and the files that need it."""

from __future__ import annotations

import json
import re
import subprocess
from urllib.parse import urljoin

import pytest
from elsewhere import ROOT, built

URL = "https://example.org/some/path/"
LANGUAGES = ("zh", "en")
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
ALTERNATE = re.compile(r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)"')
READ_MAP = """
import { createReadStream } from "node:fs";
import { ErrorLevel, XMLToSitemapItemStream } from "sitemap";
const told = [];
const read = createReadStream(process.argv[1]).pipe(new XMLToSitemapItemStream({ level: ErrorLevel.THROW }));
for await (const item of read) told.push(item);
console.log(JSON.stringify(told));
"""


@pytest.fixture(scope="module")
def site_with_address(tmp_path_factory):
    """The built folder."""
    folder = tmp_path_factory.mktemp("published")
    built(folder, "build_site", url=URL, runtime=ROOT / "build")
    return folder / "site"


def pages(site, lang):
    return {f"{path.parent.relative_to(site).as_posix()}/": path for path in (site / lang).rglob("index.html")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_site_map_lists_every_page_once(site_with_address, lang):
    command = [ROOT / ".venv" / "bin" / "node", "--input-type=module", "-e", READ_MAP]
    told = subprocess.run(
        [*command, site_with_address / lang / "sitemap.xml"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    listed = [item["url"] for item in json.loads(told.stdout)]
    assert sorted(listed) == sorted(URL + page for page in pages(site_with_address, lang))
    robots = (site_with_address / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {URL}{lang}/sitemap.xml" in robots


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_names_itself_and_its_other_language(site_with_address, lang):
    for name, path in pages(site_with_address, lang).items():
        html = path.read_text(encoding="utf-8")
        assert CANONICAL.findall(html) == [URL + name]
        named = dict(ALTERNATE.findall(html))
        assert {named["zh-Hans"], named["en"]} == {URL + "/".join([own, *name.split("/")[1:]]) for own in LANGUAGES}
        (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        assert json.loads(data)["url"] == URL + name
        (picture,) = re.findall(r'<meta property="og:image" content="([^"]+)"', html)
        assert (site_with_address / picture.removeprefix(URL)).is_file()


def test_the_page_for_wrong_addresses_finds_its_way_from_any_depth(site_with_address):
    html = (site_with_address / "404.html").read_text(encoding="utf-8")
    for name in re.findall(r'(?:href|src)="([^"]+)"', html):
        target = urljoin(f"{URL}zh/deep/down/", name)
        assert target.startswith(URL), name
        file = site_with_address / target.removeprefix(URL)
        assert (file / "index.html" if name.endswith("/") else file).is_file(), name


def test_security_txt_names_its_own_place(site_with_address):
    text = (site_with_address / ".well-known" / "security.txt").read_text(encoding="utf-8")
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert fields["Canonical"] == f"{URL}.well-known/security.txt"
    page, _, place = fields["Contact"].removeprefix(URL).partition("#")
    assert f'id="{place}"' in (site_with_address / page / "index.html").read_text(encoding="utf-8")
