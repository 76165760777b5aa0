"""What the bundle's files must hold, whoever opens them."""

import hashlib
import html
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from lacking import untested

LOADS = {"src", "poster", "action", "formaction", "data"}


class Links(HTMLParser):
    """Every address in a page, with whether it is loaded or only linked."""

    def __init__(self, page):
        super().__init__()
        self.loaded, self.linked, self.ids = [], [], set()
        self.feed(page)

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


def command(folder, lang, heading):
    """The command as it is written on the page "Is this copy genuine?" below the heading with this id."""
    page = (folder / lang / "genuine" / "index.html").read_text(encoding="utf-8")
    written = re.search(rf'id="{heading}".*?<pre[^>]*>(.*?)</pre>', page, re.DOTALL)[1]
    return html.unescape(re.sub(r"<[^>]+>", "", written)).strip()


def told(line, place):
    """What a command prints and how it ends, run by the shell in a folder."""
    done = subprocess.run(["bash", "-c", line], cwd=place, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("system", ["linux", "macos"])
def test_the_commands_do_as_the_page_says(dist, folder, tmp_path, lang, system):
    """As written on the page, for the files received and for the unpacked folder, whole and harmed."""
    if not shutil.which({"linux": "sha256sum", "macos": "shasum"}[system]):
        untested(f"the command of {system}")
    (packed,) = dist.glob("*-offline.zip")
    received = tmp_path / "收到 的 #文件"
    received.mkdir()
    for path in (packed, dist / "SHA256SUMS"):
        shutil.copy(path, received)
    line = command(folder, lang, system)
    status, text = told(line, received)
    assert status == 0 and text.count("\n") == 1 and text.startswith(f"{packed.name}: ")
    (received / packed.name).write_bytes(packed.read_bytes()[:-1])
    status, text = told(line, received)
    assert status and packed.name in text

    line = command(folder, lang, f"folder-{system}")
    assert told(line, folder)[1] == ""
    copy = shutil.copytree(folder, tmp_path / "copy")
    page = copy / "start.html"
    page.write_bytes(page.read_bytes()[:-1])
    (copy / "README.txt").unlink()
    text = told(line, copy)[1]
    assert "start.html" in text and "README.txt" in text and "index.html" not in text.replace("start.html", "")


def test_the_commands_for_windows_compare_every_file_with_its_sum(folder):
    """PowerShell is not here to run them: what they have to name is looked for in their text."""
    for lang in ("zh", "en"):
        assert command(folder, lang, "windows") == "Get-FileHash five-links-*"
        line = command(folder, lang, "folder-windows")
        assert line.startswith("Get-Content SHA256SUMS | ForEach-Object {") and line.endswith("}")
        assert "(Get-FileHash $name).Hash -ne $sum" in line


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
        text = path.read_text(encoding="utf-8")
        found = Links(text)
        assert [address for address in found.loaded if not address.startswith("data:")] == []
        assert [address for address in found.linked if re.match(r"\w+:|//", address)] == []
        assert "url(http" not in text and "@import" not in text
        assert text.count("Content-Security-Policy") == 1 and "'unsafe-eval'" not in text


def test_every_page_of_the_folder_has_a_policy_without_unsafe_scripts(folder):
    for path in folder.rglob("*.html"):
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', path.read_text(encoding="utf-8"))[1]
        scripts = re.search(r"script-src ([^;]*);", policy)[1]
        assert "unsafe-inline" not in scripts and "unsafe-eval'" not in scripts.replace("wasm-unsafe-eval'", "")
        assert policy.startswith("default-src 'none'")


def test_the_server_beside_it_needs_nothing_installed(folder):
    done = subprocess.run(
        [sys.executable, "-S", "serve.py", "--help"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and "--port" in done.stdout
