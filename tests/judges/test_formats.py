"""Files for other programs, read as those programs read them: manifest, feeds, calendar, robots, security, site map."""

from __future__ import annotations

import json
import struct
import sys
from datetime import UTC, date, datetime
from urllib import robotparser
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from pages import ROOT, SITE

from wizard.app.handle import handle
from wizard.app.state import State, dump, fields_of
from wizard.loading import load

sys.path.insert(0, str(ROOT / "scripts"))
import web_files

LANGUAGES = ("zh", "en")
URL = "https://example.org/some/path/"
ATOM = "{http://www.w3.org/2005/Atom}"


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
    root = ElementTree.fromstring(web_files.feed(lang, url))
    assert root.tag == f"{ATOM}feed"
    ids = [node.text for node in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) >= 3 and all(id.startswith("urn:uuid:") for id in ids)
    for part in (root, *root.iter(f"{ATOM}entry")):
        assert part.find(f"{ATOM}title").text
        datetime.fromisoformat(part.find(f"{ATOM}updated").text.replace("Z", "+00:00"))
    assert len(root.findall(f"{ATOM}link")) == (2 if url else 0)


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


def test_structured_data_names_what_schema_org_knows():
    page = (SITE / "en" / "index.html").read_text(encoding="utf-8")
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["@context"] == "https://schema.org"
    assert date.fromisoformat(data["dateModified"])
