"""The share of draws that keep the order, against the same thing done step by step."""

from fractions import Fraction

import pytest

from wizard import stability
from wizard.advice import ranked
from wizard.loading import load

FIRMS = [
    {},
    {"sector": "next_gen_it", "funding_gap": "severe", "import_dependence": "critical", "rd_intensity": 4.5},
    {"sector": "rail", "funding_gap": "none"},
]


def stepped(seed, count):
    """The generator's states, one after the other, as Knuth writes it."""
    state, found = seed, []
    for _ in range(count):
        state = (state * stability.MULTIPLIER + stability.INCREMENT) % 2**64
        found.append(state)
    return found


@pytest.mark.parametrize("count", [1, 2, 3, 1000, 1025])
@pytest.mark.parametrize("seed", [0, 20230201, 2**64 - 1])
def test_states_made_at_once_are_those_made_step_by_step(seed, count):
    lanes, ones = stability.states(seed, count)
    assert stability.read(lanes, count) == stepped(seed, count)
    assert stability.read(ones, count) == [1] * count


def test_factors_stay_within_the_spread_and_reach_its_ends():
    (drawn,) = stability.draws(((3, 7),), 5, 20_000, 0.5)
    for row in drawn.factors:
        factors = stability.read(row, 20_000)
        assert (min(factors), max(factors)) == (500, 1500)
        assert abs(sum(factors) / 20_000 - 1000) < 10
    first, second = (stability.read(row, 20_000) for row in drawn.factors)
    assert drawn.totals == [3 * a + 7 * b for a, b in zip(first, second, strict=True)]


def by_hand(order, catalogue):
    """The two shares with one loop for each sample, in fractions."""
    settings = catalogue.general.stability
    reach, samples = round(settings["spread"] * 1000), settings["samples"]
    links = sorted(order, key=lambda a: a.link.order)
    rows = [row for a in links for side in (a.link.need, a.link.relevance) for row in side]
    states = iter(stepped(settings["seed"], samples * len(rows)))
    factors = [[1000 - reach + ((next(states) >> 32) * (2 * reach + 1) >> 32) for _ in range(samples)] for _ in rows]
    top = whole = 0
    for sample in range(samples):
        at, found = 0, []
        for a in links:
            figures = []
            for side, shares in ((a.link.need, a.need_shares), (a.link.relevance, a.relevance_shares[1:])):
                drawn = [factors[at + n][sample] for n in range(len(side))]
                at += len(side)
                before = sum(row.weight for row in side)
                after = sum(row.weight * f for row, f in zip(side, drawn, strict=True))
                summed = sum(share.value * f for share, f in zip(shares, drawn, strict=True))
                figures.append(int(Fraction(summed * before, after)))
            need, relevance = figures
            found.append((-need * (catalogue.general.base * catalogue.unit + relevance), -relevance, a.link.order))
        kept = [n for _, _, n in sorted(found)]
        top += kept[0] == order[0].link.order
        whole += kept == [a.link.order for a in order]
    return {"top_link": round(top / samples, 2), "order": round(whole / samples, 2)}


@pytest.mark.parametrize("answers", FIRMS)
def test_shares_are_those_counted_one_by_one(answers):
    catalogue = load()
    order = ranked(answers, catalogue)
    assert stability.stability(order, catalogue) == by_hand(order, catalogue)
