"""Who could help whom: for each challenge, how many stand well and how many could use help, and pairs to seat."""

from __future__ import annotations

from ...cohort.document import told_pair
from ..scene import Scene
from ..svg import Picture, line, rect, text

MIDDLE, TOP, ROW, SPAN = 740, 60, 58, 340


def helpers_picture(scene: Scene) -> Picture:
    """Bars to the left for those who stand well, to the right for those who could use help. The table names them."""
    found, names = scene.figures["helpers"], scene.challenges()
    most = max([1, *(len(h[key]) for h in found for key in ("strong", "weak"))])
    shapes = [
        text(MIDDLE - 12, 32, scene.say("room_strong"), 20, "t2", "end"),
        text(MIDDLE + 12, 32, scene.say("room_weak"), 20, "t2"),
    ]
    for place, helped in enumerate(found):
        y = TOP + place * ROW
        left, right = (SPAN * len(helped[key]) / most for key in ("strong", "weak"))
        shapes += [
            text(0, y + 30, names[helped["challenge"]], 22),
            rect(MIDDLE - left, y + 4, left, 38, "h2"),
            text(MIDDLE - left - 10, y + 31, str(len(helped["strong"])), 22, anchor="end", bold=True),
            rect(MIDDLE, y + 4, right, 38, "h4"),
            text(MIDDLE + right + 10, y + 31, str(len(helped["weak"])), 22, bold=True),
        ]
    shapes.append(line(MIDDLE, TOP - 8, MIDDLE, TOP + ROW * len(found)))
    rows = tuple(
        (names[h["challenge"]], *(scene.listed([scene.name(n) for n in h[key]]) for key in ("strong", "weak")))
        for h in found
    )
    heads = tuple(map(scene.say, ("room_challenge", "room_strong", "room_weak")))
    return Picture(
        "helpers",
        scene.say("room_helpers"),
        TOP + ROW * len(found) + 10,
        "".join(shapes),
        heads,
        rows,
        (scene.say("room_helpers_note"),),
    )


def told_pairs(scene: Scene) -> list[list[str]]:
    """Each pair in words, as sentences."""
    return [told_pair(pair, scene.name, scene.challenges(), scene) for pair in scene.figures["pairs"]]
