"""Stands in for typing, of which a browser needs named tuples alone; everything else only names types for readers.

Typing's own named tuples are compiled from text and keep a reference for every annotation: for the wizard's sixty-odd
that takes a tenth of its start. Here a maker that is compiled already gets the fields' names.
"""

from _collections import _tuplegetter
from _typing import ParamSpec, TypeVar
from types import FunctionType

from _makers import MAKERS

__all__ = ["NamedTuple", "ParamSpec", "TypeVar"]
TYPE_CHECKING = False
VALUES = 1
"""The form in which a class that keeps its annotations for later is asked for them: annotationlib.Format.VALUE."""


class Generic:
    """A type that takes types and does nothing with them."""

    def __class_getitem__(cls, given):
        return cls


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return globals().setdefault(name, type(name, (Generic,), {}))


def overload(function):
    """Marks nothing."""
    return function


final = runtime_checkable = overload


def cast(kind, value):
    """The value as it is."""
    return value


def get_origin(kind):
    """No annotation is kept as more than the type that it names."""


class _Row(tuple):
    """What every named tuple can do."""

    __slots__ = ()

    @classmethod
    def _make(cls, values):
        row = tuple.__new__(cls, values)
        if len(row) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(row)}")
        return row

    def _replace(self, /, **given):
        row = self._make(map(given.pop, self._fields, self))
        if given:
            raise TypeError(f"{type(self).__name__} has no fields {list(given)}")
        return row

    def _asdict(self):
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

    def __getnewargs__(self):
        return tuple(self)

    __replace__ = _replace


class _Named(type):
    """Makes a named tuple of a class's annotations and defaults, which stand last."""

    def __new__(cls, name, bases, space):
        if not bases:
            return type.__new__(cls, name, bases, space)
        fields = tuple(space.get("__annotations__") or space["__annotate_func__"](VALUES))
        defaults = tuple(space[field] for field in fields if field in space)
        maker = MAKERS[len(fields)]
        made = FunctionType(
            maker.__code__.replace(co_varnames=("cls", *fields)), maker.__globals__, "__new__", defaults
        )
        getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
        own = {"__slots__": (), "__new__": made, "_fields": fields, "__match_args__": fields}
        return type(name, (_Row,), {**space, **getters, **own})


class NamedTuple(metaclass=_Named):
    """A tuple whose places have names, by inheritance."""
