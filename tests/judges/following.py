"""Follows the links of the built site. `make links` runs this file: it asks the links to other sites too.

Exit status 1 where a link is broken. Other sites answer as they like: a refusal is to be looked at by a person.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import Counter
from typing import Any

from pages import ROOT, SITE, every


def follow(address: str, pages: list[str], outside: bool = False) -> dict[str, Any]:
    """What linkinator finds from these pages on: links `inside` and `outside`, and which are `broken`."""
    command = [ROOT / ".venv" / "bin" / "node", ROOT / "tests" / "judges" / "links.mjs", address]
    told = subprocess.run(
        [*command, *(["outside"] if outside else [])],
        input="\n".join(pages),
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        raise ChildProcessError(told.stderr[-2000:])
    return json.loads(told.stdout)


def main() -> int:
    """Lists the links to other sites and asks each."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from bundle.serve import server

    running = server(SITE, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    found = follow(f"http://127.0.0.1:{running.server_address[1]}/", every(), outside=True)
    running.shutdown()
    print("\n".join(found["outside"]))
    broken = Counter(line.rpartition(" on ")[0] for line in found["broken"])
    for link, pages in broken.items():
        print(f"broken: {link} on {pages} pages")
    print(f"{len(found['inside'])} links inside, {len(found['outside'])} outside, {len(broken)} broken")
    return 1 if found["broken"] else 0


if __name__ == "__main__":
    sys.exit(main())
