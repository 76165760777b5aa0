"""Every judge runs at night too, but for the shares of those that take long."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Marks the judges that see everything whenever they run."""
    for item in items:
        if item.path.parent == HERE and not {"share", "nightly"} & {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.judge)
