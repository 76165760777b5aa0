"""Serves this folder to everybody in the room: no internet, no installation, only Python 3.9 or newer.

把这个文件夹提供给同一个局域网里的手机和电脑：不用联网，不用安装，只要有Python 3.9或更新的版本。

Usage: python3 serve.py [--port N] [--local]

It prints the address, with a code to scan, and stops with Ctrl-C. Nothing is written and nothing is kept.
"""

from __future__ import annotations

import argparse
import errno
import gzip
import socket
import sys
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

HERE = Path(__file__).resolve().parent
LOOPBACK, EVERYBODY = "127.0.0.1", "0.0.0.0"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
TEXT = (".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml")
SMALL, LARGE = 1_000, 10_000_000
"""Bytes: what is smaller is not worth compressing, what is larger takes too long."""
HELD = 400
"""Compressed files held in memory at most."""
HASHED = "/runtime/"
"""Files under names that change with their content."""


@lru_cache(maxsize=HELD)
def _squeezed(path: Path, _changed: float) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


_one_at_a_time = Lock()


def squeezed(path: Path) -> bytes:
    """The file as gzip, worked out once even if forty phones ask for it at once."""
    with _one_at_a_time:
        return _squeezed(path, path.stat().st_mtime)


class Handler(SimpleHTTPRequestHandler):
    """Static files with the right types, compressed where the browser takes it, quietly."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def end_headers(self) -> None:
        """Adds what every answer carries."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        lasting = HASHED in self.path and self.path.partition("?")[0].count(".") > 1
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
        super().end_headers()

    def send_head(self):
        """The file, or its compressed neighbour, or what is compressed here; see http.server."""
        path = Path(self.translate_path(self.path))
        taken = self.headers.get("Accept-Encoding", "")
        if not path.is_file() or "Range" in self.headers:
            return super().send_head()
        for coding, suffix in (("br", ".br"), ("gzip", ".gz")):
            packed = path.with_name(path.name + suffix)
            if coding in taken and packed.is_file():
                return self.encoded(path, packed.read_bytes(), coding)
        fitting = path.suffix in TEXT and SMALL < path.stat().st_size < LARGE
        if fitting and "gzip" in taken and "If-Modified-Since" not in self.headers:
            return self.encoded(path, squeezed(path), "gzip")
        return super().send_head()

    def encoded(self, path: Path, body: bytes, coding: str) -> None:
        """Sends a compressed body."""
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", coding)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(path.stat().st_mtime))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code, message=None, explain=None) -> None:
        """The site's own page for an address that does not exist."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_args) -> None:
        """Says nothing for each request."""


class Server(ThreadingHTTPServer):
    """One thread for each connection; a room of phones may knock at once."""

    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request, client_address) -> None:
        """A phone that goes away in the middle is no news; anything else is told."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def server(folder: Path, port: int, address: str = LOOPBACK, handler: type = Handler) -> Server:
    """A server for `folder`; port 0 takes any free one. OSError where the port is taken."""
    return Server((address, port), partial(handler, directory=str(folder)))


def own_address() -> str:
    """This machine's address in the room's network, found without sending anything, or the loopback."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            return LOOPBACK


def show_code(address: str) -> None:
    """Prints the address as a code to scan; the code's library lies beside this file."""
    try:
        import segno
    except ImportError:
        return
    segno.make(address, micro=False).terminal(compact=True)


def main() -> int:
    """Serves until Ctrl-C; 1 with one line where that cannot be done."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--local", action="store_true", help="for this machine alone")
    options.add_argument("--folder", type=Path, default=HERE)
    chosen = options.parse_args()
    if not (chosen.folder / "index.html").is_file():
        print(f"serve: {chosen.folder}/index.html is not there", file=sys.stderr)
        return 1
    try:
        running = server(chosen.folder, chosen.port, LOOPBACK if chosen.local else EVERYBODY)
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is taken" if taken else "cannot be used"
        print(f"serve: port {chosen.port} {why}; choose another (--port N, or make serve PORT=N)", file=sys.stderr)
        return 1
    address = f"http://{LOOPBACK if chosen.local else own_address()}:{running.server_address[1]}/"
    print(f"\n{address}\n", flush=True)
    if not chosen.local:
        show_code(address)
    print("Ctrl-C: stop / 停止", flush=True)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        running.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
