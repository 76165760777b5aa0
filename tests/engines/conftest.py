"""The three ways in which people get the site: from a server, from a folder, and as one file; in three engines."""

import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from drivers import ENGINES, missing

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from bundle.serve import server  # noqa: E402

ODD = "五链 #1 %20 a b"
"""A folder's name with what breaks addresses that are put together by hand."""


@pytest.fixture(scope="session")
def bundle(tmp_path_factory):
    """The offline bundle, made now and unpacked: (folder, {language: single file}, dist)."""
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "build_bundle.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    place = tmp_path_factory.mktemp("bundle") / ODD
    (packed,) = (ROOT / "dist").glob("*-offline.zip")
    with zipfile.ZipFile(packed) as zipped:
        zipped.extractall(place)
    files = {}
    for path in (ROOT / "dist").glob("*.html"):
        lang = path.stem.rpartition(".")[2]
        files[lang] = Path(shutil.copy(path, place / f"{lang} 向导.html"))
    return place / "five-links", files, ROOT / "dist"


@pytest.fixture(scope="session")
def ways(bundle):
    """For each way a function from the language to the address of its wizard."""
    folder, files, _ = bundle
    running = server(ROOT / "site", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{running.server_address[1]}"
    yield {
        "http": lambda lang: f"{address}/{lang}/wizard/",
        "folder": lambda lang: (folder / lang / "wizard" / "index.html").as_uri(),
        "file": lambda lang: files[lang].as_uri(),
    }
    running.shutdown()


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(request):
    """One running browser of each engine. Skipped, by name, where it is not installed."""
    lacking = missing(request.param)
    if lacking:
        pytest.skip(f"{request.param} is not tested: {lacking} is not installed here")
    running = ENGINES[request.param]()
    running.name = request.param
    yield running
    running.close()
