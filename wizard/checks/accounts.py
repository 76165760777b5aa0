"""Nothing of the paper is left out: every sentence is behind a claim, every task and policy is served by an action."""

from __future__ import annotations

import re

from .place import Files, Found
from .sentences import locators

SERVED = ("task", "policy")
SECTIONS = ("3.", "4.")
LEANING = {
    "zh": re.compile(r"^(这|那|它|他们|其|由此|因此|为此|此外)|^在?这些"),
    "en": re.compile(r"^(This|That|These|Those(?! who)|They|It|Its|Their|Such|Thereby|Thus)\b|^\w+ (these|those) \w+"),
}
"""How a statement begins that leans on the one before it. Each claim is also shown alone, so it has to stand alone."""


def check(files: Files, _on: str) -> Found:
    """Sentences against claims, and tasks and policies against actions, as a table."""
    faults: list[str] = []
    behind: dict[str, int] = {}
    for claim in files.claims():
        if not claim.at("locators").items():
            faults.append(claim.fault(f"the claim {claim.get('id')} has no locator"))
        for lang, pattern in LEANING.items():
            leans = pattern.search(claim.get("statement")[lang])
            if leans:
                faults.append(claim.fault(f"the claim {claim.get('id')} leans on another: {leans[0]}"))
        for locator in claim.get("locators"):
            behind[locator] = behind.get(locator, 0) + 1
    listed = {node.get("locator"): node for node in files.unclaimed()}
    for locator, node in listed.items():
        if locator in behind:
            faults.append(node.fault(f"{locator} is listed as unclaimed, but claims rest on it"))
        if not node.get("reason"):
            faults.append(node.fault(f"{locator}: say why there is no claim"))
    ledger = str(files.folder / "claims")
    faults += [
        f"{ledger}:1: no claim rests on {x}, and it is not listed as unclaimed"
        for x in locators()
        if x not in behind and x not in listed
    ]
    lines = [f"Sentences: {len(behind)} behind {len(files.claims())} claims, {len(listed)} listed with a reason."]
    served, holes = _served(files)
    return Found(lines + served, faults + holes)


def _served(files: Files) -> tuple[list[str], list[str]]:
    by_locator: dict[str, list[str]] = {}
    for action in files.actions():
        for locator in action.get("evidence"):
            by_locator.setdefault(locator, []).append(action.get("id"))
    wanted: dict[str, object] = {}
    for claim in files.claims():
        if claim.get("kind") in SERVED:
            for locator in claim.get("locators"):
                if locator.startswith(SECTIONS):
                    wanted.setdefault(locator, claim)
    lines = ["Tasks and policies, and the actions that serve them:"]
    faults = []
    for locator in sorted(wanted, key=locators().index):
        lines.append(f"  {locator}: {', '.join(by_locator.get(locator, ['none']))}")
        if locator not in by_locator:
            faults.append(wanted[locator].fault(f"no action serves {locator}"))
    per_link: dict[str, list] = {}
    for action in files.actions():
        per_link.setdefault(action.get("link"), []).append(action)
    for link, actions in per_link.items():
        general = [a for a in actions if a.get("general")]
        if len(general) != 1:
            faults.append(actions[0].fault(f"the link {link} has {len(general)} general actions; it needs exactly one"))
        if len(actions) < 10:
            faults.append(actions[0].fault(f"the link {link} has {len(actions)} actions; it needs at least 10"))
    return lines, faults
