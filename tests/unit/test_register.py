"""What is open on a date, on both sides of every boundary of the register."""

import pytest

from wizard.advice import advise
from wizard.loading import load
from wizard.model import LANGUAGES
from wizard.register import OFFERED, STATES, general, state, unserved
from wizard.report import advice_document
from wizard.standing import standing, told_standing


@pytest.mark.parametrize(
    ("start", "end", "on", "expected"),
    [
        ("2026-04-01", None, "2026-03-31", "not_yet"),
        ("2026-04-01", None, "2026-04-01", "open"),
        ("2024-08", None, "2024-08-31", "not_yet"),
        ("2024-08", None, "2024-09-01", "open"),
        ("2022", None, "2022-12-31", "not_yet"),
        ("2022", None, "2023-01-01", "open"),
        ("2022", "2025-12-31", "2025-12-31", "open"),
        ("2022", "2025-12-31", "2026-01-01", "ended"),
        ("2022", "2026-05", "2026-04-30", "open"),
        ("2022", "2026-05", "2026-05-01", "ended"),
        (None, "2026", "2025-12-31", "unknown"),
        (None, "2026", "2026-01-01", "ended"),
        (None, None, "2026-11-23", "unknown"),
        (None, None, "2026-11-24", "open"),
        (None, None, "2030-01-01", "open"),
    ],
)
def test_state(start, end, on, expected):
    some = next(iter(load().instruments.values()))._replace(ended=False, checked_on="2026-11-24")
    assert state(some._replace(valid_from=start, valid_to=end), on) == expected


@pytest.mark.parametrize(
    ("last", "on", "expected"),
    [
        ("2025", "2025-12-31", "open"),
        ("2025", "2026-01-01", "ask"),
        ("2025-06", "2025-06-30", "open"),
        ("2025-06", "2025-07-01", "ask"),
        ("2025", "2028-01-01", "ended"),
    ],
)
def test_what_runs_in_rounds_is_to_be_asked_about_once_the_last_known_round_is_over(last, on, expected):
    some = next(iter(load().instruments.values()))
    assert state(some._replace(valid_from="2020", valid_to="2027-12-31", last_round=last), on) == expected


def test_what_has_ended_at_an_unknown_date_is_never_open():
    some = next(iter(load().instruments.values()))
    assert state(some._replace(valid_from=None, valid_to=None, ended=True), "2020-01-01") == "ended"


FOUND = ("2026-11-23", "unknown", "2026-11-24", "open")
"""No start is established: it is known to be there from the day on which it was found."""
ROUNDS = ("2026-11-23", "unknown", "2026-11-24", "ask")
"""It runs in rounds, and none is known for this year."""
BOUNDARIES = {
    "digital_pilot_cities": [FOUND],
    "digital_self_test": [FOUND],
    "first_set_insurance": [ROUNDS],
    "green_factory": [FOUND],
    "innovation_points": [("2024-08-31", "not_yet", "2024-09-01", "open")],
    "large_small_integration": [
        ("2022-12-31", "not_yet", "2023-01-01", "open"),
        ("2025-12-31", "open", "2026-01-01", "ended"),
    ],
    "late_payment_rules": [("2025-05-31", "not_yet", "2025-06-01", "open")],
    "little_giant_award_2021": [("2020-12-31", "ended", "2026-11-24", "ended")],
    "little_giant_award_2024": [("2025-12-31", "unknown", "2026-01-01", "ended")],
    "matchmaking": [ROUNDS],
    "neeq_fast_track": [FOUND],
    "open_licensing": [("2021-05-31", "not_yet", "2021-06-01", "open")],
    "private_economy_law": [("2025-05-19", "not_yet", "2025-05-20", "open")],
    "rd_super_deduction": [FOUND],
    "regional_board_srdi": [("2022-11-30", "not_yet", "2022-12-01", "open")],
    "sme_promotion_law": [("2017-12-31", "not_yet", "2018-01-01", "open")],
    "sme_service_network": [FOUND],
    "tech_guarantee": [FOUND],
}


def test_the_boundaries_of_every_entry_are_tested():
    assert set(BOUNDARIES) == set(load().instruments)


@pytest.mark.parametrize(("id", "boundary"), [(id, one) for id, all in BOUNDARIES.items() for one in all])
def test_asked_on_the_day_before_and_on_the_day(id, boundary):
    before, was, day, becomes = boundary
    instrument = load().instruments[id]
    assert (state(instrument, before), state(instrument, day)) == (was, becomes)


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
            assert all(state(catalogue.instruments[id], on) in OFFERED for id in action["instruments"])
    ended = {id for id, i in catalogue.instruments.items() if state(i, "2026-11-24") == "ended"}
    assert ended == {"large_small_integration", "little_giant_award_2021", "little_giant_award_2024"}
    assert not ended & {id for action in catalogue.actions for id in action.instruments}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_is_told_in_words(lang):
    catalogue = load()
    on = catalogue.general.reviewed
    told = {id: standing(i, on, catalogue, lang) for id, i in catalogue.instruments.items()}
    expected = {
        "late_payment_rules": ("2025年6月1日起现行", "In force since 1 June 2025"),
        "innovation_points": ("2024年8月起现行", "In force since August 2024"),
        "digital_self_test": ("现行；何时开始没有核实到", "In force; when it began is not established"),
        "little_giant_award_2024": ("已在2026年结束", "Ended in 2026"),
        "little_giant_award_2021": ("已结束，日期没有核实到", "Ended; the date is not established"),
        "large_small_integration": ("已结束，最后一天是2025年12月31日", "Ended; its last day was 31 December 2025"),
    }
    for id, words in expected.items():
        assert told[id] == words[LANGUAGES.index(lang)]
    rule = catalogue.instruments["late_payment_rules"]
    assert standing(rule, "2025-05-31", catalogue, lang) == ("2025年6月1日起施行", "Begins 1 June 2025")[lang == "en"]
    assert {state(i, on) for i in catalogue.instruments.values()} <= set(STATES)


def test_nothing_of_its_own_is_verified_for_talent_and_for_competition_abroad():
    catalogue = load()
    assert [challenge.id for challenge in unserved(catalogue, "2026-11-24")] == ["talent", "global"]
    assert [id for id, i in catalogue.instruments.items() if general(i, catalogue)] == ["sme_service_network"]


def test_once_an_instrument_has_ended_its_challenge_is_no_longer_served():
    catalogue = load()
    over = catalogue.instruments["green_factory"]._replace(valid_to="2026-11-23")
    later = catalogue._replace(instruments=catalogue.instruments | {"green_factory": over})
    assert "green" in [challenge.id for challenge in unserved(later, "2026-11-24")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_advice_file_tells_the_state_of_each_instrument_it_names(lang):
    catalogue = load()
    advice = advise({"match_difficulty": "hard", "digital_level": "0"}, catalogue, lang, "2026-11-24")
    named = {id for action in advice["actions"] for id in action["instruments"]}
    text = advice_document(advice, catalogue)
    assert named
    for id in named:
        assert told_standing(catalogue.instruments[id], "2026-11-24", catalogue, lang) in text
