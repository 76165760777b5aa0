"""The three ways in which people get the site: from a server, from a folder, and as one file; in three engines."""

import shutil
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from drivers import ENGINES, missing
from lacking import untested
from outside import Outside

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from bundle.serve import server  # noqa: E402

ODD = "五链 #1 %20 a b"
"""A folder's name with what breaks addresses that are put together by hand."""


@pytest.fixture(scope="session")
def bundle(dist, tmp_path_factory):
    """The offline bundle, unpacked: (folder, {language: single file})."""
    place = tmp_path_factory.mktemp("bundle") / ODD
    (packed,) = dist.glob("*-offline.zip")
    with zipfile.ZipFile(packed) as zipped:
        zipped.extractall(place)
    files = {}
    for path in dist.glob("*.html"):
        lang = path.stem.rpartition(".")[2]
        files[lang] = Path(shutil.copy(path, place / f"{lang} 向导.html"))
    return place / "five-links", files


@pytest.fixture(scope="session")
def ways(bundle):
    """For each way a function from the language to the address of its wizard."""
    folder, files = bundle
    running = server(ROOT / "site", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{running.server_address[1]}"
    yield {
        "http": lambda lang: f"{address}/{lang}/wizard/",
        "folder": lambda lang: (folder / lang / "wizard" / "index.html").as_uri(),
        "file": lambda lang: files[lang].as_uri(),
    }
    running.shutdown()


@pytest.fixture(scope="session")
def plain(tmp_path_factory):
    """The address of a page without any policy."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "index.html").write_text("<!doctype html><title>plain</title>")
    running = server(folder, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(request, playwright_chromium):
    """One running browser of each engine, with a count of what it asks of the outside.

    Skipped, by name, where it is not installed; on Debian as root, where setup installs all three, that is a failure.
    """
    lacking = missing(request.param)
    if lacking:
        untested(f"{request.param} is not tested: {lacking}")
    launch = {"launch": playwright_chromium} if request.param == "chromium" else {}
    yield from watched(request.param, **launch)


@pytest.fixture(scope="module")
def room_chromium(bundle, playwright_chromium):
    """A Chromium to which the bundle's server has a name, and the address of that server."""
    if missing("chromium"):
        untested("chromium")
    room = server(bundle[0], 0)
    threading.Thread(target=room.serve_forever, daemon=True).start()
    rules = ("--host-resolver-rules=MAP room.test 127.0.0.1", "--proxy-bypass-list=room.test")
    for chromium in watched("chromium", arguments=rules, launch=playwright_chromium):
        yield chromium, f"http://room.test:{room.server_address[1]}"
    room.shutdown()


def watched(name, **options):
    """A browser and its count, closed afterwards."""
    outside = Outside()
    browser = ENGINES[name](port=outside.port, **options)
    browser.name, browser.outside = name, outside
    yield browser
    browser.close()
    outside.close()
