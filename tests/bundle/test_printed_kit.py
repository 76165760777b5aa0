"""The kit on paper: as many sides as it should have, nothing that changes from print to print, readable text."""

import hashlib
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import print_kit  # noqa: E402

SIDES = {"questionnaire": 2, "result-sheet": 4, "feedback": 1, "slides": 13}
A4 = (595, 842)


def write():
    """Prints in a thread of its own: this one may have a Playwright running already, and bears only one."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(print_kit.write).result()


@pytest.fixture(scope="module")
def prints():
    """The PDF files, printed now if need be."""
    write()
    return print_kit.files()


def digests(paths):
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]


def test_printed_again_they_are_the_same(prints, tmp_path, monkeypatch):
    before = digests(prints)
    monkeypatch.setattr(print_kit, "OUT", tmp_path / "again")
    monkeypatch.setattr(print_kit, "STAMP", tmp_path / "again" / "made-from")
    write()
    assert digests(print_kit.files()) == before


@pytest.mark.parametrize("lang", print_kit.LANGUAGES)
@pytest.mark.parametrize("piece", SIDES)
def test_each_piece_has_the_sides_it_should_have(prints, piece, lang):
    with pikepdf.open(print_kit.OUT / f"{piece}.{lang}.pdf") as document:
        assert len(document.pages) == SIDES[piece]
        if piece != "slides":
            assert {tuple(round(float(x)) for x in page.mediabox[2:]) for page in document.pages} == {A4}


def test_they_are_small_and_tagged_and_carry_no_date(prints):
    assert len(prints) == 2 * len(print_kit.PIECES)
    assert sum(path.stat().st_size for path in prints) < 4_000_000
    for path in prints:
        with pikepdf.open(path) as document:
            assert "/StructTreeRoot" in document.Root, "readers who listen need its structure"
            assert "/CreationDate" not in document.docinfo and "/ModDate" not in document.docinfo


def test_they_lie_in_the_bundle_and_beside_it(prints, dist, folder):
    for path in prints:
        for copy in (folder / "print" / path.name, dist / "print" / path.name):
            assert copy.read_bytes() == path.read_bytes()


def test_nothing_is_printed_again_without_need(prints, monkeypatch):
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: pytest.fail("it printed again"))
    write()
