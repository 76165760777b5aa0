"""Lighthouse, by Google: 100 for accessibility, best practices and search engines; performance is told, not judged."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from lacking import untested
from pages import ROOT
from telling import tell

from wizard.answer_code import encode
from wizard.loading import load

sys.path.insert(0, str(ROOT / "tests" / "deploy"))
from hosts import running

HUNDRED = ("accessibility", "best-practices", "seo")
ADVICE = f"wizard/#/open/{encode({'sector': 'rail', 'funding_gap': 'severe'}, load())}"
KINDS = ("", "links/fill/", "matrix/", "wizard/", ADVICE)
"""One page of each kind. The wizard's steps are one address: the advice is opened by its code."""


def judged(site: str, pages: list[str], runs: int, *categories: str) -> list[dict]:
    """What Lighthouse finds, in the Chromium that the other tests use."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        untested("a Chromium for Lighthouse")
    script = ROOT / "tests" / "judges" / "lighthouse.mjs"
    command = [ROOT / ".venv" / "bin" / "node", script, chromium, site, str(runs), ",".join(categories), *pages]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr[-2000:]
    return json.loads(told.stdout)


def below(found: list[dict]) -> list[str]:
    """Where a category is not 100."""
    return [
        f"{one['page']} ({one['form']}): {category} {one['scores'][category]}: {one['faults']}"
        for one in found
        for category in HUNDRED
        if one["scores"][category] != 1
    ]


@pytest.mark.share
def test_one_page_of_each_kind(site):
    """The kinds in turn in one language and the other."""
    pages = [f"{('en', 'zh')[at % 2]}/{kind}" for at, kind in enumerate(KINDS)]
    assert below(judged(site, pages, 1, *HUNDRED)) == []


@pytest.mark.nightly
def test_one_page_of_each_kind_in_both_languages_with_the_median_of_three(tmp_path):
    """As nginx serves them, compressed."""
    tmp_path.chmod(0o755)
    with running("nginx", tmp_path) as address:
        found = judged(
            address, [f"{lang}/{kind}" for lang in ("zh", "en") for kind in KINDS], 3, *HUNDRED, "performance"
        )
    for one in found:
        scores = ", ".join(f"{name} {100 * score:.0f}" for name, score in one["scores"].items())
        tell(f"Lighthouse, {one['page'][:22]}, {one['form']}: {scores} (performance: median of 3)")
    assert below(found) == []
