"""The register of instruments on a given date. Dates are ISO texts that may be cut to a year or a month."""

from __future__ import annotations

from .model import Instrument

OPEN, ENDED, NOT_YET, UNKNOWN = "open", "ended", "not_yet", "unknown"
WHOLE = len("2026-11-24")


def state(instrument: Instrument, on: str) -> str:
    """Whether the instrument is open on the date `on` (YYYY-MM-DD): "open", "ended", "not_yet" or "unknown".

    Nothing that may be over, or may not have begun, counts as open. An end of which only the year or month is known
    counts as past from the start of that period, and such a start as begun once the period is over. Where no start is
    established, the instrument is known to be open from the day on which that was checked; before it, that is unknown.
    """
    start, end = instrument.valid_from, instrument.valid_to
    if start and not _reached(start, on, within=False):
        return NOT_YET
    if instrument.ended or (end and on != end and _reached(end, on, within=True)):
        return ENDED
    return OPEN if start or on >= instrument.checked_on else UNKNOWN


def _reached(date: str, on: str, *, within: bool) -> bool:
    """Whether `on` is the date or later. `within`: whether a day inside a year or month counts as later than it."""
    same = on[: len(date)]
    return same > date or (same == date and (within or len(date) == WHOLE))
