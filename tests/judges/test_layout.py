"""Weight and steadiness, measured in Chromium: what a first view loads, and whether anything moves while it loads."""

from __future__ import annotations

import gzip

import pytest
from pages import SITE, VIEWS, prose
from shifts import MOST_SHIFT, SHIFTS
from telling import tell

MOST_BYTES = 150_000
MOST_REQUESTS = 14


def compressed(path: str) -> int:
    """Bytes on the line from a host that compresses text, as all that we name do. Brotli would be less."""
    file = SITE / path
    file = file / "index.html" if file.is_dir() else file
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 6)))


def measured(browser, site: str, name: str, scheme: str, width: int) -> tuple[list[int], float]:
    """Bytes of each file of a first visit, and how far things moved."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + name)
    shift = page.evaluate(SHIFTS)
    context.close()
    return [compressed(url.removeprefix(site).split("?")[0]) for url in asked if url.startswith(site)], shift


def faults(browser, site: str, pages: list[str], scheme: str, width: int) -> list[str]:
    """Pages that are too heavy, and pages where something moves."""
    found = []
    for name in pages:
        files, shift = measured(browser, site, name, scheme, width)
        for _ in range(2):
            # On a busy machine a page may be painted before its header has arrived; what is at fault moves each time.
            if shift > MOST_SHIFT:
                shift = min(shift, measured(browser, site, name, scheme, width)[1])
        if sum(files) > MOST_BYTES or len(files) > MOST_REQUESTS:
            found.append(f"{name}: {sum(files)} bytes compressed in {len(files)} requests")
        if shift > MOST_SHIFT:
            found.append(f"{name} ({scheme}, {width} px): moves by {shift:.4f}")
    return found


@pytest.mark.share
@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_every_page_is_light_and_stands_still(browser, site, scheme, width):
    """A page meets every fourth view."""
    at = VIEWS.index((scheme, width))
    assert faults(browser, site, prose()[at :: len(VIEWS)], scheme, width) == []


@pytest.mark.nightly
@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_every_page_in_every_view(browser, site, scheme, width):
    found = faults(browser, site, prose(), scheme, width)
    tell(f"weight and steadiness, {scheme}, {width} px: {len(prose())} pages, {len(found)} faults")
    assert found == []
