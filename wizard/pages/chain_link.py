"""A page for one link of the chain: its task, its policy, the fields named, and the firm's own actions."""

from __future__ import annotations

from htpy import (
    Node,
    a,
    dd,
    details,
    div,
    dl,
    dt,
    fragment,
    h2,
    h3,
    li,
    ol,
    p,
    span,
    strong,
    summary,
    ul,
)

from ..model import HORIZONS, Action, Instrument
from ..register import offered
from ..standing import standing
from ..views.parts import cite
from ..views.setting import Setting
from .ledger import Claim, challenge_links, folded, of_section
from .matrix import field_name
from .terms import Terms


def link_page(s: Setting, id: str) -> Node:
    """Everything the catalogue knows of the link `id`."""
    link = s.catalogue.link(id)
    actions = [action for action in s.catalogue.actions if action.link == id]
    terms = Terms(s)
    task, policy = (of_section(s.catalogue, f"{part}.{link.order}") for part in (3, 4))
    return div(".chain-link", data_link=id)[
        p(".chain-link__meaning")[strong[s.of(link.meaning)]],
        p(".answers-to")[s.say("argument_answers"), s.gap, challenge_links(link.challenges, s)],
        h2(id="task")[s.say("link_task")],
        p[terms.explained(s.of(link.task)), cite(link.task_evidence, s)],
        folded(task, s, terms),
        h2(id="policy")[s.say("link_policy")],
        p[terms.explained(s.of(link.policy)), cite(link.policy_evidence, s)],
        folded(policy, s, terms),
        h2(id="actors")[s.say("link_actors")],
        p[s.say("link_actors_intro")],
        _actors(task + policy, s),
        h2(id="sectors")[s.say("link_sectors")],
        ul[
            [
                li[a(href=f"{s.root}fields/#{item['id']}")[field_name(item["id"], s)], cite(item["evidence"], s)]
                for item in link.sectors
            ]
        ],
        h2(id="actions")[s.say("link_actions")],
        p[
            s.say("link_actions_intro", count=len(actions)),
            " ",
            a(href=f"{s.root}wizard/")[s.say("link_to_wizard")],
        ],
        p(".print-only")[s.say("link_actions_on_paper")],
        action_list(actions, s),
        h2(id="instruments")[s.say("link_instruments")],
        p[
            s.say("link_instruments_intro"),
            s.gap,
            a(href=f"{s.root}register/")[s.say("instrument_all")],
            s.say("full_stop"),
        ],
        ul(".offers")[[_offer(i, s) for i in offered(s.catalogue, s.catalogue.general.reviewed) if id in i.links]],
    ]


def _offer(instrument: Instrument, s: Setting) -> Node:
    """An instrument in a line: what it is, where it stands, what it does."""
    return li[
        a(href=f"{s.root}register/#{instrument.id}")[s.of(instrument.name)],
        span(".offers__state")[standing(instrument, s.catalogue.general.reviewed, s.catalogue, s.lang)],
        s.of(instrument.does),
    ]


def _actors(claims: list[Claim], s: Setting) -> Node:
    """Who is asked to do what: the claims in short form under each actor."""
    asked: dict[str, list[Claim]] = {}
    for claim in claims:
        for actor in claim.get("actors", ()):
            asked.setdefault(actor, []).append(claim)
    return dl(".actors")[
        [
            fragment[
                dt[s.say(f"actor_{actor}")],
                dd[ul[[li[s.of(claim["short"]), cite(claim["locators"][:1], s)] for claim in asked[actor]]]],
            ]
            for actor in sorted(asked, key=lambda actor: -len(asked[actor]))
        ]
    ]


def action_list(actions: list[Action], s: Setting) -> Node:
    """Actions by horizon, each with its first step, the rest folded."""
    groups = [(h, sorted((x for x in actions if x.horizon == h), key=lambda x: x.rank)) for h in HORIZONS]
    return fragment[
        [
            fragment[
                h3[s.say(f"horizon_{horizon}")],
                ul(".actions")[[_action(action, s) for action in group]],
            ]
            for horizon, group in groups
            if group
        ]
    ]


def _action(action: Action, s: Setting) -> Node:
    return li(".action", id=f"action-{action.id}")[
        strong(".action__title")[s.of(action.title)],
        cite(action.evidence, s),
        p(".action__first")[span(".label")[s.say("action_first")], " ", s.of(action.first_step)],
        details(".no-print")[
            summary[s.say("action_more")],
            ol[[li[s.of(step)] for step in action.steps]],
            p[strong[s.say("action_done")], " ", s.of(action.done_when)],
            p[strong[s.say("action_needs")], " ", s.of(action.needs)],
            p[strong[s.say("action_ask")], " ", s.of(action.ask)],
            p[strong[s.say("action_why")], " ", s.of(action.why)],
        ],
    ]
