"""Run by cover.mjs: asks for what any visitor's text and numbers may need, though no worked path holds them all."""

import csv
import functools
import gc
import io
import itertools
import json
import operator
import re
import struct
import types
import weakref
from _thread import RLock, allocate_lock
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from contextlib import suppress
from json.encoder import c_make_encoder
from json.scanner import c_make_scanner

NUMBERS = ("0", "-0.0", "1e308", "1e-308", "4.9e-324", "0.1", "123456789012345678901234567890", "1e22", "1e23", "２５")
NUMBERS += ("9007199254740993", "0.30000000000000004", "179769313486231570e291", "-1", "100", "1.0000000000000002")
ASKS = ("isdecimal", "isdigit", "isidentifier", "isnumeric", "isprintable", "istitle", "isupper", "isspace", "isalpha")
FORMS = ("upper", "lower", "casefold", "title", "capitalize", "swapcase", "__repr__", "__len__", "isascii")
TEXTS = ("plain, text", "línea é", "文字，再来。", "😀 two 𠀀", "a\tb\r\nc\u2028d", "ŉ İ ß ﬁ", "")
TEXTS += ("x" * 5000, "文" * 5000)
KINDS = ("%s", "%r", "%d", "%.1f", "%.3g", "%5d", "%05.2f", "%+d", "%x")


class Plain:
    """Something with attributes, weak references and a method."""

    def method(self):
        """No use."""
        return self


class Slots(Plain):
    """The same with a slot."""

    __slots__ = ("held",)


def walked(held):
    """A generator that is half way."""
    yield held
    yield held


HELD = (
    list,
    tuple,
    set,
    frozenset,
    dict.fromkeys,
    deque,
    Counter,
    iter,
    reversed,
    enumerate,
    zip,
    walked,
    slice,
    lambda held: map(str, held),
    lambda held: filter(None, held),
    lambda held: (each for each in held),
    lambda held: {1: held},
    lambda held: OrderedDict(a=held),
    lambda held: defaultdict(list, a=held),
    lambda held: iter(dict.keys({1: held})),
    lambda held: iter(dict.values({1: held})),
    lambda held: iter(dict.items({1: held})),
    lambda held: iter({1: held}),
    lambda held: reversed({1: held}),
    lambda held: iter({1, 2}),
    lambda held: iter("文"),
    lambda held: {1: held}.items(),
    lambda held: {1: held}.keys(),
    lambda held: {1: held}.values(),
    lambda held: iter((held,)),
    lambda held: iter(range(3)),
    lambda held: iter(lambda: held, None),
    lambda held: iter(b"a"),
    itertools.chain,
    itertools.cycle,
    itertools.repeat,
    lambda held: itertools.count(1),
    itertools.groupby,
    itertools.product,
    itertools.pairwise,
    itertools.accumulate,
    lambda held: itertools.islice(held, 2),
    itertools.chain.from_iterable,
    lambda held: itertools.combinations(held, 1),
    lambda held: itertools.permutations(held, 1),
    lambda held: itertools.starmap(print, held),
    lambda held: itertools.takewhile(bool, held),
    lambda held: itertools.zip_longest(held, held),
    lambda held: itertools.tee(held),
    lambda held: functools.partial(print, held),
    lambda held: functools.lru_cache(lambda: held),
    functools.cmp_to_key,
    operator.itemgetter,
    lambda held: operator.methodcaller("a"),
    lambda held: operator.attrgetter("a"),
    property,
    classmethod,
    staticmethod,
    lambda held: functools.cached_property(walked),
    lambda held: functools.singledispatch(walked),
    lambda held: types.SimpleNamespace(a=held),
    lambda held: types.MappingProxyType({1: held}),
    lambda held: types.ModuleType("m"),
    lambda held: types.MethodType(print, held),
    lambda held: [].append,
    lambda held: Plain().method,
    lambda held: Plain,
    lambda held: weakref.ref(Plain),
    lambda held: weakref.ref(Plain, held.append),
    lambda held: RLock(),
    lambda held: allocate_lock(),
    lambda held: weakref.WeakSet([Plain]),
    lambda held: weakref.WeakKeyDictionary(),
    lambda held: memoryview(b"abc"),
    lambda held: bytearray(b"a"),
    lambda held: struct.iter_unpack("<H", b"abcd"),
    lambda held: csv.reader(["a,b"]),
    lambda held: csv.writer(io.StringIO()),
    lambda held: io.BytesIO(b"a"),
    lambda held: io.TextIOWrapper(io.BytesIO(b"a")),
    lambda held: re.compile("a").finditer("aa"),
    lambda held: re.compile("a"),
    lambda held: re.match("(a)", "a"),
    lambda held: json.JSONDecoder(),
    lambda held: json.JSONEncoder(),
    lambda held: c_make_scanner(json.JSONDecoder(object_hook=held.append)),
    lambda held: c_make_encoder(None, held.append, str, None, ":", ",", False, False, False),
    lambda held: namedtuple("Pair", "a b")(held, 1),
    lambda held: super(Slots, Slots()),
    lambda held: list[int],
    lambda held: int | str,
    ValueError,
    KeyError,
    OSError,
)
"""Kinds of objects, each made around a list."""


