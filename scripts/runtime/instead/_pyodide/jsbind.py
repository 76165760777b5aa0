"""Stands in for what reads type hints of JavaScript's functions: only the signature that fits every call is here."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


def _any(*args, **kwargs):
    """Takes everything."""


default_signature = JsFuncSignature(
    _any, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)
no_default = object()
