"""The whole summary on one page, made for printing."""

from __future__ import annotations

from htpy import Node, dd, div, dl, dt, fragment, h2, li, ol, p, section, strong, table, tbody, td, th, thead, tr, ul

from ..views.parts import badge, cite
from ..views.setting import Setting
from .fields import evidence_of
from .figures import TITLES, written
from .matrix import field_name, fields_of


def whole_page(s: Setting) -> Node:
    """Five sentences, strengths, challenges, links, fields, figures and the points to keep in mind."""
    known = s.catalogue
    return div(".whole")[
        ol(".five")[[li[s.of(item["text"]), cite(item["evidence"], s)] for item in known.pages["summary"]]],
        h2(id="strengths")[s.say("argument_list_1")],
        dl[[_defined(item["name"], item["meaning"], item["evidence"], s) for item in known.pages["strengths"]]],
        h2(id="challenges")[s.say("argument_list_challenge")],
        dl[[_defined(c.name, c.meaning, c.evidence, s) for c in known.challenges if c.kind == "challenge"]],
        h2(id="gaps")[s.say("argument_list_gap")],
        dl[[_defined(c.name, c.meaning, c.evidence, s) for c in known.challenges if c.kind == "gap"]],
        h2(id="links")[s.say("argument_list_3")],
        [
            section(".whole__link", data_link=link.id)[
                p[badge(link, s), " ", s.of(link.meaning)],
                p[strong[s.say("argument_task")], s.gap, s.of(link.task), cite(link.task_evidence, s)],
                p[strong[s.say("argument_policy")], s.gap, s.of(link.policy), cite(link.policy_evidence, s)],
            ]
            for link in known.links
        ],
        h2(id="fields")[s.say("whole_fields")],
        ul[[_field(field, s) for field in fields_of(s)]],
        h2(id="figures")[s.say("figures_table")],
        _counts(s),
        h2(id="critical")[s.say("whole_critical")],
        ul[[li[s.of(point["title"]), cite(point["evidence"], s)] for point in known.pages["critical"]]],
        p(".small")[s.say("whole_end", date=known.general.reviewed)],
    ]


def _defined(name, meaning, evidence, s: Setting) -> Node:
    return fragment[dt[s.of(name)], dd[s.of(meaning), cite(evidence, s)]]


def _field(field: str, s: Setting) -> Node:
    named = [link for link in s.catalogue.links if evidence_of(link, field)]
    return li[
        field_name(field, s),
        [[" ", badge(link, s), cite(evidence_of(link, field), s)] for link in named],
    ]


def _counts(s: Setting) -> Node:
    counts = table(".facts")[
        thead[tr[th(scope="col")[s.say("figures_date")], [th(scope="col")[s.say(f"title_{t}")] for t in TITLES]]],
        tbody[
            [
                tr[
                    th(scope="row")[
                        s.say("figures_paper", date=row["date"]) if row["source"] == "paper" else row["date"]
                    ],
                    [td[written(row[t], s)] for t in TITLES],
                ]
                for row in s.catalogue.pages["counts"]
            ]
        ],
    ]
    return div(".table-scroll", tabindex="0", role="region", aria_label=s.say("figures_table"))[counts]
