"""The wizard as one HTML file: nothing beside it, nothing from outside, both languages inside."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

from runtime import write as runtime

from . import held, one_engine, pages

PAPER = "on-paper"
"""The page for browsers in which nothing runs: it stands in the file unpacked."""
CITED = ("evidence", "about", PAPER, "register", "official-ladder")
"""Pages that the wizard's views refer to."""
OF_THE_WORKSHOP = ("workshop", "entry", "scan")
"""Files of the runtime that the wizard never asks for."""
NAMES = {"zh": ("zh-Hans", "English"), "en": ("en", "中文")}
ARTICLE = re.compile(r'<article[^>]* id="main"[^>]*>(.*?)</article>', re.DOTALL)
OUTSIDE = re.compile(r'<a\b[^>]*?\shref="(?:https?:|mailto:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
ELSEWHERE = re.compile(r'<a\b[^>]*?\shref="(?P<href>[^"#]+)(?:#[^"]*)?"[^>]*>(?P<text>.*?)</a>', re.DOTALL)
WITHOUT_SCRIPTS = re.compile(r'(<noscript>(?:(?!</noscript>).)*?<a href=)"[^"]*"', re.DOTALL)
IMAGE = re.compile(r'(<img\b[^>]*?\ssrc=)"([^"]*)"')
POLICY = (
    "default-src 'none'; script-src{scripts} 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src blob:; "
    "img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


def article(site: Path, lang: str, name: str) -> str:
    """What a built page says, without links that lead out of the file. AttributeError where the page has no article."""
    path = site / lang / name / "index.html"
    inner = ARTICLE.search(path.read_text(encoding="utf-8"))[1]
    inner = OUTSIDE.sub(r"\1", inner)
    inner = ELSEWHERE.sub(lambda m: m[0] if m["href"].strip("./").partition("/")[0] in CITED else m["text"], inner)
    return IMAGE.sub(lambda m: f'{m[1]}"{_inlined(path.parent / m[2])}"', inner)


def _inlined(path: Path) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(path.read_bytes()).decode("ascii")


def body(site: Path, lang: str, close: str) -> str:
    """The wizard's page in one language: a header with the switch, the article, and room for the pages it cites."""
    code, other = NAMES[lang]
    switch = next(each for each in NAMES if each != lang)
    boot = one_engine.BOOT.search(_read(site / lang / "wizard" / "index.html"))[0]
    wizard = WITHOUT_SCRIPTS.sub(r'\1"#held-paper"', article(site, lang, "wizard"))
    return (
        f'<div lang="{code}"><header class="one"><a class="top-link" data-switch href="?{switch}">{other}</a></header>'
        f'<main class="md-content"><article class="md-typeset page wizard" id="main">{wizard}</article>'
        f'<script id="wz-boot" type="application/json">{one_engine.listed(boot)}</script>'
        f'</main><dialog class="md-typeset page"><form method="dialog"><button class="btn">{close}</button></form>'
        "<div></div></dialog></div>"
    )


def packed_parts(site: Path, build: Path, close: dict[str, str]) -> dict[str, bytes]:
    """What lies packed in the file, by name: the runtime, and in each language the wizard's page and what it cites."""
    boot = json.loads(one_engine.listed(_read(build / "boot.json")))
    names = [entry["name"] for key, entry in boot["files"].items() if key not in OF_THE_WORKSHOP]
    parts = {name: (build / "runtime" / f"{name}.gz").read_bytes() for name in names}
    for lang in NAMES:
        parts[f"{lang}.html"] = runtime.gzipped(body(site, lang, close[lang]).encode())
        for name in CITED:
            parts[f"{lang}.{name}.html"] = runtime.gzipped(article(site, lang, name).encode())
    return parts


def cost_of(lang: str, parts: dict[str, bytes]) -> int:
    """The bytes that a language adds to the file of the other one."""
    return sum(len(held.text(content)) for name, content in parts.items() if name.startswith(f"{lang}."))


def page(site: Path, parts: dict[str, bytes], lang: str, texts: dict[str, dict[str, str]]) -> str:
    """The whole file, with `lang` as its first language; `texts` are the catalogue's.

    What is seen comes first, then the packed parts, then the script that starts: a file that was cut off shows its page
    and says so.
    """
    sheets = [*sorted((site / lang / "assets" / "stylesheets").glob("*.css")), *(site / "assets").glob("style.*.css")]
    style = "\n".join(_read(path) for path in sheets)
    cut, old = _read(Path(__file__).with_name("cut.js")), _read(runtime.WEB / "old.js")
    start = "\n".join(_read(runtime.WEB / f"{name}.js") for name in ("held", "start", "single"))
    wizard = _read(runtime.IDIOMORPH) + "\n" + _read(runtime.WEB / "page.js")
    policy = POLICY.format(scripts="".join(f" {pages.digest(code)}" for code in (cut, old, start, wizard)))
    title = re.search(r"<title>(.*?)</title>", _read(site / lang / "wizard" / "index.html"))[1]
    told = " ".join(texts["single_cut"][each] for each in (lang, *(other for other in NAMES if other != lang)))
    return "".join(
        [
            f'<!doctype html>\n<html lang="{NAMES[lang][0]}" data-own="{lang}">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width,initial-scale=1">\n',
            f'<title>{title}</title>\n<script data-text="{told}">{cut}</script>\n<style>{style}</style>\n</head>\n',
            '<body data-md-color-scheme="default">\n<div id="one">',
            body(site, lang, texts["back_to_wizard"][lang]),
            f'</div>\n<noscript id="held-paper"><div class="md-typeset page">{article(site, lang, PAPER)}</div>',
            "</noscript>\n",
            f"<script>{old}</script>\n",
            *(
                f'<script type="text/plain" id="held-{name}">{held.text(content)}</script>\n'
                for name, content in parts.items()
            ),
            f'<script type="text/plain" id="held-page">{wizard}</script>\n',
            f"<script>{start}</script>\n{pages.END}</body>\n</html>\n",
        ]
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
