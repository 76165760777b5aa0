"""What the bundle's files must hold, whoever opens them."""

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LOADS = {"src", "poster", "action", "formaction", "data"}


class Links(HTMLParser):
    """Every address in a page, with whether it is loaded or only linked."""

    def __init__(self, html):
        super().__init__()
        self.loaded, self.linked, self.ids = [], [], set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.ids.add(value)
            if name in LOADS or (tag == "link" and name == "href" and ("rel", "license") not in attrs):
                self.loaded.append(value)
            elif tag == "a" and name == "href":
                self.linked.append(value)


def test_sums_are_those_of_the_files(dist, folder):
    for place in (dist, folder):
        listed = dict(reversed(line.split("  ", 1)) for line in (place / "SHA256SUMS").read_text().splitlines())
        there = {p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()} - {"SHA256SUMS"}
        assert set(listed) == there
        for name, digest in listed.items():
            assert hashlib.sha256((place / name).read_bytes()).hexdigest() == digest
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=folder, check=True)


def test_a_changed_and_a_missing_file_are_found_by_the_sums(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    page = copy / "start.html"
    page.write_bytes(page.read_bytes()[:-1])
    (copy / "README.txt").unlink()
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode and "start.html: FAILED" in done.stdout and "README.txt: FAILED" in done.stdout


def test_names_survive_windows_and_start_is_on_top(dist):
    (packed,) = dist.glob("*-offline.zip")
    names = zipfile.ZipFile(packed).namelist()
    assert "five-links/start.html" in names and "five-links/README.txt" in names
    assert max(len(name) for name in names) <= 120
    assert all(re.fullmatch(r"[A-Za-z0-9._/-]+", name) for name in names)
    assert len({name.lower() for name in names}) == len(names)


def test_every_link_of_the_folder_leads_to_a_file_of_it(folder):
    broken = []
    for path in folder.rglob("*.html"):
        found = Links(path.read_text(encoding="utf-8"))
        for address in (*found.loaded, *found.linked):
            parts = urlsplit(address or "")
            if parts.scheme == "data" or not parts.path:
                continue
            if parts.scheme:
                assert address in found.linked, f"{path}: loads {address}"
                continue
            if not (path.parent / unquote(parts.path)).resolve().is_file():
                broken.append(f"{path.relative_to(folder)}: {address}")
    assert broken == []


def test_the_single_file_refers_to_nothing_outside(dist):
    for path in dist.glob("*.html"):
        html = path.read_text(encoding="utf-8")
        found = Links(html)
        assert [address for address in found.loaded if not address.startswith("data:")] == []
        assert [address for address in found.linked if re.match(r"\w+:|//", address)] == []
        assert "url(http" not in html and "@import" not in html
        assert html.count("Content-Security-Policy") == 1 and "'unsafe-eval'" not in html


def test_every_page_of_the_folder_has_a_policy_without_unsafe_scripts(folder):
    for path in folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
        scripts = re.search(r"script-src ([^;]*);", policy)[1]
        assert "unsafe-inline" not in scripts and "unsafe-eval'" not in scripts.replace("wasm-unsafe-eval'", "")
        assert policy.startswith("default-src 'none'")


def test_the_server_beside_it_needs_nothing_installed(folder):
    done = subprocess.run(
        [sys.executable, "-S", "serve.py", "--help"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and "--port" in done.stdout
