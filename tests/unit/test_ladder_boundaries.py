"""The ladder at its boundaries: on each, one step below and one above, as the register of facts gives them.

On the ladder a boundary is inside, and takes the higher band; in the size standard it is outside (see test_size.py).
"""

import pytest

from wizard.ladder.assess import ladder
from wizard.loading import load

NOW, OLD = "2026-11-24", "2024-06-01"
MET, NOT, OPEN = "met", "not_met", "needs_evidence"


def title(id, answers, on=NOW):
    """One title's part of the result."""
    return next(t for t in ladder(answers, load(), "en", on)["titles"] if t["id"] == id)


def criterion(title_id, id, answers, on=NOW):
    """One criterion of a title."""
    return next(c for c in title(title_id, answers, on)["criteria"] if c["id"] == id)


def steps(on, title_id, id, question, boundary, step, *, lower, given=None):
    """Three cases: below, on and above a boundary. `lower` says that the lower side is met."""
    for value, inside in ((boundary - step, lower), (boundary, True), (boundary + step, not lower)):
        yield on, title_id, id, {**(given or {}), question: value}, MET if inside else NOT


NO_AWARD = {"awards": ["none"], "rd_institution": "none"}
SHARES = [
    *steps(NOW, "tech_sme", "staff_limit", "employees", 500, 1, lower=True),
    *steps(NOW, "tech_sme", "sales_limit", "revenue", 20000, 1, lower=True),
    *steps(NOW, "tech_sme", "assets_limit", "total_assets", 20000, 1, lower=True),
    *steps(NOW, "srdi", "niche_years", "years_in_niche", 3, 1, lower=False),
    *steps(NOW, "srdi", "revenue", "revenue", 1500, 1, lower=False, given={"equity_2y": 0}),
    *steps(NOW, "srdi", "revenue", "equity_2y", 2000, 1, lower=False, given={"revenue": 1499}),
    *steps(NOW, "srdi", "main_share", "main_business_share", 80, 0.1, lower=False),
    *steps(NOW, "srdi", "main_share", "main_share", 80, 0.1, lower=False),
    *steps(NOW, "srdi", "debt_ratio", "debt_ratio", 80, 0.1, lower=True),
    *steps(NOW, "srdi", "rd_spend", "rd_spend", 100, 1, lower=False, given={"rd_spend_y1": 100}),
    *steps(NOW, "srdi", "rd_spend", "rd_spend_y1", 100, 1, lower=False, given={"rd_spend": 100}),
    *steps(
        NOW, "srdi", "rd_share", "rd_spend", 150, 1, lower=False,
        given={"revenue": 5000, "rd_spend_y1": 300, "revenue_y1": 5000},
    ),
    *steps(
        NOW, "srdi", "rd_share", "revenue_y1", 10000, 1, lower=True,
        given={"revenue": 5000, "rd_spend": 300, "rd_spend_y1": 300},
    ),
    *steps(
        NOW, "srdi", "rd_share", "rd_intensity", 3, 0.1, lower=False, given={"rd_spend_y1": 300, "revenue_y1": 5000}
    ),
    *steps(NOW, "srdi", "ip_class1", "ip_class1", 1, 1, lower=False, given=NO_AWARD),
    *steps(NOW, "srdi", "platform_score", "platform_score", 50, 1, lower=False),
    *steps(NOW, "little_giant", "niche_years", "years_in_niche", 3, 1, lower=False),
    *steps(NOW, "little_giant", "revenue", "revenue", 5000, 1, lower=False),
    *steps(NOW, "little_giant", "main_share", "main_business_share", 90, 0.1, lower=False),
    *steps(NOW, "little_giant", "growth", "revenue", 11025, 1, lower=False, given={"revenue_y2": 10000}),
    *steps(NOW, "little_giant", "debt_ratio", "debt_ratio", 75, 0.1, lower=True),
    *steps(NOW, "little_giant", "rd_spend", "rd_spend", 700, 1, lower=False, given={"rd_spend_y1": 500}),
    *steps(
        NOW, "little_giant", "rd_share", "rd_spend", 300, 1, lower=False,
        given={"revenue": 10000, "rd_spend_y1": 500, "revenue_y1": 9000},
    ),
    *steps(NOW, "little_giant", "ip_class1", "ip_class1", 4, 1, lower=False, given=NO_AWARD),
    *steps(NOW, "little_giant", "market_position", "market_share", 10, 0.1, lower=False, given={"market_rank": 4}),
    *steps(NOW, "little_giant", "market_position", "market_rank", 3, 1, lower=True, given={"market_share": 9.9}),
    *steps(NOW, "little_giant", "platform_score", "platform_score", 60, 1, lower=False),
    *steps(OLD, "srdi", "niche_years", "years_in_niche", 2, 1, lower=False),
    *steps(OLD, "srdi", "revenue", "revenue", 1000, 1, lower=False, given={"equity_2y": 1999}),
    *steps(OLD, "srdi", "rd_spend", "rd_spend", 100, 1, lower=False),
    *steps(OLD, "srdi", "rd_share", "rd_spend", 150, 1, lower=False, given={"revenue": 5000}),
    *steps(OLD, "little_giant", "main_share", "main_business_share", 70, 0.1, lower=False),
    *steps(OLD, "little_giant", "debt_ratio", "debt_ratio", 70, 0.1, lower=True),
    *steps(OLD, "little_giant", "growth", "revenue", 11025, 1, lower=False, given={"revenue_y2": 10000}),
    *steps(OLD, "little_giant", "market_position", "market_share", 10, 0.1, lower=False),
]  # fmt: skip


