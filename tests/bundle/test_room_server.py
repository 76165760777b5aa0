"""The bundle's server in a room: right types, compression, caching, a code to scan, forty phones, a clean stop."""

import gzip
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest
from bundle import serve
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
    page = get(line, "/zh/", **{"Accept-Encoding": "gzip"})
    assert page[1]["Content-Type"] == "text/html; charset=utf-8" and page[1]["Cache-Control"] == "no-cache"
    assert page[1]["Content-Encoding"] == "gzip"
    assert gzip.decompress(page[2]) == (folder / "zh/index.html").read_bytes()
    script = next((folder / "runtime").glob("whole.*.js"))
    answer = get(line, f"/runtime/{script.name}", **{"Accept-Encoding": "gzip, br"})
    assert answer[1]["Content-Type"] == "text/javascript; charset=utf-8" and "immutable" in answer[1]["Cache-Control"]
    assert gzip.decompress(answer[2]) == script.read_bytes()
    assert len(answer[2]) < 0.83 * script.stat().st_size
    plain = get(line, "/zh/index.html")
    assert "Content-Encoding" not in plain[1] and plain[2] == (folder / "zh/index.html").read_bytes()
    again = get(line, "/zh/index.html", **{"If-None-Match": plain[1]["ETag"]})
    assert again[0] == 304 and again[2] == b""
    assert get(line, "/nowhere/")[0] == 404
    assert get(line, "/start.html/")[0] == 404
    assert get(line, "/../../etc/passwd")[0] == 404
    moved = get(line, "/zh")
    assert moved[0] == 301 and moved[1]["Location"].endswith("/zh/")
    line.request("HEAD", "/zh/")
    head = line.getresponse()
    assert head.status == 200 and head.read() == b"" and int(head.headers["Content-Length"]) == len(plain[2])
    assert all(answer[1]["X-Content-Type-Options"] == "nosniff" for answer in (page, plain, again))


def test_every_type_of_the_bundle_is_known(folder):
    """A type that the server guesses wrongly is not shown by browsers, since it says nosniff."""
    shown = (p for p in folder.rglob("*") if p.is_file() and "segno" not in p.parts)
    assert {p.suffix for p in shown} - {*serve.TYPES, ".py", ".cff", ""} == set()


def test_a_new_bundle_at_the_same_address_is_seen_at_once(tmp_path):
    """Files from a zip all have the same date: what a phone holds must be told from what is new by its content."""
    page = tmp_path / "index.html"
    running = server(tmp_path, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    seen = {}
    for text in ("old", "new"):
        page.write_text(text)
        os.utime(page, (315532800, 315532800))
        _squeezed_anew()
        line = HTTPConnection("127.0.0.1", running.server_address[1])
        seen[text] = get(line, "/", **{"If-None-Match": seen["old"][1]["ETag"]} if seen else {})
        line.close()
    running.shutdown()
    running.server_close()
    assert seen["new"][0] == 200 and seen["new"][2] == b"new"


def _squeezed_anew():
    """A server that is started again remembers nothing."""
    serve._digest.cache_clear()
    serve._squeezed.cache_clear()


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


def pythons():
    """Pythons to try it with: this one, and the oldest that it promises where there is one that runs."""
    found = [shutil.which("python3.9"), *sorted(Path.home().glob(".pyenv/versions/3.9.*/bin/python3.9"))]
    runs = (str(one) for one in found if one and subprocess.run([one, "-V"], capture_output=True).returncode == 0)
    return [sys.executable, *list(runs)[:1]]


@pytest.mark.parametrize("python", pythons())
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_address_and_code_and_stops_cleanly(folder, python, end):
    running = subprocess.Popen(
        [python, "-S", "-u", Path(folder) / "serve.py", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    told = ""
    deadline = time.monotonic() + 30
    while "Ctrl-C" not in told and time.monotonic() < deadline:
        told += running.stdout.readline()
    port = int(re.search(r"http://[\d.]+:(\d+)/", told)[1])
    line = HTTPConnection("127.0.0.1", port)
    assert get(line, "/en/wizard/")[0] == 200
    running.send_signal(end)
    _, errors = running.communicate(timeout=20)
    if serve.own_addresses():
        assert sum("\u2588" in line or "\u2580" in line or "\u2584" in line for line in told.splitlines()) > 8
    else:
        assert "No network" in told and "没有网络" in told
    assert running.returncode == 0 and errors == ""


def test_the_code_on_the_screen_is_the_address(capsys):
    """Read as a phone reads it: the printed blocks as a picture, through OpenCV's reader where there is one."""
    address = "http://192.168.137.1:8000/"
    serve.show_code(address)
    import segno

    expected = [list(row) for row in segno.make(address, micro=False).matrix_iter(border=4)]
    rows = []
    for line in capsys.readouterr().out.splitlines():
        cells = [c for c in re.sub(r"\x1b\[[0-9;]*m", "", line) if c in " \u2580\u2584\u2588"]
        rows += [[c in " \u2584" for c in cells], [c in " \u2580" for c in cells]]
    assert [[int(cell) for cell in row] for row in rows[: len(expected)]] == [[int(c) for c in r] for r in expected]


def test_it_runs_on_the_oldest_python_that_it_promises():
    from vermin import Config, detect, version_strings

    needed = detect(Path(serve.__file__).read_text(encoding="utf-8"), config=Config())
    assert max(version for version in needed if version) <= (3, 9), version_strings(needed)


def test_a_neighbour_may_add_options_and_answers(tmp_path):
    """room.py beside serve.py has the server do more; without it, or without its option, nothing more is there."""
    (tmp_path / "index.html").write_text("here")
    shutil.copy(serve.__file__, tmp_path)
    (tmp_path / "room.py").write_text(
        "def add_options(parser):\n"
        "    parser.add_argument('--more', action='store_true')\n"
        "def told(chosen):\n"
        "    return ['more is on'] if chosen.more else []\n"
        "def handler(chosen, base):\n"
        "    class More(base):\n"
        "        def do_POST(self):\n"
        "            self.send_response(204)\n"
        "            self.end_headers()\n"
        "    return More if chosen.more else base\n"
    )
    for options, status in ((["--more"], 204), ([], 501)):
        running = subprocess.Popen(
            [sys.executable, "-S", "-u", tmp_path / "serve.py", "--local", "--port", "0", *options],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        told = ""
        while "Ctrl-C" not in told:
            told += running.stdout.readline()
        line = HTTPConnection("127.0.0.1", int(re.search(r":(\d+)/", told)[1]))
        line.request("POST", "/hand-in", body=b"code")
        assert line.getresponse().status == status
        assert ("more is on" in told) is bool(options)
        running.terminate()
        assert running.wait(20) == 0


def test_a_taken_port_is_told_in_one_line(room, folder):
    done = subprocess.run(
        [sys.executable, folder / "serve.py", "--local", "--port", str(room)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and str(room) in done.stderr
