"""The ready-made hosts: right types, compressed, cached as long as they may be, with every header, at any path."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
import yaml
from hosts import DEPLOY, HOSTS, ROOT, SITE, running
from lacking import untested

sys.path.insert(0, str(ROOT / "scripts"))
import headers
import setup

NEEDED = {"nginx": "/usr/sbin/nginx", "apache": "/usr/sbin/apache2", "caddy": "/usr/bin/caddy"}


@pytest.fixture(scope="module", params=HOSTS)
def host(request, tmp_path_factory):
    """Each host in turn. On Debian as root `make test` installs them all."""
    if not Path(NEEDED[request.param]).exists():
        untested(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    # Apache's workers are another user: let them look in.
    folder.chmod(0o755)
    with running(request.param, folder) as address:
        yield address


@pytest.fixture(scope="module", params=HOSTS)
def below(request, tmp_path_factory):
    """Each host with the site in a folder below its root, as at https://host/some/path/."""
    if not Path(NEEDED[request.param]).exists():
        untested(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    folder.chmod(0o755)
    # Apache's workers are another user, to whom pytest's own folder is closed.
    with tempfile.TemporaryDirectory() as root:
        Path(root).chmod(0o755)
        (Path(root) / "some").mkdir()
        (Path(root) / "some" / "path").symlink_to(SITE)
        with running(request.param, folder, Path(root)) as address:
            yield f"{address}some/path/"


def get(address: str, path: str, packed: str = "br") -> tuple[http.client.HTTPResponse, bytes]:
    """One answer, as it comes over the line."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request("GET", urlsplit(address).path + path, headers={"Accept-Encoding": packed})
    answer = connection.getresponse()
    return answer, answer.read()


def lasting() -> str:
    return next(path for path in sorted((SITE / "runtime").glob("wasm.*.wasm"))).relative_to(SITE).as_posix()


@pytest.mark.parametrize("path", ["zh/", "en/about/", "assets/favicon.svg", "sw.js"])
def test_every_answer_carries_every_header(host, path):
    answer, _ = get(host, path)
    assert answer.status == 200
    for name, value in headers.every().items():
        assert answer.headers.get_all(name) == [value], name


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("zh/evidence/", "text/html; charset=utf-8"),
        ("en/search/search_index.json", "application/json"),
        ("sw.js", "text/javascript"),
        (lasting(), "application/wasm"),
    ],
)
def test_text_and_runtime_come_compressed_and_with_their_type(host, path, kind):
    answer, body = get(host, path)
    assert answer.headers["Content-Type"].lower().startswith(kind)
    assert answer.headers["Content-Encoding"] == "br"
    assert "accept-encoding" in answer.headers["Vary"].lower()
    file = SITE / path / "index.html" if path.endswith("/") else SITE / path
    assert brotli.decompress(body) == file.read_bytes()
    plain, body = get(host, path, packed="identity")
    assert plain.headers["Content-Encoding"] is None and body == file.read_bytes()


@pytest.mark.parametrize("path", ["assets/en.webmanifest", "assets/five-links-paper.bib", "assets/icon-192.png"])
def test_other_files_come_as_they_are(host, path):
    answer, body = get(host, path, packed="identity")
    assert answer.status == 200 and body == (SITE / path).read_bytes()
    if path.endswith(".webmanifest"):
        assert answer.headers["Content-Type"].startswith("application/manifest+json")


def test_hashed_files_last_a_year_and_pages_are_asked_for_again(host):
    style = next((SITE / "assets").glob("style.*.css")).relative_to(SITE).as_posix()
    for path in (lasting(), style):
        assert get(host, path)[0].headers.get_all("Cache-Control") == [headers.YEAR]
    for path in ("en/", "zh/matrix/", "sw.js"):
        answer, _ = get(host, path)
        assert answer.headers.get_all("Cache-Control") == ["no-cache"]
        assert answer.headers["ETag"] or answer.headers["Last-Modified"]


def test_below_a_path_everything_is_as_at_the_root(below):
    page, body = get(below, "en/links/fill/")
    assert page.status == 200 and page.headers.get_all("Cache-Control") == ["no-cache"]
    assert brotli.decompress(body) == (SITE / "en/links/fill/index.html").read_bytes()
    runtime, _ = get(below, lasting())
    assert runtime.headers.get_all("Cache-Control") == [headers.YEAR]
    assert runtime.headers["Content-Type"].startswith("application/wasm")
    for name, value in headers.every().items():
        assert page.headers.get_all(name) == [value] == runtime.headers.get_all(name), name
    bare, _ = get(below, "en/links/fill")
    assert bare.status in (301, 308) and urlsplit(bare.headers["Location"]).path == "/some/path/en/links/fill/"


@pytest.mark.parametrize("path", ["nothing-here", "en/nothing/", "zh/a/b/c.html"])
def test_a_wrong_address_gets_the_page_in_both_languages(host, path):
    answer, body = get(host, path, packed="identity")
    assert answer.status == 404
    assert "没有这一页".encode() in body and b"Page not found" in body
    assert answer.headers["Content-Security-Policy"]


def test_the_files_of_deploy_fit_the_site():
    """The inline scripts' digests stand in them: after a change of these, scripts/headers.py writes them anew."""
    old = [str(path) for path, text in headers.written().items() if path.read_text(encoding="utf-8") != text]
    assert old == [], "run .venv/bin/python scripts/headers.py"


def test_the_policy_allows_neither_inline_scripts_nor_eval():
    (scripts,) = [
        part for part in headers.every()["Content-Security-Policy"].split("; ") if part.startswith("script-src")
    ]
    assert "'unsafe-inline'" not in scripts and "'unsafe-eval'" not in scripts


def faults_of_recipe(path: Path) -> list[str]:
    """What dockerfile-utils finds in a container's recipe."""
    command = [ROOT / ".venv" / "bin" / "node", ROOT / "tests" / "deploy" / "recipe.mjs", path]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_the_container_is_well_formed_and_takes_what_is_there(tmp_path):
    path = DEPLOY / "container" / "Containerfile"
    assert faults_of_recipe(path) == []
    broken = tmp_path / "Containerfile"
    broken.write_text(path.read_text().replace("EXPOSE 80", "EXPOSE eighty").replace("WORKDIR /src", "WORKDIR"))
    assert len(faults_of_recipe(broken)) == 2
    lines = path.read_text().replace("\\\n", " ").splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY deploy")]
    assert copied and all((ROOT / source).is_file() for sources in copied for source in sources)
    installed = {word for line in lines if "apt-get install" in line for word in line.split()}
    assert {"nginx-light", "libnginx-mod-http-brotli-static"} <= installed & set(setup.DEBIAN_TOOLS)


@pytest.mark.parametrize(
    ("schema", "path"),
    [("github-workflows", ".github/workflows"), ("github-issue-forms", ".github/ISSUE_TEMPLATE")],
)
def test_files_for_github_fit_its_schemas(schema, path):
    command = [ROOT / ".venv" / "bin" / "check-jsonschema", "--builtin-schema", f"vendor.{schema}"]
    told = subprocess.run([*command, *(ROOT / path).glob("*.yml")], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_the_workflow_publishes_what_make_builds():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text())
    assert workflow["jobs"]["deploy"]["needs"] == "build"
    steps = workflow["jobs"]["build"]["steps"]
    assert any("make site SITE_URL=" in step.get("run", "") for step in steps)


def test_static_hosts_read_the_headers_file():
    rules, path = {}, None
    for line in (SITE / "_headers").read_text().splitlines():
        if line.startswith("/"):
            path = rules.setdefault(line, {})
        else:
            name, _, value = line.strip().partition(": ")
            path[name] = value
    assert rules["/*"] == headers.every()
    lasting = {path: value for path, value in rules.items() if path != "/*"}
    assert all(value == {"Cache-Control": headers.YEAR} for value in lasting.values())
    style = next((SITE / "assets").glob("style.*.css")).name
    assert {"/runtime/*", f"/assets/{style}"} <= set(lasting) and len(rules) < 100
    assert all((SITE / path[1:]).is_file() for path in lasting if "*" not in path)
    assert all(re.search(headers.HASHED, path.name) for path in (SITE / "runtime").iterdir())


def test_nginx_itself_finds_no_fault(tmp_path):
    command = HOSTS["nginx"](tmp_path, 8099, SITE)
    done = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
