"""A copy without a server carries the whole engine alone: what is held needs no smaller one to come first."""

from __future__ import annotations

import json
import re

BOOT = re.compile(r'(?<=<script id="wz-boot" type="application/json">).*?(?=</script>)', re.DOTALL)


def listed(boot: str) -> str:
    """The list of the runtime's files with the whole engine in place of the cut one."""
    told = json.loads(boot)
    files = told["files"]
    files["wasm"] = files.pop("whole", files["wasm"])
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def named(html: str) -> str:
    """A page with that list, if it starts Python at all."""
    return BOOT.sub(lambda found: listed(found[0]), html)
