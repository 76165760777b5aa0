"""Has the server take answer codes in for the facilitator of a room; serve.py finds this file beside it.

With --room, pages of the wizard offer "Hand in to this room". A code that is handed in is held in this program's memory
and nowhere else; it is gone when the program ends. Only the facilitator reads the codes: from a page on this machine,
or with the key that is printed.

GET /room/room.js  what pages need for it
POST /room/codes   a code as text/plain    204, or {"why"} with 400, 403, 413, 415 or 429
GET /room/codes?after=N                    {"codes": those from the Nth on, "next": N for the next time}, or 403
"""

from __future__ import annotations

import gzip
import hmac
import json
import re
import secrets
from argparse import ArgumentParser, Namespace
from pathlib import Path
from threading import Lock
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

ADDRESS, SCRIPT = "/room/codes", "/room/room.js"
HERE = Path(__file__).resolve().parent
CODE = re.compile(r"[346789ACDEFHJKMNPQRTWXY]{5}(?:-[346789ACDEFHJKMNPQRTWXY]{5}){0,29}")
LONGEST, MOST, MOST_EACH = 200, 1_000, 30
"""Signs of a code; codes in a room; codes from one address, so that one phone cannot fill the room."""
OWN = {"127.0.0.1", "::1", "localhost"}
KEY = "X-Room-Key"
SIGNS = "346789ACDEFHJKMNPQRTWXY"
MARK = b'id="wz-boot"'
"""Stands in the pages that run the wizard."""


class Room:
    """The codes that were handed in, in order, each once."""

    def __init__(self, key: str):
        self.key, self.codes, self.by_address, self.lock = key, [], {}, Lock()

    def add(self, code: str, address: str) -> str:
        """Takes a code in; "" or why not: "not_a_code", "full" or "too_many"."""
        if not CODE.fullmatch(code):
            return "not_a_code"
        with self.lock:
            if code in self.codes:
                return ""
            if len(self.codes) >= MOST:
                return "full"
            if address not in OWN and self.by_address.get(address, 0) >= MOST_EACH:
                return "too_many"
            self.by_address[address] = self.by_address.get(address, 0) + 1
            self.codes.append(code)
            return ""

    def after(self, place: int) -> dict:
        """The codes from a place on, and where the next ones will begin."""
        with self.lock:
            return {"codes": self.codes[place:], "next": len(self.codes)}


def new_key() -> str:
    """A key that can be read aloud: 10 signs, 45 bits."""
    return "".join(secrets.choice(SIGNS) for _ in range(10))


def add_options(options: ArgumentParser) -> None:
    """The option of the command line."""
    options.add_argument("--room", action="store_true", help="phones can hand their answers in / 收集答案码")


def handler(chosen: Namespace, base: type) -> type:
    """The server's handler, with the room where one was asked for."""
    if not chosen.room:
        return base
    chosen.key = new_key()
    return room_handler(base, Room(chosen.key))


def told(chosen: Namespace) -> list[str]:
    """What the terminal says below the address."""
    if not chosen.room:
        return []
    return [
        "Room open: open the workshop's page on this machine at http://127.0.0.1 (same port, /en/workshop/).",
        "房间已打开：在本机用http://127.0.0.1（端口相同，/zh/workshop/）打开工作坊页。",
        f"On another device the page asks for this key / 在别的设备上打开时要输入：{chosen.key}",
        "Codes are held in memory until you stop / 答案码只在内存里，停止后即消失",
    ]


def room_handler(base: type, room: Room) -> type:
    """`base` with the room's address, and pages that know of it."""

    class WithRoom(base):
        held: ClassVar[Room] = room

        def do_POST(self) -> None:
            """A phone hands in a code."""
            if urlsplit(self.path).path != ADDRESS:
                return self.told(404, {"why": "nowhere"})
            origin = self.headers.get("Origin")
            if origin and urlsplit(origin).netloc != self.headers.get("Host", ""):
                return self.told(403, {"why": "elsewhere"})
            if self.headers.get("Content-Type", "").partition(";")[0] != "text/plain":
                return self.told(415, {"why": "not_a_code"})
            length = self.headers.get("Content-Length", "")
            if not length.isascii() or not length.isdigit() or int(length) > LONGEST:
                return self.told(413, {"why": "not_a_code"})
            code = self.rfile.read(int(length)).decode("ascii", "replace").strip()
            why = room.add(code, self.client_address[0])
            return self.told({"": 204, "not_a_code": 400}.get(why, 429), {"why": why} if why else None)

        def do_GET(self) -> None:
            """The facilitator asks for the codes; everything else as before."""
            parts = urlsplit(self.path)
            if parts.path == SCRIPT:
                return self.sent(200, (HERE / "room.js").read_bytes(), "text/javascript; charset=utf-8")
            if parts.path != ADDRESS:
                return super().do_GET()
            if not self.is_facilitator():
                return self.told(403, {"why": "key"})
            after = parse_qs(parts.query).get("after", ["0"])[0]
            place = int(after) if after.isascii() and after.isdigit() and len(after) < 6 else 0
            return self.told(200, room.after(place))

        def is_facilitator(self) -> bool:
            """Whether the question comes from this very machine, under its own name, or with the key."""
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
            if self.client_address[0] in OWN and host in OWN:
                return True
            return hmac.compare_digest(self.headers.get(KEY, "").encode(), room.key.encode())

        def told(self, status: int, body: dict | None) -> None:
            """Answers in JSON."""
            self.sent(status, b"" if body is None else json.dumps(body).encode(), "application/json; charset=utf-8")

        def sent(self, status: int, body: bytes, kind: str) -> None:
            """Answers. A body that was not read ends the connection."""
            self.send_response(status)
            if status != 204:
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
            if self.command == "POST":
                self.close_connection = True
                self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        def head_of(self, path: Path):
            """Pages of the wizard and the workshop learn that there is a room."""
            page = path.read_bytes() if path.suffix == ".html" else b""
            if MARK not in page:
                return super().head_of(path)
            body = page.replace(b"<body", f'<body data-room="{ADDRESS}"'.encode(), 1)
            body = body.replace(b"</head>", f'<script src="{SCRIPT}" defer></script></head>'.encode(), 1)
            packed = "gzip" in self.headers.get("Accept-Encoding", "")
            body = gzip.compress(body, 6, mtime=0) if packed else body
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)
            return None

    return WithRoom
