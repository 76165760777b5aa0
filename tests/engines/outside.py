"""Counts what a browser asks of the outside: a proxy that every request has to pass, whoever makes it.

A page's own list of requests knows nothing of workers, beacons, preloads or look-ups of names. A browser that is told
to use a proxy sends all of them there, without looking the name up first; only this machine's own address goes past it.
"""

from __future__ import annotations

import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TLS = b"\x16"
OWN = re.compile(
    r"(^|[./ ])(accounts\.google\.com|googleapis\.com|gvt1\.com|google\.com|gstatic\.com"
    r"|mozilla\.(com|net|org)|firefox\.com)[:/]"
)
"""What browsers ask for of themselves. No page of ours names these hosts, which a test sees to."""


class Outside:
    """`asked` lists what was asked for; every request is refused."""

    def __init__(self):
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def handle(self):
                """WebKit speaks TLS to the proxy itself where it asks for an encrypted address."""
                if self.connection.recv(1, socket.MSG_PEEK) == TLS:
                    asked.append("encrypted")
                else:
                    super().handle()

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

    def of_pages(self) -> list[str]:
        """What was asked for, without what browsers ask for of themselves."""
        return [line for line in self.asked if not OWN.search(line)]

    def close(self) -> None:
        """Ends the proxy."""
        self.server.shutdown()
        self.server.server_close()
