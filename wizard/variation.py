"""What other answers would do to the order of the links: the next questions, and the smallest changes that matter.

Both are exact. A choice is tried with every option. A number bears on one figure of one link by a line, so the
order can turn only once on the way to each end: the smallest change is found by halving.
"""

from __future__ import annotations

from typing import NamedTuple

from .assessment import assess, rank_key, ranked
from .model import NONE, Answer, Answers, Catalogue, Question
from .scoring import candidates

FAR = 3
"""How far apart the options of an unordered question count: such a change is never a small one."""


class Open(NamedTuple):
    """An unknown answer that could change the order: the links whose rank some answer would move, in chain order."""

    question: str
    could_change: tuple[str, ...]


class Change(NamedTuple):
    """A change of one known answer that moves one link."""

    question: str
    old: Answer
    new: Answer
    link: str
    rank_from: int
    rank_to: int


class _Tries:
    """Ranks under changes of one answer, recomputing only the links that the question bears on."""

    def __init__(self, answers: Answers, catalogue: Catalogue):
        self.answers, self.catalogue = answers, catalogue
        order = ranked(answers, catalogue)
        self.now = {a.link.id: a for a in order}
        self.ranks = {a.link.id: place for place, a in enumerate(order, 1)}
        self.bears_on: dict[str, list] = {}
        self.rows: dict[str, list] = {}
        for link in catalogue.links:
            for row in link.need + link.relevance:
                links = self.bears_on.setdefault(row.question, [])
                if link not in links:
                    links.append(link)
                self.rows.setdefault(row.question, []).append(row)

    def ranks_with(self, question: str, answer: Answer) -> dict[str, int]:
        """Rank by link id with this answer in place of the present one."""
        answers = {**self.answers, question: answer}
        after = dict(self.now)
        for link in self.bears_on[question]:
            after[link.id] = assess(link, answers, self.catalogue)
        order = sorted(after.values(), key=rank_key)
        return {a.link.id: place for place, a in enumerate(order, 1)}

    def answers_to_try(self, question: Question) -> list[Answer]:
        """Answers that reach every end of what the question could do."""
        found: list[Answer] = []
        for row in self.rows[question.id]:
            found += [a for a in candidates(row, question) if a not in found]
        return found


def next_questions(answers: Answers, catalogue: Catalogue) -> list[Open]:
    """The unknown answers that could change the order, those that could move most first.

    Compared by how many links could move, then by how many places in all over the answers tried (as a mean), then
    by the order of the questionnaire.
    """
    tries = _Tries(answers, catalogue)
    found = []
    for place, question in enumerate(catalogue.questions.values()):
        if question.id in answers or question.id not in tries.bears_on or question.valid_to:
            continue
        moved: set[str] = set()
        places = 0
        options = tries.answers_to_try(question)
        for answer in options:
            ranks = tries.ranks_with(question.id, answer)
            for id, rank in ranks.items():
                if rank != tries.ranks[id]:
                    moved.add(id)
                    places += abs(rank - tries.ranks[id])
        if moved:
            ids = tuple(link.id for link in catalogue.links if link.id in moved)
            found.append(((-len(moved), -places / len(options), place), Open(question.id, ids)))
    return [open_ for _, open_ in sorted(found)]


def what_would_change(answers: Answers, catalogue: Catalogue) -> list[Change]:
    """For each known answer the smallest changes that move a link up, and that move it down.

    Smallest is the nearest option of an ordered question, any option of an unordered one, one tick more or less
    for many choices, and for a number the nearest value that its decimals allow. Nearer changes come first.
    """
    tries = _Tries(answers, catalogue)
    found: list[tuple[int, int, Change]] = []
    for place, question in enumerate(catalogue.questions.values()):
        if question.id not in answers or question.id not in tries.bears_on:
            continue
        seen: set[tuple[str, bool]] = set()
        for distance, answer in _nearest_first(question, answers[question.id], tries):
            ranks = tries.ranks_with(question.id, answer)
            for link in catalogue.links:
                before, after = tries.ranks[link.id], ranks[link.id]
                if before != after and (link.id, after < before) not in seen:
                    seen.add((link.id, after < before))
                    change = Change(
                        question.id,
                        answers[question.id],
                        answer,
                        link.id,
                        before,
                        after,
                    )
                    found.append((distance, place, change))
    return [change for *_, change in sorted(found, key=lambda item: item[:2])]


def _nearest_first(question: Question, old: Answer, tries: _Tries) -> list[tuple[int, Answer]]:
    """Other answers with their distance, nearest first."""
    if question.type == "number":
        return [(2, value) for value in _turning_points(question, old, tries)]
    if question.type == "many":
        real = [o.id for o in question.options if o.id != NONE and not o.valid_to]
        ticked = [] if old == [NONE] else old
        found = [[o for o in real if (o in ticked) != (o == toggled)] for toggled in real]
        return [(1, answer or [NONE]) for answer in found]
    ids = [o.id for o in question.options if not o.valid_to or o.id == old]
    here = ids.index(old)
    others = [(abs(i - here) if question.ordered else FAR, id) for i, id in enumerate(ids) if id != old]
    return sorted(others, key=lambda item: (item[0], ids.index(item[1])))


def _turning_points(question: Question, old: int | float, tries: _Tries) -> list[int | float]:
    """Values, nearest first on each side, at which some link's rank differs from that at the neighbour before."""
    scale = 10**question.decimals
    found = []
    for row in tries.rows[question.id]:
        for end in (row.scoring["best"], row.scoring["worst"]):
            start, stop = round(old * scale), end * scale
            while start != stop and _ranks(question, start, scale, tries) != _ranks(question, stop, scale, tries):
                near, far = start, stop
                while abs(far - near) > 1:
                    middle = (near + far) // 2
                    same = _ranks(question, middle, scale, tries) == _ranks(question, start, scale, tries)
                    near, far = (middle, far) if same else (near, middle)
                found.append(far)
                start = far
    ordered = sorted(set(found), key=lambda value: abs(value - round(old * scale)))
    return [value // scale if value % scale == 0 else value / scale for value in ordered]


def _ranks(question: Question, value: int, scale: int, tries: _Tries) -> dict[str, int]:
    return tries.ranks_with(question.id, value / scale)
