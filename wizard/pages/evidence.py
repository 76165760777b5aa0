"""The ledger as a page: by section, folded, with an anchor for each sentence and each claim.

An anchor inside a fold opens it, and the filter narrows what is shown: both are docs/assets/ledger.js and site.js.
"""

from __future__ import annotations

from typing import Any

from htpy import (
    Node,
    a,
    details,
    div,
    form,
    fragment,
    h2,
    h3,
    input,
    label,
    li,
    option,
    p,
    section,
    select,
    span,
    summary,
    ul,
)

from ..views.setting import Setting
from .downloads import links_to
from .ledger import Claim, link_badges, place, section_of, title_of
from .stands import jump

PARTS = ("abstract", "0", "1", "2", "3", "4")
KINDS = ("status", "fact", "cause", "challenge", "task", "policy", "example", "definition")


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

    def folded(name: str) -> Node:
        listed = sentences.get(name, [])
        if not listed:
            return None
        claims = {claim["id"] for locator in listed for claim in resting.get(locator, [])}
        return details(".fold")[
            summary[s.say("evidence_fold", sentences=len(listed), claims=len(claims))],
            div[[_sentence(locator, resting.get(locator, []), reasons.get(locator), s) for locator in listed]],
        ]

    return div(".evidence")[
        _filter(s),
        jump([(f"section-{part}", s.say(f"evidence_part_{part}")) for part in PARTS], s),
        [
            fragment[
                h2(id=f"section-{part}")[_numbered(part, s)],
                folded(part),
                [
                    fragment[h3(id=f"section-{name}")[_numbered(name, s)], folded(name)]
                    for name in sentences
                    if name.startswith(f"{part}.")
                ],
            ]
            for part in PARTS
        ],
        links_to("ledger", s),
    ]


def _filter(s: Setting) -> Node:
    """Words or a sentence's number, a kind and a link. Without a script there is nothing to filter with."""
    return form(".ledger-filter.no-print")[
        label[
            span[s.say("evidence_find")],
            input(type="search", name="words", placeholder=s.say("evidence_find_example"), autocomplete="off"),
        ],
        label[
            span[s.say("evidence_kind")],
            select(name="kind")[
                option(value="")[s.say("matrix_all")],
                [option(value=kind)[s.say(f"kind_{kind}")] for kind in KINDS],
            ],
        ],
        label[
            span[s.say("evidence_link")],
            select(name="link")[
                option(value="")[s.say("matrix_all")],
                [option(value=link.id)[s.of(link.name)] for link in s.catalogue.links],
            ],
        ],
        p(".small", role="status", data_one=s.say("evidence_shown", count="{count}"), data_none=s.say("evidence_none")),
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
    id = claim["id"] if first else None
    return li(".claim", id=id, data_kind=claim["kind"], data_links=" ".join(claim["links"]))[
        s.of(claim["statement"]),
        " ",
        span(".claim__kind")[s.say(f"kind_{claim['kind']}")],
        " ",
        link_badges(claim["links"], s) if first else None,
    ]
