"""A Markdown extension: the glossary's terms in a page's own prose get the same links as in the drawn parts.

It works on the finished tree, so that it meets text and never markup: no heading, link or code is touched, and what a
view drew is one opaque block. Each section, from one heading to the next, explains a term once.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from wizard.pages.terms import Terms

PLAIN = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dfn", "script", "style"}
"""Elements that are left as they are."""
HEADINGS = {"h2", "h3"}
AFTER_LINKS = -1
"""MkDocs looks into the links of a page at priority 0; these are no files and come after."""


class ProseTerms(Extension):
    """Set `terms` before each page; None leaves a page as it is."""

    terms: Terms | None = None

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers the step."""
        md.treeprocessors.register(_Explain(md, self), "prose_terms", AFTER_LINKS)


class _Explain(Treeprocessor):
    def __init__(self, md: Markdown, owner: ProseTerms) -> None:
        super().__init__(md)
        self.owner = owner

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        if self.owner.terms:
            self._inside(root, self.owner.terms)

    def _inside(self, element: Element, terms: Terms) -> None:
        if element.tag in HEADINGS:
            terms.next_section()
        if element.tag in PLAIN:
            return
        children = list(element)
        self._text(element, None, element.text, terms)
        for child in children:
            self._inside(child, terms)
            self._text(element, child, child.tail, terms)

    def _text(self, parent: Element, before: Element | None, text: str | None, terms: Terms) -> None:
        """Puts the pieces of a text behind the child `before`, or first in the parent."""
        if not text or not text.strip():
            return
        (first, _), *rest = terms.parts(str(text))
        if before is None:
            parent.text = first
        else:
            before.tail = first
        at = 0 if before is None else list(parent).index(before) + 1
        link: Element | None = None
        for piece, entry in rest:
            if entry is None:
                link.tail = piece
                continue
            link = Element("a", terms.attributes(entry))
            link.text = piece
            parent.insert(at, link)
            at += 1
