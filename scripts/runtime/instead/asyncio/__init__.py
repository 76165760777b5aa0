"""Stands in for asyncio, of which Pyodide's start-up takes one function and the wizard none."""


def get_event_loop():
    """There is no loop."""
    raise RuntimeError("asyncio is left out of this runtime")
