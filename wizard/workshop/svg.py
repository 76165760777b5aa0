"""Pictures as SVG: the same shapes on the page, where the site's colours apply, and in a file, which brings its own.

Shapes carry classes, never colours: t, t2 (text, lesser text), x0 to x4 (text on a step of the scale), h0 to h4 (the
scale, from little to much), g (line), m (mark of the paper's figure), b (bar), and data-link for a link's own colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from ..views.picture import COLOURS
from .scale import STEPS

WIDTH = 1200
FONT = "system-ui, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
HEAT = ("#f3efe8", "#cfe0e6", "#94bccb", "#2f6d85", "#0d4a60")
STYLE = (
    f"text{{font-family:{FONT};fill:#1b2025}}.t2{{fill:#474f57}}.x3,.x4{{fill:#fff}}.g{{stroke:#e0dbd2}}"
    ".m{stroke:#a3161c;stroke-dasharray:6 4}.b{fill:#0d4a60;color:#0d4a60}"
    + "".join(f".h{step}{{fill:{HEAT[step]}}}" for step in range(STEPS))
    + "".join(f'[data-link="{link}"]{{fill:{colour};color:{colour}}}' for link, colour in COLOURS.items())
)
"""The page's light colours, for files."""


class Picture(NamedTuple):
    """A picture with the table behind it. `notes` say what should be known of both."""

    id: str
    title: str
    height: int
    shapes: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    width: int = WIDTH


def on_page(picture: Picture, firms: int) -> Markup:
    """The picture for the page. Its id changes with the number of firms: the page then puts the new picture in place
    of the old one, which takes a third of the time of comparing them shape by shape."""
    return Markup(
        f'<svg id="ws-{picture.id}-{firms}" class="ws-svg" viewBox="0 0 {picture.width} {picture.height}" role="img" '
        f'aria-label="{escape(picture.title)}">{picture.shapes}</svg>'
    )


def as_file(picture: Picture, note: str) -> str:
    """The picture as a file of its own, with its title above and a note below."""
    top, foot = 64, 44
    height = picture.height + top + foot
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{picture.width}" height="{height}" '
        f'viewBox="0 0 {picture.width} {height}"><style>{STYLE}</style>'
        f'<rect width="{picture.width}" height="{height}" fill="#fff"/>'
        f"{text(24, 44, picture.title, 30, bold=True)}"
        f'<g transform="translate(0 {top})">{picture.shapes}</g>{text(24, height - 16, note, 16, "t2")}</svg>'
    )


def text(x: float, y: float, words: str, size: int = 22, kind: str = "t", anchor: str = "start", bold: bool = False):
    """Words at a place; `anchor` is "start", "middle" or "end"."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text class="{kind}" x="{x:g}" y="{y:g}" font-size="{size}" text-anchor="{anchor}"{weight}>'
        f"{escape(words)}</text>"
    )


def lines(x: float, y: float, found: Iterable[str], size: int, step: int, kind: str = "t") -> str:
    """Lines of words below one another."""
    return "".join(text(x, y + n * step, line, size, kind) for n, line in enumerate(found))


def rect(x: float, y: float, width: float, height: float, kind: str, link: str = "") -> str:
    """A filled box; nothing where it would have no width."""
    if width <= 0:
        return ""
    own = f' data-link="{link}"' if link else f' class="{kind}"'
    return f'<rect{own} x="{x:g}" y="{y:g}" width="{round(width, 1):g}" height="{height:g}"/>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str = "g", width: float = 2) -> str:
    """A straight line."""
    return f'<line class="{kind}" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke-width="{width:g}"/>'
