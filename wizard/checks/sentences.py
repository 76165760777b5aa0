"""The paper's sentences, as the map in seeds/ lists them: locators, lengths and digests, never the text."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

MAP = Path(__file__).resolve().parents[2] / "seeds" / "sentences.json"


@lru_cache(maxsize=1)
def locators() -> tuple[str, ...]:
    """Every locator, in the order of the paper."""
    return tuple(entry["locator"] for entry in json.loads(MAP.read_text(encoding="utf-8")))
