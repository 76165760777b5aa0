"""What the site's pages draw from the catalogue: one module a page, found by name."""

from __future__ import annotations

from typing import Any

from htpy import Node, fragment

from ..model import Catalogue
from ..views.setting import Setting
from .architecture import architecture_page
from .argument import argument_figure, argument_page
from .chain_link import link_page
from .challenges import challenges_page
from .check_copy import check_copy
from .cite_page import cite_page
from .critical import critical_page
from .entry_page import entry_page
from .evidence import evidence_page
from .examples import examples_page
from .feedback import feedback_page
from .fields import fields_page
from .figures import figures_page
from .glossary import glossary_page
from .home import five_sentences
from .matrix import matrix_page
from .method import method_page
from .official_ladder import ladder_page
from .on_paper import on_paper_page
from .paper_questionnaire import questionnaire_page
from .register import register_page
from .result_sheet import result_sheet_page
from .sample_room import sample_room_page
from .stands import stands_page
from .whole import whole_page
from .wizard_page import wizard_page
from .worked_case import worked_case_page
from .workshop_page import workshop_page

PAGES = {
    "architecture": architecture_page,
    "link": link_page,
    "wizard": wizard_page,
    "workshop": workshop_page,
    "on_paper": on_paper_page,
    "evidence": evidence_page,
    "examples": examples_page,
    "five_sentences": five_sentences,
    "argument_figure": argument_figure,
    "argument": argument_page,
    "stands": stands_page,
    "challenges": challenges_page,
    "matrix": matrix_page,
    "fields": fields_page,
    "figures": figures_page,
    "critical": critical_page,
    "glossary": glossary_page,
    "check_copy": check_copy,
    "ladder": ladder_page,
    "register": register_page,
    "cite": cite_page,
    "method": method_page,
    "whole": whole_page,
    "entry": entry_page,
    "sample_room": sample_room_page,
    "feedback": feedback_page,
    "worked_case": worked_case_page,
    "questionnaire": questionnaire_page,
    "result_sheet": result_sheet_page,
}


def render(name: str, catalogue: Catalogue, lang: str, root: str, *args: Any) -> str:
    """The HTML of a page's part. `root` leads to the top of the language; KeyError on a name that does not exist."""
    node: Node = PAGES[name](Setting(catalogue, lang, root), *args)
    return str(fragment[node])
