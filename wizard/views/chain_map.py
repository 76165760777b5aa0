"""The five links by relevance (across) and need (up), with what unknown answers leave open, as SVG."""

from __future__ import annotations

from typing import Any

from htpy import Node, caption, div, figcaption, figure, table, tbody, td, th, thead, tr
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
    return figure(".map")[
        Markup(_svg(advice, s)),
        figcaption[s.say("map_caption")],
        _table(advice, s),
    ]


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
    taken: list[tuple[float, float]] = []
    for link in advice["links"]:
        out.append(_point(link, names[link["id"]], taken))
    return "".join(out) + "</svg>"


def _spans(link: dict[str, Any]) -> str:
    relevance, need = link["relevance"], link["need"]
    x, y = _x(relevance["value"]), _y(need["value"])
    across = f'<line x1="{_x(relevance["low"])}" x2="{_x(relevance["high"])}" y1="{y}" y2="{y}"/>'
    up = f'<line x1="{x}" x2="{x}" y1="{_y(need["low"])}" y2="{_y(need["high"])}"/>'
    return f'<g class="map__span" data-link="{link["id"]}">{across}{up}</g>'


def _point(link: dict[str, Any], name: str, taken: list[tuple[float, float]]) -> str:
    """A sign with rank and name; links at the same spot stand side by side, and names give way to each other."""
    x, y = _x(link["relevance"]["value"]), _y(link["need"]["value"])
    while any(abs(x - other_x) < 26 and abs(y - other_y) < 20 for other_x, other_y in taken):
        y = y + 21 if y < BOTTOM - 21 else y - 84
    taken.append((x, y))
    left = x > LEFT + (RIGHT - LEFT) * 0.6
    label_x, anchor = (x - 14, "end") if left else (x + 14, "start")
    label = f"{link['rank']}. {escape(name)}"
    return (
        f'<g class="map__point" data-link="{link["id"]}"><g transform="translate({x - 8} {y - 8})">'
        f"{SIGNS[link['id']]}</g>"
        f'<text class="map__name" x="{label_x}" y="{y + 5}" text-anchor="{anchor}">{label}</text></g>'
    )


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
