"""Lighthouse, by Google: 100 for accessibility, best practices and search engines; performance is told, not judged."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from pages import ROOT

sys.path.insert(0, str(ROOT / "tests" / "deploy"))
from hosts import running

HUNDRED = ("accessibility", "best-practices", "seo")
FEW = ["en/", "zh/links/fill/"]
ALL = [f"{lang}/{page}" for lang in ("zh", "en") for page in ("", "links/fill/", "matrix/", "wizard/")]


def judged(site: str, pages: list[str], runs: int) -> list[dict]:
    """What Lighthouse finds, in the Chromium that the other tests use."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("Lighthouse needs an installed Chromium")
    script = ROOT / "tests" / "judges" / "lighthouse.mjs"
    command = [ROOT / ".venv" / "bin" / "node", script, chromium, site, str(runs), *pages]
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


def test_a_share_of_the_pages(site):
    assert below(judged(site, FEW, 1)) == []


@pytest.mark.nightly
def test_one_page_of_each_kind_with_the_median_of_three(tmp_path):
    """As nginx serves them, compressed. The wizard's steps are one address: the advice is opened by its code."""
    from wizard.answer_code import encode
    from wizard.loading import load

    advice = f"en/wizard/#/open/{encode({'sector': 'rail', 'funding_gap': 'severe'}, load())}"
    tmp_path.chmod(0o755)
    with running("nginx", tmp_path) as address:
        found = judged(address, [*ALL, advice], 3)
    for one in found:
        print(f"{one['page'][:30]:30} {one['form']:8} performance {100 * one['scores']['performance']:.0f}")
    assert below(found) == []
