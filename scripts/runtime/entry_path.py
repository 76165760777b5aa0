"""Paper answers typed in, as requests: every kind of key at every kind of question, then every button."""

from __future__ import annotations

import json

from wizard import bridge

WRONG = ["1", "Backspace", "Q", "1", "2", "X", "1", *"180", "Enter", *["Backspace"] * 3, *"80", "Enter"]
REST = ["1", "Backspace", "1", "4", "x", *"111", "9", "Enter", *"111", *"12612", "Enter", *"1111111"]


def record(lang: str) -> list[str]:
    """Every request, as the JSON text that the page would send; the same list each time."""
    requests, state = [], ""
    for do in ["", *(f"key:{key}" for key in WRONG + REST), "next", "file", "copy", "drop:0", "forget"]:
        pairs = [["label", "A1"]] if do == "next" else []
        requests.append(json.dumps({"app": "entry", "lang": lang, "state": state, "pairs": pairs, "do": do}))
        state = json.loads(bridge.handle(requests[-1]))["state"]
    return requests
