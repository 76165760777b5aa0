"""Whole firms on the ladder: the verdict for each title, and what is said of them. See tests/ladder/README.md."""

from pathlib import Path

import pytest
import yaml

from wizard.answers import check
from wizard.ladder.assess import ladder
from wizard.loading import load

FIRMS = sorted((Path(__file__).resolve().parents[1] / "ladder").glob("*.yaml"))


def found(firm, lang="en"):
    """What the ladder says of a firm."""
    checked = check(firm["answers"], load(), ladder=True)
    assert checked.problems == []
    return ladder(checked.answers, load(), lang, firm.get("on", load().general.reviewed))


@pytest.mark.parametrize("path", FIRMS, ids=lambda path: path.stem)
def test_a_firm(path):
    firm = yaml.safe_load(path.read_text(encoding="utf-8"))
    result, expected = found(firm), firm["expect"]
    titles = {title["id"]: title for title in result["titles"]}
    assert {id: title["verdict"] for id, title in titles.items()} == expected["titles"]
    assert [note["id"] for note in result["notes"]] == expected["notes"]
    if "size" in expected:
        assert result["size"] == expected["size"]
    for key, field in (("could_apply", "could_apply_from"), ("to_prove", "to_prove")):
        for id, wanted in expected.get(key, {}).items():
            assert titles[id][field] == wanted
    for id, wanted in expected.get("not_met", {}).items():
        assert sorted(titles[id]["gaps"]) == sorted(wanted)
    for id, gaps in expected.get("gaps", {}).items():
        states = {criterion["id"]: criterion["gap"] for criterion in titles[id]["criteria"]}
        assert gaps == {name: states[name] for name in gaps}
    for id, (low, high) in expected.get("points", {}).items():
        assert titles[id]["points"] == {"low": low, "high": high}
    for id, absent in expected.get("absent", {}).items():
        assert not set(absent) & {criterion["id"] for criterion in titles[id]["criteria"]}
    for id, document in expected.get("documents", {}).items():
        assert document in titles[id]["document"]


def test_there_are_fifteen_firms_and_each_says_why():
    firms = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in FIRMS]
    assert len(firms) >= 15
    assert all(firm["why"]["zh"] and firm["why"]["en"] and len(firm["expect"]["titles"]) == 4 for firm in firms)
    for verdict in ("met", "not_met", "needs_evidence"):
        assert any(verdict in firm["expect"]["titles"].values() for firm in firms)
