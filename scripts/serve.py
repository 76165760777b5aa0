"""Serves the built site on this machine alone, with the types and the policy that a good host would send.

Usage: serve.py [--port N] [--folder site]
"""

from __future__ import annotations

import argparse
import errno
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ADDRESS = "127.0.0.1"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml; charset=utf-8",
    ".zip": "application/zip",
}
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
"""A worker takes its policy from its own response, not from the page that starts it."""


class Handler(SimpleHTTPRequestHandler):
    """Static files, quietly."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def end_headers(self) -> None:
        """Adds what every answer carries."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        if self.path.split("?")[0].endswith("worker.js"):
            self.send_header("Content-Security-Policy", WORKER_POLICY)
        super().end_headers()

    def log_message(self, *_args) -> None:
        """Says nothing for each request."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for `folder`; port 0 takes any free one. OSError where the port is taken."""
    return ThreadingHTTPServer((ADDRESS, port), partial(Handler, directory=str(folder)))


def main() -> int:
    """Serves until Ctrl-C; 1 with one line where that cannot be done."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--folder", type=Path, default=Path("site"))
    chosen = options.parse_args()
    if not (chosen.folder / "index.html").is_file():
        print(f"serve: {chosen.folder}/index.html is not there; run make site first", file=sys.stderr)
        return 1
    try:
        running = server(chosen.folder, chosen.port)
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is taken" if taken else "cannot be used"
        print(f"serve: port {chosen.port} {why}; choose another, such as make serve PORT=8001", file=sys.stderr)
        return 1
    print(f"Serving at http://{ADDRESS}:{chosen.port}/ (Ctrl-C ends it)", flush=True)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
