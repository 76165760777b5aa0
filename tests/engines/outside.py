"""Counts what a browser asks of the outside: a proxy that every request has to pass, whoever makes it.

A page's own list of requests knows nothing of workers, beacons, preloads or look-ups of names. A browser that is told
to use a proxy sends all of them there, without looking the name up first; only this machine's own address goes past it.
"""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Outside:
    """`asked` lists what was asked for; every request is refused."""

    def __init__(self):
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def refuse(self):
                asked.append(f"{self.command} {self.path}")
                self.send_error(502)

            do_GET = do_HEAD = do_POST = do_PUT = do_OPTIONS = do_CONNECT = refuse

            def log_message(self, *_args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Ends the proxy."""
        self.server.shutdown()
        self.server.server_close()
