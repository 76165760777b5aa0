"""What the catalogue holds, as types. Data in, data out: nothing here decides anything.

`Text` is a mapping with the keys "zh" and "en". A locator is a string such as "2.2.p1.s5": section, paragraph and
sentence of the paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .ladder.model import Ladder

Text = dict[str, str]
Answer = str | int | float | list[str]
Answers = dict[str, Answer]
"""Known answers by question id. A question that is not in it is unknown: never a zero, never a no."""

UNKNOWN = "unknown"
NONE = "none"
LANGUAGES = ("zh", "en")
HORIZONS = ("now", "year", "multi_year")


class Option(NamedTuple):
    """One answer that can be chosen. `says` is the answer told back, without closing punctuation."""

    id: str
    label: Text
    says: Text
    evidence: tuple[str, ...] = ()
    own_judgement: bool = False
    valid_to: str | None = None


class Benchmark(NamedTuple):
    """A figure of the paper that stands beside the firm's own."""

    value: int
    evidence: str
    note: Text


class Question(NamedTuple):
    """One question. Numbers have a unit, a range and a number of decimals; choices have options.

    `ordered` says that the options run along a scale, so that neighbours are near each other.
    """

    id: str
    topic: str
    type: str
    quick: bool
    ordered: bool
    short: Text
    title: Text
    hint: Text
    why: Text
    evidence: tuple[str, ...]
    options: tuple[Option, ...] = ()
    says: Text | None = None
    unit: Text | None = None
    min: int = 0
    max: int = 0
    decimals: int = 0
    example: str = ""
    benchmark: Benchmark | None = None
    valid_to: str | None = None

    def option(self, id: str) -> Option | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == id), None)


class Topic(NamedTuple):
    """A page of questions."""

    id: str
    letter: str
    title: Text
    intro: Text
    questions: tuple[str, ...]


class Row(NamedTuple):
    """One weight of the model: how one question counts towards one figure.

    `points` is its scale in whole units (see `scoring`); `point` is what the paper says that makes it count.
    """

    figure: str
    question: str
    weight: int
    scoring: dict[str, Any]
    point: Text
    evidence: tuple[str, ...]
    points_text: dict[str, Text]
    points_evidence: dict[str, tuple[str, ...]]


class Link(NamedTuple):
    """One of the five links of the chain, with its need and relevance rows."""

    id: str
    order: int
    zh_term: str
    name: Text
    verb: Text
    meaning: Text
    task: Text
    task_evidence: tuple[str, ...]
    policy: Text
    policy_evidence: tuple[str, ...]
    challenges: tuple[str, ...]
    sectors: tuple[dict[str, Any], ...]
    low_need: Text
    general_point: Text
    general_evidence: tuple[str, ...]
    need: tuple[Row, ...]
    relevance: tuple[Row, ...]


class Challenge(NamedTuple):
    """One of the five challenges of section 2, or one of the three gaps named elsewhere."""

    id: str
    kind: str
    name: Text
    meaning: Text
    evidence: tuple[str, ...]
    links: tuple[str, ...]
    rows: tuple[Row, ...]


class Action(NamedTuple):
    """Something that the firm can do, or ask for by name. `when` is None for the general action of a link."""

    id: str
    link: str
    challenges: tuple[str, ...]
    title: Text
    first_step: Text
    steps: tuple[Text, ...]
    done_when: Text
    needs: Text
    ask: Text
    horizon: str
    effort: int
    lead: str
    rank: int
    when: dict[str, Any] | None
    evidence: tuple[str, ...]
    instruments: tuple[str, ...]
    why: Text


class Instrument(NamedTuple):
    """A dated entry of the register. Dates are ISO, possibly only a year or a month; None is not established.

    `last_round` is set for what runs in rounds: the last one that is known to have run.
    """

    id: str
    name: Text
    document: Text | None
    does: Text
    serves: Text
    challenges: tuple[str, ...]
    links: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    last_round: str | None
    ended: bool
    state_note: Text | None
    confidence: str
    checked_on: str


class General(NamedTuple):
    """Values that belong to the model as a whole."""

    schema: int
    reviewed: str
    base: int
    stability: dict[str, Any]
    bands: tuple[dict[str, Any], ...]


class Field(NamedTuple):
    """One question as a version of the answer code knows it: options (of `many` without none), or a range.

    `radix` is how many values its digit can have, unknown included.
    """

    id: str
    type: str
    quick: bool
    options: tuple[str, ...]
    min: int
    max: int
    decimals: int
    radix: int


class Catalogue(NamedTuple):
    """All that is known, ready to use. `questions` are those of the advice; the ladder has its own besides.

    `unit` is the number of parts in one point (see `scoring`); `codes` holds the versions of the answer code. `pages`
    holds what only the site's pages tell, by the name of its file: empty in a browser.
    """

    general: General
    topics: tuple[Topic, ...]
    questions: dict[str, Question]
    links: tuple[Link, ...]
    challenges: tuple[Challenge, ...]
    actions: tuple[Action, ...]
    instruments: dict[str, Instrument]
    texts: dict[str, Text]
    claims: tuple[dict[str, Any], ...]
    glossary: tuple[dict[str, Any], ...]
    unit: int
    codes: dict[int, tuple[Field, ...]]
    size: dict[str, Any]
    pages: dict[str, tuple[dict[str, Any], ...]]
    ladder: Ladder

    def every_question(self) -> dict[str, Question]:
        """The questions of the advice and of the ladder by id, in their order."""
        return {**self.questions, **self.ladder.questions}

    def asked(self, id: str) -> Question | None:
        """The question of the advice or of the ladder with this id, or None."""
        return self.questions.get(id) or self.ladder.questions.get(id)

    def link(self, id: str) -> Link:
        """The link with this id; KeyError where there is none."""
        for link in self.links:
            if link.id == id:
                return link
        raise KeyError(id)

    def topic(self, id: str) -> Topic:
        """The topic with this id, also topic K of the ladder; KeyError where there is none."""
        for topic in (*self.topics, self.ladder.topic):
            if topic.id == id:
                return topic
        raise KeyError(id)
