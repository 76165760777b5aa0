"""The one form in which JSON leaves the program, the same from every edge."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any) -> str:
    """Indented JSON with a closing line break; keys in the order in which they were made."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
