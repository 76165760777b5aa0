"""An earlier or another set of answers beside today's: what changed, and what moved."""

from __future__ import annotations

from htpy import Node, a, button, caption, div, form, fragment, h1, h2, p, section, table, tbody, td, th, thead, tr

from ..advice import advise
from ..app.imports import ImportRefused, opened
from ..app.state import State, understand
from ..model import Answers, Catalogue
from ..wording import labelled, number
from .setting import Setting


def compare_view(state: State, catalogue: Catalogue, lang: str, _refusal=None) -> tuple[str, Node]:
    """The heading and the view."""
    s = Setting(catalogue, lang)
    heading = s.say("compare_title")
    try:
        found = opened(state.other, catalogue)
    except ImportRefused:
        found = None
    mine = understand(state, catalogue).answers
    view = fragment[
        a(".wz-back", href="#/share")[s.say("back")],
        h1(id="wz-title", tabindex="-1")[heading],
        p[s.say("compare_nothing")]
        if found is None
        else _both(understand(State(found.fields), catalogue).answers, mine, s),
    ]
    return heading, view


def _both(other: Answers, mine: Answers, s: Setting) -> Node:
    changed = [id for id in s.catalogue.questions if other.get(id) != mine.get(id)]
    return fragment[
        p[s.say("compare_same") if not changed else s.say("compare_count", count=len(changed))],
        changed and _answers(changed, other, mine, s),
        _order(other, mine, s),
        form(data_wz=True)[
            div(".wz-actions")[button(".btn", name="do", value="adopt")[s.say("compare_adopt")]],
            p(".muted")[s.say("compare_adopt_note")],
        ],
    ]


def _answers(changed: list[str], other: Answers, mine: Answers, s: Setting) -> Node:
    rows = []
    for id in changed:
        question = s.catalogue.questions[id]
        cells = [labelled(s.catalogue, s.lang, question, answers.get(id)) for answers in (other, mine)]
        rows.append(tr[th(scope="row")[s.of(question.short)], [td[cell] for cell in cells]])
    return _table("compare_answers", ("compare_what", "compare_other", "compare_mine"), rows, s)


def _order(other: Answers, mine: Answers, s: Setting) -> Node:
    on = s.catalogue.general.reviewed
    both = [advise(answers, s.catalogue, s.lang, on)["links"] for answers in (other, mine)]
    rows = []
    for link in s.catalogue.links:
        then, now = (next(x for x in links if x["id"] == link.id) for links in both)
        cells = [s.say("compare_rank", rank=x["rank"], priority=number(x["priority"]["value"])) for x in (then, now)]
        rows.append(tr(data_link=link.id)[th(scope="row")[s.of(link.name)], [td[cell] for cell in cells]])
    return section[
        h2[s.say("compare_moved")], _table("compare_order", ("doc_link", "compare_other", "compare_mine"), rows, s)
    ]


def _table(title: str, heads: tuple[str, ...], rows: list[Node], s: Setting) -> Node:
    return div(".table-scroll", tabindex="0", role="region", aria_label=s.say(title))[
        table(".facts")[caption[s.say(title)], thead[tr[[th(scope="col")[s.say(h)] for h in heads]]], tbody[rows]]
    ]
