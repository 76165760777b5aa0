"""Builds the site: both languages, the root page, the shared assets, and the finish. Skips the work if nothing changed.

Usage: python scripts/build_site.py [--force]

Environment: SITE_URL, the public address (canonical and hreflang links, site maps and social addresses are left out
without it); SOURCE_DATE_EPOCH, the date of the build in seconds, which makes two builds byte-identical.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

import build_runtime
import build_slides
import citations
import draw_mark
import draw_sample
import finish_site
import headers
import offline_use
import pack_site
import search_terms
import web_files
import write_sbom
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wizard.loading import load
from wizard.pages import downloads

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
BUILD = ROOT / "build"
BOOT = BUILD / "boot.json"
STAMP = BUILD / "site.digest"
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
STYLES = (
    "tokens.css",
    "site.css",
    "components.css",
    "pages.css",
    "register.css",
    "rules.css",
    "wizard.css",
    "workshop.css",
    "print.css",
)
SCRIPTS = ("site.js", "keep.js", "ledger.js", "check.js")
PLAIN = {"index.html": "root", "404.html": "missing", "offline.html": "offline"}
OUTPUTS = ("index.html", "404.html", "zh/index.html", "en/index.html", "sw.js", "assets/social.png")
TOOLS = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "Markdown", "jieba", "htpy")


def inputs() -> list[Path]:
    """Every file that the pages are made of, in a fixed order."""
    found = [ROOT / name for name in CONFIGS.values()] + [BOOT]
    for folder in ("docs", "wizard", "scripts", "tests/cases", "seeds"):
        found += (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return sorted(path for path in found if "__pycache__" not in path.parts)


def digest() -> str:
    """One value for all inputs: files, tools and environment."""
    sum = hashlib.sha256()
    for path in inputs():
        sum.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for tool in TOOLS:
        sum.update(f"{tool}=={metadata.version(tool)}\n".encode())
    for name in ("SITE_URL", "SOURCE_DATE_EPOCH"):
        sum.update(f"{name}={os.environ.get(name, '')}\n".encode())
    return sum.hexdigest()


def site_url() -> str:
    """The public address with a slash at its end, or nothing."""
    url = os.environ.get("SITE_URL", "").strip()
    if not url:
        return ""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
        sys.exit(f"build_site: SITE_URL={url} is not an address such as https://example.org/")
    return url.rstrip("/") + "/"


def build_languages(url: str) -> None:
    """Run MkDocs for both languages side by side; their output is shown only where one fails."""
    env = os.environ | {"SITE_URL": url, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    env |= {f"SITE_URL_{lang.upper()}": f"{url}{lang}/" if url else "" for lang in CONFIGS}
    runs = {
        lang: subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for lang, config in CONFIGS.items()
    }
    outputs = {lang: run.communicate()[0] for lang, run in runs.items()}
    failed = [lang for lang, run in runs.items() if run.returncode]
    if failed:
        sys.exit("\n".join(f"build_site: {CONFIGS[lang]} failed:\n{outputs[lang]}" for lang in failed))


def build_shared(url: str) -> None:
    """What both languages share: runtime, style, script, images, downloads, root page, the page for wrong addresses."""
    assets = SITE / "assets"
    shutil.rmtree(assets, ignore_errors=True)
    draw_mark.write(assets)
    draw_sample.write(assets)
    shutil.rmtree(SITE / "runtime", ignore_errors=True)
    shutil.copytree(BUILD / "runtime", SITE / "runtime")
    source = ROOT / "docs" / "assets"
    style = "\n".join((source / name).read_text(encoding="utf-8") for name in STYLES)
    (assets / "style.css").write_text(style, encoding="utf-8")
    shutil.copyfile(source / "kit.css", assets / "kit.css")
    shutil.copyfile(ROOT / "docs" / "slides" / "slides.js", assets / "slides.js")
    (assets / "slides.css").write_text(build_slides.styles(), encoding="utf-8")
    catalogue = load()
    for name, content in downloads.files(catalogue).items():
        (assets / name).write_text(content, encoding="utf-8", newline="")
    citations.write(assets, catalogue.general.reviewed, url)
    for name in SCRIPTS:
        shutil.copyfile(source / name, assets / name)
    shutil.copyfile(ROOT / "wizard" / "web" / "old.js", assets / "old.js")

    loader = FileSystemLoader(ROOT / "docs" / "overrides")
    templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    path = urlsplit(url).path or "/"
    for name, template in PLAIN.items():
        # The page for wrong addresses is shown at any depth; the others know where they are.
        base = path if template == "missing" else ""
        html = templates.get_template(f"plain/{template}.html").render(base=base, root_url=url)
        (SITE / name).write_text(html + "\n", encoding="utf-8")


def main() -> None:
    """Build, unless the site that is there was built from the same inputs."""
    build_runtime.write(BUILD)
    now = digest()
    there = all((SITE / name).is_file() for name in OUTPUTS)
    if there and "--force" not in sys.argv and STAMP.is_file() and STAMP.read_text() == now:
        print("The site is up to date.")
        return
    url = site_url()
    STAMP.unlink(missing_ok=True)
    print("Building the pages in both languages ...", flush=True)
    search_terms.write()
    build_slides.write()
    build_languages(url)
    build_shared(url)
    try:
        finish_site.finish(SITE, public=bool(url))
    except finish_site.BrokenSite as error:
        sys.exit(f"build_site: {error}")
    web_files.write(SITE, url)
    parts = [*write_sbom.python_parts(), *write_sbom.npm_parts()]
    (SITE / "licences.txt").write_text(write_sbom.licences(parts), encoding="utf-8")
    offline_use.finish(SITE)
    (SITE / "_headers").write_text(headers.static_hosts(), encoding="utf-8")
    for old in (*SITE.glob("*.br"), *SITE.glob("*.gz"), *SITE.glob("sw-more.*.js.*")):
        old.unlink(missing_ok=True)
    pack_site.pack(SITE)
    STAMP.write_text(now)


if __name__ == "__main__":
    main()
