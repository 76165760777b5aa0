"""How often the order of the links survives when every weight is varied.

Each weight is multiplied by its own factor, drawn evenly from 1 - spread to 1 + spread, and the weights of a figure
are scaled back to their sum, so that figures stay between 0 and 100. The share of orders that survive has no closed
form (priority is a product of two such figures), so it is estimated from a fixed set of draws. The standard error of
a share p over n draws is sqrt(p (1 - p) / n): at most 0.016 for 1000 draws.

The draws come from the linear congruential generator of D. E. Knuth's MMIX (The Art of Computer Programming,
volume 2, section 3.3.4), written out here so that they are the same on every machine and need no library. All is
done in whole numbers, so that links that tie before the draw tie after it.

What is the same for every draw is done for all draws at once, in one long number with a lane of bits for each: an
interpreter in a browser that has just started takes tenths of a second for 60 000 small steps.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from .assessment import Assessed
from .model import Catalogue, Row

MULTIPLIER, INCREMENT, MASK = 6364136223846793005, 1442695040888963407, (1 << 64) - 1
FINE = 1000
LANE = 128
"""Bits of a lane: as many as the product of a state and a multiplier may have."""


class Drawn(NamedTuple):
    """One figure's draws: for each row its factors in thousandths, in lanes, one for each sample; the sum of the
    weights before the draw, and after it in each sample."""

    factors: tuple[int, ...]
    total: int
    totals: list[int]


def states(seed: int, count: int) -> tuple[int, int]:
    """The first `count` states of the generator behind `seed`, in lanes, and as many lanes with a 1 in each.

    A stretch of them, leapt over in one step, gives the next stretch of the same length: that leap is the generator's
    own step with another multiplier and increment (Knuth, section 3.2.1, formula 8).
    """
    multiplier, increment = MULTIPLIER, INCREMENT
    lanes, ones, there = (seed * multiplier + increment) & MASK, 1, 1
    while there < count:
        leapt = lanes * multiplier + ones * increment
        lanes |= (leapt & (ones * MASK)) << (LANE * there)
        ones |= ones << (LANE * there)
        multiplier, increment = multiplier * multiplier & MASK, (multiplier + 1) * increment & MASK
        there *= 2
    wanted = (1 << (LANE * count)) - 1
    return lanes & wanted, ones & wanted


def read(lanes: int, count: int) -> list[int]:
    """The numbers in lanes, each below 2 ** 64."""
    return [number for (number,) in struct.iter_unpack("<Q8x", lanes.to_bytes(LANE // 8 * count, "little"))]


@lru_cache(maxsize=2)
def draws(weights: tuple[tuple[int, ...], ...], seed: int, samples: int, spread: float) -> tuple[Drawn, ...]:
    """One `Drawn` for each figure, given as the weights of its rows. Row by row, each sample draws once.

    A factor comes from the upper half of a state, which is the better one, scaled to the range: of 32 bits, no factor
    gets more values than another by more than one in four million.
    """
    reach = round(spread * FINE)
    drawn, ones = states(seed, samples * sum(map(len, weights)))
    drawn = (drawn >> 32) & (ones * (MASK >> 32))
    drawn = ((drawn * (2 * reach + 1)) >> 32) & (ones * (MASK >> 32))
    drawn += ones * (FINE - reach)
    figures, row = [], (1 << (LANE * samples)) - 1
    for figure in weights:
        factors = []
        for _weight in figure:
            factors.append(drawn & row)
            drawn >>= LANE * samples
        figures.append(Drawn(tuple(factors), sum(figure), read(sum(map(mul, figure, factors)), samples)))
    return tuple(figures)


def _weights(rows: tuple[Row, ...]) -> tuple[int, ...]:
    return tuple(row.weight for row in rows)


def _varied(values: list[int], drawn: Drawn) -> list[int]:
    """A figure in each sample, from the values of its rows."""
    sums = read(sum(map(mul, values, drawn.factors)), len(drawn.totals))
    return [summed * drawn.total // total for summed, total in zip(sums, drawn.totals, strict=True)]


def stability(order: list[Assessed], catalogue: Catalogue) -> dict[str, float]:
    """Shares from 0 to 1, two decimals, of draws that keep the top link and that keep the whole order."""
    base = catalogue.general.base * catalogue.unit
    settings = catalogue.general.stability
    links = catalogue.links
    weights = tuple(_weights(rows) for link in links for rows in (link.need, link.relevance))
    drawn = draws(weights, settings["seed"], settings["samples"], settings["spread"])
    keys = []
    for a in order:
        at = 2 * links.index(a.link)
        need = _varied([s.value for s in a.need_shares], drawn[at])
        relevance = _varied([s.value for s in a.relevance_shares[1:]], drawn[at + 1])
        pairs = zip(need, relevance, strict=True)
        keys.append([(n * (base + r), r, -a.link.order) for n, r in pairs])
    same_top = same_order = 0
    for kept in zip(*keys, strict=True):
        ranked = sorted(kept, reverse=True)
        same_top += ranked[0] == kept[0]
        same_order += ranked == list(kept)
    count = len(keys[0])
    return {"top_link": round(same_top / count, 2), "order": round(same_order / count, 2)}
