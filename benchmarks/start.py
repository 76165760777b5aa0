"""The wizard's start against stock Pyodide: bytes, first and second visit, a slow line, blocks, memory; interleaved.

Usage: start.py [ROUNDS]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import shaped
import stock
from figures import told

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "engines"))
import drivers  # noqa: E402

from wizard.answer_code import encode  # noqa: E402
from wizard.loading import load  # noqa: E402

FIRM = {"sector": "next_gen_it", "funding_gap": "severe", "import_dependence": "critical", "rd_intensity": 4.5}
ROUNDS = 7
SLOW = {"bits": 4e6, "round_trip": 0.1}
REST = 3
"""Seconds after the first advice before memory is read."""
AWAIT = """
for (let tries = 0; tries < 12000; tries += 1) {
  const root = document.getElementById("wz");
  if (root?.dataset.place === "advice") break;
  await new Promise((done) => setTimeout(done, 5));
}
const root = document.getElementById("wz");
const paint = performance.getEntriesByType("paint").find(({ name }) => name === "first-contentful-paint");
return {
  at: Number(root.dataset.at ?? performance.now()),
  place: root.dataset.place,
  paint: paint?.startTime ?? null,
  block: globalThis.blocks ?? null,
};
"""
OBSERVE = """
globalThis.blocks = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.blocks = Math.max(blocks, duration);
}).observe({ type: "longtask", buffered: true });
"""


def tell(what: str, nth: int, rounds: int) -> None:
    """Says on the error stream how far this is."""
    print(f"  {what}: round {nth + 1} of {rounds}", file=sys.stderr, flush=True)


def request() -> dict:
    """The request of a first advice, as the page sends it."""
    place = f"open/{encode(FIRM, load())}"
    return {"lang": "zh", "state": "", "from": "", "pairs": [], "place": place, "do": "", "today": "2026-11-24"}


def visit(engine, address: str) -> dict:
    """Opens a page and waits for the first advice: {at, paint, block} in milliseconds since its navigation began."""
    engine.open(address)
    seen = engine.run(AWAIT)
    if seen["place"] != "advice":
        raise RuntimeError(f"no advice at {address}")
    return seen


def addresses(top: str) -> dict[str, str]:
    """Ours and the stock page."""
    return {"ours": f"{top}zh/wizard/#/{request()['place']}", "stock": f"{top}stock/worker.html"}


def cold_and_warm(name: str, folder: Path, line: shaped.Line, rounds: int, warm: bool = True) -> dict[str, list[dict]]:
    """For each page its first visits in fresh browsers and, in the same browsers, its second ones."""
    seen: dict[str, list[dict]] = {}
    for nth in range(rounds):
        tell(f"{name}, {'slow line' if line.bits else 'loopback'}", nth, rounds)
        for who in ("ours", "stock"):
            with shaped.served(folder, line) as top:
                engine = drivers.ENGINES[name]()
                try:
                    line.sent.clear()
                    first = visit(engine, addresses(top)[who])
                    seen.setdefault(f"{who} cold", []).append(first | {"sent": dict(line.sent)})
                    if warm:
                        engine.open(f"{top}index.html")
                        engine.run("localStorage.clear()")
                        time.sleep(1)
                        seen.setdefault(f"{who} warm", []).append(visit(engine, addresses(top)[who]))
                finally:
                    engine.close()
    return seen


def blocks_and_memory(folder: Path, rounds: int) -> dict[str, list[float]]:
    """In Chromium: longest task of the page's thread in ms, and the renderer's memory at rest in MB."""
    seen: dict[str, list[float]] = {}
    with shaped.served(folder, shaped.Line()) as top:
        pages = addresses(top) | {"stock on the page": f"{top}stock/page.html"}
        for nth in range(rounds):
            tell("blocks and memory", nth, rounds)
            for who, address in pages.items():
                engine = drivers.Chromium()
                try:
                    engine.page.add_init_script(OBSERVE)
                    seen.setdefault(f"{who} block", []).append(visit(engine, address)["block"])
                    time.sleep(REST)
                    seen.setdefault(f"{who} memory", []).append(renderer_memory(engine))
                finally:
                    engine.close()
    return seen


def renderer_memory(engine) -> float:
    """Megabytes of the largest renderer's proportional share of memory (PSS, Linux)."""
    session = engine.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = []
    for process in processes:
        if process["type"] == "renderer":
            text = Path(f"/proc/{process['id']}/smaps_rollup").read_text()
            sizes.append(int(text.split("Pss:")[1].split()[0]) / 1000)
    return max(sizes)


