"""A server that does harm to one of the runtime's files, the way that real networks and hosts do."""

import threading
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bundle.serve import Handler, Server

ROOT = Path(__file__).resolve().parents[2]


def _send(handler, body, kind, length):
    """An answer with these bytes, whatever length it claims."""
    handler.send_response(200)
    if kind:
        handler.send_header("Content-Type", kind)
    if length is None:
        handler.close_connection = True
        handler.send_header("Connection", "close")
    else:
        handler.send_header("Content-Length", str(length))
    handler.end_headers()
    handler.wfile.write(body)
    if length is not None and length > len(body):
        handler.close_connection = True


FAULTS = {
    "html_instead": lambda h, body: _send(h, b"<!doctype html><p>Not here", "text/html", 26),
    "truncated": lambda h, body: _send(h, body[: len(body) // 2], h.guess_type(h.path), len(body) // 2),
    "cut_at_half": lambda h, body: _send(h, body[: len(body) // 2], h.guess_type(h.path), len(body)),
    "one_wrong_byte": lambda h, body: _send(h, bytes([body[0] ^ 1]) + body[1:], h.guess_type(h.path), len(body)),
    "gone": lambda h, body: h.send_error(410),
    "wrong_type": lambda h, body: _send(h, body, "text/plain", len(body)),
    "no_length": lambda h, body: _send(h, body, h.guess_type(h.path), None),
}
HARMLESS = ("wrong_type", "no_length")
"""What the page must bear without a word."""


@contextmanager
def faulty(key, fault, times):
    """Serves the site; the first `times` requests for the file with this key go wrong. Gives address and a counter."""
    left = {"times": times, "asked": 0}

    class Faulty(Handler):
        def do_GET(self):
            if not self.path.partition("?")[0].startswith(f"/runtime/{key}."):
                return super().do_GET()
            left["asked"] += 1
            if left["times"] <= 0:
                return super().do_GET()
            left["times"] -= 1
            return FAULTS[fault](self, Path(self.translate_path(self.path)).read_bytes())

    running = Server(("127.0.0.1", 0), partial(Faulty, directory=str(ROOT / "site")))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/", left
    finally:
        running.shutdown()
        running.server_close()
