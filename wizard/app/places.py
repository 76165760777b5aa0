"""Where a visitor can be, as the texts that stand in the page's address, and how one leads to the next."""

from __future__ import annotations

from typing import NamedTuple

from ..model import Catalogue, Question
from ..questionnaire import asked_topics


class Place(NamedTuple):
    """`kind` is "topic", "change", "check" or "advice"; `id` the topic or question; `text` as in the address."""

    kind: str
    id: str
    text: str


START = Place("start", "", "")
CHECK = Place("check", "", "check")
ADVICE = Place("advice", "", "advice")


def topic_place(id: str) -> Place:
    """The page of a topic."""
    return Place("topic", id, f"topic/{id}")


def find(text: str, catalogue: Catalogue, path: str) -> Place:
    """The place that an address text names; the first topic where it names none that exists."""
    for fixed in (CHECK, ADVICE):
        if text == fixed.text:
            return fixed
    kind, _, id = text.partition("/")
    if kind == "change" and id in catalogue.questions:
        return Place("change", id, text)
    topics = [topic.id for topic, _ in asked_topics(catalogue, quick=path == "quick")]
    return topic_place(id if kind == "topic" and id in topics else topics[0])


def questions_at(place: Place, catalogue: Catalogue, path: str) -> list[Question]:
    """The questions that the place asks."""
    if place.kind == "change":
        return [catalogue.questions[place.id]]
    for topic, questions in asked_topics(catalogue, quick=path == "quick"):
        if place.kind == "topic" and topic.id == place.id:
            return questions
    return []


def after(place: Place, catalogue: Catalogue, path: str) -> Place:
    """Where Continue leads."""
    if place.kind == "check":
        return ADVICE
    if place.kind == "topic":
        topics = [topic.id for topic, _ in asked_topics(catalogue, quick=path == "quick")]
        number = topics.index(place.id)
        if number + 1 < len(topics):
            return topic_place(topics[number + 1])
    return CHECK


def before(place: Place, catalogue: Catalogue, path: str) -> Place | None:
    """Where Back leads; None on the first page."""
    topics = [topic.id for topic, _ in asked_topics(catalogue, quick=path == "quick")]
    if place.kind == "advice" or place.kind == "change":
        return CHECK
    if place.kind == "check":
        return topic_place(topics[-1])
    number = topics.index(place.id)
    return topic_place(topics[number - 1]) if number else None
