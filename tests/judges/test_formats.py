"""Files for other programs, read as those programs read them: manifest, feeds, calendar, robots, security, site map."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
from datetime import UTC, date, datetime
from urllib import robotparser
from urllib.parse import urljoin

import feedparser
import pytest
from icalendar import Calendar
from pages import ROOT, SITE, every

from wizard.app.handle import handle
from wizard.app.state import State, dump, fields_of
from wizard.loading import load
from wizard.source import FOLDER, read_file

sys.path.insert(0, str(ROOT / "scripts"))
import web_files

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
STRICT = {
    "strict": True,
    "noEmit": True,
    "skipLibCheck": True,
    "types": [],
    "target": "es2022",
    "module": "esnext",
    "moduleResolution": "bundler",
}
LANGUAGES = ("zh", "en")
URL = "https://example.org/some/path/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_manifest(lang):
    told = json.loads((SITE / "assets" / f"{lang}.webmanifest").read_text(encoding="utf-8"))
    here = f"{URL}assets/{lang}.webmanifest"
    assert urljoin(here, told["scope"]) == URL and urljoin(here, told["start_url"]) == f"{URL}{lang}/"
    assert told["display"] in ("fullscreen", "standalone", "minimal-ui") and told["short_name"] and told["lang"]
    for icon in told["icons"]:
        width, height = struct.unpack(">II", (SITE / "assets" / icon["src"]).read_bytes()[16:24])
        assert icon["sizes"] == f"{width}x{height}"
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    for shortcut in told["shortcuts"]:
        assert (SITE / "assets" / shortcut["url"] / "index.html").resolve().is_file()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("url", ["", URL])
def test_feed(lang, url):
    read = feedparser.parse(web_files.feed(lang, url))
    assert not read.bozo and read.version == "atom10" and read.feed.language == web_files.LANGUAGES[lang]
    ids = [entry.id for entry in read.entries]
    assert len(set(ids)) == len(read_file(FOLDER / "changes.yaml")) and all(id.startswith("urn:uuid:") for id in ids)
    for part in (read.feed, *read.entries):
        assert part.title and part.updated_parsed
    assert [link.href for link in read.feed.get("links", [])] == (
        [f"{url}feed.{lang}.xml", f"{url}{lang}/"] if url else []
    )


def test_robots():
    for url in ("", URL):
        read = robotparser.RobotFileParser()
        read.parse(web_files.robots(url).splitlines())
        assert read.can_fetch("anyone", f"{URL}zh/wizard/")
        assert read.site_maps() == ([f"{URL}{lang}/sitemap.xml" for lang in LANGUAGES] if url else None)


def test_security():
    reviewed = load().general.reviewed
    fields = dict(line.split(": ", 1) for line in web_files.security(URL, reviewed).splitlines())
    assert fields["Contact"].startswith("https://") and fields["Canonical"] == f"{URL}.well-known/security.txt"
    left = datetime.fromisoformat(fields["Expires"].replace("Z", "+00:00")) - datetime.fromisoformat(reviewed).replace(
        tzinfo=UTC
    )
    assert 0 < left.days <= 366


def test_calendar():
    plan = [{"action": "name_three_chain_gaps", "by": "2026-12-24", "who": "李; Li, \\n", "note": "BEGIN:VEVENT"}]
    state = json.dumps({**json.loads(dump(State(fields_of({"sector": "rail"})))), "plan": plan})
    request = {"lang": "zh", "state": state, "from": "plan", "place": "plan", "pairs": [], "do": "export:calendar"}
    (file,) = handle({**request, "today": "2026-11-24"}, load())["files"]
    calendar = Calendar.from_ical(file["text"])
    (event,) = calendar.walk("VEVENT")
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and event["UID"] and event["DTSTAMP"]
    assert event.decoded("DTSTART") == date(2026, 12, 24)
    assert all(len(line.encode()) <= 75 for line in file["text"].split("\r\n"))


@pytest.mark.parametrize("change", [None, ("headline", "headlin"), ("WebPage", "WebPagee")])
def test_structured_data_is_made_of_schema_org_words(change, tmp_path):
    """TypeScript judges it by schema-dts, Google's form of the vocabulary; a word that is none is found."""
    found = {text for page in every() for text in DATA.findall((SITE / page).read_text(encoding="utf-8"))}
    assert len(found) > 40
    lines = ['import type * as known from "schema-dts";']
    for number, text in enumerate(sorted(found)):
        kind = json.loads(text)["@type"]
        changed = text.replace(*change) if change else text
        lines.append(f"export const page{number}: known.WithContext<known.{kind}> = {changed};")
    (tmp_path / "pages.ts").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": STRICT, "files": ["pages.ts"]}))
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    command = [ROOT / ".venv" / "bin" / "node", ROOT / "node_modules" / "typescript" / "bin" / "tsc", "-p", tmp_path]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    assert (told == []) is (change is None), told[:5]
