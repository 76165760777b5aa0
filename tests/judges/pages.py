"""The pages that the judges see, and the kinds of page of which one stands for all."""

from __future__ import annotations

from pathlib import Path

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
