"""The firm's size class by the official standard (`catalogue/size.yaml`), or None where it cannot be told."""

from __future__ import annotations

from .model import Answers, Catalogue

ENDS = (0, 10**9)
"""What an unknown number could be at the least and at the most."""


def size_class(answers: Answers, catalogue: Catalogue) -> str | None:
    """ "large", "medium", "small" or "micro"; None where unknown answers or the industry leave it open."""
    if "sector" not in answers:
        return None
    found = possible_classes(answers, catalogue)
    return found.pop() if len(found) == 1 else None


def possible_classes(answers: Answers, catalogue: Catalogue) -> set[str]:
    """Every size class that the known answers leave open; with the field unknown, those of any listed industry."""
    data = catalogue.size
    sector = answers.get("sector")
    industries = data["candidates"].get(sector, data["candidates"]["rest"]) if sector else data["industries"]
    staff = [answers["employees"]] if "employees" in answers else ENDS
    revenue = [answers["revenue"]] if "revenue" in answers else ENDS
    return {_class(data, industry, s, r) for industry in industries for s in staff for r in revenue}


def _class(data: dict, industry: str, staff: float, revenue: float) -> str:
    """The highest class of which both bounds are met."""
    bounds = data["industries"][industry]
    met = (c for c in data["classes"] if staff >= bounds[c][0] and revenue >= bounds[c][1])
    return next(met, data["below"])
