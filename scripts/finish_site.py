"""What is done to a built site: a security policy in every page, and away with what nobody needs.

Usage: python scripts/finish_site.py [SITE]     (SITE_URL in the environment keeps the site maps)

Running it again changes nothing more.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import name_assets
import search_terms
import whole_terms

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("zh", "en")
KEPT_LUNR = {"lunr.stemmer.support.min.js", "lunr.multi.min.js", "lunr.zh.min.js"}
POLICY = (
    "default-src 'none'; script-src 'self'{scripts}; worker-src 'self'{data}; connect-src 'self'{data}; "
    "img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
)
BOOT = 'id="wz-boot"'
"""Marks the pages that start Python; only they may run it."""
WHOLE = '<span class="w">'
"""Marks the pages whose terms are kept whole already."""
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
CHARSET = '<meta charset="utf-8">'
OLD_POLICY = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>')
TOGGLE = re.compile(r'(?P<start><input class="md-toggle"[^>]*?) autocomplete="off">')
SEARCH = re.compile(
    r'(?P<start><div class="md-search" data-md-component="search") role="dialog">'
    r'(?P<rest>.*?class="md-search__input"[^>]* aria-label="(?P<name>[^"]*)")',
    re.DOTALL,
)
EAGER = re.compile(r'\(location\.protocol!=="file:"\)(?=,\w+\("search"\)\)\.pipe\()')
TABLE = re.compile(r"<table>\s*<thead>(?P<heads>.*?)</thead>(?P<rows>.*?)</table>", re.DOTALL)
SWITCH = re.compile(r'<a class="top-link" data-switch href="(?P<href>[^"]*)" hreflang=')


class BrokenSite(Exception):
    """The built site is not as it should be; the message says where."""


def policy(html: str, pattern: str = POLICY) -> str:
    """The policy for a page: nothing but the site itself, and the page's own inline scripts by their digests."""
    digests = set()
    for script in SCRIPT.finditer(html):
        kind = re.search(r'type="?([^"\s>]+)', script["attributes"])
        if " src=" in script["attributes"] or (kind and kind[1] not in ("module", "text/javascript")):
            continue
        digest = hashlib.sha256(script["code"].encode("utf-8")).digest()
        digests.add(" 'sha256-" + base64.b64encode(digest).decode() + "'")
    starts = BOOT in html
    scripts = (" 'wasm-unsafe-eval' blob:" if starts else "") + "".join(sorted(digests))
    return pattern.format(scripts=scripts, data=" blob:" if starts else "")


def with_policy(html: str, pattern: str = POLICY) -> str:
    """The page with its policy, which stands before everything that it rules."""
    html = OLD_POLICY.sub("", html)
    tag = f'{CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{policy(html, pattern)}">'
    if html.count(CHARSET) != 1:
        raise BrokenSite("no <meta charset> to put the policy after")
    return html.replace(CHARSET, tag)


def mended(html: str) -> str:
    """Material's own markup, as validators want it.

    No blank lines left by templates, no label without its field,
    no `autocomplete` on a checkbox, and a name for the search dialog, which is that of its field. Tables of Markdown
    scroll from the start: Material's script would wrap them later, and what stands below would move.
    """
    html = html.replace('<label class="md-overlay" for="__drawer"></label>', "")
    html = TABLE.sub(scrolling, html)
    html = TOGGLE.sub(r"\g<start>>", html)
    html = SEARCH.sub(r'\g<start> role="dialog" aria-label="\g<name>">\g<rest>', html)
    return re.sub(r"\n(?:[ \t]*\n)+", "\n", html)


def scrolling(table: re.Match[str]) -> str:
    """A table of Markdown as the project's own tables are, named after its heads."""
    heads = [re.sub(r"<[^>]*>", "", head).strip() for head in re.findall(r"<th[^>]*>(.*?)</th>", table["heads"])]
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{" · ".join(filter(None, heads))}">'
        f'<table class="facts"><thead>{table["heads"]}</thead>{table["rows"]}</table></div>'
    )


def with_lazy_search(site: Path) -> None:
    """Material fetches the search index with every page; here, when search is opened. It has the switch for that."""
    for path in site.glob("*/assets/javascripts/bundle.*.js"):
        code = path.read_text(encoding="utf-8")
        lazy, found = EAGER.subn("(!1)", code)
        if found != 1 and "(!1)," not in code:
            raise BrokenSite(f"{path.relative_to(site)}: where the search index is fetched was not found")
        path.write_text(lazy, encoding="utf-8")


def check_switch(site: Path, page: Path, html: str) -> None:
    """The language switch leads to a page that exists."""
    for switch in SWITCH.finditer(html):
        target = urlsplit(urljoin(page.relative_to(site).as_posix(), switch["href"])).path
        target = site / target
        if not (target if target.suffix else target / "index.html").is_file():
            raise BrokenSite(f"{page.relative_to(site)}: the language switch leads nowhere: {switch['href']}")


def unneeded(site: Path, public: bool) -> list[Path]:
    """Files of Material and MkDocs that no page asks for."""
    files = []
    for lang in LANGUAGES:
        folder = site / lang
        files += folder.rglob("*.map")
        files += (path for path in (folder / "assets/javascripts/lunr").rglob("*.js") if path.name not in KEPT_LUNR)
        files.append(folder / "assets/images/favicon.png")
        files.append(folder / "sitemap.xml.gz")
        files += [] if public else [folder / "sitemap.xml"]
    return files


def finish(site: Path, public: bool) -> None:
    """Finish a built site in place. `public` says that its address is known."""
    for path in unneeded(site, public):
        path.unlink(missing_ok=True)
    for folder in sorted(site.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    for lang in LANGUAGES:
        for path in (*(site / lang / "assets").rglob("*.js"), *(site / lang / "assets").rglob("*.css")):
            text = path.read_text(encoding="utf-8")
            bare = re.sub(r"\n?(?://|/\*)# sourceMappingURL=\S+(?: \*/)?\s*\Z", "\n", text)
            if bare != text:
                path.write_text(bare, encoding="utf-8")
    with_lazy_search(site)
    name_assets.rename(site)
    terms = whole_terms.pattern(search_terms.read())
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if CHARSET not in html:
            continue
        check_switch(site, path, html)
        done = mended(html)
        if path.is_relative_to(site / "zh") and BOOT not in html and WHOLE not in html:
            done = whole_terms.kept(done, terms)
        done = with_policy(done)
        if done != html:
            path.write_text(done, encoding="utf-8")


if __name__ == "__main__":
    try:
        finish(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site", bool(os.environ.get("SITE_URL")))
    except BrokenSite as error:
        sys.exit(f"finish_site: {error}")
