"""Makes the offline bundle of the built site: a folder as a zip, the wizard as one file, the kit as PDF, and digests.

Usage: python scripts/build_bundle.py     (make bundle; after build_site.py)

Writes into dist/. The same site gives the same bytes. Environment: SOURCE_DATE_EPOCH, the date of the files in the zip.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
import time
import zipfile
from importlib import metadata
from pathlib import Path

import build_wheels
import finish_site
import print_kit
import segno
from bundle import held, one_engine, pages, search, single
from bundle.readme import README
from runtime import write as runtime

from wizard.loading import load

ROOT = Path(__file__).resolve().parent.parent
SITE, BUILD, DIST = ROOT / "site", ROOT / "build", ROOT / "dist"
FOLDER = BUILD / "offline" / "five-links"
HERE = Path(__file__).resolve().parent
EPOCH = 315532800
"""1980-01-01, the earliest date that a zip knows."""
LEFT_OUT = (
    *("runtime", "early.*.js", "*.br", "*.gz", "sitemap.xml", "404.html"),
    *("sw*.js", "offline.html", "*.webmanifest", "feed.*.xml", "robots.txt", "_headers", ".nojekyll", ".well-known"),
)
"""What only a web host needs: the runtime is put in another way."""
BESIDE = ("serve.py", "room.py", "room.js")
"""Programs of scripts/bundle that lie in the folder, for the laptop that serves it."""
LONGEST = 120
LIMITS = {"zip": 12_000_000, "html": 7_000_000}
SECOND_LANGUAGE = 100_000
"""Bytes that both languages in one file may cost more than one."""
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[ .]$|[^\x00-\x7f]')
"""What Windows or its zip tools do not bear in a name."""
LANGUAGES = ("zh", "en")


def folder(texts: dict[str, dict[str, str]]) -> None:
    """Makes the folder. `texts` are the catalogue's."""
    boot = json.loads(one_engine.listed((BUILD / "boot.json").read_text(encoding="utf-8")))
    shutil.rmtree(FOLDER, ignore_errors=True)
    shutil.copytree(SITE, FOLDER, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (FOLDER / "runtime").mkdir()
    page, entry = (make("held", "folder", "start") for make in (runtime.page_script, runtime.entry_script))
    for script in (page, entry, runtime.workshop_script()):
        (FOLDER / "runtime" / script.name).write_bytes(script.content)
    scripts = {boot["page"]: page.name, boot["entry"]: entry.name}
    held.write([entry["name"] for entry in boot["files"].values()], BUILD / "runtime", FOLDER / "runtime")
    for lang in LANGUAGES:
        search.index(FOLDER / lang)
        search.worker(FOLDER / lang)
    pages.mark_ends(FOLDER)
    for path in sorted(FOLDER.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if finish_site.CHARSET in html:
            root = "../" * (len(path.relative_to(FOLDER).parts) - 1) or "./"
            path.write_text(pages.offline(one_engine.named(html), scripts, root, texts), encoding="utf-8")
    (FOLDER / "start.html").write_bytes((FOLDER / "index.html").read_bytes())
    copy_prints(FOLDER / "print")
    (FOLDER / "README.txt").write_text(README, encoding="utf-8-sig", newline="\r\n")
    for name in BESIDE:
        shutil.copyfile(HERE / "bundle" / name, FOLDER / name)
    shutil.copytree(
        Path(segno.__file__).parent, FOLDER / "segno", ignore=shutil.ignore_patterns("__pycache__", "*.pyi", "py.typed")
    )
    shutil.copyfile(metadata.distribution("segno").locate_file(_licence("segno")), FOLDER / "segno" / "LICENSE")


def copy_prints(place: Path) -> None:
    """The printed kit."""
    place.mkdir()
    for path in print_kit.files():
        shutil.copyfile(path, place / path.name)


def _licence(package: str) -> str:
    return next(str(path) for path in metadata.files(package) if path.name.startswith("LICENSE"))


def sums(paths: list[Path], base: Path) -> str:
    """Digest and name of each file, as sha256sum -c and shasum -c read them."""
    return "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(base).as_posix()}\n" for p in paths)


def packed(out: Path) -> None:
    """The folder as a zip. SystemExit on a name that would not survive."""
    seconds = max(int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH)), EPOCH)
    date = time.gmtime(seconds)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for path in sorted(p for p in FOLDER.rglob("*") if p.is_file()):
            name = path.relative_to(FOLDER.parent).as_posix()
            if len(name) > LONGEST or any(FORBIDDEN.search(part) for part in name.split("/")):
                sys.exit(f"build_bundle: {name} is too long or has a letter that Windows does not bear")
            info = zipfile.ZipInfo(name, date)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, path.read_bytes(), compresslevel=9)


def main() -> None:
    """Makes everything and prints the sizes. SystemExit where one is too large."""
    catalogue = load()
    version = catalogue.general.reviewed
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    print_kit.write()
    copy_prints(DIST / "print")
    folder(catalogue.texts)
    inside = sorted(p for p in FOLDER.rglob("*") if p.is_file())
    (FOLDER / "SHA256SUMS").write_text(sums(inside, FOLDER), encoding="ascii", newline="\n")
    packed(DIST / f"five-links-{version}-offline.zip")
    parts = single.packed_parts(SITE, BUILD, catalogue.texts["back_to_wizard"])
    for lang in LANGUAGES:
        html = single.page(SITE, parts, lang, catalogue.texts)
        (DIST / f"five-links-{version}-wizard.{lang}.html").write_text(html, encoding="utf-8", newline="\n")
    build_wheels.write(DIST / "pyodide", BUILD / "wheels")
    made = sorted(path for path in DIST.rglob("*") if path.is_file())
    (DIST / "SHA256SUMS").write_text(sums(made, DIST), encoding="ascii", newline="\n")
    for path in made:
        size, limit = path.stat().st_size, LIMITS.get(path.suffix[1:], LIMITS["zip"])
        print(f"{size / 1e6:6.2f} MB (at most {limit / 1e6:.0f})  {path.relative_to(ROOT)}")
        if size > limit:
            sys.exit(f"build_bundle: {path.name} is too large")
    cost = max(single.cost_of(lang, parts) for lang in LANGUAGES)
    print(f"{cost / 1e3:6.0f} kB (at most {SECOND_LANGUAGE / 1e3:.0f})  the second language in a single file")
    if cost > SECOND_LANGUAGE:
        sys.exit("build_bundle: the second language costs too much; leave it out of the single file")


if __name__ == "__main__":
    main()
