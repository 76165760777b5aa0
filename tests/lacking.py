"""What is not installed here: a test says so and is passed over, except where setup installs all that it needs."""

import sys
from pathlib import Path
from typing import NoReturn

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))
from setup import on_debian


def untested(what: str) -> NoReturn:
    """Skips the test with a word on what is missing; on Debian as root, where nothing may be missing, fails it."""
    (pytest.fail if on_debian() else pytest.skip)(f"{what} is not installed here")
