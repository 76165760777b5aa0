"""The advice: the answer first, then the map, then a card for each link in order, then what is still open."""

from __future__ import annotations

from typing import Any

from htpy import (
    Node,
    a,
    button,
    dd,
    details,
    div,
    dl,
    dt,
    form,
    fragment,
    h1,
    h2,
    h3,
    h4,
    input,
    li,
    nav,
    ol,
    p,
    section,
    span,
    strong,
    summary,
    ul,
)

from ..advice import advise, outline
from ..app.state import State, understand
from ..lead import lead_sentences, nothing_known
from ..model import HORIZONS, Catalogue
from ..report import change_line
from ..wording import labelled, listed, number, told
from .chain_map import chain_map
from .chain_map import span as figure_span
from .instrument import brief, none_verified
from .ladder_card import ladder_card
from .parts import badge, cite
from .setting import Setting
from .takeaway import takeaway
from .whatif import whatif

SHOWN_FIRST = 3
PLAN_FORM = "wz-plan-form"
"""Buttons all over the page belong to this one empty form."""


def advice_view(state: State, catalogue: Catalogue, lang: str, _refusal=None) -> tuple[str, Node]:
    """The heading and the view."""
    s = Setting(catalogue, lang)
    understood = understand(state, catalogue, list(catalogue.questions.values()))
    errors = {p.question: s.say(p.text, **p.values) for p in understood.problems}
    on = catalogue.general.reviewed
    advice = advise(understood.answers, catalogue, lang, on)
    before = None
    if state.trail:
        before = outline(understand(state._replace(fields=state.trail[0]), catalogue).answers, catalogue, lang, on)
    planned = {item.action for item in state.plan}
    heading = s.say("advice_title")
    lead, *sure = lead_sentences(advice, catalogue)
    empty = nothing_known(advice)
    view = fragment[
        a(".wz-back", href="#/check")[s.say("back_to_check")],
        h1(id="wz-title", tabindex="-1")[heading],
        p(".lead-answer")[lead.replace("*", "")],
        [p(".lead-sure")[text] for text in sure],
        empty
        and p[a(".btn.btn--primary", href=f"#/change/{advice['next_questions'][0]['question']}")[s.say("answer_this")]],
        state.path == "quick" and not empty and p(".note")[s.say("provisional")],
        errors
        and p(".note.note--warn")[
            s.say("advice_unread", count=len(errors)), s.gap, a(href="#/check")[s.say("check_title")]
        ],
        before and _moved(before, advice, s),
        nav(".wz-actions.no-print", aria_label=heading)[
            a(".btn", href="#/plan")[s.say("to_plan", count=len(state.plan))],
            a(".btn", href="#/share")[s.say("to_share")],
            button(".btn", type="button", data_print=True)[s.say("print")],
        ],
        form(id=PLAN_FORM, data_wz=True, data_own="true"),
        section(aria_labelledby="wz-map")[h2(id="wz-map")[s.say("map_title")], chain_map(advice, s)],
        _open(advice, state, s),
        whatif(state, errors, s),
        section(aria_labelledby="wz-links")[
            h2(id="wz-links")[s.say("cards_title")],
            [_card(link, advice, before, planned, s) for link in advice["links"]],
        ],
        _challenges(advice, before, s),
        _benchmarks(advice, s),
        _changes(advice, s),
        takeaway(("print", "word", "markdown", "copy", "picture", "json"), s),
        ladder_card(state, s),
        _limits(s),
    ]
    return heading, view


def _moved(before: dict[str, Any], advice: dict[str, Any], s: Setting) -> Node:
    """What the what-if changes have moved, said first."""
    old = {link["id"]: link for link in before["links"]}
    names = {link.id: s.of(link.name) for link in s.catalogue.links}
    lines = [
        s.say("whatif_rank", link=names[x["id"]], rank_from=old[x["id"]]["rank"], rank_to=x["rank"])
        for x in advice["links"]
        if x["rank"] != old[x["id"]]["rank"]
    ]
    was, now = ({a["id"]: a["title"] for a in side["actions"]} for side in (before, advice))
    lines += [s.say("whatif_new", title=title) for id, title in now.items() if id not in was]
    lines += [s.say("whatif_gone", title=title) for id, title in was.items() if id not in now]
    return div(".note.moved", role="status")[
        strong[s.say("whatif_moved")], ul[[li[x] for x in lines or [s.say("whatif_none")]]]
    ]


