"""Who could help whom: firms that stand well where others do not, and a way to seat them in pairs.

Only what is known counts. A firm is strong in a challenge where its level is at most STRONG whatever its unknown
answers turn out to be, and weak where it is at least WEAK whatever they do. Firms are named by their place in the room.
"""

from __future__ import annotations

from typing import Any

from ..model import Catalogue
from .tables import Profile

STRONG, WEAK = 30, 60
"""Ends of the scale from 0 (nothing falls short) to 100: our yardstick, not the paper's."""
MOST_PAIRED = 200
"""In larger rooms nobody can be found by a label any more, and trying all pairs would take too long."""


def helpers(profiles: list[Profile], catalogue: Catalogue) -> list[dict[str, Any]]:
    """For each challenge the places of the firms that are strong in it and of those that are weak."""
    found = []
    for place, challenge in enumerate(catalogue.challenges):
        strong, weak = _strong(profiles, place, catalogue), _weak(profiles, place, catalogue)
        found.append({"challenge": challenge.id, "strong": strong, "weak": weak})
    return found


def _strong(profiles: list[Profile], challenge: int, catalogue: Catalogue) -> list[int]:
    return [n for n, p in enumerate(profiles) if p.high[challenge] <= STRONG * catalogue.unit]


def _weak(profiles: list[Profile], challenge: int, catalogue: Catalogue) -> list[int]:
    return [n for n, p in enumerate(profiles) if p.low[challenge] >= WEAK * catalogue.unit]


def pairs(profiles: list[Profile], catalogue: Catalogue) -> list[dict[str, Any]]:
    """Pairs in which at least one can help the other, each firm in one pair at most; none in rooms above MOST_PAIRED.

    Made one after the other: first those in which each can help the other, then those with more challenges to talk
    about, then in the room's order. `gives` are the challenges in which the first is strong and the second weak,
    `takes` the other way round.
    """
    if len(profiles) > MOST_PAIRED:
        return []
    places = range(len(catalogue.challenges))
    strong = [{n for n in places if p.high[n] <= STRONG * catalogue.unit} for p in profiles]
    weak = [{n for n in places if p.low[n] >= WEAK * catalogue.unit} for p in profiles]
    possible = []
    for one in range(len(profiles)):
        for other in range(one + 1, len(profiles)):
            gives, takes = strong[one] & weak[other], strong[other] & weak[one]
            if gives or takes:
                key = (not (gives and takes), -len(gives) - len(takes), one, other)
                possible.append((key, one, other, gives, takes))
    found, seated = [], set()
    for _, one, other, gives, takes in sorted(possible, key=lambda item: item[0]):
        if one in seated or other in seated:
            continue
        seated |= {one, other}
        if not gives:
            one, other, gives, takes = other, one, takes, gives
        named = [[catalogue.challenges[n].id for n in sorted(each)] for each in (gives, takes)]
        found.append({"firms": [one, other], "gives": named[0], "takes": named[1]})
    return found
