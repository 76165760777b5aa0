"""A copy without a server carries the whole engine alone: what is held needs no smaller one to come first."""

from __future__ import annotations

import json
import re

BOOT = re.compile(r'(?<=<script id="wz-boot" type="application/json">).*?(?=</script>)', re.DOTALL)


def whole_alone(files: dict) -> dict:
    """A list of the runtime's files by key, with the whole engine in place of the cut one, if both are in it."""
    rest = {key: entry for key, entry in files.items() if key != "whole"}
    return rest | {"wasm": files.get("whole", files["wasm"])}


def listed(boot: str) -> str:
    """The text of a page's list with the whole engine in place of the cut one."""
    told = json.loads(boot)
    told["files"] = whole_alone(told["files"])
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def named(html: str) -> str:
    """A page with that list, if it starts Python at all."""
    return BOOT.sub(lambda found: listed(found[0]), html)
