"""axe-core, by Deque: no violation of WCAG 2.2 AA or of its best practices on any page."""

from __future__ import annotations

import pytest
from pages import ROOT, VIEWS, every
from telling import tell

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(browser, site: str, pages: list[str], scheme: str, width: int) -> list[str]:
    """What axe finds on these pages in one scheme and width."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    found = []
    for name in pages:
        page.goto(site + name)
        page.evaluate(AXE)
        for broken in page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)["violations"]:
            places = [node["target"] for node in broken["nodes"]][:3]
            found.append(f"{name} ({scheme}, {width} px): {broken['id']}: {broken['help']}: {places}")
    context.close()
    return found


@pytest.mark.share
@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_every_page_in_one_of_the_four_views(browser, site, scheme, width):
    """A page meets every fourth view; its neighbours, of the same kinds, meet the others."""
    at = VIEWS.index((scheme, width))
    assert violations(browser, site, every()[at :: len(VIEWS)], scheme, width) == []


@pytest.mark.nightly
@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_every_page_in_every_view(browser, site, scheme, width):
    found = violations(browser, site, every(), scheme, width)
    tell(f"axe, {scheme}, {width} px: {len(every())} pages, {len(found)} violations")
    assert found == []
