"""Makes the workshop's slides: Markdown with values of the catalogue, laid out by Marpit. Into build/slides.json.

Usage: python scripts/build_slides.py     (build_site.py calls it)

The file holds "css" and the HTML of the slides in each language, which the pages of the kit show.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

ROOT = Path(__file__).resolve().parent.parent
NODE = ROOT / ".venv" / "bin" / "node"
SOURCE, OUT = ROOT / "docs" / "slides", ROOT / "build" / "slides.json"
sys.path.insert(0, str(ROOT))

from wizard.loading import load  # noqa: E402
from wizard.model import LANGUAGES  # noqa: E402
from wizard.paper import UNKNOWN_SIGN, quick_questions  # noqa: E402


def values(lang: str) -> dict[str, Any]:
    """What the slides draw from the catalogue."""
    catalogue = load()
    return {
        "reviewed": catalogue.general.reviewed,
        "count": len(quick_questions(catalogue)),
        "unknown": UNKNOWN_SIGN,
        "links": [{"name": link.name[lang], "meaning": link.meaning[lang]} for link in catalogue.links],
        "strengths": [strength["name"][lang] for strength in catalogue.pages["strengths"]],
        "challenges": [c.name[lang] for c in catalogue.challenges if c.kind == "challenge"],
    }


def slides(lang: str) -> str:
    """The HTML of the slides, as the last `write` made it."""
    return json.loads(OUT.read_text(encoding="utf-8"))[lang]


def styles() -> str:
    """The style sheet of the slides' page: what Marpit made, and how they are shown one by one."""
    made = json.loads(OUT.read_text(encoding="utf-8"))["css"]
    return made + "\n" + (SOURCE / "present.css").read_text(encoding="utf-8")


def write() -> None:
    """Writes the file. SystemExit with what Marpit said where it fails."""
    templates = Environment(loader=FileSystemLoader(SOURCE), autoescape=False, undefined=StrictUndefined)
    markdown = {lang: templates.get_template(f"{lang}.md").render(values(lang)) for lang in LANGUAGES}
    told = {"theme": (SOURCE / "theme.css").read_text(encoding="utf-8"), "markdown": markdown}
    command = [NODE, ROOT / "scripts" / "slides" / "render.mjs"]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(told), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"build_slides: Marpit could not lay out the slides:\n{done.stderr[-2000:]}")
    OUT.write_text(done.stdout, encoding="utf-8")


if __name__ == "__main__":
    write()
