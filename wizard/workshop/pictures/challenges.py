"""The challenges as a heat map: each firm a column, each challenge a row; in large rooms, how many stand where."""

from __future__ import annotations

from ...scoring import shown
from ...wording import number
from ..scale import STEPS, step
from ..scene import Scene
from ..svg import Picture, rect, text

LEFT, TOP, ROW = 300, 96, 52
MOST_COLUMNS = 100
"""Above it columns would be too narrow to see."""
ROOM_FOR_NUMBERS, ROOM_FOR_NAMES = 26, 18


def challenges_picture(scene: Scene) -> Picture:
    """Columns from the firm with the highest levels to the one with the lowest; the median at the end of each row."""
    unit = scene.s.catalogue.unit
    order = sorted(range(len(scene.profiles)), key=lambda n: (-sum(scene.profiles[n].level), n))
    levels = [[shown(scene.profiles[n].level[c], unit) for n in order] for c in range(len(scene.figures["challenges"]))]
    names = scene.challenges()
    shapes, width = [_legend(scene)], 1200 - LEFT - 90
    large = len(order) > MOST_COLUMNS
    cell = width / max(1, len(order))
    if not large and cell >= ROOM_FOR_NAMES:
        shapes += [
            text(LEFT + (at + 0.5) * cell, TOP - 10, _short(n, scene, cell), 13, "t2", "middle")
            for at, n in enumerate(order)
        ]
    for place, (challenge, row) in enumerate(zip(scene.figures["challenges"], levels, strict=True)):
        y = TOP + place * ROW
        shapes.append(text(0, y + 32, names[challenge["id"]], 22))
        shapes += _shares(row, y, width) if large else _cells(row, y, cell)
        median = number(challenge["level"]["median"]) if challenge["level"] else "-"
        shapes.append(text(1190, y + 33, median, 22, anchor="end", bold=True))
    shapes.append(text(1190, TOP - 12, scene.say("room_median"), 18, "t2", "end"))
    if large:
        heads = (scene.say("room_challenge"), scene.say("room_level"))
        rows = tuple((names[c["id"]], scene.spread(c["level"])) for c in scene.figures["challenges"])
    else:
        heads = (scene.say("ws_firm"), *names.values())
        rows = tuple((scene.name(n), *(number(row[at]) for row in levels)) for at, n in enumerate(order))
    note = scene.say("ws_heat_large" if large else "ws_heat_note")
    height = TOP + len(levels) * ROW + 8
    return Picture("challenges", scene.say("room_challenges"), height, "".join(shapes), heads, rows, (note,))


def _short(place: int, scene: Scene, cell: float) -> str:
    """The label where it has room above its column, else the number; the table behind has the label."""
    label = scene.room.firms[place].label
    return label if label and len(label) <= cell // 8 else str(place + 1)


def _cells(row: list[float], y: int, cell: float) -> list[str]:
    shapes = []
    for at, level in enumerate(row):
        x, gap = LEFT + at * cell, 2 if cell > 12 else 0.5
        shapes.append(rect(x, y, cell - gap, ROW - 4, f"h{step(level)}"))
        if cell >= ROOM_FOR_NUMBERS:
            shapes.append(text(x + cell / 2 - 1, y + 31, f"{level:.0f}", 16, f"x{step(level)}", "middle"))
    return shapes


def _shares(row: list[float], y: int, width: float) -> list[str]:
    shapes, x = [], float(LEFT)
    for band in reversed(range(STEPS)):
        count = sum(step(level) == band for level in row)
        wide = width * count / len(row)
        shapes.append(rect(x, y, wide - 1, ROW - 4, f"h{band}"))
        if wide > 40:
            shapes.append(text(x + wide / 2, y + 32, str(count), 18, f"x{band}", "middle"))
        x += wide
    return shapes


def _legend(scene: Scene) -> str:
    shapes = []
    for band in range(STEPS):
        x = LEFT + band * 120
        shapes.append(rect(x, 8, 26, 26, f"h{band}"))
        shapes.append(text(x + 34, 28, f"{band * 20}-{band * 20 + (19 if band < STEPS - 1 else 20)}", 18, "t2"))
    return "".join(shapes)
