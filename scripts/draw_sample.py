"""Draws the sample of the advice that the wizard's start page shows: the picture that visitors can save themselves."""

from __future__ import annotations

from pathlib import Path

from wizard.advice import advise
from wizard.answers import check
from wizard.loading import load
from wizard.model import LANGUAGES
from wizard.source import read_file
from wizard.views.picture import advice_picture

CASE = Path(__file__).resolve().parent.parent / "tests" / "cases" / "chip_design_startup.yaml"


def write(folder: Path) -> None:
    """Writes sample.zh.svg and sample.en.svg into the folder."""
    catalogue = load()
    answers = check(read_file(CASE)["answers"], catalogue).answers
    for lang in LANGUAGES:
        advice = advise(answers, catalogue, lang, catalogue.general.reviewed)
        (folder / f"sample.{lang}.svg").write_text(advice_picture(advice, catalogue), encoding="utf-8")
