"""The advice as one picture to send in a chat: the answer, the five links in order, the first action of each."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from ..lead import lead_sentence
from ..model import Catalogue
from ..wording import number, say
from .parts import SIGNS

WIDTH, MARGIN, LINE = 720, 40, 30
COLOURS = {
    "fill": "#7a2308",
    "strengthen": "#1f3bb3",
    "stabilize": "#8a2a6b",
    "connect": "#0f6c7a",
    "optimize": "#4b6a12",
}


def advice_picture(advice: dict[str, Any], catalogue: Catalogue) -> str:
    """A standalone SVG, 720 units wide."""
    lang = advice["lang"]
    y = MARGIN + 24
    parts: list[str] = []
    for line in wrap(lead_sentence(advice, catalogue).replace("*", ""), 24 if lang == "zh" else 46):
        parts.append(_text(MARGIN, y, line, 26, "bold"))
        y += 38
    y += 10
    for link in advice["links"]:
        known = catalogue.link(link["id"])
        colour = COLOURS[link["id"]]
        parts.append(f'<g transform="translate({MARGIN} {y - 15})" color="{colour}">{SIGNS[link["id"]]}</g>')
        priority = f"{say(catalogue, lang, 'figure_priority')} {number(link['priority']['value'])}"
        title = f"{link['rank']}. {known.name[lang]}　{priority}"
        parts.append(_text(MARGIN + 26, y, title, 20, "bold", colour))
        y += LINE
        first = next(a for a in advice["actions"] if a["link"] == link["id"])
        for line in wrap(first["title"], 34 if lang == "zh" else 64):
            parts.append(_text(MARGIN + 26, y, line, 17))
            y += LINE - 4
        y += 12
    for line in wrap(say(catalogue, lang, "picture_foot"), 44 if lang == "zh" else 84):
        parts.append(_text(MARGIN, y, line, 13, fill="#555"))
        y += 20
    height = y + MARGIN - 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>' + "".join(parts) + "</svg>"
    )


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` signs, broken at spaces where there are any near the end."""
    lines = []
    while len(text) > width:
        cut = text.rfind(" ", width // 2, width + 1)
        cut = width if cut < 0 else cut
        lines.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*lines, text]


def _text(x: int, y: int, text: str, size: int, weight: str = "normal", fill: str = "#1a1a1a") -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{fill}" '
        f'font-family="system-ui, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif">{escape(text)}</text>'
    )
