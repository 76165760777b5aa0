"""What a facilitator can take away: the room as a file or a table, its figures, and each picture. Forms of downloads as
in `app.exports`."""

from __future__ import annotations

from typing import Any

from ..blocks import blocks
from ..cohort.document import cohort_document
from ..cohort.room import Room, room_text
from ..output import json_text
from ..sheet import sheet
from .pictures import NAMES, picture
from .scene import Scene
from .svg import as_file


def export(kind: str, scene: Scene, today: str) -> list[dict[str, Any]]:
    """The downloads for "room", "firms", "json", "markdown", "word", or a picture's "svg", "png" or "csv" as
    "svg=NAME"; [] for a kind that does not exist. `today` is an ISO date, for the files' names."""
    form, _, name = kind.partition("=")
    if form in WHOLE and not name:
        return [WHOLE[form](scene, f"{scene.say('ws_file')}-{today}")]
    if form in SINGLE and name in NAMES:
        return [SINGLE[form](scene, name, f"{scene.say('ws_file')}-{name}-{today}")]
    return []


def _room(scene: Scene, name: str) -> dict[str, Any]:
    return {"name": f"{name}.json", "type": "application/json", "text": room_text(scene.room)}


def _firms(scene: Scene, name: str) -> dict[str, Any]:
    rows = [[firm.label, firm.code] for firm in scene.room.firms]
    return {"name": f"{name}.csv", "type": "text/csv", "text": sheet(["label", "code"], rows)}


def _json(scene: Scene, name: str) -> dict[str, Any]:
    return {"name": f"{name}-figures.json", "type": "application/json", "text": json_text(scene.figures)}


def _document(scene: Scene) -> str:
    return cohort_document(scene.figures, scene.room, scene.s.catalogue, scene.s.lang)


def _markdown(scene: Scene, name: str) -> dict[str, Any]:
    return {"name": f"{name}.md", "type": "text/markdown", "text": _document(scene)}


def _word(scene: Scene, name: str) -> dict[str, Any]:
    unmarked = scene._replace(room=_unmarked(scene.room))
    return {"name": f"{name}.docx", "docx": blocks(_document(unmarked).replace("\\", "")), "lang": scene.s.lang}


def _unmarked(room: Room) -> Room:
    """The room with labels that hold nothing which our own Markdown would take for marks."""
    firms = (firm._replace(label=firm.label.translate({ord(sign): " " for sign in "|*\\#"})) for firm in room.firms)
    return room._replace(firms=tuple(firms))


def _svg(scene: Scene, which: str, name: str) -> dict[str, Any]:
    return {"name": f"{name}.svg", "type": "image/svg+xml", "text": _drawn(scene, which)}


def _png(scene: Scene, which: str, name: str) -> dict[str, Any]:
    return {"name": f"{name}.png", "picture": _drawn(scene, which)}


def _drawn(scene: Scene, which: str) -> str:
    count = scene.say("room_firms_one" if scene.figures["firms"] == 1 else "room_firms", count=scene.figures["firms"])
    parts = [scene.say("room_made_up")] if scene.room.made_up else []
    gap = "" if scene.s.lang == "zh" else " "
    return as_file(
        picture(which, scene), gap.join([*parts, f"{count}{scene.say('full_stop')}", scene.say("room_disclaimer")])
    )


def _csv(scene: Scene, which: str, name: str) -> dict[str, Any]:
    drawn = picture(which, scene)
    return {"name": f"{name}.csv", "type": "text/csv", "text": sheet(list(drawn.heads), map(list, drawn.rows))}


WHOLE = {"room": _room, "firms": _firms, "json": _json, "markdown": _markdown, "word": _word}
SINGLE = {"svg": _svg, "png": _png, "csv": _csv}
