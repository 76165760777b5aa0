"""Where a visitor can be, as the texts that stand in the page's address, and how one leads to the next."""

from __future__ import annotations

from typing import NamedTuple

from ..model import Catalogue, Question
from ..questionnaire import asked_topics

ADVICE_KINDS = ("advice", "plan", "share", "compare")
"""Places that lie behind the questions and have one page each."""


class Place(NamedTuple):
    """`kind` is "topic", "change", "check", "open" or one of ADVICE_KINDS; `id` the topic, question or answer code."""

    kind: str
    id: str
    text: str


START = Place("start", "", "")
CHECK = Place("check", "", "check")
ADVICE = Place("advice", "", "advice")
COMPARE = Place("compare", "", "compare")
SHARE = Place("share", "", "share")


def topic_place(id: str) -> Place:
    """The page of a topic."""
    return Place("topic", id, f"topic/{id}")


def find(text: str, catalogue: Catalogue, path: str) -> Place:
    """The place that an address text names; the first topic where it names none that exists."""
    if text == CHECK.text:
        return CHECK
    if text in ADVICE_KINDS:
        return Place(text, "", text)
    kind, _, id = text.partition("/")
    if (kind == "change" and id in catalogue.questions) or kind == "open":
        return Place(kind, id, text)
    topics = [topic.id for topic, _ in asked_topics(catalogue, quick=path == "quick")]
    return topic_place(id if kind == "topic" and id in topics else topics[0])


def questions_at(place: Place, catalogue: Catalogue, path: str) -> list[Question]:
    """The questions that the place asks. The advice asks all of the path, in its what-if."""
    if place.kind == "change":
        return [catalogue.questions[place.id]]
    topics = asked_topics(catalogue, quick=path == "quick")
    if place.kind == "advice":
        return [question for _, questions in topics for question in questions]
    return next((questions for topic, questions in topics if place.kind == "topic" and topic.id == place.id), [])


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
