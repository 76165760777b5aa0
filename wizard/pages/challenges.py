"""The five challenges of section 2 and the three gaps that the paper names elsewhere."""

from __future__ import annotations

from htpy import Node, a, fragment, h2, h3, p

from ..model import Challenge
from ..register import general, offered
from ..views.parts import cite
from ..views.setting import Setting
from .ledger import folded, link_badges, of_section
from .stands import jump
from .terms import Terms


def challenges_page(s: Setting) -> Node:
    """Each challenge with what the paper says, the links that answer it, and its claims."""
    terms = Terms(s)
    known = s.catalogue.challenges
    five = [challenge for challenge in known if challenge.kind == "challenge"]
    gaps = [challenge for challenge in known if challenge.kind == "gap"]
    return fragment[
        jump([(challenge.id, s.of(challenge.name)) for challenge in known], s),
        [
            _challenge(challenge, h2, _claims_of(challenge, number, s), s, terms)
            for number, challenge in enumerate(five, 1)
        ],
        h2(id="gaps")[s.say("challenges_gaps")],
        p[s.say("challenges_gaps_intro")],
        [_challenge(gap, h3, _claims_about(gap, s), s, terms) for gap in gaps],
    ]


def _claims_of(challenge: Challenge, number: int, s: Setting) -> list:
    return of_section(s.catalogue, f"2.{number}")


def _claims_about(gap: Challenge, s: Setting) -> list:
    return [claim for claim in s.catalogue.claims if gap.id in claim["challenges"]]


def _challenge(challenge: Challenge, heading, claims: list, s: Setting, terms: Terms) -> Node:
    return fragment[
        heading(id=challenge.id)[s.of(challenge.name)],
        p[terms.explained(s.of(challenge.meaning)), cite(challenge.evidence, s)],
        p(".answered")[s.say("challenges_answered"), " ", link_badges(challenge.links, s)],
        p(".answered")[s.say("challenges_instruments"), s.gap, _instruments(challenge, s)],
        folded(claims, s, terms),
    ]


def _instruments(challenge: Challenge, s: Setting) -> Node:
    """What is there today by the register, the general places to ask last."""
    there = [i for i in offered(s.catalogue, s.catalogue.general.reviewed) if challenge.id in i.challenges]
    comma = s.say("list_comma")
    named = [[comma if at else "", a(href=f"{s.root}register/#{i.id}")[s.of(i.name)]] for at, i in enumerate(there)]
    if all(general(instrument, s.catalogue) for instrument in there):
        return [s.say("register_none_here"), s.gap, s.say("challenges_general"), s.gap, named]
    return named
