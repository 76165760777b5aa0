"""Whole visits against nginx on the loopback: visits a second, bytes a visit, and what a million visits would cost.

Usage: load.py    after make site; needs nginx with its brotli module, and wrk (both from Debian)

A visit is what a fresh Chromium is seen to ask for: a reader's opens the home page and a link page, a user's the home
page and the wizard, to the advice; whoever stays there gets the whole site for use without a network. wrk asks for
these files in turn; a visit's rate is the files' rate over their number.
"""

from __future__ import annotations

import http.client
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import shaped
from figures import told

from wizard.answer_code import encode
from wizard.loading import load

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "deploy"), str(ROOT / "tests" / "engines")]
import drivers  # noqa: E402
from hosts import SITE, running  # noqa: E402

SAID = '#keep [data-when="{}"]:not([hidden])'
ADVICE = f"en/wizard/#/open/{encode({'sector': 'next_gen_it', 'funding_gap': 'severe'}, load())}"
VISITS = {
    "reader": ("en/links/fill/", SAID.format("offered")),
    "user of the wizard, to the advice": (ADVICE, '#wz[data-place="advice"]'),
    "user who stays, with the whole site kept": (ADVICE, SAID.format("kept")),
}
"""The page after the home page, and what is there when all has come."""
FREE_HOST = 100_000_000_000
"""Bytes a month that free static hosts commonly carry (GitHub Pages states a soft limit of 100 GB)."""
SECONDS, RUNS = 3, 7


def asked(page: str, settled: str) -> list[str]:
    """The files that a fresh browser asks for on the home page and then on this page, until `settled` is there."""
    line = shaped.Line()
    with shaped.served(SITE, line) as top:
        browser = drivers.Chromium()
        try:
            for address in ("en/", page):
                browser.open(top + address)
                browser.page.wait_for_load_state("networkidle")
            browser.page.wait_for_selector(settled, state="attached", timeout=120_000)
        finally:
            browser.close()
    return sorted(path.lstrip("/") for path in line.sent)


def size(address: str, path: str) -> int:
    """Bytes of an answer over the line, compressed with brotli, headers included."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", f"/{path}", headers={"Accept-Encoding": "br"})
    answer = connection.getresponse()
    return len(answer.read()) + len(str(answer.headers).encode())


def rate(address: str, files: list[str], folder: Path) -> float:
    """Answers a second, all files in turn, over 64 connections."""
    script = folder / "visit.lua"
    listed = ", ".join(f'"/{name}"' for name in files)
    script.write_text(
        f"local files = {{{listed}}}\nlocal at = 0\n"
        'local headers = {["Accept-Encoding"] = "br"}\n'
        'request = function()\n  at = at % #files + 1\n  return wrk.format("GET", files[at], headers)\nend\n'
    )
    command = ["wrk", "-t1", "-c64", f"-d{SECONDS}s", "-s", str(script), address]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told:
        sys.exit(f"load: some answers were refused:\n{told}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])


def table() -> str:
    """The measures as a Markdown table."""
    if not shutil.which("wrk") or not Path("/usr/sbin/nginx").exists():
        return "Load: not measured, since nginx or wrk is not installed.\n"
    lines = [
        "| visit | files | bytes | visits a second: median (min-max) | a million visits | a free host's month |",
        "|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with running("nginx", folder) as address:
            for visit, seen in VISITS.items():
                files = asked(*seen)
                bytes = sum(size(address, file) for file in files)
                visits = [rate(address, files, folder) / len(files) for _ in range(RUNS)]
                lines.append(
                    f"| {visit} | {len(files)} | {bytes:,} | {told(visits)} | {bytes / 1000:,.0f} GB "
                    f"| {FREE_HOST / bytes:,.0f} visits |"
                )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table())
