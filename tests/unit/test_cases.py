"""Firm cases: real kinds of firms, and what the paper implies for each. See tests/cases/README.md for the form."""

from pathlib import Path

import pytest
import yaml

from wizard.advice import advise
from wizard.answers import check
from wizard.loading import load

CASES = sorted((Path(__file__).resolve().parents[1] / "cases").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    catalogue = load()
    checked = check(case["answers"], catalogue)
    assert checked.problems == []
    advice = advise(checked.answers, catalogue, "en", catalogue.general.reviewed)
    expected = case["expect"]
    order = [link["id"] for link in advice["links"]]
    offered = {action["id"] for action in advice["actions"]}
    if "order" in expected:
        assert order == expected["order"]
    if "top" in expected:
        assert order[0] == expected["top"]
    assert set(expected.get("actions", [])) <= offered
    assert not set(expected.get("not_actions", [])) & offered
    assert set(expected.get("actions", []) + expected.get("not_actions", [])) <= {a.id for a in catalogue.actions}


def test_there_are_cases_and_each_expects_something():
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES]
    assert len(cases) >= 12
    assert all(case["why"]["zh"] and case["why"]["en"] for case in cases)
    assert all(case["expect"].get("top") or case["expect"].get("order") for case in cases)
