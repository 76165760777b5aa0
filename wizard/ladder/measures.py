"""What the answers say of a figure, as the interval in which it must lie. Fractions, so that boundaries are exact."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ..model import Answers, Catalogue, Text

HALF_POINT = Fraction(1, 2)
"""How far two ways to the same percentage may lie apart before the firm is asked which is right."""
PERCENT = {"zh": "%", "en": "%"}


class Measured(NamedTuple):
    """A figure between `low` and `high` (None: without an upper end), and the questions that bear on it.

    `yearly` says that the figure is a growth factor over two years, to be compared by the year. `stand_in` is the
    question whose answer serves in place of the proper one.
    """

    low: Fraction
    high: Fraction | None
    questions: tuple[str, ...]
    unit: Text
    known: bool
    yearly: bool = False
    stand_in: str | None = None

    def reaches(self, bound: int) -> tuple[bool, bool]:
        """Whether the low end, and whether the high end, is at the bound or above it."""
        wanted = (1 + Fraction(bound, 100)) ** 2 if self.yearly else Fraction(bound)
        return self.low >= wanted, self.high is None or self.high >= wanted

    def exceeds(self, bound: int) -> tuple[bool, bool]:
        """Whether the low end, and whether the high end, is above the bound."""
        wanted = (1 + Fraction(bound, 100)) ** 2 if self.yearly else Fraction(bound)
        return self.low > wanted, self.high is None or self.high > wanted

    def told(self) -> float | None:
        """The figure where it is known, in its unit."""
        if self.low != self.high:
            return None
        return (float(self.low) ** 0.5 - 1) * 100 if self.yearly else self.low


def exact(value: int | float) -> Fraction:
    """An answer as the decimal number that was entered, not as the binary one nearest to it."""
    return Fraction(str(value))


def measure(name: str, answers: Answers, catalogue: Catalogue) -> Measured:
    """The figure `name`: one of NAMED, or the question of that id."""
    return NAMED[name](answers, catalogue) if name in NAMED else _answer(name, answers, catalogue)


def _answer(id: str, answers: Answers, catalogue: Catalogue) -> Measured:
    question = catalogue.asked(id)
    if id in answers:
        value = exact(answers[id])
        return Measured(value, value, (id,), question.unit, True)
    return Measured(Fraction(question.min), Fraction(question.max), (id,), question.unit, False)


def _main_business_share(answers: Answers, catalogue: Catalogue) -> Measured:
    """The share of the main business; the main product's stands in where it is not given."""
    both = ("main_business_share", "main_share")
    found = _answer(both[0], answers, catalogue)
    if not found.known and both[1] in answers:
        found = _answer(both[1], answers, catalogue)._replace(stand_in=both[1])
    return found._replace(questions=both)


def _share(part: str, whole: str, answers: Answers) -> Fraction | None:
    """One amount as a percentage of another; None where it cannot be worked out."""
    if part not in answers or not answers.get(whole):
        return None
    return 100 * exact(answers[part]) / exact(answers[whole])


def _rd_share(answers: Answers, catalogue: Catalogue) -> Measured:
    """R&D by revenue, last year. Amounts are more exact; where the stated share contradicts them, both ends stay."""
    ids = ("rd_spend", "revenue", "rd_intensity")
    by_amount = _share("rd_spend", "revenue", answers)
    stated = exact(answers["rd_intensity"]) if "rd_intensity" in answers else None
    if by_amount is None and stated is None:
        return Measured(Fraction(0), None, ids, PERCENT, False)
    if by_amount is None or (stated is not None and abs(by_amount - stated) > HALF_POINT):
        ends = [value for value in (by_amount, stated) if value is not None]
        return Measured(min(ends), max(ends), ids, PERCENT, True)
    return Measured(by_amount, by_amount, ids, PERCENT, True)


def _rd_share_y1(answers: Answers, _catalogue: Catalogue) -> Measured:
    """R&D by revenue, the year before last."""
    ids = ("rd_spend_y1", "revenue_y1")
    share = _share(*ids, answers)
    return Measured(share or Fraction(0), share, ids, PERCENT, share is not None)


def _rd_two_years(answers: Answers, catalogue: Catalogue) -> Measured:
    """R&D of the last two years together; one year alone is already the least that it can be."""
    parts = [_answer(id, answers, catalogue) for id in ("rd_spend", "rd_spend_y1")]
    low = sum(part.low for part in parts)
    high = sum(part.high for part in parts) if all(part.known for part in parts) else None
    return Measured(low, high, ("rd_spend", "rd_spend_y1"), parts[0].unit, any(part.known for part in parts))


def _revenue_growth_2y(answers: Answers, _catalogue: Catalogue) -> Measured:
    """Revenue last year over revenue two years earlier, as a factor to be compared by the year."""
    ids = ("revenue", "revenue_y2")
    if "revenue" not in answers or not answers.get("revenue_y2"):
        return Measured(Fraction(0), None, ids, PERCENT, False, True)
    factor = exact(answers["revenue"]) / exact(answers["revenue_y2"])
    return Measured(factor, factor, ids, PERCENT, True, True)


def _main_growth_2y(answers: Answers, catalogue: Catalogue) -> Measured:
    """Growth of main-business revenue over two years, for which all revenue stands in."""
    found = _revenue_growth_2y(answers, catalogue)
    return found._replace(stand_in="revenue" if found.known else None)


NAMED = {
    "main_business_share": _main_business_share,
    "rd_share": _rd_share,
    "rd_share_y1": _rd_share_y1,
    "rd_two_years": _rd_two_years,
    "revenue_growth_2y": _revenue_growth_2y,
    "main_growth_2y": _main_growth_2y,
}
"""Figures that are more than the answer to one question."""
