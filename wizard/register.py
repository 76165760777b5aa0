"""The register of instruments on a given date. Dates are ISO texts that may be cut to a year or a month."""

from __future__ import annotations

from .model import Instrument

OPEN, ENDED, NOT_YET = "open", "ended", "not_yet"


def state(instrument: Instrument, on: str) -> str:
    """Whether the instrument is open on the date `on` (YYYY-MM-DD): "open", "ended" or "not_yet".

    An end of which only the year or month is known counts as past from the start of that period, so that nothing
    that may be over is offered as open.
    """
    if instrument.valid_from and on < instrument.valid_from:
        return NOT_YET
    if instrument.ended or (instrument.valid_to and on >= instrument.valid_to and _over(instrument.valid_to, on)):
        return ENDED
    return OPEN


def _over(end: str, on: str) -> bool:
    """A full date is the last open day; a year or a month alone counts as over from its first day."""
    return on > end if len(end) == 10 else True