def ratio_row(what: str, ours: list[float], stock_: list[float], unit: str, target: str) -> str:
    """One row: medians with minimum and maximum, and the ratio of the medians."""
    share = median(ours) / median(stock_)
    return f"| {what} | {told(ours)} | {told(stock_)} | {unit} | **{share:.2f}** | {target} |"


def table(rounds: int = ROUNDS) -> str:
    """The table of this part."""
    folder = Path(tempfile.mkdtemp()) / "site"
    shutil.copytree(ROOT / "site", folder)
    stock.write(folder / "stock", request())
    rows = [
        f"### The start, ours against stock Pyodide ({rounds} interleaved rounds)\n",
        "| figure | ours: median (min-max) | stock | unit | ratio | target |\n|---|---|---|---|---|---|",
    ]
    try:
        rows += _rows(folder, rounds)
    finally:
        shutil.rmtree(folder.parent)
    return "\n".join(rows) + "\n"


def _rows(folder: Path, rounds: int) -> list[str]:
    rows, every = [], {}
    for name in drivers.ENGINES:
        if drivers.missing(name):
            rows.append(f"| {name} is not installed here | | | | | |")
            continue
        every[name] = cold_and_warm(name, folder, shaped.Line(), rounds)
    sent = {who: [run["sent"] for run in every["chromium"][f"{who} cold"]] for who in ("ours", "stock")}
    runtime = [sum(size for path, size in run.items() if "/runtime/" in path) / 1e3 for run in sent["ours"]]
    stocks = [sum(size for path, size in run.items() if not path.endswith(".html")) / 1e3 for run in sent["stock"]]
    whole = [sum(run.values()) / 1e3 for run in sent["ours"]]
    rows.append(ratio_row("bytes, runtime with the wizard", runtime, stocks, "kB", "0.64"))
    rows.append(ratio_row("bytes, everything the page loads", whole, stocks, "kB", "0.68"))
    for name, seen in every.items():
        for kind, target in (("cold", "0.40"), ("warm", "0.30")):
            times = {who: [run["at"] for run in seen[f"{who} {kind}"]] for who in ("ours", "stock")}
            what = "first advice" if kind == "cold" else "second visit"
            rows.append(ratio_row(f"{what}, loopback, {name}", times["ours"], times["stock"], "ms", target))
    slow = cold_and_warm("chromium", folder, shaped.Line(**SLOW), rounds, warm=False)
    at = {who: [run["at"] for run in slow[f"{who} cold"]] for who in ("ours", "stock")}
    paint = [run["paint"] for run in slow["ours cold"]]
    rows.append(ratio_row("first advice, 4 Mbit/s and 100 ms", at["ours"], at["stock"], "ms", "0.68"))
    rows.append(ratio_row("first topic seen, 4 Mbit/s and 100 ms", paint, at["stock"], "ms", "0.10"))
    waits = [max(0.0, each - 20_000) for each in at["ours"]]
    rows.append(f"| wait after 20 s on the first topic, 4 Mbit/s | {max(waits):.0f} | | ms | | none |")
    more = blocks_and_memory(folder, rounds)
    rows.append(
        ratio_row(
            "longest block (0: none of 50 ms or more)",
            more["ours block"],
            more["stock on the page block"],
            "ms",
            "0.05",
        )
    )
    rows.append(ratio_row("memory at rest", more["ours memory"], more["stock memory"], "MB", "1.0"))
    return rows


if __name__ == "__main__":
    print(table(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
