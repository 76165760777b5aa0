"""Where a room disagrees: ordered questions on which its firms stand at opposite ends."""

from __future__ import annotations

from typing import Any

from ..model import Answers, Catalogue
from ..scoring import shown

FEWEST_ANSWERS = 5


def splits(answers: list[Answers], catalogue: Catalogue) -> list[dict[str, Any]]:
    """Ordered questions that at least FEWEST_ANSWERS firms and half of the room answered, the most divided first.

    `split` is four times the variance of the places of the answers, from 0 for the best option to 1 for the worst,
    in percent: 0 where all gave one answer, 100 where half stand at each end. `answers` counts each option.
    """
    found = []
    for question in catalogue.questions.values():
        if question.type != "one" or not question.ordered:
            continue
        ids = [option.id for option in question.options]
        places = [ids.index(firm[question.id]) for firm in answers if question.id in firm]
        count, ends = len(places), len(ids) - 1
        if count < max(FEWEST_ANSWERS, len(answers) / 2):
            continue
        over = count * sum(place * place for place in places) - sum(places) ** 2
        entry = {
            "question": question.id,
            "split": shown(400 * over, count * count * ends * ends),
            "known": count,
            "answers": {id: places.count(place) for place, id in enumerate(ids)},
        }
        found.append((-over * 10**6 // (count * count * ends * ends), entry))
    found.sort(key=lambda item: item[0])
    return [entry for _, entry in found]
