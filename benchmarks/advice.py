"""How long one full advice takes, in CPython and in the shipped engine under node, over the firm cases."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from time import perf_counter

import yaml
from figures import head, row

from wizard.advice import advise
from wizard.loading import load

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3


def table() -> str:
    """The table of this part."""
    paths = sorted((ROOT / "tests" / "cases").glob("*.yaml"))
    firms = [yaml.safe_load(path.read_text(encoding="utf-8"))["answers"] for path in paths]
    catalogue = load()
    advise({}, catalogue, "zh", catalogue.general.reviewed)
    here = []
    for answers in firms * ROUNDS:
        start = perf_counter()
        advise(answers, catalogue, "zh", catalogue.general.reviewed)
        here.append(perf_counter() - start)
    there = json.loads(
        subprocess.run(
            [ROOT / ".venv" / "bin" / "node", ROOT / "benchmarks" / "advice.mjs", ROOT / "build" / "runtime"],
            input=json.dumps(firms * ROUNDS),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
    )
    rows = [head("One full advice"), row("CPython", here), row("the shipped engine under node", there)]
    return "\n".join(rows) + "\n"
