"""The five links: how often each comes first, and how need and relevance spread over the room."""

from __future__ import annotations

from ...cohort.document import notes_on_order
from ...views.parts import SIGNS
from ...wording import number
from ..scene import Scene
from ..svg import Picture, line, rect, text

TOP, ROW = 56, 88
BAR, NEED, RELEVANCE, SPAN = 300, 640, 930, 240


def links_picture(scene: Scene) -> Picture:
    """A bar for first places, and a line from least to most with the median on it."""
    links, firms = scene.figures["links"], max(1, scene.figures["firms"])
    shapes = [
        text(BAR, 28, scene.say("room_first"), 20, "t2"),
        text(NEED, 28, scene.say("figure_need"), 20, "t2"),
        text(RELEVANCE, 28, scene.say("figure_relevance"), 20, "t2"),
    ]
    for place, link in enumerate(links):
        y = TOP + place * ROW
        shapes += [
            line(0, y + ROW - 8, 1200, y + ROW - 8, width=1),
            f'<g data-link="{link["id"]}" transform="translate(4 {y + 18}) scale(2)">{SIGNS[link["id"]]}</g>',
            text(52, y + 44, scene.link(link["id"]), 28, bold=True),
            rect(BAR, y + 14, 220 * link["first"] / firms, 40, "b", link["id"]),
            text(BAR + 220 * link["first"] / firms + 12, y + 44, str(link["first"]), 30, bold=True),
        ]
        for left, key in ((NEED, "need"), (RELEVANCE, "relevance")):
            shapes.append(_span(left, y, link[key], link["id"]))
    rows = (
        (scene.link(x["id"]), str(x["first"]), *(scene.spread(x[k]) for k in ("need", "relevance", "priority")))
        for x in links
    )
    heads = ("doc_link", "room_first", "figure_need", "figure_relevance", "figure_priority")
    notes = (scene.say("room_median_note"), *notes_on_order(scene.figures, scene.say))
    title = scene.say("room_links")
    return Picture(
        "links", title, TOP + len(links) * ROW, "".join(shapes), tuple(map(scene.say, heads)), tuple(rows), notes
    )


def _span(left: int, y: int, figure: dict[str, float] | None, link: str) -> str:
    """0 to 100 as a thin line, least to most as a thick one, and the median as a disc with its number."""
    if figure is None:
        return ""
    at = {key: left + value / 100 * SPAN for key, value in figure.items()}
    return (
        line(left, y + 48, left + SPAN, y + 48, width=2)
        + rect(at["min"], y + 43, max(2, at["max"] - at["min"]), 10, "b", link)
        + f'<circle data-link="{link}" cx="{at["median"]:g}" cy="{y + 48}" r="12"/>'
        + text(at["median"], y + 28, number(figure["median"]), 22, anchor="middle", bold=True)
    )
