"""Checks that a text of the paper fits the map in seeds/sentences.json, sentence by sentence.

Usage: check_paper.py TEXT. For whoever holds the text. Prints one line for each difference; exit status 0 where the
text fits, 1 where it does not, 2 on misuse. With --locators it prints each locator with its sentence instead.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from paper_text import digest, sentences

MAP = Path(__file__).resolve().parent.parent / "seeds" / "sentences.json"


def placed(text: str) -> list[tuple[dict, str]]:
    """Each entry of the map with the sentence that stands at its place, "" where the text has ended.

    A heading has no full stop, so it stands before the sentence that follows it: the sentence is what the map's
    length says, counted from the end.
    """
    entries = json.loads(MAP.read_text(encoding="utf-8"))
    found = sentences(text)
    found += [""] * (len(entries) - len(found))
    return [(entry, sentence[-entry["length"] :]) for entry, sentence in zip(entries, found, strict=False)]


def differences(text: str) -> list[str]:
    """One line for each sentence that does not fit."""
    faults = []
    count, entries = len(sentences(text)), len(json.loads(MAP.read_text(encoding="utf-8")))
    if count != entries:
        faults.append(f"the text has {count} sentences, the map {entries}")
    for entry, sentence in placed(text):
        if len(sentence) != entry["length"]:
            faults.append(f"{entry['locator']}: {len(sentence)} signs, the map says {entry['length']}")
        elif digest(sentence) != entry["sha256"]:
            faults.append(f"{entry['locator']}: another wording")
    return faults


def main() -> int:
    """Runs the check."""
    arguments = [a for a in sys.argv[1:] if a != "--locators"]
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        print(__doc__, file=sys.stderr)
        return 2
    text = Path(arguments[0]).read_text(encoding="utf-8")
    if "--locators" in sys.argv:
        for entry, sentence in placed(text):
            print(entry["locator"], sentence)
        return 0
    faults = differences(text)
    print("\n".join(faults) if faults else "The text fits the map.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
