"""Small pieces that several views share."""

from __future__ import annotations

from collections.abc import Iterable

from htpy import Node, a, fragment, span
from markupsafe import Markup

from ..model import Link
from .setting import Setting


def cite(locators: Iterable[str], s: Setting) -> Node:
    """References to sentences of the paper, each a link to its entry on the evidence page.

    Where sentences of one paragraph follow each other, only the first shows the paragraph to the eye.
    """
    parts: list[Node] = []
    before = None
    for locator in locators:
        paragraph = locator[: locator.rindex(".") + 1]
        again = paragraph == before
        text = [span(".cite__again")[paragraph], locator.removeprefix(paragraph)] if again else locator
        label = s.say("cite_label", locator=locator)
        parts += ["" if again else " ", a(".cite", href=f"{s.root}evidence/#{locator}", aria_label=label)[text]]
        before = paragraph
    return fragment[parts]


SIGNS = {
    "fill": '<path d="M8 1.5v13M1.5 8h13" stroke="currentColor" stroke-width="3" fill="none"/>',
    "strengthen": '<path d="M8 2l6.5 11.5h-13z" fill="currentColor"/>',
    "stabilize": '<rect x="2.5" y="2.5" width="11" height="11" fill="currentColor"/>',
    "connect": '<path d="M1 8h14M10 3l5 5-5 5" stroke="currentColor" stroke-width="2.5" fill="none"/>',
    "optimize": '<circle cx="8" cy="8" r="6" fill="currentColor"/>',
}
"""One sign for each link, in a box of 16 by 16, so that colour is never the only mark."""


def sign(link: str) -> Markup:
    """The sign of a link as inline SVG, hidden from screen readers (its name stands beside it)."""
    return Markup(
        f'<svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{SIGNS[link]}</svg>'
    )


def badge(link: Link, s: Setting) -> Node:
    """A link's sign and name."""
    return span(f".lk.lk--{link.id}", data_link=link.id)[sign(link.id), s.of(link.name)]
