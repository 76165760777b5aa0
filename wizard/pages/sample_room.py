"""What the sample room assumes, question by question, and what was drawn from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from htpy import Node, caption, div, table, tbody, td, th, thead, tr

from ..answer_code import decode
from ..model import NONE, Question
from ..views.setting import Setting
from ..wording import labelled, listed, number


def sample_room_page(s: Setting, room: dict[str, Any]) -> Node:
    """`room` is the room file (see `cohort.room`); what it was drawn from stands in catalogue/sample_room.yaml."""
    firms = [decode(firm["code"], s.catalogue) for firm in room["firms"]]
    title = s.say("sample_caption", count=len(firms))
    return div(".table-scroll", tabindex="0", role="region", aria_label=title)[
        table(".facts")[
            caption[title],
            thead[tr[[th(scope="col")[s.say(f"sample_{head}")] for head in ("question", "assumed", "leans", "drawn")]]],
            tbody[
                [
                    tr[
                        th(scope="row")[s.of(question.short)],
                        td[s.say("list_semicolon").join(_assumed(assumed, question, s))],
                        td[listed(s.catalogue, s.lang, [s.say(f"trait_{trait}") for trait in assumed["leans"]])],
                        td[_drawn([firm[question.id] for firm in firms if question.id in firm], question, s)],
                    ]
                    for assumed, question in _rows(s)
                ]
            ],
        ]
    ]


def _rows(s: Setting) -> Iterator[tuple[dict[str, Any], Question]]:
    for assumed in s.catalogue.pages["sample_room"]:
        yield assumed, s.catalogue.questions[assumed["question"]]


def _assumed(assumed: dict[str, Any], question: Question, s: Setting) -> Iterator[str]:
    """Each option with its share, or the quartiles of a number."""
    if "points" in assumed:
        for part, value in assumed["points"]:
            amount = labelled(s.catalogue, s.lang, question, value)
            yield s.say("sample_up_to", share=number(100 * part), value=amount)
        return
    shares = assumed.get("each") or dict(zip((o.id for o in question.options), assumed["shares"], strict=True))
    total = 100 if "each" in assumed else sum(shares.values())
    for id, share in shares.items():
        yield s.say("sample_share", label=question.option(id).label, share=number(round(100 * share / total)))


def _drawn(answers: list[Any], question: Question, s: Setting) -> str:
    """How many firms of the room gave which answer; the range of numbers."""
    if question.type == "number":
        values = sorted(answers)
        ends = (labelled(s.catalogue, s.lang, question, value) for value in (values[0], values[-1]))
        return s.say("sample_range", count=len(values), low=next(ends), high=next(ends))
    told = []
    for option in question.options:
        count = sum(option.id in (a if isinstance(a, list) else [a]) for a in answers)
        if count and (option.id != NONE or question.type == "one"):
            told.append(s.say("sample_count", label=option.label, count=count))
    return s.say("list_semicolon").join(told)