def _card(link: dict[str, Any], advice: dict[str, Any], before: dict | None, planned: set[str], s: Setting) -> Node:
    known = s.catalogue.link(link["id"])
    actions = [action for action in advice["actions"] if action["link"] == link["id"]]
    old = next((x for x in before["links"] if x["id"] == link["id"]), None) if before else None
    return section(".advice-card", data_link=link["id"], aria_labelledby=f"card-{link['id']}")[
        h3(id=f"card-{link['id']}")[span(".advice-card__rank")[str(link["rank"])], badge(known, s)],
        p(".advice-card__meaning")[s.of(known.meaning)],
        dl(".figures")[
            [
                div[dt[s.say(f"figure_{key}")], dd[figure_span(link[key], s), old and _was(old[key], link[key], s)]]
                for key in ("need", "relevance", "priority")
            ]
        ],
        h4[s.say("doc_reasons")],
        _reasons(link, s),
        h4[s.say("doc_actions")],
        _actions(actions, planned, s),
    ]


def _was(old: dict[str, float], now: dict[str, float], s: Setting) -> Node:
    """The figure before the what-if, where it is another now."""
    if old["value"] == now["value"]:
        return None
    return span(".was")[" ", s.say("whatif_was", value=number(old["value"]))]


def _reasons(link: dict[str, Any], s: Setting) -> Node:
    """The known answers that count most first; what is unknown, and what adds nothing, is folded."""
    known = [r for r in link["reasons"] if r["question"] and r["answer"] is not None and r["effect"] > 0]
    rest = [r for r in link["reasons"] if r not in known]
    first, more = known[:SHOWN_FIRST], known[SHOWN_FIRST:] + rest
    return fragment[
        ul(".reasons")[[_reason(r, s) for r in first]] if first else p[_nothing_counts(link, s)],
        details(".more")[
            summary[s.say("more_reasons", count=len(more))],
            ul(".reasons")[[_reason(r, s) for r in more]],
        ],
    ]


def _nothing_counts(link: dict[str, Any], s: Setting) -> str:
    """Why no known answer speaks for the link: the firm does well there, or nothing is known of it yet."""
    settled = all(r["answer"] is not None for r in link["reasons"] if r["figure"] == "need")
    return s.of(s.catalogue.link(link["id"]).low_need) if settled else s.say("reasons_open")


def _reason(reason: dict[str, Any], s: Setting) -> Node:
    return li[
        reason["text"],
        cite(reason["evidence"], s),
        " ",
        span(".effect")[s.say(f"effect_{reason['figure']}", effect=number(reason["effect"]))],
    ]


def _actions(actions: list[dict[str, Any]], planned: set[str], s: Setting) -> Node:
    first, more = actions[:SHOWN_FIRST], actions[SHOWN_FIRST:]
    return fragment[
        _by_horizon(first, planned, s),
        more and details(".more")[summary[s.say("more_actions", count=len(more))], _by_horizon(more, planned, s)],
    ]


def _by_horizon(actions: list[dict[str, Any]], planned: set[str], s: Setting) -> Node:
    return fragment[
        [
            fragment[
                p(".horizon")[s.say(f"horizon_{horizon}")],
                ul(".actions")[[_action(x, x["id"] in planned, s) for x in group]],
            ]
            for horizon in HORIZONS
            if (group := [x for x in actions if x["horizon"] == horizon])
        ]
    ]


def _action(action: dict[str, Any], planned: bool, s: Setting) -> Node:
    return li(".action", id=f"action-{action['id']}")[
        strong(".action__title")[action["title"]],
        cite(action["evidence"], s),
        p(".action__first")[span(".label")[s.say("action_first")], " ", action["first_step"]],
        p(".action__meta")[
            span[s.say(f"effort_{action['effort']}")],
            " · ",
            span[s.say(f"who_{action['lead']}")],
        ],
        button(
            ".btn.btn--small.no-print",
            id=f"add-{action['id']}",
            form=PLAN_FORM,
            name="do",
            value=f"add:{action['id']}",
            aria_pressed="true" if planned else "false",
        )[s.say("plan_in" if planned else "plan_add"), span(".visually-hidden")[s.say("list_colon"), action["title"]]],
        details[
            summary[s.say("action_more")],
            dl[
                dt[s.say("action_because")],
                dd[_because(action, s)],
                dt[s.say("action_steps")],
                dd[ol[[li[step] for step in action["steps"]]]],
                dt[s.say("action_done")],
                dd[action["done_when"]],
                dt[s.say("action_needs")],
                dd[action["needs"]],
                dt[s.say("action_ask")],
                dd[action["ask"]],
                dt[s.say("action_why")],
                dd[action["why"]],
                action["instruments"]
                and fragment[
                    dt[s.say("action_instruments")],
                    [dd[brief(s.catalogue.instruments[id], s)] for id in action["instruments"]],
                ],
            ],
        ],
    ]


