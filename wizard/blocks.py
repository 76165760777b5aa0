"""Our own Markdown as blocks, for programs that lay documents out: a word processor, a chat, plain text."""

from __future__ import annotations

from typing import Any

LEVELS = {"# ": "title", "## ": "h1", "### ": "h2"}


def blocks(markdown: str) -> list[dict[str, Any]]:
    """Blocks in order: {"kind": "title"|"h1"|"h2"|"p", "text"}, {"kind": "li", "text", "depth"} and {"kind": "table",
    "rows"}. Understands what `report` writes, no more."""
    found: list[dict[str, Any]] = []
    for line in markdown.splitlines():
        text = line.strip()
        mark = next((mark for mark in LEVELS if line.startswith(mark)), None)
        if mark:
            found.append({"kind": LEVELS[mark], "text": text[len(mark) :]})
        elif text.startswith("|"):
            cells = [cell.strip() for cell in text.strip("|").split("|")]
            if set(text) <= set("|- "):
                continue
            if not found or found[-1]["kind"] != "table":
                found.append({"kind": "table", "rows": []})
            found[-1]["rows"].append(cells)
        elif text.startswith("- "):
            found.append({"kind": "li", "text": _plain(text[2:]), "depth": (len(line) - len(line.lstrip())) // 2})
        elif text:
            found.append({"kind": "p", "text": _plain(text)})
    return found


def _plain(text: str) -> str:
    return text.replace("**", "").replace("*", "")


def plain_text(markdown: str) -> str:
    """The same as plain text that reads well where nothing is laid out."""
    lines: list[str] = []
    for block in blocks(markdown):
        if block["kind"] in ("title", "h1"):
            width = sum(2 if ord(sign) > 0x2E80 else 1 for sign in block["text"])
            lines += ["", block["text"], "=" * max(4, width)]
        elif block["kind"] == "h2":
            lines += ["", block["text"]]
        elif block["kind"] == "li":
            lines.append("  " * block["depth"] + "- " + block["text"])
        elif block["kind"] == "table":
            lines += ["  ".join(row) for row in block["rows"]]
        else:
            lines += [block["text"]]
    return "\n".join(lines).strip() + "\n"
