"""Small files that machines ask for: robots.txt, the feeds of changes, and with a public address security.txt.

Usage: web_files.py [SITE]     (SITE_URL in the environment is the public address)
"""

from __future__ import annotations

import os
import sys
import uuid
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from wizard.loading import load
from wizard.source import FOLDER, read_file

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"zh": "zh-Hans", "en": "en"}
ATOM = "http://www.w3.org/2005/Atom"
NAMES = {"zh": "五链：更新", "en": "Five Links: changes"}
AUTHOR = {"zh": "五链", "en": "Five Links"}


def robots(url: str) -> str:
    """Everyone may read everything; where the site maps are, once the address is known."""
    maps = "".join(f"Sitemap: {url}{lang}/sitemap.xml\n" for lang in LANGUAGES) if url else ""
    return f"User-agent: *\nDisallow:\n{maps}"


def security(url: str, reviewed: str) -> str:
    """Where to tell of a fault (RFC 9116); good for a year from the last review."""
    year, rest = reviewed[:4], reviewed[4:]
    return (
        f"Contact: {url}en/about/#licence\n"
        f"Expires: {int(year) + 1}{rest}T00:00:00Z\n"
        "Preferred-Languages: zh, en\n"
        f"Canonical: {url}.well-known/security.txt\n"
    )


def lasting_id(name: str) -> str:
    """An address-free id that stays the same wherever the site stands."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"five-links:{name}").urn


def feed(lang: str, url: str) -> str:
    """The changes in one language, as Atom. Without an address it has no links."""
    changes = read_file(FOLDER / "changes.yaml")
    root = Element("feed", {"xmlns": ATOM, "xml:lang": LANGUAGES[lang]})
    SubElement(root, "id").text = lasting_id(f"feed-{lang}")
    SubElement(root, "title").text = NAMES[lang]
    SubElement(root, "updated").text = f"{max(change['date'] for change in changes)}T00:00:00Z"
    SubElement(SubElement(root, "author"), "name").text = AUTHOR[lang]
    if url:
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{url}feed.{lang}.xml"})
        SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{url}{lang}/"})
    for change in changes:
        entry = SubElement(root, "entry")
        SubElement(entry, "id").text = lasting_id(f"{change['id']}-{lang}")
        SubElement(entry, "title").text = change["title"][lang]
        SubElement(entry, "updated").text = f"{date.fromisoformat(change['date'])}T00:00:00Z"
        SubElement(entry, "content", {"type": "text"}).text = change["text"][lang]
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def write(site: Path, url: str) -> None:
    """Writes all of them."""
    (site / "robots.txt").write_text(robots(url), encoding="utf-8")
    for lang in LANGUAGES:
        (site / f"feed.{lang}.xml").write_text(feed(lang, url), encoding="utf-8")
    if url:
        folder = site / ".well-known"
        folder.mkdir(exist_ok=True)
        (folder / "security.txt").write_text(security(url, load().general.reviewed), encoding="utf-8")
    # GitHub Pages would leave out folders that begin with a dot or an underscore.
    (site / ".nojekyll").touch()


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site", os.environ.get("SITE_URL", ""))
