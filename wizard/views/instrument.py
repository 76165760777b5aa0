"""What several views say of the register: one instrument in short, and where nothing was verified."""

from __future__ import annotations

from htpy import Node, a, fragment, p

from ..model import Instrument
from ..register import general, unserved
from ..standing import told_standing
from ..wording import listed
from .setting import Setting


def brief(instrument: Instrument, s: Setting) -> Node:
    """An instrument inside an action: its name leads to its entry of the register."""
    return fragment[
        a(href=f"{s.root}register/#{instrument.id}")[s.of(instrument.name)],
        p[s.of(instrument.does)],
        p(".muted")[
            told_standing(instrument, s.catalogue.general.reviewed, s.catalogue, s.lang),
            instrument.document
            and [s.gap, s.say("instrument_document", document=instrument.document), s.say("full_stop")],
        ],
    ]


def none_verified(s: Setting) -> str | None:
    """The challenges without an instrument of their own, and where to ask instead; None where there are none."""
    names = [s.say("quoted", text=challenge.name) for challenge in unserved(s.catalogue, s.catalogue.general.reviewed)]
    if not names:
        return None
    places = [s.of(i.name) for i in s.catalogue.instruments.values() if general(i, s.catalogue)]
    return s.say(
        "register_none_text",
        names=listed(s.catalogue, s.lang, names),
        general=listed(s.catalogue, s.lang, places),
    )
