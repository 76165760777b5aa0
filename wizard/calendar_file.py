"""Calendar entries (iCalendar, RFC 5545): an edge that needs icalendar, which is loaded only when one is asked for."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One all-day entry. `date` is an ISO date, `uid` stays the same for the same thing."""

    uid: str
    date: str
    title: str
    text: str


def calendar_text(entries: list[Entry], name: str, stamp: str) -> str:
    """The calendar as a text. `stamp` is the ISO date on which it was made."""
    from datetime import UTC, date, datetime, timedelta

    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Five Links//wizard//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    made = datetime.combine(date.fromisoformat(stamp), datetime.min.time(), UTC)
    for entry in entries:
        event = Event()
        day = date.fromisoformat(entry.date)
        event.add("uid", entry.uid)
        event.add("dtstamp", made)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", entry.text)
        calendar.add_component(event)
    return calendar.to_ical().decode("utf-8")
