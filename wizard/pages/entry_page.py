"""The page for typing in paper answers as it is made at build time: the first question, before any Python is there."""

from __future__ import annotations

from htpy import Node

from ..app.entering import Entering
from ..paper import quick_questions
from ..views.entry import entry_view
from ..views.setting import Setting
from .wizard_page import frame


def entry_page(s: Setting) -> Node:
    """The first question, in the frame."""
    _, view, _ = entry_view(Entering(), quick_questions(s.catalogue), None, s.catalogue, s.lang)
    return frame(view, s)
