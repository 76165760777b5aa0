"""Stands in for Pyodide's way to run code, which needs ast, tokenize and linecache."""

from importlib import import_module


def eval_code(source, globals=None, locals=None, **_):
    """Runs `source`, statements and at its end an expression, parted by semicolons; gives the expression's value."""
    globals = {} if globals is None else globals
    statements, _, expression = source.rpartition(";")
    exec(statements, globals, locals)
    return eval(expression.strip(), globals, locals)


def pyimport_impl(path):
    """The module of this name."""
    return import_module(path)
