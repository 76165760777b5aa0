"""The five links by relevance (across) and need (up), with what unknown answers leave open, as SVG."""

from __future__ import annotations

from typing import Any

from htpy import Node, caption, div, figcaption, figure, fragment, table, tbody, td, th, thead, tr
from markupsafe import Markup, escape

from ..wording import number
from .parts import SIGNS
from .setting import Setting

WIDTH, HEIGHT = 360, 330
LEFT, RIGHT, TOP, BOTTOM = 40, 344, 16, 286
LEAST = 50
"""Relevance starts from 50 for every link, so the picture does too."""


def chain_map(advice: dict[str, Any], s: Setting) -> Node:
    """The picture with its table behind it."""
    return fragment[figure(".map")[Markup(_svg(advice, s)), figcaption[s.say("map_caption")]], _table(advice, s)]


def _x(relevance: float) -> float:
    return round(LEFT + (relevance - LEAST) / (100 - LEAST) * (RIGHT - LEFT), 1)


def _y(need: float) -> float:
    return round(BOTTOM - need / 100 * (BOTTOM - TOP), 1)


def _svg(advice: dict[str, Any], s: Setting) -> str:
    out = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(s.say("map_label"))}">',
        f'<rect class="map__field" x="{LEFT}" y="{TOP}" width="{RIGHT - LEFT}" height="{BOTTOM - TOP}"/>',
    ]
    for need in (0, 25, 50, 75, 100):
        out.append(f'<line class="map__grid" x1="{LEFT}" x2="{RIGHT}" y1="{_y(need)}" y2="{_y(need)}"/>')
        out.append(f'<text class="map__tick" x="{LEFT - 6}" y="{_y(need) + 4}" text-anchor="end">{need}</text>')
    for relevance in (50, 75, 100):
        out.append(f'<line class="map__grid" x1="{_x(relevance)}" x2="{_x(relevance)}" y1="{TOP}" y2="{BOTTOM}"/>')
        out.append(
            f'<text class="map__tick" x="{_x(relevance)}" y="{BOTTOM + 16}" text-anchor="middle">{relevance}</text>'
        )
    middle = (LEFT + RIGHT) / 2
    across = escape(s.say("map_across"))
    out.append(f'<text class="map__axis" x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">{across}</text>')
    out.append(
        f'<text class="map__axis" transform="translate(11 {(TOP + BOTTOM) / 2}) rotate(-90)" text-anchor="middle">'
        f"{escape(s.say('map_up'))}</text>"
    )
    for link in advice["links"]:
        out.append(_spans(link))
    names = {link.id: s.of(link.name) for link in s.catalogue.links}
    out += _points([(link["id"], f"{link['rank']}. {names[link['id']]}", *_at(link)) for link in advice["links"]])
    return "".join(out) + "</svg>"


def _at(link: dict[str, Any]) -> tuple[float, float]:
    return _x(link["relevance"]["value"]), _y(link["need"]["value"])


def _spans(link: dict[str, Any]) -> str:
    relevance, need = link["relevance"], link["need"]
    x, y = _x(relevance["value"]), _y(need["value"])
    across = f'<line x1="{_x(relevance["low"])}" x2="{_x(relevance["high"])}" y1="{y}" y2="{y}"/>'
    up = f'<line x1="{x}" x2="{x}" y1="{_y(need["low"])}" y2="{_y(need["high"])}"/>'
    return f'<g class="map__span" data-link="{link["id"]}">{across}{up}</g>'


SIGN, TEXT_HEIGHT = 16, 15
HAN_WIDTH, LATIN_WIDTH = 13, 7.2
"""Widths of one sign of a name at the size in which names are drawn, taken a little too wide."""
ROWS = (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)
"""Where else a name may stand: rows above and below its sign, the nearest first."""
Box = tuple[float, float, float, float]


def _points(points: list[tuple[str, str, float, float]]) -> list[str]:
    """A sign and a name for each (link, label, x, y). Signs on one spot stand side by side; names find free room."""
    placed: list[tuple[str, str, float, float]] = []
    for link, label, x, y in points:
        side = x
        while any(abs(side - ox) < SIGN and abs(y - oy) < SIGN for _, _, ox, oy in placed):
            side += SIGN + 1
        placed.append((link, label, side, y))
    taken: list[Box] = [_box(x, y, SIGN, SIGN) for _, _, x, y in placed]
    return [_drawn(link, label, x, y, taken) for link, label, x, y in placed]


def _box(x: float, y: float, width: float, height: float) -> Box:
    """The box around a middle: left, top, right, bottom."""
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _drawn(link: str, label: str, x: float, y: float, taken: list[Box]) -> str:
    width = sum(HAN_WIDTH if ord(sign) > 0x2E80 else LATIN_WIDTH for sign in label)
    aside, step = SIGN / 2 + 5 + width / 2, TEXT_HEIGHT + 4
    middles = [(x + aside, y), (x - aside, y)]
    middles += [(x + side * aside * far, y + up * step) for up in ROWS for far in (0, 1) for side in (1, -1)]
    boxes = [_box(at_x, at_y, width, TEXT_HEIGHT) for at_x, at_y in middles]
    free = (box for box in boxes if box[0] >= LEFT and box[2] <= RIGHT and box[1] >= TOP and box[3] <= BOTTOM)
    box = next((box for box in free if not any(_overlap(box, other) for other in taken)), boxes[0])
    taken.append(box)
    return (
        f'<g class="map__point" data-link="{link}"><g transform="translate({x - SIGN / 2} {y - SIGN / 2})">'
        f'{SIGNS[link]}</g><text class="map__name" x="{(box[0] + box[2]) / 2:.1f}" y="{box[3] - 3:.1f}" '
        f'text-anchor="middle">{escape(label)}</text></g>'
    )


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _table(advice: dict[str, Any], s: Setting) -> Node:
    names = {link.id: s.of(link.name) for link in s.catalogue.links}
    heads = (
        "doc_rank",
        "doc_link",
        "figure_relevance",
        "figure_need",
        "figure_priority",
    )
    return div(".table-scroll", tabindex="0", role="region", aria_label=s.say("map_table"))[
        table(".facts")[
            caption[s.say("map_table")],
            thead[tr[[th(scope="col")[s.say(head)] for head in heads]]],
            tbody[
                [
                    tr(data_link=link["id"])[
                        td[str(link["rank"])],
                        th(scope="row")[names[link["id"]]],
                        [td[span(link[key], s)] for key in ("relevance", "need", "priority")],
                    ]
                    for link in advice["links"]
                ]
            ],
        ]
    ]


def span(figure: dict[str, float], s: Setting) -> str:
    """A figure with its interval where it has one."""
    if figure["low"] == figure["high"]:
        return number(figure["value"])
    return s.say("doc_span", **{key: number(value) for key, value in figure.items()})
