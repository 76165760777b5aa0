"""Writes seeds/sentences.json from a text whose sentences carry locators.

Usage: make_map.py TEXT. The text has sections as "[2.2] title" or paragraphs as "[0.p1]", paragraphs as "[2.2.p1]" and
sentences as "  s1 ...". Only locators, section titles, lengths and digests are written, never a sentence.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from paper_text import digest, normalised

MAP = Path(__file__).resolve().parent.parent / "seeds" / "sentences.json"
PLACE = re.compile(r"\[([\w.]+)\]\s*(.*)")
SENTENCE = re.compile(r"\s+(s\d+) (.*)")


def entries(text: str) -> list[dict[str, object]]:
    """One entry a sentence: locator, section title, length and digest."""
    found, place, titles = [], "", {"0": "", "abstract": ""}
    for line in text.splitlines():
        heading, sentence = PLACE.fullmatch(line.strip()), SENTENCE.fullmatch(line)
        if heading and not line.startswith(" "):
            place = heading[1]
            if heading[2]:
                titles[place] = re.sub(r"^([一二三四五]、|\d\.)", "", heading[2])
        elif sentence:
            whole = normalised(sentence[2])
            title = titles[place.split(".p")[0]]
            found.append(
                {"locator": f"{place}.{sentence[1]}", "section": title, "length": len(whole), "sha256": digest(whole)}
            )
    return found


def main() -> int:
    """Writes the map; 2 on misuse."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        print(__doc__, file=sys.stderr)
        return 2
    lines = [json.dumps(entry, ensure_ascii=False) for entry in entries(Path(sys.argv[1]).read_text(encoding="utf-8"))]
    MAP.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    print(f"{len(lines)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
