"""Where a visitor can be, as the texts that stand in the page's address, and how one leads to the next.

The ladder has a path of its own: its places begin with "ladder/", and "ladder" alone is its result.
"""

from __future__ import annotations

from typing import NamedTuple

from ..model import Catalogue, Question, Topic
from ..questionnaire import asked_topics, ladder_topics

ADVICE_KINDS = ("advice", "plan", "share", "compare")
"""Places that lie behind the questions and have one page each."""
CHANGES = ("change", "answer")
"""One question alone: to be changed from the list of answers, or answered from the ladder's result."""


class Place(NamedTuple):
    """`kind` is "topic", "check", "open", "ladder", or one of CHANGES or ADVICE_KINDS.

    `id` is the topic, question or answer code; `ladder` says that the place is on the ladder's path.
    """

    kind: str
    id: str
    text: str
    ladder: bool = False


START = Place("start", "", "")
CHECK = Place("check", "", "check")
ADVICE = Place("advice", "", "advice")
COMPARE = Place("compare", "", "compare")
SHARE = Place("share", "", "share")
LADDER = Place("ladder", "", "ladder", True)
LADDER_CHECK = Place("check", "", "ladder/check", True)


def topic_place(id: str, *, ladder: bool = False) -> Place:
    """The page of a topic."""
    return Place("topic", id, f"{'ladder/' if ladder else ''}topic/{id}", ladder)


def topics_at(place: Place, catalogue: Catalogue, path: str) -> list[tuple[Topic, list[Question]]]:
    """The topics of the path that a place is on, with their questions."""
    return ladder_topics(catalogue) if place.ladder else asked_topics(catalogue, quick=path == "quick")


def find(text: str, catalogue: Catalogue, path: str) -> Place:
    """The place that an address text names; the first topic of its path where it names none that exists."""
    if text in ADVICE_KINDS:
        return Place(text, "", text)
    if text == LADDER.text:
        return LADDER
    ladder = text.startswith("ladder/")
    kind, _, id = text.removeprefix("ladder/").partition("/")
    known = catalogue.every_question() if ladder else catalogue.questions
    if kind == "check" and not id:
        return LADDER_CHECK if ladder else CHECK
    if (kind == "change" or (kind == "answer" and ladder)) and id in known:
        return Place(kind, id, text, ladder)
    if kind == "open" and not ladder:
        return Place(kind, id, text)
    topics = [topic.id for topic, _ in topics_at(Place("", "", "", ladder), catalogue, path)]
    return topic_place(id if kind == "topic" and id in topics else topics[0], ladder=ladder)


def questions_at(place: Place, catalogue: Catalogue, path: str) -> list[Question]:
    """The questions that the place asks. The advice asks all of the path, in its what-if."""
    if place.kind in CHANGES:
        return [catalogue.asked(place.id)]
    topics = topics_at(place, catalogue, path)
    if place.kind == "advice":
        return [question for _, questions in topics for question in questions]
    return next((questions for topic, questions in topics if place.kind == "topic" and topic.id == place.id), [])


def after(place: Place, catalogue: Catalogue, path: str) -> Place:
    """Where Continue leads."""
    if place.kind == "check" or place.kind == "answer":
        return LADDER if place.ladder else ADVICE
    if place.kind == "topic":
        topics = [topic.id for topic, _ in topics_at(place, catalogue, path)]
        number = topics.index(place.id)
        if number + 1 < len(topics):
            return topic_place(topics[number + 1], ladder=place.ladder)
    return LADDER_CHECK if place.ladder else CHECK


def before(place: Place, catalogue: Catalogue, path: str) -> Place | None:
    """Where Back leads; None on the first page of a path."""
    topics = [topic.id for topic, _ in topics_at(place, catalogue, path)]
    if place.kind == "answer":
        return LADDER
    if place.kind in ("advice", "change", "ladder"):
        return LADDER_CHECK if place.ladder else CHECK
    if place.kind == "check":
        return topic_place(topics[-1], ladder=place.ladder)
    number = topics.index(place.id)
    return topic_place(topics[number - 1], ladder=place.ladder) if number else None
