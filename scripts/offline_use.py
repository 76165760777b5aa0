"""Makes the finished site one that works without a network: its version, its manifests, its service worker.

Usage: offline_use.py [SITE]. Comes last: what changes a file afterwards would change its digest.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import draw_mark
import yaml

ROOT = Path(__file__).resolve().parent.parent
NODE = ROOT / ".venv" / "bin" / "node"
LANGUAGES = ("zh", "en")
VERSION = "00version00"
"""Stands in the pages where the version goes."""
LEFT_OUT = {"sw.js", "404.html", "robots.txt", "_headers", "feed.zh.xml", "feed.en.xml", "offline.html", ".nojekyll"}
UNKEPT = (".well-known", "sitemap.xml", "sitemap.xml.gz")
PACKED = (".br", ".gz")
SHELL = ("offline.html", "assets/style.*.css", "assets/favicon.svg")
"""What the service worker fetches for everyone, at its start; the rest follows what is visited."""


def files(site: Path) -> list[Path]:
    """Everything that a visitor may ask for, in a fixed order."""
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix not in PACKED)
    return sorted(
        path
        for path in found
        if path.relative_to(site).as_posix() not in LEFT_OUT
        and not path.name.startswith("sw-more.")
        and not set(path.relative_to(site).parts) & set(UNKEPT)
    )


def version(site: Path) -> str:
    """Twelve digits that change with any file."""
    digest = hashlib.sha256()
    for path in files(site):
        content = hashlib.sha256(path.read_bytes()).digest()
        digest.update(path.relative_to(site).as_posix().encode() + b"\0" + content)
    return digest.hexdigest()[:12]


def address(path: Path, site: Path) -> str:
    """A file as visitors ask for it: pages by their folder."""
    name = path.relative_to(site).as_posix()
    return name.removesuffix("index.html") if path.name == "index.html" else name


def manifest(lang: str) -> dict:
    """The web app manifest of a language, from the site's own configuration."""

    class Loader(yaml.SafeLoader):
        """Passes over what only MkDocs understands."""

    Loader.add_constructor("!ENV", lambda loader, node: None)
    name = "mkdocs.yml" if lang == "zh" else "mkdocs.en.yml"
    config = yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader)
    words = config["extra"]["words"]
    paper = draw_mark.read_colours("paper")[0]
    icons = [
        {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    return {
        "id": f"../{lang}/",
        "name": f"{config['site_name']} · {words['subtitle']}",
        "short_name": config["site_name"],
        "description": config["site_description"],
        "lang": config["extra"]["hreflang"],
        "dir": "ltr",
        "start_url": f"../{lang}/",
        "scope": "../",
        "display": "minimal-ui",
        "theme_color": paper,
        "background_color": paper,
        "icons": icons,
        "shortcuts": [{"name": words["wizard"], "url": f"../{lang}/wizard/"}],
    }


def write_manifests(site: Path) -> None:
    """A manifest for each language beside the icons."""
    for lang in LANGUAGES:
        text = json.dumps(manifest(lang), ensure_ascii=False, indent=2)
        (site / "assets" / f"{lang}.webmanifest").write_text(text + "\n", encoding="utf-8")


def write_worker(site: Path, now: str) -> None:
    """sw.js by workbox, and what it does beyond, under a name that changes with its content."""
    whole = [address(path, site) for path in files(site)]
    search = {lang: [name for name in whole if is_search(name, lang)] for lang in LANGUAGES}
    known = {"VERSION": now, "WHOLE": whole, "SEARCH": search}
    head = "".join(f"const {key} = {json.dumps(value)};\n" for key, value in known.items())
    more = head + (ROOT / "scripts" / "offline" / "more.js").read_text(encoding="utf-8")
    for old in site.glob("sw-more.*.js"):
        old.unlink()
    name = f"sw-more.{hashlib.sha256(more.encode()).hexdigest()[:8]}.js"
    told = {"site": str(site), "cache": f"five-links-{now}", "more": name, "shell": SHELL}
    script = ROOT / "scripts" / "offline" / "generate.mjs"
    done = subprocess.run([str(NODE), str(script), json.dumps(told)], capture_output=True, text=True, check=False)
    if done.returncode or done.stderr.strip():
        sys.exit(f"offline_use: workbox could not write the service worker:\n{done.stderr[-2000:]}")
    (site / name).write_text(more, encoding="utf-8")


def is_search(name: str, lang: str) -> bool:
    """Whether search in this language needs the file."""
    return name.startswith(
        (f"{lang}/search/", f"{lang}/assets/javascripts/workers/", f"{lang}/assets/javascripts/lunr/")
    )


def finish(site: Path) -> None:
    """Everything of the above, in place."""
    write_manifests(site)
    now = version(site)
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if VERSION in html:
            page.write_text(html.replace(VERSION, now), encoding="utf-8")
    write_worker(site, now)


if __name__ == "__main__":
    finish(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "site")
