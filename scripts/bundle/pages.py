"""Turns a page of the built site into one that opens by double click, from a folder."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import finish_site

LINK = re.compile(r'(?P<before><(?:a|area)\b[^>]*?\shref=)"(?P<href>[^"]*)"')
STARTER = re.compile(r"\s*<script data-starter>.*?</script>", re.DOTALL)
EARLY = re.compile(r'\s*<script src="[^"]*assets/early\.[^>]*></script>')
CANONICAL = re.compile(r'\s*<link rel="(?:canonical|alternate ?)"[^>]*>')
MATERIAL = re.compile(r'<script src="(?P<up>[^"]*)assets/javascripts/bundle\.')
BODY = re.compile(r"<body[^>]*>")
NOTES = (
    '<p class="unpack-first" id="bundle-unpack" lang="zh-Hans">{unpack[zh]} <span lang="en">{unpack[en]}</span></p>'
    '<p class="note note--warn" id="bundle-lost" role="alert" hidden><span lang="zh-Hans">{lost[zh]}</span> '
    '<span lang="en">{lost[en]}</span> <code></code></p>'
)
"""The first is seen only where the style sheet is not there, as when a page is opened inside the zip; the other where
some files are missing or cut off, with their names (whole.js)."""
WHOLE = Path(__file__).with_name("whole.js").read_text(encoding="utf-8")
END = '<span id="page-end" hidden></span>'
SCRIPT_END = "\n;document.currentScript.whole = true;\n"
LOADED_BY_WORKERS = ("workers", "lunr")
POLICY = (
    "default-src 'none'; script-src 'self'{scripts}; worker-src blob:; connect-src 'self'{data}; img-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'"
)


def with_file(href: str) -> str:
    """The address with the file's name, since a folder has no server to find index.html in it."""
    parts = urlsplit(href)
    last = parts.path.rpartition("/")[2]
    if parts.scheme or parts.netloc or not parts.path or last not in ("", ".", ".."):
        return href
    path = parts.path if parts.path.endswith("/") else parts.path + "/"
    return urlunsplit(parts._replace(path=path + "index.html"))


def digest(code: str) -> str:
    """A script's digest as a policy names it."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode() + "'"


def offline(html: str, page_scripts: dict[str, str], root: str, texts: dict[str, dict[str, str]]) -> str:
    """The page for a folder.

    `page_scripts` names each script that starts Python on a server, and the one that does in a folder; `root` leads
    from the page to the folder; `texts` are the catalogue's. Raises finish_site.BrokenSite where the page has no place
    for its policy.
    """
    html = EARLY.sub("", STARTER.sub("", CANONICAL.sub("", html)))
    html = LINK.sub(lambda m: f'{m["before"]}"{with_file(m["href"])}"', html)
    for over_http, in_folder in page_scripts.items():
        html = html.replace(over_http, in_folder)
    notes = NOTES.format(unpack=texts["bundle_unpack"], lost=texts["bundle_lost"])
    html = BODY.sub(lambda m: m[0] + notes, html, count=1)
    html = MATERIAL.sub(r'<script src="\g<up>search/worker.js"></script>\g<0>', html)
    html = html.replace(finish_site.CHARSET, f'{finish_site.CHARSET}<script data-root="{root}">{WHOLE}</script>')
    html = html.replace("</body>", f"{END}</body>")
    return finish_site.with_policy(html, POLICY)


def mark_ends(folder: Path) -> None:
    """Marks the end of each script and style sheet that pages load, so that whole.js sees where one was cut off.

    The runtime's files need no mark: they are checked by their digests.
    """
    for path in folder.rglob("*.js"):
        inside = path.relative_to(folder).parts
        code = path.read_text(encoding="utf-8")
        if not code.startswith("wizardHeld[") and not set(inside) & set(LOADED_BY_WORKERS):
            path.write_text(code + SCRIPT_END, encoding="utf-8")
    for path in folder.rglob("*.css"):
        mark = re.sub(r"[^A-Za-z0-9_]", "-", path.relative_to(folder).as_posix())
        path.write_text(path.read_text(encoding="utf-8") + f"\n:root {{ --whole-{mark}: 1 }}\n", encoding="utf-8")
