"""The bundle's server in a room: right types, compression, caching, a code to scan, forty phones, a clean stop."""

import gzip
import re
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest
from bundle.serve import server

PHONES = 40


@pytest.fixture(scope="module")
def room(folder):
    """Port of a running server for the folder."""
    running = server(folder, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running.server_address[1]
    running.shutdown()
    running.server_close()


def get(connection, path, **headers):
    """Status, headers and body of one answer."""
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def test_types_compression_and_caching(room, folder):
    line = HTTPConnection("127.0.0.1", room)
    page = get(line, "/zh/index.html", **{"Accept-Encoding": "gzip"})
    assert page[1]["Content-Type"] == "text/html; charset=utf-8" and page[1]["Cache-Control"] == "no-cache"
    assert gzip.decompress(page[2]) == (folder / "zh/index.html").read_bytes()
    script = next((folder / "runtime").glob("wasm.*.js"))
    answer = get(line, f"/runtime/{script.name}", **{"Accept-Encoding": "gzip, br"})
    assert answer[1]["Content-Type"] == "text/javascript; charset=utf-8" and "immutable" in answer[1]["Cache-Control"]
    assert gzip.decompress(answer[2]) == script.read_bytes()
    assert len(answer[2]) < 0.8 * script.stat().st_size
    plain = get(line, "/zh/index.html")
    assert "Content-Encoding" not in plain[1] and plain[2] == (folder / "zh/index.html").read_bytes()
    again = get(line, "/zh/index.html", **{"If-Modified-Since": plain[1]["Last-Modified"]})
    assert again[0] == 304
    assert get(line, "/nowhere/")[0] == 404
    assert get(line, "/../../etc/passwd")[0] == 404
    assert all(answer[1]["X-Content-Type-Options"] == "nosniff" for answer in (page, plain, again))


def test_forty_phones_fetch_everything_at_once(room, folder):
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    sizes = {name: (folder / name).stat().st_size for name in names}

    def phone(_):
        line = HTTPConnection("127.0.0.1", room, timeout=120)
        failed = []
        for name in names:
            status, headers, body = get(line, "/" + name, **{"Accept-Encoding": "gzip"})
            whole = gzip.decompress(body) if headers.get("Content-Encoding") == "gzip" else body
            if status != 200 or len(whole) != sizes[name]:
                failed.append((name, status))
        line.close()
        return failed

    with ThreadPoolExecutor(PHONES) as phones:
        assert [failed for failed in phones.map(phone, range(PHONES)) if failed] == []


def test_it_prints_address_and_code_and_stops_cleanly(folder):
    running = subprocess.Popen(
        [sys.executable, "-S", "-u", Path(folder) / "serve.py", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    told = ""
    deadline = time.monotonic() + 30
    while "Ctrl-C" not in told and time.monotonic() < deadline:
        told += running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=20)
    assert re.search(r"http://[\d.]+:\d+/", told)
    assert sum("\u2588" in line or "\u2580" in line or "\u2584" in line for line in told.splitlines()) > 8
    assert running.returncode == 0 and errors == ""


def test_a_taken_port_is_told_in_one_line(room, folder):
    done = subprocess.run(
        [sys.executable, folder / "serve.py", "--local", "--port", str(room)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and str(room) in done.stderr
