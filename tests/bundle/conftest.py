"""The offline bundle, unpacked."""

import zipfile

import pytest


@pytest.fixture(scope="session")
def folder(dist, tmp_path_factory):
    """The unpacked folder, in a place whose name breaks addresses that are put together by hand."""
    place = tmp_path_factory.mktemp("bundle") / "五链 #1 100% a"
    (packed,) = dist.glob("*-offline.zip")
    with zipfile.ZipFile(packed) as zipped:
        zipped.extractall(place)
    return place / "five-links"