@pytest.mark.parametrize(("on", "title_id", "id", "answers", "state"), SHARES)
def test_a_boundary_is_inside(on, title_id, id, answers, state):
    assert criterion(title_id, id, answers, on)["state"] == state


POINTS = [
    *(("tech_sme", "staff", "tech_staff_share", *pair) for pair in
      ((30, 20), (29.9, 16), (25, 16), (24.9, 12), (20, 12), (19.9, 8), (15, 8), (14.9, 4), (10, 4), (9.9, 0))),
    *(("tech_sme", "rights", "ip_class2", *pair) for pair in ((0, 0), (1, 6), (2, 12), (3, 18), (4, 24), (5, 24))),
    *(("innovative", "research", "rd_intensity", *pair) for pair in
      ((5.1, 20), (5, 20), (4.9, 15), (3, 15), (2.9, 10), (2, 10), (1.9, 5), (1, 5), (0.9, 0))),
    *(("innovative", "growth", "main_growth", *pair) for pair in
      ((15, 20), (14.9, 15), (10, 15), (9.9, 10), (5, 10), (4.9, 5), (0, 5), (-0.1, 0))),
    *(("innovative", "debt", "debt_ratio", *pair) for pair in ((54.9, 10), (55, 10), (55.1, 5), (75, 5), (75.1, 0))),
    *(("innovative", "main_share", "main_business_share", *pair) for pair in
      ((70, 20), (69.9, 15), (60, 15), (59.9, 10), (55, 10), (54.9, 5), (50, 5), (49.9, 0))),
]  # fmt: skip
NO_RIGHTS = {"ip_class1": 0, "ip_class1_own": 0, "ip_class1_high_value": 0}


@pytest.mark.parametrize(("title_id", "row", "question", "value", "points"), POINTS)
def test_a_boundary_takes_the_higher_band(title_id, row, question, value, points):
    scored = next(r for r in title(title_id, {**NO_RIGHTS, question: value})["table"] if r["id"] == row)
    assert (scored["low"], scored["high"]) == (points, points)


@pytest.mark.parametrize(
    ("share", "low"), [(6, 50), (5.9, 40), (5, 40), (4.9, 30), (4, 30), (3, 20), (2, 10), (1.9, 0), (0.1, 0)]
)
def test_research_of_a_technology_firm_may_still_go_by_cost(share, low):
    row = next(r for r in title("tech_sme", {"rd_intensity": share})["table"] if r["id"] == "research")
    assert (row["low"], row["high"]) == (low, 50)


def test_no_research_scores_nothing_by_revenue_or_by_cost():
    row = next(r for r in title("tech_sme", {"rd_intensity": 0})["table"] if r["id"] == "research")
    assert (row["low"], row["high"]) == (0, 0)


INNOVATIVE = {
    **NO_RIGHTS,
    "ip_class2": 1,
    "rd_intensity": 3,
    "main_growth": 10,
    "debt_ratio": 80,
    "strategic_field": "no",
    "main_business_share": 70,
    "awards": ["none"],
    "honours": ["none"],
    "rd_institution": "none",
    "equity_3y": 0,
}


@pytest.mark.parametrize(
    ("change", "points", "state"),
    [
        ({}, 60, MET),
        ({"main_business_share": 69.9}, 55, NOT),
        ({"main_growth": 15}, 65, MET),
        ({"rd_intensity": 2.9, "main_growth": 15}, 60, NOT),
        ({"main_growth": 9.9, "rd_intensity": 5}, 60, NOT),
        ({"main_growth": 5, "debt_ratio": 75, "rd_intensity": 5}, 65, MET),
        ({"main_business_share": 54.9, "rd_intensity": 5, "main_growth": 15, "debt_ratio": 55}, 65, NOT),
        ({"main_business_share": 55, "rd_intensity": 5, "main_growth": 15}, 60, MET),
        ({"ip_class2": 0, "rd_intensity": 5, "main_growth": 15}, 65, MET),
    ],
)
def test_the_innovative_table_asks_for_its_total_and_for_each_part(change, points, state):
    found = title("innovative", {**INNOVATIVE, **change})
    score = next(c for c in found["criteria"] if c["id"] == "score")
    assert (found["points"], score["state"]) == ({"low": points, "high": points}, state)


