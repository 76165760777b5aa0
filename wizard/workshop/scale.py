"""The scale from 0 to 100 in five steps, for colours that a projector keeps apart."""

from __future__ import annotations

STEPS = 5


def step(level: float) -> int:
    """0 to 4: below 20, 40, 60, 80, and from 80 up."""
    return min(STEPS - 1, int(level // 20))
