"""The room's part of the server: codes are checked, held and counted; only the facilitator reads them."""

import argparse
import json
import threading
from functools import partial
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from bundle import room as handing
from bundle.serve import Handler, Server

CODE = "MM43H"


@pytest.fixture
def room(tmp_path):
    """A running server with a room, and the room's key."""
    page = '<html><head><meta charset="utf-8"></head><body class="x"><script id="wz-boot">{}</script></body></html>'
    (tmp_path / "index.html").write_text(page)
    (tmp_path / "plain.html").write_text("<html><head></head><body></body></html>")
    chosen = argparse.Namespace(room=True)
    running = Server(("127.0.0.1", 0), partial(handing.handler(chosen, Handler), directory=str(tmp_path)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running.server_address[1], chosen.key
    running.shutdown()
    running.server_close()


def ask(port, method, path, body=None, **headers):
    line = HTTPConnection("127.0.0.1", port, timeout=20)
    line.request(method, path, body=body, headers=headers)
    answer = line.getresponse()
    raw = answer.read()
    line.close()
    return answer.status, raw


def hand_in(port, code, kind="text/plain", **headers):
    status, raw = ask(port, "POST", handing.ADDRESS, code, **{"Content-Type": kind, **headers})
    return status, json.loads(raw)["why"] if raw else ""


def test_a_code_is_held_once_and_read_by_the_facilitator(room):
    port, _ = room
    assert hand_in(port, CODE) == (204, "") and hand_in(port, CODE) == (204, "")
    assert hand_in(port, f"{CODE}-{CODE}") == (204, "")
    assert json.loads(ask(port, "GET", handing.ADDRESS)[1]) == {"codes": [CODE, f"{CODE}-{CODE}"], "next": 2}
    assert json.loads(ask(port, "GET", f"{handing.ADDRESS}?after=1")[1])["codes"] == [f"{CODE}-{CODE}"]
    for after in ("-1", "x", "99999999999999999999", "\u0663"):
        assert ask(port, "GET", f"{handing.ADDRESS}?after={quote(after)}")[0] == 200


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("<script>", "text/plain", (400, "not_a_code")),
        ("", "text/plain", (400, "not_a_code")),
        ("MM43H\nMM43H", "text/plain", (400, "not_a_code")),
        ("M" * 5_000, "text/plain", (413, "not_a_code")),
        (CODE, "application/json", (415, "not_a_code")),
        ("\u4e2d\u6587".encode(), "text/plain", (400, "not_a_code")),
    ],
)
def test_what_is_not_a_code_is_refused(room, body, kind, expected):
    assert hand_in(room[0], body, kind) == expected
    assert json.loads(ask(room[0], "GET", handing.ADDRESS)[1])["codes"] == []


def test_other_sites_cannot_hand_in_and_others_cannot_read(room):
    port, key = room
    assert hand_in(port, CODE, Origin="https://example.org") == (403, "elsewhere")
    assert hand_in(port, CODE, Origin=f"http://127.0.0.1:{port}") == (204, "")
    # A name that was made to point here, as DNS rebinding does.
    assert ask(port, "GET", handing.ADDRESS, Host="evil.example")[0] == 403
    assert ask(port, "GET", handing.ADDRESS, Host="evil.example", **{handing.KEY: "x" * 10})[0] == 403
    assert ask(port, "GET", handing.ADDRESS, Host="192.168.1.5:8000", **{handing.KEY: key})[0] == 200
    assert ask(port, "POST", "/elsewhere", "x")[0] == 404
    assert ask(port, "PUT", handing.ADDRESS, "x")[0] == 501


def test_a_phone_and_the_room_hold_only_so_many():
    signs = handing.SIGNS
    codes = [f"{a}{b}{c}33" for a in signs for b in signs for c in signs]
    held = handing.Room("key")
    assert [held.add(code, "10.0.0.2") for code in codes[: handing.MOST_EACH + 1]][-1] == "too_many"
    told = [held.add(code, "127.0.0.1") for code in codes[: handing.MOST + 5]]
    assert told[-1] == "full" and len(held.codes) == handing.MOST
    assert held.add(codes[0], "10.0.0.3") == ""


def test_pages_that_run_the_wizard_learn_of_the_room_and_others_do_not(room):
    port, _ = room
    page = ask(port, "GET", "/")[1].decode()
    assert f'<body data-room="{handing.ADDRESS}" class="x">' in page and handing.SCRIPT in page
    assert "data-room" not in ask(port, "GET", "/plain.html")[1].decode()
    assert ask(port, "GET", handing.SCRIPT)[1].startswith(b"/*")


def test_without_the_option_there_is_no_room():
    assert handing.handler(argparse.Namespace(room=False), Handler) is Handler
    assert handing.told(argparse.Namespace(room=False)) == []


def test_the_terminal_tells_the_key():
    chosen = argparse.Namespace(room=True)
    handing.handler(chosen, Handler)
    assert len(chosen.key) == 10 and any(chosen.key in line for line in handing.told(chosen))
    assert handing.new_key() != handing.new_key()
