"""Firms of one kind beside those of another: by the answer to one question."""

from __future__ import annotations

from typing import Any

from ..model import Answers, Catalogue
from .tables import Profile
from .together import together


def groups(
    question: str, answers: list[Answers], profiles: list[Profile], catalogue: Catalogue, fewest: int
) -> dict[str, Any]:
    """{"shown": one entry for each option with at least `fewest` firms, "held_back": how many firms are in smaller
    groups, "unknown": how many did not answer}. An entry has the option, its firms, its links and challenges."""
    by_option: dict[str, list[Profile]] = {}
    for firm, profile in zip(answers, profiles, strict=True):
        if question in firm:
            by_option.setdefault(firm[question], []).append(profile)
    found, held_back = [], 0
    for option in catalogue.questions[question].options:
        members = by_option.get(option.id, [])
        if len(members) >= fewest:
            found.append({"option": option.id, "firms": len(members), **together(members, catalogue)})
        else:
            held_back += len(members)
    return {"shown": found, "held_back": held_back, "unknown": sum(question not in firm for firm in answers)}
