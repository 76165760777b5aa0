"""The ten most useful common actions, each with the number of firms that it fits."""

from __future__ import annotations

from ...cohort.document import SHOWN_ACTIONS
from ...views.parts import SIGNS
from ...views.picture import wrap
from ...wording import number
from ..scene import Scene
from ..svg import Picture, lines, rect, text

ROW, LEFT, SPAN = 66, 720, 380


def actions_picture(scene: Scene) -> Picture:
    """Bars for firms, in the order of usefulness; actions that fit every firm whatever it answered are left out."""
    found = [action for action in scene.figures["actions"] if not action["general"]][:SHOWN_ACTIONS]
    titles = {action.id: scene.s.of(action.title) for action in scene.s.catalogue.actions}
    shapes, firms = [], max(1, scene.figures["firms"])
    for place, action in enumerate(found):
        y = 10 + place * ROW
        title = wrap(titles[action["id"]], 26 if scene.s.lang == "zh" else 54)[:2]
        sign = (
            f'<g data-link="{action["link"]}" transform="translate(40 {y + 12}) scale(1.6)">{SIGNS[action["link"]]}</g>'
        )
        shapes += [
            text(26, y + 34, str(place + 1), 22, "t2", "end"),
            sign,
            lines(80, y + (34 if len(title) == 1 else 22), title, 22, 26),
            rect(LEFT, y + 8, SPAN * action["firms"] / firms, 40, "b", action["link"]),
            text(LEFT + SPAN * action["firms"] / firms + 12, y + 37, str(action["firms"]), 26, bold=True),
        ]
    rows = tuple(
        (titles[a["id"]], scene.link(a["link"]), str(a["firms"]), number(a["weight"]))
        for a in scene.figures["actions"]
        if not a["general"]
    )
    heads = tuple(map(scene.say, ("room_action", "doc_link", "room_for_firms", "room_weight")))
    notes = (scene.say("ws_actions_note"), scene.say("room_weight_note"))
    height = 20 + ROW * max(1, len(found))
    return Picture("actions", scene.say("room_actions"), height, "".join(shapes), heads, rows, notes)
