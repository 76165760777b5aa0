"""Measures, side by side in one run, and prints medians with minimum and maximum. Nothing here passes or fails.

Usage: run.py. Each part prints a Markdown table; the machine's load stands above them, since machines are noisy.
"""

from __future__ import annotations

import os
import platform

import advice
import load
import next_view
import pages
import rules
import workshop


def main() -> None:
    """Runs every part."""
    busy = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {busy}\n")
    for part in (advice, rules, next_view, pages, workshop, load):
        print(part.table())


if __name__ == "__main__":
    main()
