"""Links and challenges of some firms taken together: least, middle and most of each figure."""

from __future__ import annotations

from typing import Any

from ..model import Catalogue
from ..scoring import shown
from .tables import Profile


def together(profiles: list[Profile], catalogue: Catalogue) -> dict[str, Any]:
    """Links and challenges of some firms taken together."""
    unit = catalogue.unit
    links = []
    for place, link in enumerate(catalogue.links):
        links.append(
            {
                "id": link.id,
                "first": sum(p.order[0] == place for p in profiles),
                "need": spread([p.need[place] for p in profiles], unit),
                "relevance": spread([p.relevance[place] for p in profiles], unit),
                "priority": spread([p.priority(place) for p in profiles], 100 * unit * unit),
            }
        )
    challenges = [
        {"id": challenge.id, "level": spread([p.level[place] for p in profiles], unit)}
        for place, challenge in enumerate(catalogue.challenges)
    ]
    # Where nothing is needed, or nothing known, a link is still first by the order of the chain.
    nothing = sum(p.priority(p.order[0]) == 0 for p in profiles)
    return {
        "links": links,
        "nothing_stands_out": nothing,
        "nothing_known": sum(not p.known for p in profiles),
        "challenges": challenges,
    }


def spread(amounts: list[int], scale: int) -> dict[str, float] | None:
    """Least, middle and most of some amounts in parts; None where there are none. Of two middles, halfway between."""
    if not amounts:
        return None
    ordered, count = sorted(amounts), len(amounts)
    middles = ordered[(count - 1) // 2] + ordered[count // 2]
    return {
        "min": shown(ordered[0], scale),
        "median": shown(middles, 2 * scale),
        "max": shown(ordered[-1], scale),
    }
