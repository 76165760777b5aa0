"""linkinator follows every link and anchor inside the site. `make links` asks other sites; these tests do not."""

from __future__ import annotations

import re
import shutil
import threading
from contextlib import contextmanager

from bundle.serve import server
from following import follow
from pages import SITE, every

from wizard.answer_code import decode
from wizard.answers import check
from wizard.loading import load


@contextmanager
def served(folder):
    """The address of a folder."""
    running = server(folder, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


def test_no_link_and_no_anchor_is_broken(site):
    found = follow(site, every())
    assert found["broken"] == []
    assert len(found["inside"]) > len(every())


def test_every_page_can_be_reached_from_the_root(site):
    """Pages for those who have no network or a wrong address are not linked, nor is what a browser shows in a frame."""
    followed = {link.removeprefix(site).split("#")[0] for link in follow(site, [""])["inside"]}
    pages = {page.removesuffix("index.html") for page in every()} - {"404.html", "offline.html"}
    assert sorted(pages - followed) == []


def test_a_broken_link_and_a_broken_anchor_would_be_found(tmp_path):
    shutil.copytree(SITE / "en" / "about", tmp_path / "about")
    (tmp_path / "index.html").write_text('<a href="about/#nothing">one</a> <a href="away/">two</a>', encoding="utf-8")
    with served(tmp_path) as address:
        broken = follow(address, [""])["broken"]
    assert any("about/#nothing" in line for line in broken) and any("away/" in line for line in broken)


def test_every_code_in_a_link_opens_without_a_question():
    catalogue = load()
    links = {code for page in every() for code in re.findall(r"#/open/([0-9A-Z-]+)", (SITE / page).read_text("utf-8"))}
    assert len(links) > 20
    assert [code for code in links if check(decode(code, catalogue), catalogue).problems] == []
