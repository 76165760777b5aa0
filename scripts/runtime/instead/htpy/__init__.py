"""Stands in for htpy, which hands every piece of text up through one generator for each level of the page.

In a browser that has just started that takes half of the first answer's time. Here the pieces go into one list. Pages
are built with htpy itself, which checks what it is given; every answer is compared with htpy's, byte for byte.
"""

from keyword import iskeyword

from markupsafe import Markup

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
Node = None
"""Named by the views' annotations alone."""
_made, _keys, _short = {}, {}, {}


class Element:
    """An element with its attributes as text and what stands in it."""

    __slots__ = ("children", "end", "name", "start")

    def __init__(self, name, start, end, children=None):
        self.name, self.start, self.end, self.children = name, start, end, children

    def __call__(self, *given, **named):
        attributes = {}
        if given and isinstance(given[0], str):
            attributes.update(_shorthand(given[0]))
            given = given[1:]
        for more in given:
            attributes.update(more)
        for key, value in named.items():
            attributes[_key(key)] = value
        return Element(self.name, f"<{self.name}{_written(attributes)}>", self.end, self.children)

    def __getitem__(self, children):
        return Element(self.name, self.start, self.end, children)

    def __str__(self):
        pieces = []
        _write(self, pieces.append)
        return Markup("".join(pieces))

    __html__ = __str__


class _Fragments:
    """Nodes without an element around them."""

    def __getitem__(self, children):
        return Element("", "", "", children)


fragment = _Fragments()


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    if name not in _made:
        _made[name] = Element(name, f"<{name}>", "" if name in VOID else f"</{name}>")
    return _made[name]


def _write(node, put):
    kind = type(node)
    if kind is str:
        put(_escaped(node))
    elif kind is Element:
        put(node.start)
        _write(node.children, put)
        put(node.end)
    elif kind is list or kind is tuple:
        for child in node:
            _write(child, put)
    elif node is None or kind is bool:
        return
    elif hasattr(node, "__html__"):
        put(node.__html__())
    elif kind is int:
        put(str(node))
    elif callable(node):
        _write(node(), put)
    elif hasattr(node, "__iter__") and not isinstance(node, bytes | bytearray):
        for child in node:
            _write(child, put)
    else:
        raise TypeError(f"{node!r} is not a valid child element")


def _escaped(text):
    """As markupsafe writes it, without making its type."""
    for sign, written in (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;")):
        if sign in text:
            text = text.replace(sign, written)
    return text


def _shorthand(text):
    """ "#id.class.class" as attributes."""
    if text not in _short:
        ids, *classes = text.split(".")
        found = {"id": ids[1:], "class": " ".join(filter(None, classes))}
        _short[text] = {key: value for key, value in found.items() if value}
    return _short[text]


def _key(name):
    """A keyword of Python as the name of an attribute."""
    if name not in _keys:
        bare = name.removesuffix("_")
        _keys[name] = (bare if iskeyword(bare) else name).replace("_", "-")
    return _keys[name]


def _classes(value):
    if isinstance(value, str):
        return value
    names = []
    for item in [value] if isinstance(value, dict) else value:
        names += [name for name, on in item.items() if on] if isinstance(item, dict) else [item] if item else []
    return " ".join(names) or False


def _written(attributes):
    pieces = []
    for key, value in attributes.items():
        if key == "class":
            value = bool(value) and _classes(value)
        if value is True:
            pieces.append(" " + key)
        elif value is not False and value is not None:
            pieces.append(f' {key}="{_escaped(str(value))}"')
    return "".join(pieces)
