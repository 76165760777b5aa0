"""The register of instruments on a given date. Dates are ISO texts that may be cut to a year or a month."""

from __future__ import annotations

from .model import Catalogue, Challenge, Instrument

OPEN, ASK, NOT_YET, UNKNOWN, ENDED = STATES = ("open", "ask", "not_yet", "unknown", "ended")
OFFERED = (OPEN, ASK)
"""States in which the advice names an instrument; one that runs in rounds with the note to ask for this year's."""
WHOLE = len("2026-11-24")


def state(instrument: Instrument, on: str) -> str:
    """Where the instrument stands on the date `on` (YYYY-MM-DD).

    "open"     it is in force
    "ask"      it runs in rounds, and the last one that is known to have run is over
    "not_yet"  it begins later
    "unknown"  its start is not established, and `on` is before the day on which it was found to be there
    "ended"    it is over, or may be

    Nothing that may be over, or may not have begun, counts as open. An end of which only the year or month is known
    counts as past from the start of that period, and such a start as begun once the period is over.
    """
    start, end, last = instrument.valid_from, instrument.valid_to, instrument.last_round
    if start and not _reached(start, on, within=False):
        return NOT_YET
    if instrument.ended or (end and on != end and _reached(end, on, within=True)):
        return ENDED
    if not start and on < instrument.checked_on:
        return UNKNOWN
    return ASK if last and on[: len(last)] > last else OPEN


def _reached(date: str, on: str, *, within: bool) -> bool:
    """Whether `on` is the date or later. `within`: whether a day inside a year or month counts as later than it."""
    same = on[: len(date)]
    return same > date or (same == date and (within or len(date) == WHOLE))


def general(instrument: Instrument, catalogue: Catalogue) -> bool:
    """Whether the instrument is a general place to ask, with nothing of its own for any one challenge."""
    return set(instrument.challenges) == {challenge.id for challenge in catalogue.challenges}


def offered(catalogue: Catalogue, on: str) -> list[Instrument]:
    """What may be offered on a date: the general places to ask come last."""
    there = [instrument for instrument in catalogue.instruments.values() if state(instrument, on) in OFFERED]
    return sorted(there, key=lambda instrument: general(instrument, catalogue))


def unserved(catalogue: Catalogue, on: str) -> list[Challenge]:
    """Challenges for which nothing of its own is verified to be there on a date."""
    own = [instrument for instrument in offered(catalogue, on) if not general(instrument, catalogue)]
    served = {id for instrument in own for id in instrument.challenges}
    return [challenge for challenge in catalogue.challenges if challenge.id not in served]
