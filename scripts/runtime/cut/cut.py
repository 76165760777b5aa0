"""Takes functions and exports out of Pyodide's WebAssembly, by what the whole path ran.

Data stay whole: a function that was left out stops the engine and so is noticed, data that were left out would only
give another answer.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from . import code, counted
from .module import CODE, EXPORT, FUNCTIONS, Module, export, sized, vector

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
STOPS = b"\0\0\x0b"
"""A body without locals that stops the engine (unreachable)."""


def observed(module: Module, job: dict, work: Path) -> dict[str, list[int]]:
    """The numbers of the functions that ran on the whole path: {started, ran}. SystemExit with what was said else."""
    work.mkdir(parents=True, exist_ok=True)
    (work / "counted.wasm").write_bytes(counted.counted(module))
    job |= {"wasm": str(work / "counted.wasm"), "functions": len(module.bodies())}
    (work / "cover.json").write_text(json.dumps(job), encoding="utf-8")
    seen = work / "seen.json"
    seen.unlink(missing_ok=True)
    command = [NODE, "--expose-gc", HERE / "cover.mjs", work / "cover.json", seen]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode or not seen.is_file():
        told = done.stderr[-2000:].strip() or "it said nothing"
        sys.exit(f"cut: the engine could not run the wizard's whole path (cover.mjs ended {done.returncode}):\n{told}")
    return json.loads(seen.read_text(encoding="utf-8"))


def cut(module: Module, ran: set[int], exports: set[str]) -> bytes:
    """The module with the functions that ran, all that these can call by name, and the exports of these names."""
    bodies = module.bodies()
    kept = reachable(module, bodies, ran)
    return module.written(
        {
            CODE: vector([sized(body if nth in kept else STOPS) for nth, body in enumerate(bodies)]),
            EXPORT: vector([export(*each) for each in module.exports() if each[0] in exports]),
        }
    )


def reachable(module: Module, bodies: list[bytes], ran: set[int]) -> set[int]:
    """The functions that ran, and those that they call directly, and so on. Calls by way of a table are not followed:
    they lead nearly everywhere."""
    imported = sum(kind == FUNCTIONS for *_, kind in module.imports())
    kept, waiting = set(ran), list(ran)
    while waiting:
        for function in code.calls(bodies[waiting.pop()]):
            nth = function - imported
            if nth >= 0 and nth not in kept:
                kept.add(nth)
                waiting.append(nth)
    return kept
