"""The ledger as a page: every claim by the section it stands in, with an anchor for each sentence and each claim."""

from __future__ import annotations

from htpy import Node, div, fragment, li, p, section, span, ul

from ..views.setting import Setting


def evidence_page(s: Setting) -> Node:
    """Claims grouped under the sentences that they rest on. A sentence's anchor is its locator."""
    by_locator: dict[str, list] = {}
    for claim in s.catalogue.claims:
        for locator in claim["locators"]:
            by_locator.setdefault(locator, []).append(claim)
    placed: set[str] = set()
    return div(".evidence")[[_sentence(locator, by_locator[locator], placed, s) for locator in by_locator]]


def _sentence(locator: str, claims: list, placed: set[str], s: Setting) -> Node:
    rows = []
    for claim in claims:
        own_anchor = None if claim["id"] in placed else claim["id"]
        placed.add(claim["id"])
        rows.append(li(".claim", id=own_anchor)[s.of(claim["statement"])])
    return fragment[section(id=locator)[p[span(".cite")[s.say("evidence_summary", locator=locator)]], ul[rows]]]
