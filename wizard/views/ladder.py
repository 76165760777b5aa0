"""Where the firm stands on the official ladder: the answer first, what looks wrong, then each title with its gaps."""

from __future__ import annotations

from typing import Any

from htpy import (
    Node,
    a,
    button,
    caption,
    dd,
    details,
    dl,
    dt,
    form,
    fragment,
    h1,
    h2,
    h3,
    li,
    ol,
    p,
    section,
    span,
    strong,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from ..app.places import LADDER_CHECK
from ..app.state import State, understand
from ..ladder.assess import ladder
from ..ladder.report import basis, counts_of, earliest_line, lead_sentences
from ..ladder.rules import MET, NEEDS_EVIDENCE, NOT_MET
from ..model import Answers, Catalogue
from ..wording import COLON, number
from .setting import Setting
from .takeaway import takeaway

PLAN_FORM = "wz-plan-form"
"""Buttons all over the page belong to this one empty form."""
TAKEN = ("print", "ladder_word", "ladder_markdown", "ladder_copy", "json")


def ladder_view(state: State, catalogue: Catalogue, lang: str, _refusal=None) -> tuple[str, Node]:
    """The heading and the view."""
    s = Setting(catalogue, lang)
    understood = understand(state, catalogue)
    answers = understood.answers
    found = ladder(answers, catalogue, lang, catalogue.general.reviewed)
    planned = {item.action for item in state.plan}
    heading = s.say("ladder_title")
    lead, *more = lead_sentences(found, catalogue)
    view = fragment[
        a(".wz-back", href=f"#/{LADDER_CHECK.text}")[s.say("back_to_check")],
        h1(id="wz-title", tabindex="-1")[heading],
        p(".lead-answer")[lead],
        [p(".lead-sure")[text] for text in more],
        p(".note")[s.say("ladder_date", on=found["on"]), "" if lang == "zh" else " ", found["disclaimer"]],
        understood.problems
        and p(".note.note--warn")[
            s.say("advice_unread", count=len(understood.problems)),
            " ",
            a(href=f"#/{LADDER_CHECK.text}")[s.say("check_title")],
        ],
        _notes(found, s),
        form(id=PLAN_FORM, data_wz=True, data_own="true"),
        _overview(found, s),
        [_title(title, answers, planned, s) for title in found["titles"]],
        takeaway(TAKEN, s),
        section(aria_labelledby="wz-limits")[
            h2(id="wz-limits")[s.say("ladder_limits_title")],
            p[s.say("ladder_limits"), s.gap, a(href=f"{s.root}official-ladder/")[s.say("rules_whole")]],
            p[s.say("limits_where_next")],
        ],
    ]
    return heading, view


def _notes(found: dict[str, Any], s: Setting) -> Node:
    """Answers that look wrong, each with a way to correct it."""
    if not found["notes"]:
        return None
    return section(".note.note--warn", aria_labelledby="wz-notes")[
        h2(id="wz-notes")[s.say("ladder_notes")],
        ul[
            [
                li[
                    note["text"],
                    _asks("ladder_correct", note["questions"], s),
                ]
                for note in found["notes"]
            ]
        ],
    ]


def _asks(label: str, questions: list[str], s: Setting) -> Node:
    """Links to questions, one after the other behind a word."""
    return p(".criterion__ask.no-print")[
        s.say(label),
        COLON[s.lang],
        [fragment[a(href=f"#/ladder/answer/{id}")[s.of(s.catalogue.asked(id).short)], " "] for id in questions],
    ]


def _overview(found: dict[str, Any], s: Setting) -> Node:
    heads = ("ladder_head_title", "ladder_head_verdict")
    size = found["size"]
    return section(aria_labelledby="wz-overview")[
        h2(id="wz-overview")[s.say("ladder_summary")],
        p[s.say("ladder_size", size=s.say(f"size_{size}" if size else "ladder_size_unknown"))],
        table(".facts.ladder-overview")[
            caption(".visually-hidden")[s.say("ladder_summary")],
            thead[tr[[th(scope="col")[s.say(head)] for head in heads]]],
            tbody[
                [
                    tr[
                        th(scope="row")[title["name"], title["held"] and span(".muted")[" ", s.say("ladder_held")]],
                        td[
                            _state(title["verdict"], s) if title["criteria"] else s.say("ladder_verdict_none"),
                            p(".muted")[counts_of(title, s.catalogue, s.lang)],
                        ],
                    ]
                    for title in found["titles"]
                ]
            ],
        ],
    ]


def _state(state: str, s: Setting) -> Node:
    """A state as a word; its colour is never the only mark."""
    return span(f".state.state--{state.replace('_', '-')}")[s.say(f"state_{state}")]


def _title(title: dict[str, Any], answers: Answers, planned: set[str], s: Setting) -> Node:
    by_id = {criterion["id"]: criterion for criterion in title["criteria"]}
    met = [criterion for criterion in title["criteria"] if criterion["state"] == MET]
    return section(".advice-card.ladder-title", id=f"ladder-{title['id']}", aria_labelledby=f"title-{title['id']}")[
        h2(id=f"title-{title['id']}")[title["name"], " ", _state(title["verdict"], s)],
        p(".muted")[title["granted"], "" if s.lang == "zh" else " ", title["lasts"]],
        p[
            s.say(f"ladder_verdict_{title['verdict']}" if by_id else "ladder_verdict_none"),
            title["verdict"] == NOT_MET
            and title["could_apply_from"]
            and strong["" if s.lang == "zh" else " ", s.say("ladder_could_apply", date=title["could_apply_from"])],
        ],
        "points" in title and _points(title, s),
        title["gaps"]
        and fragment[
            h3[s.say("ladder_group_not_met")],
            ol(".criteria")[[_criterion(by_id[id], title["id"], answers, planned, s) for id in title["gaps"]]],
        ],
        title["to_prove"]
        and fragment[
            h3[s.say("ladder_group_needs_evidence")],
            ul(".criteria")[[_criterion(by_id[id], title["id"], answers, planned, s) for id in title["to_prove"]]],
        ],
        met
        and details(".more")[
            summary[s.say("ladder_met_count", count=len(met))],
            ul(".criteria")[[_criterion(criterion, title["id"], answers, planned, s) for criterion in met]],
        ],
        details(".more")[
            summary[s.say("ladder_about")],
            p[s.say("ladder_basis", basis=basis(title, s.catalogue, s.lang))],
            title["remarks"] and ul[[li[remark] for remark in title["remarks"]]],
        ],
    ]


def _criterion(criterion: dict[str, Any], title: str, answers: Answers, planned: set[str], s: Setting) -> Node:
    """One criterion; where it is open, the questions that would tell, and where it is not met, what may close it."""
    missing = [id for id in criterion["questions"] if id not in answers] if criterion["state"] == NEEDS_EVIDENCE else []
    return li(f".criterion.criterion--{criterion['state'].replace('_', '-')}")[
        strong[criterion["name"]],
        p[criterion["text"]],
        criterion["earliest"] and p[earliest_line(criterion, s.catalogue, s.lang)],
        missing and _asks("ladder_answer", missing, s),
        details[
            summary[s.say("ladder_more"), span(".visually-hidden")[": ", criterion["name"]]],
            dl[
                dt[s.say("ladder_rule")],
                dd[criterion["rule"]],
                dt[s.say("ladder_proof")],
                dd[criterion["proof"]],
                dt[s.say("action_evidence")],
                dd[basis(criterion, s.catalogue, s.lang)],
            ],
        ],
        criterion["state"] == NOT_MET and criterion["actions"] and _actions(criterion, title, planned, s),
    ]


def _actions(criterion: dict[str, Any], title: str, planned: set[str], s: Setting) -> Node:
    """Actions that may close a gap, each with its first step and a way into the plan."""
    known = {action.id: action for action in s.catalogue.actions}
    return details(open=True)[
        summary[s.say("ladder_actions"), span(".visually-hidden")[": ", criterion["name"]]],
        ul[
            [
                li[
                    strong[s.of(known[id].title)],
                    " ",
                    s.of(known[id].first_step),
                    " ",
                    button(
                        ".btn.btn--small.no-print",
                        id=f"add-{title}-{criterion['id']}-{id}",
                        form=PLAN_FORM,
                        name="do",
                        value=f"add:{id}",
                        aria_pressed="true" if id in planned else "false",
                    )[
                        s.say("plan_in" if id in planned else "plan_add"),
                        span(".visually-hidden")[": ", s.of(known[id].title)],
                    ],
                ]
                for id in criterion["actions"]
            ]
        ],
    ]


def _points(title: dict[str, Any], s: Setting) -> Node:
    heads = ("ladder_points_row", "ladder_points_score", "ladder_points_max")
    total = sum(row["max"] for row in title["table"])
    line = s.say("ladder_points_title", span=_span(title["points"], s), max=total)
    return details(".more")[
        summary[line],
        table(".facts")[
            caption(".visually-hidden")[line],
            thead[tr[[th(scope="col")[s.say(head)] for head in heads]]],
            tbody[[tr[th(scope="row")[row["name"]], td[_span(row, s)], td[str(row["max"])]] for row in title["table"]]],
        ],
    ]


def _span(scored: dict[str, Any], s: Setting) -> str:
    low, high = scored["low"], scored["high"]
    return number(low) if low == high else s.say("ladder_span", low=low, high=high)
