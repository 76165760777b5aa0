"""What the site's pages draw from the catalogue: one module a page, found by name."""

from __future__ import annotations

from typing import Any

from htpy import Node, fragment

from ..model import Catalogue
from ..views.setting import Setting
from .chain_link import link_page
from .evidence import evidence_page
from .on_paper import on_paper_page
from .wizard_page import wizard_page

PAGES = {
    "link": link_page,
    "wizard": wizard_page,
    "on_paper": on_paper_page,
    "evidence": evidence_page,
}


def render(name: str, catalogue: Catalogue, lang: str, root: str, *args: Any) -> str:
    """The HTML of a page's part. `root` leads to the top of the language; KeyError on a name that does not exist."""
    node: Node = PAGES[name](Setting(catalogue, lang, root), *args)
    return str(fragment[node])
