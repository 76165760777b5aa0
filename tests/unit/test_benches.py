"""The benches run through: nothing else tells when one no longer fits what it measures."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHES = Path(__file__).resolve().parents[2] / "benchmarks"
PARTS = {"advice": "", "next_view": "", "load": "", "start": "1"}


@pytest.mark.nightly
@pytest.mark.parametrize("part", PARTS)
def test_a_bench_gives_its_table(part):
    code = f"import {part}; print({part}.table({PARTS[part]}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=BENCHES, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "\n|---|" in done.stdout, done.stdout
