"""Dated entries: their dates are real and in order, they do not contradict each other, and they were looked at lately.

Contradictions are faults. What was checked long ago is listed. Which entries are dated: `checks.dated`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ..register import WHOLE
from .dated import Entry, entries, first_day, last_day
from .place import Files, Found

FRESH = 180


def check(files: Files, on: str) -> Found:
    """Every dated entry as of a date."""
    found = list(entries(files))
    faults = [fault for entry in found for fault in _dates(entry)]
    if faults:  # what is no date cannot be compared
        return Found([f"Dates: {len(found)} entries."], faults)
    about: dict[str, list[Entry]] = {}
    for entry in found:
        if entry.subject:
            about.setdefault(entry.subject, []).append(entry)
    for same in about.values():
        faults += _overlaps(same)
    reviewed = files.one("general.yaml").get("reviewed")
    for entry in found:
        faults += _alone(entry, reviewed)
        faults += _end(entry, on, followed=any(_later(other, entry) for other in about.get(entry.subject, ())))
    faults += _offered(files, found, on)
    lines = [f"Dates: {len(found)} entries as of {on}."]
    old = [entry for entry in found if "checked_on" in entry.own and _age(entry, on) > FRESH]
    if old:
        lines.append(f"Checked more than {FRESH} days ago:")
        lines += [entry.at("checked_on").fault(f"checked {_age(entry, on)} days ago") for entry in old]
    return Found(lines, faults)


def _age(entry: Entry, on: str) -> int:
    return (date.fromisoformat(on) - date.fromisoformat(entry.known["checked_on"])).days


def _dates(entry: Entry) -> Iterator[str]:
    """What is written as a date is one, and the entry was checked."""
    for key in ("valid_from", "valid_to", "last_round"):
        if entry.node.get(key) is not None and not _is_date(entry.node.get(key)):
            yield entry.at(key).fault(f"`{key}` is not a date such as 2026-11-24, 2026-11 or 2026")
    checked = entry.known.get("checked_on")
    if checked is None:
        yield entry.node.fault(f"{entry.name} has no `checked_on`: the day on which this was last compared")
    elif not (_is_date(checked) and len(checked) == WHOLE):
        yield entry.at("checked_on").fault("`checked_on` is not a day such as 2026-11-24")


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and first_day(value) is not None
    except ValueError:
        return False


def _alone(entry: Entry, reviewed: str) -> Iterator[str]:
    """An entry that contradicts itself."""
    start, end, checked = (entry.known.get(key) for key in ("valid_from", "valid_to", "checked_on"))
    if start and end and last_day(end) < first_day(start):
        yield entry.at("valid_to").fault(f"it ends ({end}) before it begins ({start})")
    if entry.known.get("ended") and end:
        yield entry.at("ended").fault("`ended` is for an end whose date is not known; there is one here")
    if "checked_on" in entry.own and checked > reviewed:
        yield entry.at("checked_on").fault(
            f"it was checked ({checked}) after the catalogue was reviewed: set `reviewed` in general.yaml"
        )
    if entry.known.get("confidence") == "M" and not _noted(entry):
        yield entry.at("confidence").fault("a confidence of M is recalled, not confirmed: a note must say so")


def _end(entry: Entry, on: str, *, followed: bool) -> Iterator[str]:
    """What has ended says how, and was looked at since. A later entry on the same subject tells it too."""
    if followed or not any(key in entry.own for key in ("valid_to", "ended")):
        return
    if not _over(entry, on):
        return
    end = entry.known.get("valid_to")
    if not _noted(entry):
        yield entry.at("valid_to" if end else "ended").fault(
            "it has ended: say so in a note, or give what followed it the same `subject`"
        )
    if end and date.fromisoformat(entry.known["checked_on"]) < first_day(end):
        yield entry.at("valid_to").fault(
            f"its end ({end}) has passed since it was checked ({entry.known['checked_on']}): "
            "check whether it goes on, then mend its dates and note"
        )


def _over(entry: Entry, on: str) -> bool:
    """Whether it may have ended by then. The last day named is still one of it, a year or month is not."""
    end = entry.known.get("valid_to")
    return bool(entry.known.get("ended") or (end and (end < on if len(end) == WHOLE else end <= on[: len(end)])))


def _noted(entry: Entry) -> bool:
    return bool(entry.known.get("state_note") or entry.known.get("note"))


def _later(other: Entry, entry: Entry) -> bool:
    """Whether another entry on the subject takes over when this one has ended."""
    start, end = other.known.get("valid_from"), entry.known.get("valid_to")
    return bool(other is not entry and start and end and first_day(start) > first_day(end))


def _overlaps(same: list[Entry]) -> Iterator[str]:
    """Two entries on one subject that held on the same day."""
    for one, other in combinations(same, 2):
        a, b = one.surely(), other.surely()
        if a and b and max(a[0], b[0]) <= min(a[1], b[1]):
            yield other.at("valid_from").fault(
                f"{other.name} holds on {max(a[0], b[0])}, and so does {one.name} ({one.node.file}:{one.node.line}): "
                f"both are about {one.subject}; end one before the other begins"
            )


def _offered(files: Files, found: list[Entry], on: str) -> Iterator[str]:
    """Actions that offer an instrument which has ended."""
    instruments = [entry for entry in found if entry.name.startswith("instruments/")]
    over = {entry.node.get("id"): entry.known.get("valid_to") for entry in instruments if _over(entry, on)}
    for action in files.actions():
        for item in action.at("instruments").items():
            if item.plain() in over:
                yield item.fault(
                    f"it offers {item.plain()}, which has ended ({over[item.plain()] or 'date not known'})"
                )
