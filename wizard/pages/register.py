"""The register of instruments: what is in force, what to ask about first, what has ended, and where none was verified.

Filtering needs no script: an entry names what it bears on, and CSS (docs/assets/register.css) hides the others on
screen. On paper all are there.
"""

from __future__ import annotations

from collections import Counter

from htpy import Node, dd, div, dl, dt, fieldset, fragment, h2, h3, input, label, legend, li, p, section, ul

from ..model import Instrument
from ..register import STATES, general, state, unserved
from ..standing import standing
from ..views.instrument import none_verified
from ..views.setting import Setting
from ..wording import day
from .downloads import links_to
from .ledger import challenge_links, link_badges

ALL = "all"
MARKS = ("links", "dates", "ended", "recalled")


def register_page(s: Setting) -> Node:
    """The date, the choice, the entries by state, and how to read them."""
    on, known = s.catalogue.general.reviewed, s.catalogue
    states = {instrument.id: state(instrument, on) for instrument in known.instruments.values()}
    count = Counter(states.values())
    there = [found for found in STATES if count[found]]
    order = [challenge.id for challenge in known.challenges]
    entries = sorted(
        known.instruments.values(),
        key=lambda i: (STATES.index(states[i.id]), general(i, known), order.index(i.challenges[0])),
    )
    none = none_verified(s)
    return div(".register")[
        p(".note")[s.say("register_as_of", on=day(known, s.lang, on), **{key: count[key] for key in STATES})],
        _choices(there, s),
        h2(id="entries")[s.say("register_entries")],
        div(".register__entries")[
            [_entry(instrument, states[instrument.id], on, s) for instrument in entries],
            [_missing(challenge, s) for challenge in unserved(known, on)],
        ],
        p(".register__shown.no-print")[s.say("register_shown")],
        links_to("register", s),
        none and fragment[h2(id="none")[s.say("register_none")], p[none]],
        h2(id="marks")[s.say("register_marks")],
        ul[
            [li[s.say(f"confidence_{mark}")] for mark in ("A", "B")],
            [li[s.say(f"register_marks_{mark}")] for mark in MARKS],
        ],
    ]


def _choices(states: list[str], s: Setting) -> Node:
    """Three rows of radio buttons; the first of each shows everything."""
    rows = {
        "challenge": [(c.id, s.of(c.name)) for c in s.catalogue.challenges],
        "link": [(link.id, s.of(link.name)) for link in s.catalogue.links],
        "state": [(found, s.say(f"register_state_{found}")) for found in states],
    }
    return div(".register__filter.no-print")[
        [
            fieldset(".choice")[
                legend[s.say(f"register_by_{name}")],
                [
                    label[input(type="radio", name=name, value=value, checked=value == ALL), text]
                    for value, text in [(ALL, s.say("register_all")), *options]
                ],
            ]
            for name, options in rows.items()
        ]
    ]


def _entry(instrument: Instrument, found: str, on: str, s: Setting) -> Node:
    rows = {
        "serves": s.of(instrument.serves),
        "note": instrument.state_note and s.of(instrument.state_note),
        "bears_on": _bears_on(instrument, s),
        "document": s.of(instrument.document) if instrument.document else s.say("register_no_document"),
        "checked": s.say(
            "register_checked_how",
            date=day(s.catalogue, s.lang, instrument.checked_on),
            trust=s.say(f"confidence_{instrument.confidence}"),
        ),
    }
    return section(
        ".instrument",
        data_instrument=instrument.id,
        data_state=found,
        data_challenges=" ".join(instrument.challenges),
        data_links=" ".join(instrument.links),
    )[
        h3(id=instrument.id)[s.of(instrument.name)],
        p(".instrument__state")[standing(instrument, on, s.catalogue, s.lang)],
        p[s.of(instrument.does)],
        dl[[fragment[dt[s.say(f"register_{key}")], dd[value]] for key, value in rows.items() if value]],
    ]


def _bears_on(instrument: Instrument, s: Setting) -> Node:
    if general(instrument, s.catalogue):
        return s.say("register_everything")
    return fragment[challenge_links(instrument.challenges, s), " ", link_badges(instrument.links, s)]


def _missing(challenge, s: Setting) -> Node:
    """What stands where a challenge has no instrument of its own."""
    return section(".instrument.instrument--none", data_challenges=challenge.id, data_links=" ".join(challenge.links))[
        h3[s.of(challenge.name)], p[s.say("register_none_here")]
    ]
