"""Gives style sheets and scripts names that change with their content, so that browsers may keep them for a year.

Usage: name_assets.py [SITE]. Running it again changes nothing more.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMED = ("assets", "zh/assets/stylesheets", "en/assets/stylesheets", "zh/assets/javascripts", "en/assets/javascripts")
KINDS = ("*.css", "*.js", "workers/*.js")
OLD_HASH = re.compile(r"\.[0-9a-f]{8}(?=\.)")


def new_name(path: Path) -> str:
    """The name with eight digits of its digest before the ending; Material's own digits give way to them."""
    digits = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    stem, dot, ending = OLD_HASH.sub("", path.name).partition(".")
    return f"{stem}.{digits}{dot}{ending}"


def rename(site: Path) -> None:
    """Renames the files and every mention of them in the pages."""
    renamed: dict[str, str] = {}
    for folder in NAMED:
        for path in (found for kind in KINDS for found in sorted((site / folder).glob(kind))):
            old, new = path.name, new_name(path)
            if old != new:
                path.rename(path.with_name(new))
                renamed[old] = new
    if not renamed:
        return
    mention = re.compile("(?<=/)(?:" + "|".join(re.escape(name) for name in sorted(renamed)) + ")")
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(mention.sub(lambda found: renamed[found[0]], html), encoding="utf-8")


if __name__ == "__main__":
    rename(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
