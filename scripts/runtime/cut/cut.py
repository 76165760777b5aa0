"""Takes functions, data and exports out of Pyodide's WebAssembly, by what the whole path ran and read."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from . import code, counted
from .module import CODE, DATA, DATA_COUNT, EXPORT, FUNCTIONS, GLOBALS, Module, export, packed, segment, sized, vector

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
STOPS = b"\0\0\x0b"
"""A body without locals that stops the engine (unreachable)."""
SHORT = 200
"""Bytes of code. Functions that are called directly by what ran, and are no longer than this, stay too."""
MARGIN, LEAST = 4096, 8192
"""Bytes of data. A zone is taken out if it is this long beyond a margin on both sides, and in all of that nothing was
read and no function that stays names an address."""


def observed(module: Module, job: dict, work: Path) -> tuple[set[int], set[int]]:
    """The functions that ran and the granules that were read on the whole path. SystemExit with what was said else."""
    work.mkdir(parents=True, exist_ok=True)
    top = _top(module)
    (work / "counted.wasm").write_bytes(counted.counted(module, top))
    job |= {"wasm": str(work / "counted.wasm"), "granules": counted.granules(top), "functions": len(module.bodies())}
    (work / "cover.json").write_text(json.dumps(job), encoding="utf-8")
    command = [NODE, HERE / "cover.mjs", work / "cover.json", work / "seen.json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"cut: the engine could not run the wizard's whole path:\n{done.stderr[-2000:]}")
    seen = json.loads((work / "seen.json").read_text(encoding="utf-8"))
    return set(seen["ran"]), set(seen["read"])


def cut(module: Module, ran: set[int], read: set[int], exports: set[str]) -> bytes:
    """The module with the functions that ran, the data that may be read, and the exports of these names."""
    bodies = module.bodies()
    imported = sum(kind == FUNCTIONS for *_, kind in module.imports())
    named = {nth: code.names(bodies[nth]) for nth in ran}
    called = {function - imported for calls, _ in named.values() for function in calls if function >= imported}
    for nth in called - ran:
        if len(bodies[nth]) <= SHORT:
            named[nth] = code.names(bodies[nth])
    addresses = {address for _, own in named.values() for address in own}
    addresses |= set(module.globals()) & {
        _value(module, index) for name, kind, index in module.exports() if kind == GLOBALS and name in exports
    }
    data = _data(module, read, addresses)
    return module.written(
        {
            DATA_COUNT: packed(len(data)),
            CODE: vector([sized(body if nth in named else STOPS) for nth, body in enumerate(bodies)]),
            DATA: vector([segment(*each) for each in data]),
            EXPORT: vector([export(*each) for each in module.exports() if each[0] in exports]),
        }
    )


def zones(top: int, read: set[int], addresses: set[int]) -> list[tuple[int, int]]:
    """Begin and end of each zone of data that may go."""
    size = counted.GRANULE
    near = {0, top}
    for granule in read:
        begin = granule * size
        near |= {begin, begin + size - 1}
    places = sorted(place for place in near | addresses if 0 <= place <= top)
    pairs = pairwise(places)
    return [(a + MARGIN, b - MARGIN) for a, b in pairs if b - a - 2 * MARGIN >= LEAST]


def _top(module: Module) -> int:
    return max(address + len(content) for address, content in module.segments())


def _value(module: Module, index: int) -> int:
    imported = sum(kind == GLOBALS for *_, kind in module.imports())
    return module.globals()[index - imported] if index >= imported else 0


def _data(module: Module, read: set[int], addresses: set[int]) -> list[tuple[int, bytes]]:
    """The pieces of data without those zones."""
    image = bytearray(_top(module))
    for address, content in module.segments():
        image[address : address + len(content)] = content
    gone = zones(len(image), read, addresses)
    found = []
    for address, content in module.segments():
        at, end = address, address + len(content)
        for begin, stop in gone:
            if begin < end and stop > at:
                if begin > at:
                    found.append((at, content[at - address : begin - address]))
                at = max(at, min(stop, end))
        if at < end:
            found.append((at, content[at - address :]))
    return found
