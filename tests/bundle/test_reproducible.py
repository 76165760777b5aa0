"""The same sources give the same bytes: site and bundle, built from nothing in another folder, time zone and seed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from elsewhere import ROOT, built


def digests(folder: Path) -> dict[str, str]:
    """The digest of each file of the site and of the bundle, by name."""
    made = (path for name in ("site", "dist") for path in (folder / name).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


def test_site_and_bundle_built_elsewhere_are_the_same(dist, tmp_path):
    built(tmp_path / "some" / "where else", "build_site", "build_bundle")
    here, there = digests(ROOT), digests(tmp_path / "some" / "where else")
    assert len(here) > 200 and "dist/SHA256SUMS" in here
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
