"""Policy demand: two pages that a local bureau can read, made to be printed."""

from __future__ import annotations

from typing import Any

from htpy import Node, a, button, caption, div, fragment, h1, h2, li, p, section, table, tbody, td, th, thead, tr, ul

from ..cohort.document import statement
from ..views.parts import badge, cite
from ..wording import number
from .glance import count_of, head, made_up, too_small
from .scene import Scene

SHOWN = 8
"""Recommendations told in full on the brief; the rest are a count and a table in the files."""
PUBLIC = ("government", "bank_and_market", "university")
"""Actors whom a bureau speaks for or with; recommendations to firms alone are not its business."""


def brief_view(scene: Scene, today: str, *, held_back: bool) -> tuple[str, Node]:
    """The heading and the view; `today` is an ISO date."""
    heading = scene.say("ws_brief_title")
    if held_back:
        return heading, fragment[head(heading, scene), too_small(scene)]
    figures, s = scene.figures, scene.s
    asked = [policy for policy in figures["policies"] if _public(policy["locator"], scene)]
    view = div(".ws-brief")[
        a(".wz-back", href="#/room")[scene.say("ws_back")],
        h1(id="wz-title", tabindex="-1")[heading],
        made_up(scene),
        p(".ws-brief__line")[scene.say("ws_brief_line", count=count_of(scene), date=today, on=figures["on"]),],
        p(".wz-lead")[_answer(asked, scene)],
        div(".wz-actions.no-print")[
            button(".btn.btn--primary", type="button", data_print=True)[scene.say("ws_brief_print")]
        ],
        section(aria_labelledby="ws-b-needs")[
            h2("#ws-b-needs")[scene.say("ws_brief_needs")],
            _needs(scene),
        ],
        section(aria_labelledby="ws-b-asked")[
            h2("#ws-b-asked")[scene.say("ws_brief_asked")],
            p[scene.say("room_policy_note")],
            _asked(asked[:SHOWN], scene) if asked else p[scene.say("ws_brief_nothing")],
            len(asked) > SHOWN and p(".ws-brief__rest")[_rest(asked[SHOWN:], scene)],
        ],
        section(aria_labelledby="ws-b-how")[
            h2("#ws-b-how")[scene.say("ws_brief_how")],
            ul[[li[scene.say(f"ws_brief_how_{n}")] for n in (1, 2, 3)]],
            p[scene.say("room_disclaimer"), " ", s.say("doc_paper")],
        ],
    ]
    return heading, view


def _public(locator: str, scene: Scene) -> bool:
    claims = (c for c in scene.s.catalogue.claims if locator in c["locators"] and c["kind"] == "policy")
    return any(set(claim["actors"]) & set(PUBLIC) for claim in claims)


def _answer(asked: list[dict[str, Any]], scene: Scene) -> str:
    """The answer first: which link most firms should begin with, and the recommendation that most call for."""
    links = scene.figures["links"]
    first = max(links, key=lambda link: link["first"])
    told = scene.say("ws_brief_first", link=scene.link(first["id"]), firms=first["first"], all=scene.figures["firms"])
    if not asked:
        return told
    gap = "" if scene.s.lang == "zh" else " "
    return told + gap + scene.say("ws_brief_most", firms=asked[0]["firms"], what=_short(asked[0]["locator"], scene))


def _short(locator: str, scene: Scene) -> str:
    claims = [c for c in scene.s.catalogue.claims if locator in c["locators"] and c["kind"] == "policy"]
    return scene.say("list_semicolon").join(scene.s.of(claim["short"]) for claim in claims)


def _needs(scene: Scene) -> Node:
    """The links in the order of their first places, and the challenges that weigh most, side by side."""
    links = sorted(scene.figures["links"], key=lambda link: -link["first"])
    levels = sorted(scene.figures["challenges"], key=lambda c: -c["level"]["median"])[: len(links)]
    names, known = scene.challenges(), scene.s.catalogue.link
    return div(".ws-brief__needs")[
        _table(
            "ws_brief_links",
            ("doc_link", "room_first", "figure_need"),
            [(badge(known(x["id"]), scene.s), str(x["first"]), number(x["need"]["median"])) for x in links],
            scene,
        ),
        _table(
            "ws_brief_levels",
            ("room_challenge", "room_level"),
            [(names[x["id"]], number(x["level"]["median"])) for x in levels],
            scene,
        ),
    ]


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[Node, ...]], scene: Scene) -> Node:
    return table(".facts")[
        caption(".visually-hidden")[scene.say(title)],
        thead[tr[[th(scope="col")[scene.say(head_)] for head_ in heads]]],
        tbody[[tr[th(scope="row")[row[0]], [td[cell] for cell in row[1:]]] for row in rows]],
    ]


def _asked(asked: list[dict[str, Any]], scene: Scene) -> Node:
    instruments = scene.s.catalogue.instruments
    heads = ("room_policy_firms", "room_policy", "room_instruments")
    return table(".facts.ws-brief__asked")[
        caption(".visually-hidden")[scene.say("ws_brief_asked")],
        thead[tr[[th(scope="col")[scene.say(head_)] for head_ in heads]]],
        tbody[
            [
                tr(data_locator=policy["locator"])[
                    td(".ws-brief__count")[str(policy["firms"])],
                    th(scope="row")[
                        statement(policy["locator"], scene.s.catalogue, scene.s.lang),
                        cite([policy["locator"]], scene.s),
                    ],
                    td[scene.listed([scene.s.of(instruments[id].name) for id in policy["instruments"]])],
                ]
                for policy in asked
            ]
        ],
    ]


def _rest(asked: list[dict[str, Any]], scene: Scene) -> str:
    told = (scene.say("ws_brief_one_more", what=_short(p["locator"], scene), firms=p["firms"]) for p in asked)
    return scene.say("ws_brief_more") + scene.say("list_semicolon").join(told) + scene.say("full_stop")
