"""Run in Pyodide by trim.mjs: which modules were imported from an archive, and each as bytecode."""

import importlib.util
import marshal
import sys


def needed():
    """Path in the archive to name, for every imported module that is not built in or frozen into the interpreter."""
    found = {}
    for name, module in sorted(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        origin = (spec and spec.origin) or ""
        if ".zip/" in origin and spec.name == name:
            found[origin.partition(".zip/")[2] + "c"] = name
    return found


def compiled(name):
    """The module as an unchecked-hash .pyc: no docstrings, no assertions, no columns, and a short file name."""
    spec = importlib.util.find_spec(name)
    source = spec.loader.get_data(spec.origin)
    code = compile(source, spec.origin.partition(".zip/")[2], "exec", dont_inherit=True, optimize=2)
    head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + importlib.util.source_hash(source)
    return head + marshal.dumps(code)
