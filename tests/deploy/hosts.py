"""Starts the hosts of deploy/ on the loopback, with their own files changed in nothing but places and ports."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEPLOY, SITE = ROOT / "deploy", ROOT / "site"
WWW = "/srv/five-links"


def free_port() -> int:
    """A port that nobody holds now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each change made; a change that fits nowhere is a mistake."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def nginx(folder: Path, port: int, site: Path) -> list[str]:
    """nginx with deploy/nginx."""
    shutil.copy(DEPLOY / "nginx" / "headers.conf", folder)
    own = f"pid {folder}/pid;\nerror_log {folder}/log;\ndaemon off;\n"
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = changed(
        (DEPLOY / "nginx" / "nginx.conf").read_text(),
        ("load_module modules/", "load_module /usr/lib/nginx/modules/"),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("listen [::]:80;", ""),
        (WWW, str(site)),
        ("http {", f"http {{\n{temporary}"),
    )
    (folder / "nginx.conf").write_text(own + ("user root;\n" if os.geteuid() == 0 else "") + text)
    return ["/usr/sbin/nginx", "-e", f"{folder}/log", "-c", f"{folder}/nginx.conf"]


def apache(folder: Path, port: int, site: Path) -> list[str]:
    """Apache with deploy/apache and the modules that its first line asks for."""
    text = changed(
        (DEPLOY / "apache" / "five-links.conf").read_text(),
        ("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{port}>"),
        (WWW, str(site)),
        ("/etc/apache2/headers.conf", str(DEPLOY / "apache" / "headers.conf")),
    )
    loaded = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "env", "setenvif")
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in loaded)
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    head = f"ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
    (folder / "httpd.conf").write_text(
        f"{modules}{user}{head}ErrorLog {folder}/log\nTypesConfig /etc/mime.types\n{text}"
    )
    return ["/usr/sbin/apache2", "-DFOREGROUND", "-f", str(folder / "httpd.conf")]


def caddy(folder: Path, port: int, site: Path) -> list[str]:
    """Caddy with deploy/caddy."""
    shutil.copy(DEPLOY / "caddy" / "headers", folder)
    text = changed(
        (DEPLOY / "caddy" / "Caddyfile").read_text(), (":80 {", f"http://127.0.0.1:{port} {{"), (WWW, str(site))
    )
    (folder / "Caddyfile").write_text(text)
    return ["/usr/bin/caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


HOSTS = {"nginx": nginx, "apache": apache, "caddy": caddy}


@contextmanager
def running(name: str, folder: Path, site: Path = SITE):
    """The host, answering; gives its address. Its output stands in the error if it does not come up."""
    port = free_port()
    command = HOSTS[name](folder, port, site)
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "output").open("w") as output:
        host = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert host.poll() is None, (folder / "output").read_text()[-2000:]
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        host.terminate()
        host.wait(20)
