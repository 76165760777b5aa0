"""Where things stand: section 1 of the paper as four strengths, with the claims of each and why the paper asks."""

from __future__ import annotations

from htpy import Node, a, fragment, h2, li, nav, p, ul

from ..views.parts import cite
from ..views.setting import Setting
from .ledger import folded, of_section
from .terms import Terms


def stands_page(s: Setting) -> Node:
    """The four strengths, then the background."""
    terms = Terms(s)
    strengths = s.catalogue.pages["strengths"]
    return fragment[
        jump([(item["id"], s.of(item["name"])) for item in strengths] + [("why", s.say("stands_why"))], s),
        [
            fragment[
                h2(id=item["id"])[s.of(item["name"])],
                p[terms.explained(s.of(item["meaning"])), cite(item["evidence"], s)],
                p[a(href=f"{s.root}figures/")[s.say("stands_figures")]]
                if item["id"] in ("scale", "innovation")
                else None,
                folded(of_section(s.catalogue, item["section"]), s, terms),
            ]
            for item in strengths
        ],
        h2(id="why")[s.say("stands_why")],
        p[s.of(s.catalogue.pages["summary"][0]["text"]), cite(s.catalogue.pages["summary"][0]["evidence"], s)],
        folded(of_section(s.catalogue, "abstract", "0", "1"), s, terms),
    ]


def jump(places: list[tuple[str, str]], s: Setting) -> Node:
    """Links to the sections of this page."""
    return nav(".jump", aria_label=s.say("page_sections"))[ul[[li[a(href=f"#{id}")[name]] for id, name in places]]]