def _because(action: dict[str, Any], s: Setting) -> str:
    if not action["because"]:
        return s.say("action_general")
    parts = []
    for item in action["because"]:
        question = s.catalogue.questions[item["question"]]
        if item["answer"] is None:
            parts.append(s.say("because_unknown", short=question.short))
        else:
            parts.append(told(s.catalogue, s.lang, question, item["answer"]))
    return s.say("list_semicolon").join(parts) + s.say("full_stop")


def _challenges(advice: dict[str, Any], before: dict | None, s: Setting) -> Node:
    names = {c.id: s.of(c.name) for c in s.catalogue.challenges}
    old = {c["id"]: c["level"] for c in before["challenges"]} if before else {}
    return section(aria_labelledby="wz-challenges")[
        h2(id="wz-challenges")[s.say("doc_challenges")],
        p[s.say("challenges_intro")],
        ul(".strip")[
            [
                li[
                    span(".strip__name")[names[c["id"]]],
                    span(".strip__bar", aria_hidden="true")[
                        span(".strip__fill", style=f"width:{c['level']['value']}%")
                    ],
                    span(".strip__value")[
                        figure_span(c["level"], s), c["id"] in old and _was(old[c["id"]], c["level"], s)
                    ],
                ]
                for c in advice["challenges"]
            ]
        ],
    ]


def _benchmarks(advice: dict[str, Any], s: Setting) -> Node:
    if not advice["benchmarks"]:
        return None
    rows = []
    for b in advice["benchmarks"]:
        question = s.catalogue.questions[b["question"]]
        firm, paper = (labelled(s.catalogue, s.lang, question, b[key]) for key in ("firm", "paper"))
        short = s.of(question.short)
        text = s.say(
            "doc_benchmark",
            short=short[:1].upper() + short[1:],
            firm=firm,
            paper=paper,
            note=question.benchmark.note,
        )
        rows.append(li[text, cite([b["evidence"]], s)])
    return section(aria_labelledby="wz-benchmarks")[h2(id="wz-benchmarks")[s.say("doc_benchmarks")], ul[rows]]


def _open(advice: dict[str, Any], state: State, s: Setting) -> Node:
    if not advice["next_questions"]:
        return None
    names = {link.id: s.of(link.name) for link in s.catalogue.links}
    return section(".no-print", aria_labelledby="wz-next")[
        h2(id="wz-next")[s.say("doc_next")],
        ul[
            [
                li[
                    a(href=f"#/change/{n['question']}")[s.of(s.catalogue.questions[n["question"]].title)],
                    " ",
                    span(".muted")[
                        s.say(
                            "could_move",
                            links=listed(
                                s.catalogue,
                                s.lang,
                                [names[id] for id in n["could_change"]],
                            ),
                        )
                    ],
                ]
                for n in advice["next_questions"][:SHOWN_FIRST]
            ]
        ],
        state.path == "quick"
        and form(data_wz=True)[
            input(type="hidden", name="do", value="full"),
            button(".btn", name="do", value="full")[s.say("path_to_full")],
        ],
    ]


def _changes(advice: dict[str, Any], s: Setting) -> Node:
    changes = advice["what_would_change"]
    if not changes:
        return None
    return section(aria_labelledby="wz-changes")[
        h2(id="wz-changes")[s.say("doc_change")],
        ul[[_change(c, s) for c in changes[:SHOWN_FIRST]]],
        len(changes) > SHOWN_FIRST
        and details(".more")[
            summary[s.say("more_changes", count=len(changes) - SHOWN_FIRST)],
            ul[[_change(c, s) for c in changes[SHOWN_FIRST:]]],
        ],
    ]


def _change(change: dict[str, Any], s: Setting) -> Node:
    """One change in words, with a button that tries it."""
    to = change["to"]
    answer = "+".join(to) if isinstance(to, list) else to
    id = f"try-{change['question']}-{answer}-{change['link']}"
    line = change_line(change, s.catalogue, s.lang)
    return li[
        line,
        " ",
        button(
            ".btn.btn--small.no-print", id=id, form=PLAN_FORM, name="do", value=f"whatif:{change['question']}={answer}"
        )[s.say("whatif_try"), span(".visually-hidden")[s.say("list_colon"), line]],
    ]


def _limits(s: Setting) -> Node:
    return section(aria_labelledby="wz-limits")[
        h2(id="wz-limits")[s.say("limits_title")],
        p[s.say("limits_not_assessed")],
        p[s.say("limits_where_next")],
        p[none_verified(s), s.gap, a(href=f"{s.root}register/")[s.say("register_whole")]],
        p[s.say("doc_disclaimer")],
    ]
