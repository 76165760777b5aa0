"""What is open on a date."""

import pytest

from wizard.advice import advise
from wizard.loading import load
from wizard.register import state


@pytest.mark.parametrize(
    ("start", "end", "on", "expected"),
    [
        (None, None, "2026-11-24", "open"),
        ("2026-04-01", None, "2026-03-31", "not_yet"),
        ("2026-04-01", None, "2026-04-01", "open"),
        (None, "2025-12-31", "2025-12-31", "open"),
        (None, "2025-12-31", "2026-01-01", "ended"),
        (None, "2026", "2025-12-31", "open"),
        (None, "2026", "2026-01-01", "ended"),
    ],
)
def test_state(start, end, on, expected):
    some = next(iter(load().instruments.values()))
    assert state(some._replace(valid_from=start, valid_to=end, ended=False), on) == expected


def test_what_has_ended_at_an_unknown_date_is_never_open():
    some = next(iter(load().instruments.values()))
    assert state(some._replace(valid_from=None, valid_to=None, ended=True), "2020-01-01") == "ended"


def test_what_has_ended_is_never_offered_on_any_later_date():
    catalogue = load()
    answers = {
        "import_dependence": "critical",
        "match_difficulty": "hard",
        "gap_role": "developing",
        "digital_level": "0",
    }
    for on in ("2023-01-01", "2026-11-24", "2030-01-01"):
        for action in advise(answers, catalogue, "en", on)["actions"]:
            assert all(state(catalogue.instruments[id], on) == "open" for id in action["instruments"])
    ended = {id for id, i in catalogue.instruments.items() if state(i, "2026-11-24") == "ended"}
    assert ended == {"large_small_integration", "little_giant_award_2021", "little_giant_award_2024"}
    assert not ended & {id for action in catalogue.actions for id in action.instruments}
