"""Stands in for inspect, which start-up code imports for uses that never come: what is not here refuses."""

COROUTINE = 0x80
"""The flag of a coroutine's code object."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)

    def left_out(*_, **__):
        raise TypeError(f"inspect.{name} is left out of this runtime")

    return left_out


def unwrap(func):
    """What a decorated function was made from; dataclasses with slots ask."""
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func


def iscoroutinefunction(func):
    """Whether calling it gives a coroutine; the decorator for what is deprecated asks."""
    return bool(getattr(getattr(func, "__code__", None), "co_flags", 0) & COROUTINE)


def getattr_static(obj, attr, *default):
    """The attribute; checks of an instance against a protocol ask. No property of ours has side effects."""
    return getattr(obj, attr, *default)
