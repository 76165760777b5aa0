"""Tables for spreadsheets: read back as written, and nothing in them runs."""

import csv
import io

import pytest

from wizard.loading import load
from wizard.pages.downloads import files
from wizard.sheet import RISKY, sheet


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_what_is_written_is_read_back():
    rows = [["甲，乙", 'a "b"', "line\nline"], [1, -2.5, ""]]
    text = sheet(["一", "二", "三"], rows)
    assert text.startswith("\ufeff")
    assert read(text) == [["一", "二", "三"], ["甲，乙", 'a "b"', "line\nline"], ["1", "-2.5", ""]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_begins_as_a_formula(cell):
    assert read(sheet(["x"], [[cell]]))[1] == [f"'{cell}"]


def test_no_download_of_the_site_holds_a_formula():
    tables = {name: text for name, text in files(load()).items() if name.endswith(".csv")}
    assert len(tables) == 3
    for text in tables.values():
        assert not any(cell.startswith(RISKY) for row in read(text) for cell in row)
