"""Stands in for the time zones of Windows, which a browser never has."""

raise ImportError("not Windows")
