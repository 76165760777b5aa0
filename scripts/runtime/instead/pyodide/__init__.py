"""Stands in for Pyodide's package: no event loop is set up, since the wizard only answers calls."""
