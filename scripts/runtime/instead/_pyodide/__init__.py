"""Stands in for Pyodide's inner package. A failure is printed by the interpreter itself, without traceback."""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook():
    """The interpreter's own hook stays."""
