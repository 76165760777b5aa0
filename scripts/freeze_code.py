"""Writes the next version of the answer code from the questions as they are now, if they have changed.

Usage: freeze_code.py. Old versions are never touched: codes that people hold must stay open.
"""

from __future__ import annotations

import json
from pathlib import Path

from wizard.answer_code import fields_now
from wizard.loading import load

FOLDER = Path(__file__).resolve().parent.parent / "wizard" / "catalogue" / "codes"


def main() -> None:
    """Writes codes/N.yaml where it is needed, and says what it did."""
    catalogue = load()
    newest = max(catalogue.codes, default=0)
    now = fields_now(catalogue)
    if newest and catalogue.codes[newest] == now:
        print(f"The questions are those of version {newest}; nothing to do.")
        return
    lines = [
        "# yaml-language-server: $schema=../../schemas/code.json",
        f"# Version {newest + 1} of the answer code: the questions as they were when it was made. Never edit.",
        "fields:",
    ]
    for field in now:
        kept = {k: v for k, v in field._asdict().items() if k == "quick" or (v not in ((), 0) and k != "radix")}
        lines.append("  - " + json.dumps(kept, ensure_ascii=False))
    (FOLDER / f"{newest + 1}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"Wrote version {newest + 1}.")


if __name__ == "__main__":
    main()
