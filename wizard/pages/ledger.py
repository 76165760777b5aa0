"""Claims as the pages show them: found by section, link, challenge or field, and listed with their references."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from htpy import Node, a, details, li, span, summary, ul

from ..model import Catalogue, Text
from ..views.parts import badge, cite
from ..views.setting import Setting
from .terms import Terms

Claim = dict[str, Any]


def section_of(locator: str) -> str:
    """The section that a locator lies in: "2.2" of "2.2.p1.s5", "abstract" of "abstract.s1"."""
    return locator.split(".p")[0].split(".s")[0]


def place(locator: str) -> tuple[int, ...]:
    """A key that sorts locators as the paper reads; the abstract comes first."""
    bare = locator.replace("abstract", "-1").replace("p", "").replace("s", "")
    return tuple(int(part) for part in bare.split("."))


def home(claim: Claim) -> str:
    """The section that a claim belongs to: that of the first sentence it names."""
    return section_of(claim["locators"][0])


def of_section(catalogue: Catalogue, *sections: str) -> list[Claim]:
    """The claims at home in these sections, as the paper reads."""
    found = [claim for claim in catalogue.claims if home(claim) in sections]
    return sorted(found, key=lambda claim: place(claim["locators"][0]))


def connecting(catalogue: Catalogue, challenge: str, link: str) -> list[Claim]:
    """The claims that bear on both a challenge and a link."""
    return [c for c in catalogue.claims if challenge in c["challenges"] and link in c["links"]]


def naming(catalogue: Catalogue, field: str) -> list[Claim]:
    """The claims that name a field."""
    return [claim for claim in catalogue.claims if field in claim["sectors"]]


def title_of(s: Setting, section: str, key: str = "title") -> str:
    """The title of a section, or its `short` form."""
    found: Text = next(item[key] for item in s.catalogue.pages["sections"] if item["id"] == section)
    return s.of(found)


def claim_list(claims: Iterable[Claim], s: Setting, terms: Terms | None = None) -> Node:
    """Statements with their references, one item each."""
    return ul(".claims")[[li(".claim")[_statement(claim, s, terms), cite(claim["locators"], s)] for claim in claims]]


def folded(claims: list[Claim], s: Setting, terms: Terms | None = None) -> Node:
    """The claims behind a summary, folded. Nothing where there are none."""
    if not claims:
        return None
    return details(".points")[summary[s.say("page_sentences", count=len(claims))], claim_list(claims, s, terms)]


def link_badges(ids: Iterable[str], s: Setting) -> Node:
    """Links as badges that lead to their pages."""
    return span(".badges")[
        [a(".badge-link", href=f"{s.root}links/{id}/")[badge(s.catalogue.link(id), s)] for id in ids]
    ]


def challenge_links(ids: Iterable[str], s: Setting) -> Node:
    """Challenges by name, each leading to its section."""
    names = {challenge.id: s.of(challenge.name) for challenge in s.catalogue.challenges}
    comma = s.say("list_comma")
    return [[comma if at else "", a(href=f"{s.root}challenges/#{id}")[names[id]]] for at, id in enumerate(ids)]


def _statement(claim: Claim, s: Setting, terms: Terms | None) -> Node:
    text = s.of(claim["statement"])
    return terms.explained(text) if terms else text
