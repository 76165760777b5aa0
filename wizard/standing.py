"""Where an instrument of the register stands, in words that pages, advice and files share."""

from __future__ import annotations

from .model import Catalogue, Instrument
from .register import ASK, ENDED, OPEN, WHOLE, state
from .wording import day, say


def standing(instrument: Instrument, on: str, catalogue: Catalogue, lang: str) -> str:
    """Its state on a date with since when or until when, without closing punctuation. What is not known is said."""
    found, start, end = state(instrument, on), instrument.valid_from, instrument.valid_to
    date, kind = start, f"stands_{found}"
    if found == ENDED:
        date = end
        kind += "_unknown" if end is None else "_day" if len(end) == WHOLE else "_period"
    elif found == ASK:
        date = instrument.last_round
    elif found == OPEN and start:
        kind += "_since"
    return say(catalogue, lang, kind, date=date and day(catalogue, lang, date))


def checked(instrument: Instrument, catalogue: Catalogue, lang: str) -> str:
    """When it was last compared with its sources, and what those were, without closing punctuation."""
    trust = say(catalogue, lang, f"confidence_{instrument.confidence}")
    return say(catalogue, lang, "stands_checked", date=day(catalogue, lang, instrument.checked_on), trust=trust)


def told_standing(instrument: Instrument, on: str, catalogue: Catalogue, lang: str) -> str:
    """Sentences on where it stands, what to note, and when that was checked."""
    stop = say(catalogue, lang, "full_stop")
    note = instrument.state_note[lang] if instrument.state_note else ""
    parts = [standing(instrument, on, catalogue, lang) + stop, note, checked(instrument, catalogue, lang) + stop]
    return ("" if lang == "zh" else " ").join(part for part in parts if part)
