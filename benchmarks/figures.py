"""Medians and Markdown rows, for all parts of the benchmark."""

from __future__ import annotations

from statistics import median


def row(name: str, seconds: list[float]) -> str:
    """One row: name, number of runs, median, minimum and maximum in milliseconds."""
    in_ms = [1000 * value for value in seconds]
    return f"| {name} | {len(in_ms)} | {median(in_ms):.1f} | {min(in_ms):.1f} | {max(in_ms):.1f} |"


def head(title: str) -> str:
    """The table's head."""
    return f"### {title}\n\n| what | runs | median ms | min | max |\n|---|---|---|---|---|"


def told(values: list[float]) -> str:
    """Median with minimum and maximum, in whole units."""
    return f"{median(values):.0f} ({min(values):.0f}-{max(values):.0f})"
