"""The quick questions as paper and keyboard know them: a number for each question, one sign for each answer.

The printed questionnaire, the page where its answers are typed in and the result sheet share these signs. They are
places in the order of the options: a filled sheet belongs to the version of the questions it was printed with.
"""

from __future__ import annotations

from typing import NamedTuple

from .model import Catalogue, Option, Question, Topic
from .questionnaire import asked_topics

SIGNS = "123456789ABCDEFGHJ"
UNKNOWN_SIGN = "X"


class Asked(NamedTuple):
    """A question on paper. `options` pairs each sign with what it stands for; empty for numbers."""

    number: int
    topic: Topic
    question: Question
    options: tuple[tuple[str, Option], ...]

    def option(self, sign: str) -> Option | None:
        """What a sign stands for, or None."""
        return dict(self.options).get(sign)


def signed(question: Question) -> tuple[tuple[str, Option], ...]:
    """Every option that can be chosen now, with its sign."""
    return tuple(zip(SIGNS, (o for o in question.options if not o.valid_to), strict=False))


def quick_questions(catalogue: Catalogue) -> list[Asked]:
    """The quick path in its order, numbered from 1."""
    pairs = [(topic, question) for topic, asked in asked_topics(catalogue, quick=True) for question in asked]
    return [Asked(number, topic, question, signed(question)) for number, (topic, question) in enumerate(pairs, 1)]