DIRECT = [
    ("innovative", {"equity_3y": 499}, NOT),
    ("innovative", {"equity_3y": 500}, MET),
    ("innovative", {"equity_3y": 501}, MET),
    *(("innovative", {"awards": [award]}, MET) for award in
      ("national_top3", "national", "provincial_top3", "provincial")),
    *(("innovative", {"honours": [honour]}, MET) for honour in
      ("high_tech", "innovation_demonstration", "ip_demonstration")),
    ("innovative", {"honours": ["standard_lead"]}, NOT),
    *(("innovative", {"rd_institution": level}, state) for level, state in
      (("national", MET), ("provincial", MET), ("city", NOT), ("below", NOT), ("none", NOT))),
    ("tech_sme", {"honours": ["high_tech"]}, MET),
    ("tech_sme", {"honours": ["standard_lead"]}, MET),
    ("tech_sme", {"honours": ["ip_demonstration"]}, NOT),
    ("tech_sme", {"awards": ["national_top3"]}, MET),
    ("tech_sme", {"awards": ["national"]}, NOT),
    ("tech_sme", {"rd_institution": "provincial"}, MET),
    ("tech_sme", {"rd_institution": "city"}, NOT),
]  # fmt: skip


@pytest.mark.parametrize(("title_id", "change", "state"), DIRECT)
def test_a_direct_route_stands_in_for_points(title_id, change, state):
    poor = {**INNOVATIVE, "rd_intensity": 0, "main_business_share": 40, "tech_staff_share": 5}
    assert criterion(title_id, "score", {**poor, **change})["state"] == state


@pytest.mark.parametrize(
    ("title_id", "award", "institution", "state"),
    [
        ("srdi", "national_top3", "none", MET),
        ("srdi", "provincial_top3", "none", MET),
        ("srdi", "national", "none", NOT),
        ("srdi", "provincial", "none", NOT),
        ("srdi", "none", "provincial", MET),
        ("srdi", "none", "national", MET),
        ("srdi", "none", "city", NOT),
        ("little_giant", "national_top3", "none", MET),
        ("little_giant", "provincial_top3", "national", NOT),
    ],
)
def test_an_award_or_an_institution_stands_in_for_rights(title_id, award, institution, state):
    answers = {"ip_class1": 0, "awards": [award], "rd_institution": institution}
    assert criterion(title_id, "ip_class1", answers)["state"] == state


@pytest.mark.parametrize(
    ("revenue", "share", "state"),
    [
        (10000, 3, MET),
        (10000, 2.9, OPEN),
        (9999, 5.9, OPEN),
        (9999, 6, MET),
        (5000, 6, MET),
        (4999, 6, OPEN),
    ],
)
def test_the_old_bands_of_research_for_little_giants(revenue, share, state):
    """Below the band only the contest, which is not asked, could still stand in: never "not met"."""
    answers = {
        "revenue": revenue,
        "rd_intensity": share,
        "rd_spend_y1": 1000,
        "revenue_y1": 10000,
        "equity_2y": 0,
        "awards": ["none"],
    }
    assert criterion("little_giant", "rd_share", answers, OLD)["state"] == state


@pytest.mark.parametrize(
    ("tier", "srdi", "little_giant"),
    [
        ("none", NOT, NOT),
        ("tech_sme", MET, NOT),
        ("innovative", MET, NOT),
        ("srdi", MET, MET),
        ("little_giant", MET, MET),
        ("champion", OPEN, OPEN),
        (None, OPEN, OPEN),
    ],
)
def test_each_title_needs_the_one_below(tier, srdi, little_giant):
    answers = {"tier": tier} if tier else {}
    assert criterion("srdi", "prior_title", answers)["state"] == srdi
    assert criterion("little_giant", "prior_title", answers)["state"] == little_giant
    for id in ("tech_sme", "innovative"):
        assert "prior_title" not in {c["id"] for c in title(id, answers)["criteria"]}


@pytest.mark.parametrize(
    ("sector", "employees", "revenue", "state"),
    [
        ("rail", 999, 40000, MET),
        ("rail", 1000, 39999, MET),
        ("rail", 1000, 40000, NOT),
        ("software_services", 299, 10000, MET),
        ("software_services", 300, 10000, NOT),
        ("next_gen_it", 300, 10000, OPEN),
        ("next_gen_it", 299, 9999, MET),
        (None, 299, None, MET),
        (None, 300, None, OPEN),
        ("rail", None, 39999, MET),
    ],
)
def test_only_small_and_medium_firms_may_apply(sector, employees, revenue, state):
    given = {"sector": sector, "employees": employees, "revenue": revenue}
    answers = {key: value for key, value in given.items() if value is not None}
    assert criterion("srdi", "size", answers)["state"] == state


@pytest.mark.parametrize("bar", ["abnormal_list", "dishonesty_list", "restricted_product", "serious_event"])
def test_a_bar_rules_out_every_title(bar):
    for id in ("tech_sme", "innovative", "srdi", "little_giant"):
        assert title(id, {"bars": [bar]})["verdict"] == NOT
        assert criterion(id, "bars", {"bars": ["none"]})["state"] == MET
