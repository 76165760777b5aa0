"""The colours of docs/assets/tokens.css, by computation: contrast, colour blindness, grey print; and the signs."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from coloraide import Color

from wizard.views.parts import SIGNS

ROOT = Path(__file__).resolve().parents[2]
TOKENS = (ROOT / "docs" / "assets" / "tokens.css").read_text(encoding="utf-8")
LINKS = ("fill", "strengthen", "stabilize", "connect", "optimize")
TEXT, GRAPHIC = 4.5, 3.0
"""The least contrast of text and of graphics (WCAG 2.2, 1.4.3 and 1.4.11)."""
APART, GREY_APART = 12.0, 6.0
"""The least difference of two links: of their colours (CIEDE2000), and of their greys in lightness (0 to 100)."""
SEEN = ("none", "protan", "deutan", "tritan")


def tokens(scheme: str) -> dict[str, str]:
    """The custom properties of a scheme that are colours."""
    start = TOKENS.index(
        '[data-md-color-scheme="slate"] {' if scheme == "dark" else ':root,\n[data-md-color-scheme="default"] {'
    )
    block = TOKENS[start : TOKENS.index("}", start)]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


SCHEMES = {scheme: tokens(scheme) for scheme in ("light", "dark")}


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast."""
    return Color(one).contrast(other, method="wcag21")


def seen(color: str, how: str) -> Color:
    """A colour as somebody sees it who lacks one kind of cone (Brettel, Vienot and Mollon 1997; Machado 2009)."""
    return Color(color) if how == "none" else Color(color).filter(how)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_links_are_seen_against_what_is_behind_them(scheme):
    told = SCHEMES[scheme]
    weak = [
        (link, part, behind)
        for link in LINKS
        for part, least in (("", GRAPHIC), ("-ink", TEXT))
        for behind in ("paper", "raised", f"link-{link}-tint")
        if contrast(told[f"link-{link}{part}"], told[behind]) < least
    ]
    assert weak == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(scheme):
    told = SCHEMES[scheme]
    pairs = [
        (ink, paper) for ink in ("ink", "ink-2", "ink-3", "accent", "bad", "warn") for paper in ("paper", "raised")
    ]
    pairs += [("ink-2", "sunken"), ("ink-3", "sunken"), ("on-accent", "accent"), ("accent", "accent-tint")]
    pairs += [("bad", "bad-tint"), ("warn", "warn-tint")]
    assert [pair for pair in pairs if contrast(told[pair[0]], told[pair[1]]) < TEXT] == []


@pytest.mark.parametrize("how", SEEN)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_links_are_told_apart_by_every_eye(scheme, how):
    colors = {link: seen(SCHEMES[scheme][f"link-{link}"], how) for link in LINKS}
    apart = {pair: colors[pair[0]].delta_e(colors[pair[1]], method="2000") for pair in combinations(LINKS, 2)}
    assert {pair: round(value, 1) for pair, value in apart.items() if value < APART} == {}


def test_links_are_told_apart_in_grey_print():
    greys = sorted(Color(SCHEMES["light"][f"link-{link}"]).convert("lab-d65")["lightness"] for link in LINKS)
    steps = [after - before for before, after in pairwise(greys)]
    assert min(steps) >= GREY_APART, [round(step, 1) for step in steps]


def test_every_link_has_a_sign_of_its_own():
    assert tuple(SIGNS) == LINKS and len(set(SIGNS.values())) == len(LINKS)
    masks = dict(re.findall(r"--sign-(\w+): url\((.*?)\);", TOKENS))
    assert set(masks) == set(LINKS) and len(set(masks.values())) == len(LINKS)
