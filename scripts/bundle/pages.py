"""Turns a page of the built site into one that opens by double click, from a folder."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import urlsplit, urlunsplit

import finish_site

LINK = re.compile(r'(?P<before><(?:a|area)\b[^>]*?\shref=)"(?P<href>[^"]*)"')
PRELOAD = re.compile(r'\s*<link rel="preload"[^>]*>')
EARLY = re.compile(r'\s*<script src="[^"]*assets/early\.[^>]*></script>')
CANONICAL = re.compile(r'\s*<link rel="(?:canonical|alternate )"[^>]*>')
MATERIAL = re.compile(r'<script src="(?P<up>[^"]*)assets/javascripts/bundle\.')
BODY = re.compile(r"<body[^>]*>")
UNPACK = (
    '<p class="unpack-first" lang="zh-Hans">这一页旁边的文件不见了：请先把压缩包整个解压出来，再打开其中的start.html。'
    '<span lang="en">The files beside this page are missing: unpack the whole zip first, then open start.html.</span>'
    "</p>"
)
"""Seen only where the style sheet is not there, as when a page is opened inside the zip."""
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


def offline(html: str, page_scripts: dict[str, str]) -> str:
    """The page for a folder.

    `page_scripts` names each script that starts Python on a server, and the one that does in a folder. Raises
    finish_site.BrokenSite where the page has no place for its policy.
    """
    html = EARLY.sub("", PRELOAD.sub("", CANONICAL.sub("", html)))
    html = LINK.sub(lambda m: f'{m["before"]}"{with_file(m["href"])}"', html)
    for over_http, held in page_scripts.items():
        html = html.replace(over_http, held)
    html = BODY.sub(lambda m: m[0] + UNPACK, html, count=1)
    html = MATERIAL.sub(r'<script src="\g<up>search/worker.js"></script>\g<0>', html)
    return finish_site.with_policy(html, POLICY)
