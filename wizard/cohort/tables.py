"""The batch path: a firm's figures by looking answers up in tables, without reasons, stability or what-if.

An unknown answer counts at the middle of its rows, so every figure starts there, and each known answer moves it by a
fixed number of parts. What an answer moves is worked out once, by `scoring.parts`, and looked up from then on. The
figures are those of `assessment` to the part, which tests prove.
"""

from __future__ import annotations

from typing import NamedTuple

from ..answer_code import decode
from ..conditions import because, evaluate
from ..model import Action, Answer, Answers, Catalogue
from ..scoring import parts


class Moves(NamedTuple):
    """What one known answer does: for each figure it bears on, the figure's place, by how much its value moves, and
    how much of it is no longer open below and above."""

    figures: tuple[tuple[int, int, int, int], ...]


class Profile(NamedTuple):
    """One firm as the room needs it. Figures are in parts (see `scoring`); links and challenges in their own order.

    `order` holds the links' places by rank; `low` and `high` are the ends of each challenge's level. `needed` are those
    of the actions that the firm is offered for what it falls short of, and not for what it does well or left open.
    """

    need: tuple[int, ...]
    relevance: tuple[int, ...]
    level: tuple[int, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    order: tuple[int, ...]
    actions: tuple[Action, ...]
    needed: tuple[Action, ...]
    known: bool

    def priority(self, link: int) -> int:
        """Need times relevance of the link at this place, in parts squared."""
        return self.need[link] * self.relevance[link]


class Tables:
    """Everything that profiles are looked up in, for one catalogue."""

    def __init__(self, catalogue: Catalogue):
        self.catalogue = catalogue
        self.links = len(catalogue.links)
        figures = [link.need for link in catalogue.links] + [link.relevance for link in catalogue.links]
        figures += [challenge.rows for challenge in catalogue.challenges]
        base = catalogue.general.base * catalogue.unit
        self.start = [0] * self.links + [base] * self.links + [0] * len(catalogue.challenges)
        self.middle = list(self.start)
        self.open = [0] * len(figures)
        self.rows: dict[str, list] = {}
        for place, rows in enumerate(figures):
            for row in rows:
                full = row.weight * catalogue.unit
                self.middle[place] += full // 2
                self.open[place] += full
                self.rows.setdefault(row.question, []).append((place, row))
        self.moves: dict[tuple, Moves] = {}
        self.decoded: dict[str, Answers] = {}
        self.profiles: dict[str, Profile] = {}

    def answers(self, code: str) -> Answers:
        """The answers of a code, decoded once. Raises `answer_code.CodeError`."""
        if code not in self.decoded:
            self.decoded[code] = decode(code, self.catalogue)
        return self.decoded[code]

    def firm(self, code: str) -> tuple[Answers, Profile]:
        """The answers and the profile of a code, worked out once. Raises `answer_code.CodeError`."""
        answers = self.answers(code)
        if code not in self.profiles:
            self.profiles[code] = self.profile(answers)
        return answers, self.profiles[code]

    def moved(self, question: str, answer: Answer) -> Moves:
        """What this answer does to every figure that its question bears on."""
        key = (question, tuple(answer) if isinstance(answer, list) else answer)
        found = self.moves.get(key)
        if found is None:
            asked, unit = self.catalogue.questions[question], self.catalogue.unit
            amounts = []
            for place, row in self.rows.get(question, ()):
                full, amount = row.weight * unit, parts(row, asked, answer, unit)
                amounts.append((place, amount - full // 2, amount, full - amount))
            found = self.moves[key] = Moves(tuple(amounts))
        return found

    def profile(self, answers: Answers) -> Profile:
        """The firm's figures. `answers` are checked."""
        value, low = list(self.middle), list(self.start)
        high = [start + open_ for start, open_ in zip(self.start, self.open, strict=True)]
        known = False
        for question, answer in answers.items():
            for place, by, above, below in self.moved(question, answer).figures:
                value[place] += by
                low[place] += above
                high[place] -= below
                known = known or place < 2 * self.links
        links = self.links
        need, relevance = tuple(value[:links]), tuple(value[links : 2 * links])
        order = sorted(range(links), key=lambda n: (-need[n] * relevance[n], -relevance[n], n))
        actions = tuple(a for a in self.catalogue.actions if a.when is None or evaluate(a.when, answers) is True)
        needed = tuple(a for a in actions if a.when is not None and self.called_for(a, answers))
        ends = slice(2 * links, None)
        levels = (tuple(value[ends]), tuple(low[ends]), tuple(high[ends]))
        return Profile(need, relevance, *levels, tuple(order), actions, needed, known)

    def called_for(self, action: Action, answers: Answers) -> bool:
        """Whether an answer that makes the action's condition true adds to a need or to a challenge's level."""
        return any(
            above > 0 and not self.links <= place < 2 * self.links
            for question in because(action.when, answers)
            if question in answers
            for place, _, above, _ in self.moved(question, answers[question]).figures
        )
