"""CSV that spreadsheets open without harm."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula."""
BOM = "\ufeff"
"""Spreadsheets need it to see that a CSV is UTF-8."""


def csv_text(rows: Iterable[Iterable[str | int | float]]) -> str:
    """The rows as CSV; texts that a spreadsheet would take for formulas get an apostrophe (OWASP, CSV injection)."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        write.writerow([f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell for cell in row])
    return BOM + out.getvalue()
