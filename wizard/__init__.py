"""The five-links wizard: from a firm's answers to advice that explains itself.

The package runs unchanged in CPython 3.11 or newer and in Pyodide. It is pure below its edges: no file, clock,
network or randomness. The edges are `loading` and `source` (read the catalogue), `cli` (the command line) and
`bridge` (the browser).
"""

__version__ = "0.1.0"
