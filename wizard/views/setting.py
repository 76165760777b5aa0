"""What every view needs to know: the catalogue, the language, and where the site's pages lie."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..model import Catalogue, Text
from ..wording import say


class Setting(NamedTuple):
    """`root` leads from the page being made to the top of its language, such as "../"."""

    catalogue: Catalogue
    lang: str
    root: str = "../"

    def say(self, id: str, **values: Any) -> str:
        """The interface text `id` in this language."""
        return say(self.catalogue, self.lang, id, **values)

    @property
    def gap(self) -> str:
        """What stands between two sentences: a space in English, nothing in Chinese."""
        return "" if self.lang == "zh" else " "

    def of(self, text: Text) -> str:
        """A bilingual text in this language."""
        return text[self.lang]
