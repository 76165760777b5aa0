"""Run by cover.mjs: asks for what any visitor's text and numbers may need, though no worked path holds them all."""

import json
import re

NUMBERS = ("0", "-0.0", "1e308", "1e-308", "4.9e-324", "0.1", "123456789012345678901234567890", "1e22", "1e23", "２５")
NUMBERS += ("9007199254740993", "0.30000000000000004", "179769313486231570e291", "-1", "100", "1.0000000000000002")
ASKS = ("isdecimal", "isdigit", "isidentifier", "isnumeric", "isprintable", "istitle", "isupper", "isspace", "isalpha")
FORMS = ("upper", "lower", "casefold", "title", "capitalize", "swapcase", "__repr__", "__len__", "isascii")
TEXTS = ("plain, text", "línea é", "文字，再来。", "😀 two 𠀀", "a\tb\r\nc\u2028d", "ŉ İ ß ﬁ", "")
TEXTS += ("x" * 5000, "文" * 5000)
KINDS = ("%s", "%r", "%d", "%.1f", "%.3g", "%5d", "%05.2f", "%+d", "%x")


def sweep():
    """Everything, one after the other."""
    numbers()
    texts()


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
