"""Where the room disagrees most: questions whose answers lie far apart."""

from __future__ import annotations

from ...views.picture import wrap
from ...wording import number
from ..scale import STEPS
from ..scene import Scene
from ..svg import Picture, lines, rect, text

SHOWN, ROW, LEFT, SPAN = 6, 104, 520, 590


def split_picture(scene: Scene) -> Picture:
    """A bar for each question, cut by its answers from best to worst."""
    found = scene.figures["disagreement"][:SHOWN]
    shapes = [
        text(LEFT, 26, scene.say("ws_best"), 18, "t2"),
        text(LEFT + SPAN, 26, scene.say("ws_worst"), 18, "t2", "end"),
    ]
    shapes.append(text(1190, 26, scene.say("room_split_head"), 18, "t2", "end"))
    rows = []
    for place, split in enumerate(found):
        question, y = scene.s.catalogue.questions[split["question"]], 40 + place * ROW
        title = wrap(scene.s.of(question.title), 22 if scene.s.lang == "zh" else 44)[:3]
        shapes.append(lines(0, y + 28, title, 21, 27))
        shapes += _bar(list(split["answers"].values()), split["known"], y)
        shapes.append(text(1190, y + 44, f"{split['split']:.0f}", 28, anchor="end", bold=True))
    for split in scene.figures["disagreement"]:
        question = scene.s.catalogue.questions[split["question"]]
        counts = [f"{scene.s.of(question.option(id).label)} {count}" for id, count in split["answers"].items()]
        rows.append((scene.s.of(question.title), number(split["split"]), scene.say("list_semicolon").join(counts)))
    heads = tuple(map(scene.say, ("doc_question", "room_split_head", "room_answers")))
    height = 50 + ROW * max(1, len(found))
    notes = (scene.say("room_split_note"),)
    return Picture("split", scene.say("room_split"), height, "".join(shapes), heads, tuple(rows), notes)


def _bar(counts: list[int], known: int, y: int) -> list[str]:
    shapes, x = [], float(LEFT)
    for place, count in enumerate(counts):
        wide = SPAN * count / known
        band = round(place * (STEPS - 1) / max(1, len(counts) - 1))
        shapes.append(rect(x, y + 8, wide - 2, 50, f"h{band}"))
        if wide > 26:
            shapes.append(text(x + wide / 2, y + 42, str(count), 22, f"x{band}", "middle"))
        x += wide
    return shapes
