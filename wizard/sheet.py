"""A table as CSV that spreadsheets open as it is: UTF-8 with its mark, and no cell that would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula (OWASP, CSV injection)."""
BOM = "\ufeff"
"""Spreadsheets need it to see that a CSV is UTF-8."""


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """The text of a CSV file (RFC 4180). Numbers stand as they are."""
    out = io.StringIO()
    csv.writer(out).writerows([[_harmless(cell) for cell in row] for row in (columns, *rows)])
    return BOM + out.getvalue()


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell
