"""What a long run says at its end: one line a file of tests, and what the judges told of the pages that they saw."""

from __future__ import annotations

from collections import defaultdict

from pytest import hookimpl

TOLD: list[str] = []


def tell(line: str) -> None:
    """Keeps a line for the summary."""
    TOLD.append(line)


def pytest_sessionfinish(session) -> None:
    """Where the run is shared out, hands the lines over to the one that prints them."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["told"] = TOLD


@hookimpl(optionalhook=True)
def pytest_testnodedown(node) -> None:
    """Takes over the lines of one that has ended."""
    TOLD.extend(getattr(node, "workeroutput", {}).get("told", []))


def pytest_terminal_summary(terminalreporter, config) -> None:
    """Prints the summary of `make nightly`; other runs end as pytest ends them."""
    if not config.getoption("markexpr").startswith(("nightly", "fuzz")):
        return
    files: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for outcome, reports in terminalreporter.stats.items():
        for report in reports:
            if hasattr(report, "duration"):
                name = report.nodeid.partition("::")[0]
                files[name]["seconds"] += report.duration
                if report.when == "call" or outcome in ("failed", "error", "skipped"):
                    files[name][outcome] += 1
    terminalreporter.section("Summary")
    for name, found in sorted(files.items()):
        counts = ", ".join(f"{int(count)} {kind}" for kind, count in found.items() if kind not in ("seconds", ""))
        terminalreporter.write_line(f"{name}: {counts}; {found['seconds']:.0f} s")
    for line in TOLD:
        terminalreporter.write_line(line)
