"""A page for one link of the chain: its task, its policy, the fields named, and the firm's own actions."""

from __future__ import annotations

from htpy import (
    Node,
    a,
    details,
    div,
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

from ..model import HORIZONS, Action
from ..views.parts import cite
from ..views.setting import Setting


def link_page(s: Setting, id: str) -> Node:
    """Everything the catalogue knows of the link `id`."""
    link = s.catalogue.link(id)
    actions = [action for action in s.catalogue.actions if action.link == id]
    sectors = s.catalogue.questions["sector"]
    return div(".chain-link", data_link=id)[
        p(".chain-link__meaning")[strong[s.of(link.meaning)]],
        h2(id="task")[s.say("link_task")],
        p[s.of(link.task), cite(link.task_evidence, s)],
        h2(id="policy")[s.say("link_policy")],
        p[s.of(link.policy), cite(link.policy_evidence, s)],
        h2(id="sectors")[s.say("link_sectors")],
        ul[[li[s.of(sectors.option(item["id"]).label), cite(item["evidence"], s)] for item in link.sectors]],
        h2(id="actions")[s.say("link_actions")],
        p[
            s.say("link_actions_intro", count=len(actions)),
            " ",
            a(href=f"{s.root}wizard/")[s.say("link_to_wizard")],
        ],
        action_list(actions, s),
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
        details[
            summary[s.say("action_more")],
            ol[[li[s.of(step)] for step in action.steps]],
            p[strong[s.say("action_done")], " ", s.of(action.done_when)],
            p[strong[s.say("action_needs")], " ", s.of(action.needs)],
            p[strong[s.say("action_ask")], " ", s.of(action.ask)],
            p[strong[s.say("action_why")], " ", s.of(action.why)],
        ],
    ]
