"""Stands in for htpy's contexts, which need dataclasses and which the views do not use."""


class Context:
    """No use."""


class ContextProvider:
    """No use."""


class ContextConsumer:
    """No use."""
