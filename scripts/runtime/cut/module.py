"""Reads and writes the parts of a WebAssembly module, as the core specification, chapter 5, lays them out."""

from __future__ import annotations

import sys

HEAD = b"\0asm\1\0\0\0"
IMPORT, GLOBAL, EXPORT, CODE = 2, 6, 7, 10
FUNCTIONS, GLOBALS = 0, 3
"""Kinds of what is imported or exported."""
END = 0x0B


def stop(what: str) -> None:
    """Ends the build where a module is not as it is expected here."""
    sys.exit(f"cut: pyodide.asm.wasm holds {what}, which scripts/runtime/cut/ does not know")


def number(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number, and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def packed(value: int) -> bytes:
    """A number as unsigned LEB128."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def vector(items: list[bytes]) -> bytes:
    """Items after their number."""
    return packed(len(items)) + b"".join(items)


def sized(content: bytes) -> bytes:
    """Bytes after their number."""
    return packed(len(content)) + content


class Module:
    """A module as its sections: custom ones stay as they are, the others are found by their number."""

    def __init__(self, content: bytes):
        if not content.startswith(HEAD):
            stop("another head")
        self.sections: list[tuple[int, bytes]] = []
        at = len(HEAD)
        while at < len(content):
            kind = content[at]
            size, at = number(content, at + 1)
            self.sections.append((kind, content[at : at + size]))
            at += size

    def section(self, kind: int) -> bytes:
        """The content of the section of this kind."""
        return next(content for own, content in self.sections if own == kind)

    def written(self, instead: dict[int, bytes]) -> bytes:
        """The module's bytes, with these sections in place of its own."""
        parts = [bytes([kind]) + sized(instead.get(kind, content)) for kind, content in self.sections]
        return HEAD + b"".join(parts)

    def imports(self) -> list[tuple[str, str, int]]:
        """Module, name and kind of each import."""
        data = self.section(IMPORT)
        count, at = number(data, 0)
        found = []
        for _ in range(count):
            module, at = _text(data, at)
            name, at = _text(data, at)
            kind = data[at]
            found.append((module, name, kind))
            if kind == FUNCTIONS:
                _, at = number(data, at + 1)
            elif kind == GLOBALS:
                at += 3
            else:
                stop(f"an import of kind {kind}")
        return found

    def exports(self) -> list[tuple[str, int, int]]:
        """Name, kind and index of each export."""
        data = self.section(EXPORT)
        count, at = number(data, 0)
        found = []
        for _ in range(count):
            name, at = _text(data, at)
            index, after = number(data, at + 1)
            found.append((name, data[at], index))
            at = after
        return found

    def bodies(self) -> list[bytes]:
        """The body of each function of its own: locals and code."""
        data = self.section(CODE)
        count, at = number(data, 0)
        found = []
        for _ in range(count):
            size, at = number(data, at)
            found.append(data[at : at + size])
            at += size
        return found


def export(name: str, kind: int, index: int) -> bytes:
    """One export as it is written."""
    return sized(name.encode()) + bytes([kind]) + packed(index)


def _text(data: bytes, at: int) -> tuple[str, int]:
    size, at = number(data, at)
    return data[at : at + size].decode(), at + size
