"""Takes out of Pyodide's script what the cut module neither gives nor asks for: it names thousands of C functions."""

from __future__ import annotations

import re
import sys
from collections import Counter

from .module import FUNCTIONS, GLOBALS, Module

WORD = re.compile(r"[\w$]+")
TAKEN = re.compile(r'([\w$]+)=Module\["\1"\]=wasmExports\["([^"]+)"\];')
"""Where a C function that the module exports gets its name."""
DECLARED = re.compile(r"var ((?:[\w$]+,)+[\w$]+);(?=function assignWasmExports)")
OFFERED = re.compile(r"(?<=var wasmImports=\{)[^{}]*(?=\};)")
"""What the script gives to the module, and to libraries that it might load."""
SHOWN = re.compile(r'(?<=[;}])Module\["([\w$]+)"\]=\1;')
"""What only libraries that it might load would ask for."""
MENTIONS = 3
"""How often a name stands there that nothing uses: declared, assigned, and as text."""


def lean(script: str, loader: str, module: Module) -> tuple[str, set[str]]:
    """Pyodide's script without those names, and the exports that the module must keep for it.

    `loader` is the script that loads it. SystemExit with what is missing where a new Pyodide is put together otherwise.
    """
    for pattern, what in (
        (TAKEN, "the list of C functions"),
        (DECLARED, "their declaration"),
        (OFFERED, "wasmImports"),
    ):
        if not pattern.search(script):
            sys.exit(f"cut: pyodide.asm.mjs has no longer {what} as scripts/runtime/cut/script.py expects it")
    words, others = Counter(WORD.findall(script)), set(WORD.findall(loader))
    imports = module.imports()
    asked = {name for _, name, _ in imports}
    unused = {
        ident
        for ident, name in TAKEN.findall(script)
        if words[ident] == MENTIONS and ident not in others and name not in asked
    }
    script = TAKEN.sub(lambda found: "" if found[1] in unused else found[0], script)
    script = DECLARED.sub(lambda found: found[0].replace(found[1], _without(found[1], unused)), script)
    script = OFFERED.sub(lambda found: ",".join(e for e in found[0].split(",") if e.split(":")[0] in asked), script)
    reached = set(re.findall(r"\.([\w$]+)", script + loader))
    script = SHOWN.sub(lambda found: found[0] if found[1] in reached else "", script)
    named = set(WORD.findall(script)) | asked
    return script, {n for n, kind, _ in module.exports() if n in named or kind not in (FUNCTIONS, GLOBALS)}


def _without(names: str, unused: set[str]) -> str:
    return ",".join(name for name in names.split(",") if name not in unused)
