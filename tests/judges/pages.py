"""The pages that the judges see, and the kinds of page of which one stands for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 360)]
"""Light and dark, desk and phone."""


def every() -> list[str]:
    """Every page of the built site, by its path. The site has to be there: judging nothing would prove nothing."""
    assert (SITE / "index.html").is_file(), "run make site first"
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))


def prose() -> list[str]:
    """Every page but those that load Python, which have limits of their own."""
    return [page for page in every() if 'id="wz-boot"' not in (SITE / page).read_text(encoding="utf-8")]


TOLD_IN = ("content", "aria-label", "alt", "title", "placeholder")
SAID_IN = ("description", "og:title", "og:description")


def texts(page: str) -> Iterator[str]:
    """What the HTML of a page says in its own language: what is seen, read out or told to search engines."""
    body = html.document_fromstring(page.encode(), html.HTMLParser(encoding="utf-8"))
    own = body.get("lang")
    for node in body.iter(etree.Element):
        lang = next((up.get("lang") for up in (node, *node.iterancestors()) if up.get("lang")), own)
        hidden = node.tag in ("script", "style", "code", "kbd")
        if lang == own and not hidden:
            said = node.tag != "meta" or (node.get("name") or node.get("property")) in SAID_IN
            yield from (node.get(name) for name in TOLD_IN if said and node.get(name))
            yield from (part for part in (node.text, *(child.tail for child in node)) if part and part.strip())
