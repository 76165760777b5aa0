"""Prints the workshop kit to PDF: each piece in both languages, into build/print. Skips the work if nothing changed.

Usage: python scripts/print_kit.py     (make bundle; after build_site.py)

Chromium prints the pages of the built site. What it writes anew each time (dates, identifiers) is then taken out, so
that the same pages, fonts and browser give the same bytes.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from importlib import metadata
from pathlib import Path

import pikepdf
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE, OUT = ROOT / "site", ROOT / "build" / "print"
STAMP = OUT / "made-from"
PIECES = ("questionnaire", "result-sheet", "guide", "exercises", "feedback", "slides")
LANGUAGES = ("zh", "en")
TOOLS = ("playwright", "pikepdf")
NAMES = ("chromium", "chromium-browser", "google-chrome")
WITHOUT_LINKS = "document.querySelectorAll('a[href]').forEach((link) => link.removeAttribute('href'))"
"""Nobody can follow a link on paper, and each would name the folder in which the page lay."""
DATED = ("/CreationDate", "/ModDate")


def page(piece: str, lang: str) -> Path:
    """The built page of a piece."""
    return SITE / lang / "kit" / piece / "index.html"


def files() -> list[Path]:
    """Where the PDF files lie, in a fixed order."""
    return [OUT / f"{piece}.{lang}.pdf" for piece in PIECES for lang in LANGUAGES]


def inputs(browser: str) -> str:
    """One value for all that a print depends on: pages, style sheets, tools and the browser's version."""
    digest = hashlib.sha256(browser.encode() + b"".join(f"{t}=={metadata.version(t)}\n".encode() for t in TOOLS))
    digest.update(Path(__file__).read_bytes())
    styles = [*(SITE / "assets").glob("*.css"), *(SITE / "zh" / "assets" / "stylesheets").glob("*.css")]
    for path in [page(piece, lang) for piece in PIECES for lang in LANGUAGES] + sorted(styles):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def printed(browser: Browser, source: Path, target: Path) -> None:
    """One page as PDF, on paper as its style sheet asks."""
    tab = browser.new_page(color_scheme="light")
    tab.route("**/*.js", lambda route: route.abort())
    tab.goto(source.as_uri())
    tab.evaluate(WITHOUT_LINKS)
    tab.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    tab.close()


def renumber(document: pikepdf.Pdf) -> None:
    """Gives the elements of the structure numbers in the order of the text; Chromium counts on from print to print.

    An element's ID is also in the `Headers` of a table's cells and in the tree of all IDs (ISO 32000-2, 14.7.2).
    """
    root = document.Root.StructTreeRoot
    elements: list[pikepdf.Dictionary] = []
    todo = [root]
    while todo:
        element = todo.pop()
        elements.append(element)
        below = element.get("/K", [])
        below = list(below) if isinstance(below, pikepdf.Array) else [below]
        todo += [each for each in reversed(below) if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    named = [element for element in elements if "/ID" in element]
    new = {bytes(element.ID): f"node{number:08d}" for number, element in enumerate(named)}
    for element in elements:
        attributes = element.get("/A", [])
        for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if "/Headers" in each:
                each.Headers = pikepdf.Array([pikepdf.String(new[bytes(id)]) for id in each.Headers])
    for element in named:
        element.ID = pikepdf.String(new[bytes(element.ID)])
    if named:
        pairs = [part for element in named for part in (element.ID, element)]
        root.IDTree = document.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(pairs)))


def settle(path: Path) -> None:
    """Takes out of a PDF what changes from run to run, and packs it."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        renumber(document)
        for key in DATED:
            if key in document.docinfo:
                del document.docinfo[key]
        document.save(
            path,
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


def write() -> None:
    """Prints every piece, unless it is there and made from the same. SystemExit with one line where that fails."""
    missing = [page(piece, lang) for piece in PIECES for lang in LANGUAGES if not page(piece, lang).is_file()]
    if missing:
        sys.exit(f"print_kit: {missing[0].relative_to(ROOT)} is missing; make bundle builds it")
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        now = inputs(browser.version)
        there = all(path.is_file() for path in files())
        if not (there and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == now):
            print("Printing the workshop kit ...", flush=True)
            shutil.rmtree(OUT, ignore_errors=True)
            OUT.mkdir(parents=True)
            for piece in PIECES:
                for lang in LANGUAGES:
                    target = OUT / f"{piece}.{lang}.pdf"
                    printed(browser, page(piece, lang), target)
                    settle(target)
            STAMP.write_text(now, encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    write()
