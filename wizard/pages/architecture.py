"""How the project is put together, as one drawing: what is written, what is built of it, what runs for a visitor."""

from __future__ import annotations

from typing import NamedTuple

from htpy import Node, div, figcaption, figure
from markupsafe import Markup, escape

from ..views.setting import Setting
from .argument import wrapped

WIDTH, HEIGHT, STEP = 200, 84, 262
SIZE, LINE = 14, 19


class Box(NamedTuple):
    """A part, by the end of its texts' ids, in a column and at a height."""

    id: str
    column: int
    y: float


BOXES = (
    Box("catalogue", 0, 40),
    Box("prose", 0, 164),
    Box("package", 0, 288),
    Box("pages", 1, 40),
    Box("runtime", 1, 164),
    Box("worker", 1, 288),
    Box("page", 2, 40),
    Box("python", 2, 164),
    Box("kept", 2, 288),
)
ARROWS = (
    ("catalogue", "pages"),
    ("prose", "pages"),
    ("catalogue", "runtime"),
    ("package", "pages"),
    ("package", "runtime"),
    ("pages", "page"),
    ("runtime", "python"),
    ("worker", "kept"),
)
BOTH_WAYS = (("page", "python"), ("python", "kept"))


def architecture_page(s: Setting) -> Node:
    """The drawing with its caption; what it says stands below it on the page in words."""
    return figure(".argument", data_search_exclude=True)[
        div(".table-scroll", tabindex="0", role="region", aria_label=s.say("architecture_caption"))[Markup(_svg(s))],
        figcaption[s.say("architecture_caption"), s.gap, s.say("architecture_same")],
    ]


def _svg(s: Setting) -> str:
    width, height = 2 * STEP + WIDTH, BOXES[-1].y + HEIGHT + 2
    head = "".join(
        f'<text class="arg__head" x="{at * STEP}" y="18">{escape(s.say(f"architecture_head_{at + 1}"))}</text>'
        for at in range(3)
    )
    places = {box.id: box for box in BOXES}
    arrows = "".join(_across(places[start], places[end]) for start, end in ARROWS)
    arrows += "".join(_down(places[start], places[end]) for start, end in BOTH_WAYS)
    tip = (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path d="M0 0L8 4L0 8" class="archi__tip"/></marker></defs>'
    )
    label = escape(s.say("architecture_label"))
    boxes = "".join(_box(box, s) for box in BOXES)
    return (
        f'<svg class="arg archi" viewBox="-2 0 {width + 4} {height}" role="img" font-size="{SIZE}" '
        f'aria-label="{label}">{tip}{head}{arrows}{boxes}</svg>'
    )


def _box(box: Box, s: Setting) -> str:
    x = box.column * STEP
    name, says = s.say(f"architecture_{box.id}"), s.say(f"architecture_{box.id}_does")
    lines = [(name, "arg__name"), *((line, "archi__does") for line in wrapped(says, (WIDTH - 20) / 12.5))]
    top = box.y + (HEIGHT - len(lines) * LINE) / 2 + SIZE
    rows = "".join(
        f'<text class="{look}" x="{x + 10}" y="{top + at * LINE:.1f}">{escape(line)}</text>'
        for at, (line, look) in enumerate(lines)
    )
    return f'<g class="arg__node"><rect x="{x}" y="{box.y}" width="{WIDTH}" height="{HEIGHT}" rx="5"/>{rows}</g>'


def _across(start: Box, end: Box) -> str:
    x1, y1 = start.column * STEP + WIDTH, start.y + HEIGHT / 2
    x2, y2 = end.column * STEP - 3, end.y + HEIGHT / 2
    bend = (x2 - x1) * 0.5
    way = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return f'<path class="archi__arrow" marker-end="url(#tip)" d="{way}"/>'


def _down(start: Box, end: Box) -> str:
    x = start.column * STEP + WIDTH / 2
    top, bottom = start.y + HEIGHT + 3, end.y - 3
    return f'<path class="archi__arrow" marker-start="url(#tip)" marker-end="url(#tip)" d="M{x} {top}V{bottom}"/>'
