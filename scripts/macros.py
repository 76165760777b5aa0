"""The one macro of the pages: `{{ view("link", "fill") }}` puts what the wizard package renders into a page.

Also hands the theme what every page says of the paper to machines (`config.extra.structured`), and lets Markdown
explain the glossary's terms in the pages' own prose.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOOT = ROOT / "build" / "boot.json"
SAMPLE = ROOT / "wizard" / "catalogue" / "sample_room.json"
PYTHON = ("engine", "wasm", "wizard")
"""What every page that runs Python needs before its first answer; the rest comes when it is asked for."""
APPS = {"wizard": {}, "workshop": {"app": "workshop"}, "entry": {"app": "entry"}}
"""The pages that run Python, each with the app that its requests are for, if not the wizard."""

sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]


from bundle import one_engine  # noqa: E402
from runtime.write import starter  # noqa: E402


@cache
def _catalogue():
    from wizard import loading

    return loading.load()


@cache
def _cases() -> list[dict]:
    """The firm cases of the tests, by name."""
    from wizard.source import read_file

    paths = sorted((ROOT / "tests" / "cases").glob("*.yaml"))
    return [{"id": path.stem, **read_file(path)} for path in paths]


def root_of(url: str) -> str:
    """The way from a page's address to the top of its language: "../../" from "links/fill/"."""
    return "../" * url.count("/") or "./"


def raw_block(html: str) -> str:
    """The HTML as one block that Markdown passes over: a single line, between blank lines, in a block element."""
    return '\n\n<div class="view">' + html.strip().replace("\r", "").replace("\n", "&#10;") + "</div>\n\n"


def _files(boot: dict, page: str) -> dict:
    """The runtime's files for a page. A facilitator's page, made for rooms of any size, starts the whole engine: it is
    opened on a laptop, before the room comes in."""
    return one_engine.whole_alone(boot["files"]) if page == "workshop" else boot["files"]


def define_env(env) -> None:
    """Called by mkdocs-macros."""
    import build_slides
    import citations
    import structured_data
    from prose_terms import ProseTerms

    from wizard import pages

    extra = env.conf["extra"]
    lang = extra["lang"]
    record = citations.read_record()
    reviewed = _catalogue().general.reviewed
    licence = extra["words"]["licence_url"]
    boot = json.loads(BOOT.read_text(encoding="utf-8"))
    extra["wizard_script"] = boot["page"]
    extra["workshop_script"] = boot["workshop"]
    extra["entry_script"] = boot["entry"]
    extra["wizard_files"] = [boot["files"][key]["name"] for key in PYTHON]
    extra["boots"] = {page: {"lang": lang, **app, "files": _files(boot, page)} for page, app in APPS.items()}
    extra["starter"] = starter()
    extra["structured"] = structured_data.web_page(record, reviewed, extra["hreflang"], licence)

    prose = ProseTerms()
    env.conf["markdown_extensions"].append(prose)
    env.variables["prose"] = prose

    @env.macro
    def view(name: str, *args) -> str:
        root = root_of(env.page.url)
        if name == "workshop":
            args = (SAMPLE.is_file(),)
        if name == "examples":
            args = (_cases(),)
        if name == "sample_room":
            args = (json.loads(SAMPLE.read_text(encoding="utf-8")),)
        if name == "worked_case":
            args = tuple(case for case in _cases() if case["id"] in args)
        if name == "slides":
            return raw_block(build_slides.slides(lang))
        if name == "cite":
            args = (citations.references(record, reviewed, extra["root_url"] or ""), record)
        return raw_block(str(pages.render(name, _catalogue(), lang, root, *args)))


def on_pre_page_macros(env) -> None:
    """Called by mkdocs-macros before each page: the page's own memory of the terms that it has explained."""
    from wizard.pages.terms import Terms
    from wizard.views.setting import Setting

    setting = Setting(_catalogue(), env.conf["extra"]["lang"], root_of(env.page.url))
    env.variables["prose"].terms = Terms(setting)
