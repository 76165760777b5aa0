"""The package stays what it promises to be: pure below its edges, and small enough to travel."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "wizard"
EDGES = {
    "ask.py": {"questionary", "rich"},
    "qr.py": {"segno"},
    "calendar_file.py": {"icalendar"},
    "source.py": {"yaml"},
    "check.py": {"yaml"},
}
"""Edge modules and the library that each may import."""
FILES_ALLOWED = {"loading.py", "source.py", "cli.py", "check.py", "calendar_file.py", "ask.py"}
IMPURE = {"os", "time", "datetime", "random", "socket", "urllib", "http", "subprocess", "pathlib", "secrets", "uuid"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "checks" not in path.parts)


def imported(path):
    """The top-level names that a module imports from outside the package."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_standard_library_and_htpy(path):
    allowed = set(sys.stdlib_module_names) | {"htpy", "markupsafe"} | EDGES.get(path.name, set())
    assert set(imported(path)) <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_file_clock_network_or_randomness_below_the_edges(path):
    if path.name not in FILES_ALLOWED:
        assert not set(imported(path)) & IMPURE


def test_the_core_knows_no_view():
    views = {"views", "pages", "app"}
    for path in PACKAGE.glob("*.py"):
        if path.name in ("bridge.py",):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 1:
                assert (node.module or "").split(".")[0] not in views, path
