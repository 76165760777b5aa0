"""How often the order of the links survives when every weight is varied.

Each weight is multiplied by its own factor, drawn evenly from 1 - spread to 1 + spread, and the weights of a figure
are scaled back to their sum, so that figures stay between 0 and 100. The share of orders that survive has no closed
form (priority is a product of two such figures), so it is estimated from a fixed set of draws. The standard error of
a share p over n draws is sqrt(p (1 - p) / n): at most 0.016 for 1000 draws.

The draws come from the linear congruential generator of D. E. Knuth's MMIX (The Art of Computer Programming,
volume 2, section 3.3.4), written out here so that they are the same on every machine and need no library. All is
done in whole numbers, so that links that tie before the draw tie after it.
"""

from __future__ import annotations

from functools import lru_cache
from operator import mul
from typing import NamedTuple

from .assessment import Assessed
from .model import Catalogue, Row

MULTIPLIER, INCREMENT, MASK = 6364136223846793005, 1442695040888963407, (1 << 64) - 1
FINE = 1000


class Draw(NamedTuple):
    """Factors, in thousandths, for the rows of one figure, with the sum of the weights before and after."""

    factors: tuple[int, ...]
    total: int
    drawn: int


@lru_cache(maxsize=2)
def draws(
    weights: tuple[tuple[tuple[int, ...], ...], ...],
    seed: int,
    samples: int,
    spread: float,
) -> list[tuple[Draw, ...]]:
    """For each sample, one `Draw` for each figure, given as the weights of its rows."""
    state, reach = seed, round(spread * FINE)
    found = []
    for _ in range(samples):
        sample = []
        for rows in weights:
            factors = []
            for _row in rows:
                state = (state * MULTIPLIER + INCREMENT) & MASK
                factors.append(FINE - reach + (state >> 33) % (2 * reach + 1))
            sample.append(Draw(tuple(factors), sum(rows), sum(map(mul, rows, factors))))
        found.append(tuple(sample))
    return found


def _weights(rows: tuple[Row, ...]) -> tuple[int, ...]:
    return tuple(row.weight for row in rows)


def stability(order: list[Assessed], catalogue: Catalogue) -> dict[str, float]:
    """Shares from 0 to 1, two decimals, of draws that keep the top link and that keep the whole order."""
    by_chain = sorted(order, key=lambda a: a.link.order)
    places = [by_chain.index(a) for a in order]
    base = catalogue.general.base * catalogue.unit
    figures = []
    for a in by_chain:
        figures += [
            [s.value for s in a.need_shares],
            [s.value for s in a.relevance_shares[1:]],
        ]
    weights = tuple(w for a in by_chain for w in (_weights(a.link.need), _weights(a.link.relevance)))
    settings = catalogue.general.stability
    samples = draws(weights, settings["seed"], settings["samples"], settings["spread"])
    same_top = same_order = 0
    for sample in samples:
        varied = [
            sum(map(mul, values, draw.factors)) * draw.total // draw.drawn
            for values, draw in zip(figures, sample, strict=True)
        ]
        keys = [(-varied[2 * n] * (base + varied[2 * n + 1]), -varied[2 * n + 1], n) for n in range(len(by_chain))]
        keys.sort()
        same_top += keys[0][2] == places[0]
        same_order += [key[2] for key in keys] == places
    return {
        "top_link": round(same_top / len(samples), 2),
        "order": round(same_order / len(samples), 2),
    }
