"""A server that counts what it sends and, when asked, is as slow as a phone's line."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
from bundle.serve import Handler, Server  # noqa: E402

CHUNK = 4096


class Line:
    """Bits per second for all connections together (0: no limit), seconds of round trip, and the bytes sent by path."""

    def __init__(self, bits: float = 0, round_trip: float = 0):
        self.bits, self.round_trip = bits, round_trip
        self.sent: dict[str, int] = {}
        self.free_at, self.lock = 0.0, threading.Lock()

    def take(self, size: int) -> None:
        """Waits until the line has carried so many bytes."""
        if not self.bits:
            return
        with self.lock:
            self.free_at = max(self.free_at, time.monotonic()) + 8 * size / self.bits
            wait = self.free_at - time.monotonic()
        if wait > 0:
            time.sleep(wait)


class Slowed:
    """A connection's file that writes at the line's pace."""

    def __init__(self, inner, line: Line, path: str):
        self.inner, self.line, self.path = inner, line, path

    def write(self, data: bytes) -> int:
        """Writes all, piece by piece."""
        for at in range(0, len(data), CHUNK):
            piece = data[at : at + CHUNK]
            self.line.take(len(piece))
            self.inner.write(piece)
        self.line.sent[self.path] = self.line.sent.get(self.path, 0) + len(data)
        return len(data)

    def __getattr__(self, name):
        return getattr(self.inner, name)


@contextmanager
def served(folder: Path, line: Line):
    """The address of a server for `folder` over this line."""

    class Shaped(Handler):
        def do_GET(self):
            time.sleep(line.round_trip)
            plain, self.wfile = self.wfile, Slowed(self.wfile, line, self.path.partition("?")[0])
            try:
                super().do_GET()
            finally:
                self.wfile = plain

        def end_headers(self):
            if "/stock/" in self.path and not self.path.endswith(".html"):
                self.send_header("Cache-Control", "public, max-age=31536000, immutable")
            super().end_headers()

    running = Server(("127.0.0.1", 0), partial(Shaped, directory=str(folder)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/"
    finally:
        running.shutdown()
        running.server_close()
