"""The ledger as a page: by section and sentence, with an anchor for each sentence and each claim."""

from __future__ import annotations

from typing import Any

from htpy import Node, a, div, fragment, h2, h3, li, p, section, span, ul

from ..views.setting import Setting
from .downloads import links_to
from .ledger import Claim, link_badges, place, section_of, title_of
from .stands import jump

PARTS = ("abstract", "0", "1", "2", "3", "4")


def evidence_page(s: Setting) -> Node:
    """Claims under the sentences that they rest on. A sentence's anchor is its locator, a claim's is its id."""
    resting: dict[str, list[Claim]] = {}
    for claim in s.catalogue.claims:
        for locator in claim["locators"]:
            resting.setdefault(locator, []).append(claim)
    reasons = {item["locator"]: item for item in s.catalogue.pages["unclaimed"]}
    sentences: dict[str, list[str]] = {}
    for locator in sorted({*resting, *reasons}, key=place):
        sentences.setdefault(section_of(locator), []).append(locator)

    def listed(name: str) -> Node:
        return [_sentence(locator, resting.get(locator, []), reasons.get(locator), s) for locator in sentences[name]]

    return div(".evidence")[
        links_to("ledger", s),
        jump([(f"section-{part}", title_of(s, part)) for part in PARTS], s),
        [
            fragment[
                h2(id=f"section-{part}")[_numbered(part, s)],
                listed(part) if part in sentences else None,
                [
                    fragment[h3(id=f"section-{name}")[_numbered(name, s)], listed(name)]
                    for name in sentences
                    if name.startswith(f"{part}.")
                ],
            ]
            for part in PARTS
        ],
    ]


def _numbered(name: str, s: Setting) -> str:
    return title_of(s, name) if name in ("abstract", "0") else f"{name} {title_of(s, name)}"


def _sentence(locator: str, claims: list[Claim], unclaimed: dict[str, Any] | None, s: Setting) -> Node:
    """One sentence of the paper with the claims that rest on it, or why none does."""
    return section(".sentence", id=locator)[
        p(".sentence__number")[a(href=f"#{locator}", aria_label=s.say("cite_label", locator=locator))[locator]],
        ul(".claims")[[_claim(claim, locator, s) for claim in claims]] if claims else None,
        p(".muted")[s.of(unclaimed["reason"])] if unclaimed else None,
    ]


def _claim(claim: Claim, locator: str, s: Setting) -> Node:
    # The claim's own anchor stands where the claim is told first: at the first sentence that it names.
    first = locator == min(claim["locators"], key=place)
    return li(".claim", id=claim["id"] if first else None)[
        s.of(claim["statement"]),
        " ",
        span(".claim__kind")[s.say(f"kind_{claim['kind']}")],
        " ",
        link_badges(claim["links"], s) if first else None,
    ]
