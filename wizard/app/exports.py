"""What a visitor can take away. Each download is a mapping: "name", and one of

"text" with "type"    a file with this text
"docx"                blocks (see `blocks`) that the page lays out as a Word file
"picture"             SVG that the page turns into a PNG file
"copy"                a text for the clipboard
"""

from __future__ import annotations

from typing import Any

from ..advice import advise
from ..blocks import blocks, plain_text
from ..calendar_file import Entry, calendar_text
from ..ladder.assess import ladder
from ..ladder.report import ladder_document
from ..model import Action, Catalogue
from ..output import json_text
from ..report import advice_document
from ..sheet import sheet
from ..wording import say
from .state import State, understand


def export(kind: str, state: State, catalogue: Catalogue, lang: str, today: str) -> list[dict[str, Any]]:
    """The downloads for one kind; [] for a kind that does not exist. `today` is an ISO date."""
    make = KINDS.get(kind)
    return [make(state, catalogue, lang, today)] if make else []


def _name(part: str, ending: str, catalogue: Catalogue, lang: str, today: str) -> str:
    return f"{say(catalogue, lang, part)}-{today}.{ending}"


def _advice(state: State, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    return advise(understand(state, catalogue).answers, catalogue, lang, catalogue.general.reviewed)


def document(state: State, catalogue: Catalogue, lang: str) -> str:
    """The advice, and the plan where there is one, as Markdown."""
    text = advice_document(_advice(state, catalogue, lang), catalogue)
    if not state.plan:
        return text
    lines = [f"## {say(catalogue, lang, 'plan_title')}", ""]
    for place, (item, action) in enumerate(_planned(state, catalogue), 1):
        parts = [f"{place}. {action.title[lang]}"]
        parts += [
            f"{say(catalogue, lang, f'plan_{key}')} {value}"
            for key, value in item._asdict().items()
            if key in ("who", "by", "note") and value
        ]
        lines.append("- " + " · ".join(" ".join(part.split()) for part in parts))
    head, _, rest = text.partition("\n## ")
    return f"{head}\n" + "\n".join(lines) + f"\n\n## {rest}"


def _ladder(state: State, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    return ladder(understand(state, catalogue).answers, catalogue, lang, catalogue.general.reviewed)


def _ladder_markdown(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    text = ladder_document(_ladder(state, catalogue, lang), catalogue)
    return {"name": _name("file_ladder", "md", catalogue, lang, today), "type": "text/markdown", "text": text}


def _ladder_word(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    found = blocks(ladder_document(_ladder(state, catalogue, lang), catalogue))
    return {"name": _name("file_ladder", "docx", catalogue, lang, today), "docx": found, "lang": lang}


def _ladder_copy(state: State, catalogue: Catalogue, lang: str, _today: str) -> dict[str, Any]:
    return {"name": "", "copy": plain_text(ladder_document(_ladder(state, catalogue, lang), catalogue))}


def _planned(state: State, catalogue: Catalogue) -> list[tuple[Any, Action]]:
    by_id = {action.id: action for action in catalogue.actions}
    return [(item, by_id[item.action]) for item in state.plan]


def _markdown(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    name = _name("file_advice", "md", catalogue, lang, today)
    return {"name": name, "type": "text/markdown", "text": document(state, catalogue, lang)}


def _word(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    name = _name("file_advice", "docx", catalogue, lang, today)
    return {"name": name, "docx": blocks(document(state, catalogue, lang)), "lang": lang}


def _copy(state: State, catalogue: Catalogue, lang: str, _today: str) -> dict[str, Any]:
    return {"name": "", "copy": plain_text(document(state, catalogue, lang))}


def _json(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    answers = understand(state, catalogue).answers
    data = {
        "answers": answers,
        "plan": [item._asdict() for item in state.plan],
        "advice": _advice(state, catalogue, lang),
    }
    if any(id in catalogue.ladder.questions for id in answers):
        data["ladder"] = _ladder(state, catalogue, lang)
    return {
        "name": _name("file_all", "json", catalogue, lang, today),
        "type": "application/json",
        "text": json_text(data),
    }


def _csv(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    heads = (
        "plan_number",
        "doc_link",
        "plan_action",
        "action_first",
        "action_done",
        "plan_who",
        "plan_by",
        "plan_note",
    )
    rows = []
    for number, (item, action) in enumerate(_planned(state, catalogue), 1):
        link = catalogue.link(action.link).name[lang]
        texts = (action.title[lang], action.first_step[lang], action.done_when[lang], item.who, item.by, item.note)
        rows.append([number, link, *texts])
    text = sheet([say(catalogue, lang, head) for head in heads], rows)
    return {"name": _name("file_plan", "csv", catalogue, lang, today), "type": "text/csv", "text": text}


def _calendar(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    entries = [
        Entry(
            f"{item.action}@five-links", item.by, action.title[lang], f"{action.done_when[lang]}\n{item.note}".strip()
        )
        for item, action in _planned(state, catalogue)
        if item.by
    ]
    text = calendar_text(entries, say(catalogue, lang, "plan_title"), today)
    return {"name": _name("file_plan", "ics", catalogue, lang, today), "type": "text/calendar", "text": text}


def _picture(state: State, catalogue: Catalogue, lang: str, today: str) -> dict[str, Any]:
    from ..views.picture import advice_picture

    svg = advice_picture(_advice(state, catalogue, lang), catalogue)
    return {"name": _name("file_advice", "png", catalogue, lang, today), "picture": svg}


KINDS = {
    "markdown": _markdown,
    "word": _word,
    "copy": _copy,
    "json": _json,
    "csv": _csv,
    "calendar": _calendar,
    "picture": _picture,
    "ladder_markdown": _ladder_markdown,
    "ladder_word": _ladder_word,
    "ladder_copy": _ladder_copy,
}
