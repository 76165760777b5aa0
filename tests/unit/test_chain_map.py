"""The map: signs where the figures are, names that do not lie on each other."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.views.chain_map import BOTTOM, LEFT, RIGHT, TOP, _points

LINKS = [("fill", "Fill the gaps"), ("strengthen", "Strengthen"), ("stabilize", "Stabilize"), ("connect", "Connect")]
LINKS.append(("optimize", "Optimize"))
TEXT = re.compile(r'x="([\d.]+)" y="([\d.]+)" text-anchor="middle">([^<]+)<')


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(LEFT, RIGHT - 90), st.integers(TOP + 9, BOTTOM - 9)), min_size=5, max_size=5))
def test_names_never_cover_each_other(spots):
    points = [(id, f"{n}. {name}", *spot) for n, ((id, name), spot) in enumerate(zip(LINKS, spots, strict=True), 1)]
    found = [TEXT.search(drawn).groups() for drawn in _points(points)]
    boxes = [(float(x), float(y), len(text) * 6.4 / 2) for x, y, text in found]
    for place, (x, y, half) in enumerate(boxes):
        for other_x, other_y, other_half in boxes[place + 1 :]:
            assert abs(x - other_x) >= half + other_half or abs(y - other_y) >= 11


def test_a_sign_stands_where_its_figures_are():
    (drawn,) = _points([("fill", "1. Fill", 200, 100)])
    assert "translate(192.0 92.0)" in drawn
