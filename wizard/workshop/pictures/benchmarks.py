"""The firms' own numbers beside the paper's: how many firms fall in each part of the scale around its figure."""

from __future__ import annotations

from ...wording import number
from ..scene import Scene
from ..svg import Picture, line, rect, text

BLOCK, LEFT, BASE, TALL = 210, 330, 150, 96
HALVES = 5
"""Bins: up to half of the paper's figure, up to the figure, up to one and a half, up to twice, and from there up."""


def benchmarks_picture(scene: Scene) -> Picture:
    """A histogram for each figure, with the paper's own as a line; bars from there on are those that reach it."""
    shapes, rows = [], []
    for place, figure in enumerate(scene.figures["benchmarks"]):
        question = scene.s.catalogue.questions[figure["question"]]
        y, name = place * BLOCK, scene.s.of(question.short)
        reached = scene.say("room_of", part=figure["reached"], whole=figure["known"])
        counts = _counts(figure["values"], figure["paper"])
        shapes += [
            text(0, y + 44, name[:1].upper() + name[1:], 26, bold=True),
            text(0, y + 78, f"{scene.say('room_paper')} {figure['paper']}{scene.s.of(question.unit)}", 20, "t2"),
            text(0, y + 108, scene.say("ws_reached", reached=reached), 20, "t2"),
            *_bars(counts, figure["paper"], y),
        ]
        rows.append((name, str(figure["paper"]), reached, scene.spread(figure["spread"]), *map(str, counts)))
    heads = [scene.say(head) for head in ("room_benchmark", "room_paper", "room_reached", "room_median")]
    heads += [scene.say(f"ws_bin_{n}") for n in range(HALVES)]
    height = BLOCK * len(scene.figures["benchmarks"])
    title, note = scene.say("room_benchmarks"), scene.say("ws_benchmarks_note")
    return Picture("benchmarks", title, height, "".join(shapes), tuple(heads), tuple(rows), (note,))


def _counts(values: list[float], paper: int) -> list[int]:
    bins = [min(HALVES - 1, int(2 * value // paper)) for value in values]
    return [bins.count(n) for n in range(HALVES)]


def _bars(counts: list[int], paper: int, y: int) -> list[str]:
    wide, most = 165, max([1, *counts])
    shapes = [line(LEFT, y + BASE, LEFT + HALVES * wide, y + BASE)]
    for n, count in enumerate(counts):
        tall, x = TALL * count / most, LEFT + n * wide
        shapes.append(rect(x + 10, y + BASE - tall, wide - 20, tall, "h4" if n >= 2 else "h2") if count else "")
        shapes.append(text(x + wide / 2, y + BASE - tall - 8, str(count), 22, anchor="middle", bold=True))
        shapes.append(text(x, y + BASE + 24, number(n * paper / 2), 18, "t2", "middle"))
    shapes.append(text(LEFT + HALVES * wide, y + BASE + 24, "+", 18, "t2", "middle"))
    shapes.append(line(LEFT + 2 * wide, y + 18, LEFT + 2 * wide, y + BASE + 4, "m", 3))
    return shapes
