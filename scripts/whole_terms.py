"""Keeps Chinese terms of up to six characters on one line: a page's text gets them in a <span> that does not break.

Browsers may break Han text between any two characters; only the project knows which of them are one word. The words are
those that the search keeps whole (scripts/search_terms.py). Headings break by their own rule (docs/assets/site.css).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST = 6
TOKEN = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)[^>]*?(?P<empty>/?)>|[^<]+", re.DOTALL)
ARTICLE = re.compile(r"(?P<head><article\b[^>]*>)(?P<body>.*)(?=</article>)", re.DOTALL)
LEFT = {"svg", "script", "style", "select", "textarea", "pre", "code", "h1", "h2", "h3"}
"""Elements whose text is left as it is."""
HAN = re.compile(rf"[\u4e00-\u9fff]{{2,{MOST}}}")


def pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """Matches the terms that are short enough, the longest first."""
    short = sorted((term for term in terms if HAN.fullmatch(term)), key=lambda term: (-len(term), term))
    return re.compile("|".join(map(re.escape, short)))


def kept(html: str, terms: re.Pattern[str]) -> str:
    """The page with the terms of its article in spans. A page that starts the wizard is drawn anew and left alone."""
    return ARTICLE.sub(lambda m: m["head"] + "".join(_tokens(m["body"], terms)), html, count=1)


def _tokens(body: str, terms: re.Pattern[str]) -> Iterable[str]:
    inside: list[str] = []
    for token in TOKEN.finditer(body):
        tag = (token["tag"] or "").lower()
        if not tag:
            plain = inside or token[0].startswith("<")
            yield token[0] if plain else terms.sub(r'<span class="w">\g<0></span>', token[0])
            continue
        if tag in LEFT and not token["empty"]:
            if token["end"]:
                inside.pop()
            else:
                inside.append(tag)
        yield token[0]
