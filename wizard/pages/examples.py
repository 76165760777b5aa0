"""Firms like yours: the firm cases of the tests as worked examples, each loadable into the wizard by one click."""

from __future__ import annotations

from typing import Any

from htpy import Node, a, div, fragment, h2, h3, li, p, section, ul

from ..advice import advise
from ..answer_code import encode
from ..answers import check
from ..lead import lead_sentence
from ..views.parts import badge, cite
from ..views.setting import Setting


def examples_page(s: Setting, cases: list[dict[str, Any]]) -> Node:
    """`cases` are the files of tests/cases with their `id`; they are grouped by the link that comes first."""
    worked = [_worked(case, s) for case in cases]
    return div(".examples")[
        [
            fragment[
                h2(id=link.id)[badge(link, s)],
                [_example(case, advice, s) for case, advice in worked if advice["links"][0]["id"] == link.id],
            ]
            for link in s.catalogue.links
        ]
    ]


def _worked(case: dict[str, Any], s: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    answers = check(case["answers"], s.catalogue).answers
    return {**case, "answers": answers}, advise(answers, s.catalogue, s.lang, s.catalogue.general.reviewed)


def _example(case: dict[str, Any], advice: dict[str, Any], s: Setting) -> Node:
    titles = {action["id"]: action["title"] for action in advice["actions"]}
    return section(".card", id=case["id"], data_link=advice["links"][0]["id"])[
        h3(".card__title")[s.of(case["name"])],
        p[s.of(case["story"])],
        p[lead_sentence(advice, s.catalogue).replace("*", "")],
        p[s.of(case["why"]), cite(case["evidence"], s)],
        ul[[li[titles[id]] for id in case["expect"]["actions"]]],
        p[a(".btn", href=f"{s.root}wizard/#/open/{encode(case['answers'], s.catalogue)}")[s.say("example_open")],],
    ]
