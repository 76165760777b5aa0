"""Groups of the room side by side: the median need of each link and the median level of each challenge."""

from __future__ import annotations

from ...cohort.document import held_back
from ...views.picture import wrap
from ...wording import number
from ..scale import step
from ..scene import Scene
from ..svg import Picture, lines, rect, text

LEFT, RIGHT, TOP, ROW = 320, 1110, 150, 58


def groups_picture(scene: Scene) -> Picture:
    """A row for each group; nothing of groups that are too small."""
    group = scene.figures["groups"][scene.by]
    question, names = scene.s.catalogue.questions[scene.by], scene.challenges()
    columns = [(scene.link(link.id), "links", "need") for link in scene.s.catalogue.links]
    columns += [(name, "challenges", "level") for name in names.values()]
    cell = (RIGHT - LEFT) / len(columns)
    shapes = [
        f'<g transform="translate({LEFT + (n + 0.5) * cell:g} {TOP - 14}) rotate(-40)">'
        f"{text(0, 0, name, 17 if scene.s.lang == 'zh' else 15, 't2')}</g>"
        for n, (name, *_) in enumerate(columns)
    ]
    rows = []
    for place, member in enumerate(group["shown"]):
        y, label = TOP + place * ROW, scene.s.of(question.option(member["option"]).label)
        told = scene.say("ws_group", label=label, count=member["firms"])
        medians = [x["need"]["median"] for x in member["links"]] + [x["level"]["median"] for x in member["challenges"]]
        shapes.append(lines(0, y + 24, wrap(told, 19 if scene.s.lang == "zh" else 36)[:2], 18, 22))
        for n, median in enumerate(medians):
            x = LEFT + n * cell + (8 if n >= len(member["links"]) else 0)
            shapes.append(rect(x, y, cell - 10, ROW - 6, f"h{step(median)}"))
            shapes.append(text(x + cell / 2 - 5, y + 34, f"{median:.0f}", 20, f"x{step(median)}", "middle"))
        rows.append((label, str(member["firms"]), *map(number, medians)))
    if not rows:
        shapes = [text(0, 40, scene.say("ws_no_groups"), 22)]
    heads = (scene.say("room_group"), scene.say("room_count"), *(name for name, *_ in columns))
    height = TOP + ROW * len(rows) + 10 if rows else 70
    notes = (scene.say("ws_groups_note"), *held_back(group, scene.say))
    title = scene.say(f"room_groups_{scene.by}")
    return Picture("groups", title, height, "".join(shapes), heads, tuple(rows), notes)
