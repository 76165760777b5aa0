"""The register's dates: real, in order, and fresh."""

from __future__ import annotations

import re
from datetime import date

from .place import Files, Found

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
FRESH = 180


def check(files: Files, on: str) -> Found:
    """Every instrument as of a date. What was checked long ago is listed; what contradicts itself is a fault."""
    faults: list[str] = []
    old: list[str] = []
    for node in files.under("instruments"):
        start, end = node.get("valid_from"), node.get("valid_to")
        for key, value in (("valid_from", start), ("valid_to", end)):
            if value is not None and not (isinstance(value, str) and DATE.fullmatch(value)):
                faults.append(node.at(key).fault(f"`{key}` is not a date such as 2026-11-24, 2026-11 or 2026"))
        if start and end and start > end:
            faults.append(node.at("valid_to").fault(f"it ends ({end}) before it begins ({start})"))
        if node.get("ended") and end:
            faults.append(node.at("ended").fault("`ended` is for an end whose date is not known; there is one here"))
        age = (date.fromisoformat(on) - date.fromisoformat(node.get("checked_on"))).days
        if age > FRESH:
            old.append(f"  {node.get('id')}: checked {age} days ago")
    lines = [f"Register: {len(files.under('instruments'))} instruments as of {on}."]
    if old:
        lines += [f"Checked more than {FRESH} days ago:", *old]
    return Found(lines, faults)
