"""Serves this folder to everybody in the room: no internet, no installation, only Python 3.9 or newer.

把这个文件夹提供给同一个局域网里的手机和电脑：不用联网，不用安装，只要有Python 3.9或更新的版本。

Usage: python3 serve.py [--port N] [--local]

It prints the address, with a code to scan, and stops with Ctrl-C. Nothing is written and nothing is kept.
"""

from __future__ import annotations

import argparse
import errno
import gzip
import hashlib
import importlib
import io
import os
import re
import signal
import socket
import sys
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Lock

HERE = Path(__file__).resolve().parent
LOOPBACK, EVERYBODY = "127.0.0.1", "0.0.0.0"
MORE = "room"
"""A module that may lie beside this file and have the server do more; see `neighbour`."""
TYPES = {
    ".bib": "application/x-bibtex; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
"""Said here, since Windows keeps its own list, in which anything may stand."""
TEXT = (".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml")
SMALL, LARGE = 1_000, 10_000_000
"""Bytes: what is smaller is not worth compressing, what is larger takes too long."""
HELD = 1_000
"""Compressed files held in memory at most, and digests."""
LASTING = re.compile(r"\.[0-9a-f]{8,}\.[^/]+$")
"""Files under names that change with their content."""
ELSEWHERE = ("192.0.2.1", "192.168.137.2", "10.42.0.2", "192.168.2.2", "172.20.10.2")
"""Where a way is asked for: anywhere, then the networks that Windows, Linux, macOS and iPhones make as hotspots."""

_one_at_a_time = Lock()


@lru_cache(maxsize=HELD)
def _squeezed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@lru_cache(maxsize=HELD)
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def squeezed(path: Path) -> bytes:
    """The file as gzip, worked out once even if forty phones ask for it at once."""
    with _one_at_a_time:
        return _squeezed(path, path.stat().st_mtime_ns)


def digest(path: Path) -> str:
    """Sixteen digits that change with the content. Dates would not do: in the zip all files have the same."""
    with _one_at_a_time:
        return _digest(path, path.stat().st_mtime_ns)


class Handler(SimpleHTTPRequestHandler):
    """Static files with the right types, compressed where the browser takes it, quietly."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def end_headers(self) -> None:
        """Adds what every answer carries."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        lasting = LASTING.search(self.path.partition("?")[0])
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
        super().end_headers()

    def send_head(self):
        """Sends the head of the answer and gives an open file with its body, or None; see http.server."""
        path = Path(self.translate_path(self.path))
        as_folder = self.path.partition("?")[0].endswith("/")
        if path.is_dir():
            if not as_folder:
                return super().send_head()  # which sends the visitor to the same address with a slash
            path /= "index.html"
        elif as_folder:
            path /= "nothing"  # a file is no folder
        if not path.is_file():
            self.send_error(404)
            return None
        return self.head_of(path)

    def head_of(self, path: Path):
        """As `send_head`, for a file that is there: its packed neighbour, or packed here, or as it is."""
        tag = f'"{digest(path)}"'
        if self.headers.get("If-None-Match", "") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return None
        taken = self.headers.get("Accept-Encoding", "")
        near = ((coding, path.with_name(path.name + end)) for coding, end in (("br", ".br"), ("gzip", ".gz")))
        coding, packed = next(((c, file) for c, file in near if c in taken and file.is_file()), ("", path))
        size = path.stat().st_size
        if not coding and "gzip" in taken and path.suffix in TEXT and SMALL < size < LARGE:
            coding, body = "gzip", io.BytesIO(squeezed(path))
            size = len(body.getvalue())
        else:
            body, size = packed.open("rb"), packed.stat().st_size
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if coding:
            self.send_header("Content-Encoding", coding)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(size))
        self.send_header("ETag", tag)
        self.end_headers()
        return body

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
    allow_reuse_address = os.name != "nt"
    """On Windows it would let two servers share a port."""

    def server_bind(self) -> None:
        """As HTTPServer's, without looking up the machine's name: without a network that takes long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, request, client_address) -> None:
        """A phone that goes away in the middle is no news; anything else is told."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def server(folder: Path, port: int, address: str = LOOPBACK, handler: type = Handler) -> Server:
    """A server for `folder`; port 0 takes any free one. OSError where the port is taken."""
    return Server((address, port), partial(handler, directory=str(folder)))


def own_addresses() -> list[str]:
    """This machine's addresses in its networks, likeliest first; nothing is sent to find them. [] without a network."""
    found = []
    for place in ELSEWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((place, 9))
            except OSError:
                continue
            found.append(probe.getsockname()[0])
    return [address for address in dict.fromkeys(found) if not address.startswith("127.")]


def show_code(address: str) -> None:
    """Prints the address as a code to scan; the code's library lies beside this file."""
    try:
        import segno

        "\u2580\u2584\u2588".encode(sys.stdout.encoding)
        segno.make(address, micro=False).terminal(compact=True)
    except (ImportError, UnicodeEncodeError):
        print("(no code to scan here: type the address / 这里显示不了二维码，请输入网址)")


def neighbour():
    """The module beside this file that has the server do more, or None.

    It offers add_options(parser), handler(chosen, Handler) -> a class derived from Handler, and told(chosen) -> lines
    to print below the address.
    """
    try:
        return importlib.import_module(MORE)
    except ModuleNotFoundError as error:
        if error.name != MORE:
            raise
        return None


def stop(*_signal) -> None:
    """Ends the server as Ctrl-C does."""
    raise KeyboardInterrupt


def main() -> int:
    """Serves until Ctrl-C or SIGTERM; 1 with one line where that cannot be done."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a terminal that knows no Han shows a question mark
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--local", action="store_true", help="for this machine alone")
    options.add_argument("--folder", type=Path, default=HERE)
    more = neighbour()
    if more:
        more.add_options(options)
    chosen = options.parse_args()
    if not (chosen.folder / "index.html").is_file():
        print(f"serve: {chosen.folder}/index.html is not there", file=sys.stderr)
        return 1
    handler = more.handler(chosen, Handler) if more else Handler
    try:
        running = server(chosen.folder, chosen.port, LOOPBACK if chosen.local else EVERYBODY, handler)
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is taken / 已被占用" if taken else "cannot be used / 不能用"
        print(f"serve: port {chosen.port} {why}: --port N (make serve PORT=N)", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, stop)
    try:
        announce(running.server_address[1], chosen.local, more.told(chosen) if more else [])
        running.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        running.server_close()
    return 0


def announce(port: int, local: bool, lines: list[str]) -> None:
    """Prints where the site is, and a code to scan where others may come."""
    addresses = [] if local else own_addresses()
    first, *others = (f"http://{address}:{port}/" for address in addresses or [LOOPBACK])
    print(f"\n{first}\n", flush=True)
    if addresses:
        show_code(first)
        for other in others:
            print(f"or / 或：{other}")
    elif not local:
        print("No network: join the room's Wi-Fi or open a hotspot, then start again.")
        print("没有网络：先连上教室的Wi-Fi，或者打开热点，再重新运行。")
    for line in lines:
        print(line)
    print("Ctrl-C: stop / 停止", flush=True)


if __name__ == "__main__":
    sys.exit(main())
