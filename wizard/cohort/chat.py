"""Finds answer codes in a text: a list with one code a line, or a chat log with codes somewhere in it."""

from __future__ import annotations

import re
import unicodedata

from ..answer_code import GROUP, CodeError, decode
from ..model import Catalogue
from .given import MOST, Given, Source, refused

CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{2,9}(?:[-_·.‐-―−][0-9A-Za-z]{2,9})+|(?<=/open/)[0-9A-Za-z]{5}\b")
"""Groups of signs joined by hyphens, or the one group of a short code in a link."""
JOINS = re.compile(r"[-_·.‐-―−]")
ALONE = re.compile(r"[0-9A-Za-z][0-9A-Za-z \-_.·‐-―−]{4,400}")
"""A line that holds nothing else: it may be a code typed without hyphens, or with spaces for them."""


def codes_in(text: str, name: str, catalogue: Catalogue) -> list[Given]:
    """Every code, and whatever looks like a damaged one. A label may stand before a code, parted by a tab.

    Where at least half of the lines hold codes the text is a list, and lines without one are named too.
    """
    lines = [(n, line.strip()) for n, line in enumerate(unicodedata.normalize("NFKC", text).splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    found: list[Given] = []
    empty: list[int] = []
    tried = 0
    for number, line in lines:
        source = Source(name, "line", number)
        if len(found) >= MOST or tried >= MOST:
            found.append(refused(source, "room_too_many", most=MOST))
            break
        label, tab, rest = line.rpartition("\t")
        codes = [match[0] for match in CODE.finditer(rest) if _looks_like_code(match[0])]
        if not codes and ALONE.fullmatch(rest):
            tried += 1
            codes = [rest] if _opens(rest, catalogue) else []
        own = label if tab and len(codes) == 1 and codes[0] == rest else ""
        found += [Given(source, code=code, label=own) for code in codes]
        if not codes:
            empty.append(number)
    if not found:
        return [refused(Source(name), "room_no_code")]
    if 2 * len(empty) <= len(lines):
        found += [refused(Source(name, "line", number), "room_no_code_here") for number in empty[:MOST]]
        found.sort(key=lambda entry: entry.source.number)
    return found


def _looks_like_code(text: str) -> bool:
    """Whether most of the groups are as long as a code's: dates, telephone numbers and words are not."""
    groups = JOINS.split(text)
    return 2 * sum(len(group) == GROUP for group in groups) >= len(groups)


def _opens(text: str, catalogue: Catalogue) -> bool:
    try:
        decode(text, catalogue)
    except CodeError:
        return False
    return True
