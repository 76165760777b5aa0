"""The ten priority fields: what the paper says of each, and the links that name it."""

from __future__ import annotations

from htpy import Node, a, caption, div, fragment, h2, p, span, table, tbody, td, th, thead, tr

from ..model import Link
from ..views.parts import badge, cite, sign
from ..views.setting import Setting
from .ledger import claim_list, naming
from .matrix import field_name, fields_of
from .terms import Terms


def fields_page(s: Setting) -> Node:
    """Fields against links at a glance, then each field."""
    fields = fields_of(s)
    terms = Terms(s)
    everywhere = [claim for claim in s.catalogue.claims if set(fields) <= set(claim["sectors"])]
    return fragment[
        div(".table-scroll", tabindex="0", role="region", aria_label=s.say("fields_table"))[
            table(".matrix__table.matrix__table--fields")[
                caption(".visually-hidden")[s.say("fields_table")],
                thead[tr[td, [th(scope="col", data_link=link.id)[badge(link, s)] for link in s.catalogue.links]]],
                tbody[[_row(field, s) for field in fields]],
            ]
        ],
        claim_list(everywhere, s, terms),
        [
            _field(field, [claim for claim in naming(s.catalogue, field) if claim not in everywhere], s, terms)
            for field in fields
        ],
    ]


def evidence_of(link: Link, field: str) -> list[str]:
    """The sentences in which a link's section names the field."""
    return next((item["evidence"] for item in link.sectors if item["id"] == field), [])


def _row(field: str, s: Setting) -> Node:
    return tr[
        th(scope="row")[a(href=f"#{field}")[field_name(field, s)]],
        [
            td(data_link=link.id)[
                fragment[span(".field-mark")[sign(link.id)], span(".visually-hidden")[s.say("fields_named")]]
                if evidence_of(link, field)
                else span(".none")["–"]
            ]
            for link in s.catalogue.links
        ],
    ]


def _field(field: str, claims: list, s: Setting, terms: Terms) -> Node:
    return fragment[
        h2(id=field)[field_name(field, s)],
        [
            p(".named", data_link=link.id)[
                a(".badge-link", href=f"{s.root}links/{link.id}/")[badge(link, s)],
                cite(evidence_of(link, field), s),
            ]
            for link in s.catalogue.links
            if evidence_of(link, field)
        ],
        claim_list(claims, s, terms) if claims else p(".muted")[s.say("fields_nothing_more")],
    ]