def sweep():
    """Everything, one after the other."""
    numbers()
    texts()
    collected()


def collected():
    """What the garbage collector meets, which may come at any time: every kind of object half way, and in a circle."""
    kept = []
    for make in HELD:
        circle = [Plain(), Slots()]
        made = make(circle)
        if hasattr(made, "__next__"):
            with suppress(TypeError):
                next(made, None)
        circle[0].itself, circle[1].held = made, circle
        circle.append(made)
        kept.append(circle)
    for generation in (0, 1, 2):
        gc.collect(generation)
    del made, circle, kept
    gc.collect()


def numbers():
    """Numbers as they are typed, to floats and integers, and back in every form."""
    for text in NUMBERS:
        value = float(text)
        for number in (value, -value, value / 3, round(value, 2)):
            for kind in ("", ".1f", ",.0f", ".2%", "g", "e", "+.3f"):
                format(number, kind)
            repr(number)
            json.loads(json.dumps(number))
            for digits in range(4):
                round(number, digits)
        for whole in (int(value), int(value) ** 3 + 7):
            for other in (1, 3, 10, 2**31, 2**64 + 1):
                _ = (whole // other, whole % other, whole * other, whole - other, whole < other, whole % 10**40 / other)
            _ = (str(whole), format(whole, ","), whole & 255, whole >> 3, whole << 40, hash(whole), -whole, ~whole)
    for kind in KINDS:
        _ = kind % 12
    _ = [min([3, 1.5, 2]), max(1, 2.5), sum([0.1] * 10), sorted([3, 1.2, 2], reverse=True), divmod(7, 2), abs(-2.5)]


def texts():
    """Texts of every width through the methods, patterns and codecs that wizards use."""
    for text in TEXTS:
        for name in (*ASKS, *FORMS):
            getattr(text, name)()
        for pattern in (r"\w+", r"[^\W\d]", r"(?i)A|é", r"^\s*(.*?)\s*$", r"[一-龥]+", r"(\d+)[.．]?"):
            found = re.compile(pattern)
            _ = [found.findall(text), found.sub("-", text), found.split(text), found.match(text), found.search(text)]
        for part in (" ", ",", "，", "x", "😀", "zz"):
            _ = [text.split(part), text.rsplit(part, 1), text.partition(part), text.rpartition(part), part in text]
            _ = [text.replace(part, "字"), text.find(part), text.rfind(part), text.count(part), text.startswith(part)]
            _ = [text.strip(part), text.lstrip(part), text.rstrip(part), text.endswith(part), part.join([text, part])]
        _ = [text.splitlines(), text.split(), text[::-1], text[1:3], text + "字", text.center(9), text.zfill(9)]
        _ = [json.loads(json.dumps(text)), json.loads(json.dumps(text, ensure_ascii=False)), repr(text), hash(text)]
        for codec in ("utf-8", "utf-16", "ascii", "latin-1"):
            for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace"):
                try:
                    text.encode(codec, errors).decode(codec)
                except UnicodeError as error:
                    str(error)
        for broken in (b"\xff\xfe", b"\xe6\x96", b"\xed\xa0\x80"):
            broken.decode("utf-8", "replace")
    for wrong in ('{"a": }', '["', '{"a": 1e}', "nul", '"\\ud83d"', '{"a": [1, 2.5, null, true, "\\u6587"]}'):
        try:
            json.loads(wrong)
        except ValueError as error:
            str(error)
