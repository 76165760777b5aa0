"""Stands in for pyodide.code, whose other functions need Python's parser and inspect."""

from _pyodide._base import eval_code

__all__ = ["eval_code"]
