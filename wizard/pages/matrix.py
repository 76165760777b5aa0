"""The matrix: challenges against links. A cell counts the claims that bear on both; below it they are listed.

Filtering by field needs no script: each count is there for every field, and CSS (docs/assets/pages.css) shows one.
"""

from __future__ import annotations

from htpy import (
    Node,
    a,
    caption,
    details,
    div,
    fieldset,
    fragment,
    h2,
    h3,
    input,
    label,
    legend,
    li,
    p,
    section,
    span,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from ..model import Challenge, Link
from ..views.parts import badge, cite
from ..views.setting import Setting
from .downloads import links_to
from .ledger import Claim, connecting

ALL = "all"


def matrix_page(s: Setting) -> Node:
    """The choice of a field, the table, and the claims of each cell."""
    known = s.catalogue
    cells = {
        (challenge.id, link.id): connecting(known, challenge.id, link.id)
        for challenge in known.challenges
        for link in known.links
    }
    fields = [
        field for field in fields_of(s) if any(field in claim["sectors"] for found in cells.values() for claim in found)
    ]
    return div(".matrix")[
        _choice(fields, s),
        div(".table-scroll", tabindex="0", role="region", aria_label=s.say("matrix_label"))[
            table(".matrix__table")[
                caption(".visually-hidden")[s.say("matrix_label")],
                thead[tr[td, [th(scope="col", data_link=link.id)[badge(link, s)] for link in known.links]]],
                tbody[[_row(challenge, cells, fields, s) for challenge in known.challenges]],
            ]
        ],
        p(".small")[s.say("matrix_note")],
        links_to("matrix", s),
        h2(id="claims")[s.say("matrix_claims")],
        [_listed(challenge, cells, s) for challenge in known.challenges],
    ]


def fields_of(s: Setting) -> list[str]:
    """The ten priority fields, in the paper's order."""
    return next(claim["sectors"] for claim in s.catalogue.claims if len(claim["sectors"]) == 10)


def field_name(id: str, s: Setting) -> str:
    """A field by name."""
    return s.of(s.catalogue.questions["sector"].option(id).label)


def _choice(fields: list[str], s: Setting) -> Node:
    """Radio buttons, one a field; the first shows everything."""
    return details(".no-print")[
        summary[s.say("matrix_filter")],
        fieldset(".choice")[
            legend[s.say("matrix_choose")],
            [
                label[
                    input(type="radio", name="field", value=field, checked=field == ALL),
                    s.say("matrix_all") if field == ALL else field_name(field, s),
                ]
                for field in [ALL, *fields]
            ],
        ],
    ]


def _row(challenge: Challenge, cells: dict[tuple[str, str], list[Claim]], fields: list[str], s: Setting) -> Node:
    return tr(data_kind=challenge.kind)[
        th(scope="row")[a(href=f"{s.root}challenges/#{challenge.id}")[s.of(challenge.name)]],
        [_cell(challenge, link, cells[challenge.id, link.id], fields, s) for link in s.catalogue.links],
    ]


def _cell(challenge: Challenge, link: Link, claims: list[Claim], fields: list[str], s: Setting) -> Node:
    counts = {ALL: len(claims)} | {field: sum(field in claim["sectors"] for claim in claims) for field in fields}
    return td(".main" if link.id in challenge.links else None, data_link=link.id)[
        [
            a(href=f"#{challenge.id}-{link.id}", data_for=field, aria_label=_spoken(challenge, link, count, s))[
                str(count)
            ]
            if count
            else span(".none", data_for=field)["–"]
            for field, count in counts.items()
        ]
    ]


def _spoken(challenge: Challenge, link: Link, count: int, s: Setting) -> str:
    return s.say("matrix_cell", challenge=s.of(challenge.name), link=s.of(link.name), count=count)


def _listed(challenge: Challenge, cells: dict[tuple[str, str], list[Claim]], s: Setting) -> Node:
    links = [link for link in s.catalogue.links if cells[challenge.id, link.id]]
    return fragment[
        h3(id=f"row-{challenge.id}")[s.of(challenge.name)],
        details(".fold")[
            summary[s.say("matrix_fold")],
            div[[_points(challenge, link, cells[challenge.id, link.id], s) for link in links]],
        ],
    ]


def _points(challenge: Challenge, link: Link, claims: list[Claim], s: Setting) -> Node:
    return section(".cell", id=f"{challenge.id}-{link.id}", data_link=link.id)[
        p[badge(link, s)],
        ul(".claims")[
            [
                li(".claim", data_sectors=" ".join(claim["sectors"]))[
                    s.of(claim["statement"]), cite(claim["locators"], s)
                ]
                for claim in claims
            ]
        ],
    ]
