"""The size standard at its boundaries: a bound that is reached is met; both bounds count."""

import pytest

from wizard.loading import load
from wizard.size import size_class


@pytest.mark.parametrize(
    ("sector", "staff", "revenue", "expected"),
    [
        ("rail", 1000, 40000, "large"),
        ("rail", 999, 40000, "medium"),
        ("rail", 1000, 39999, "medium"),
        ("rail", 300, 2000, "medium"),
        ("rail", 299, 2000, "small"),
        ("rail", 300, 1999, "small"),
        ("rail", 20, 300, "small"),
        ("rail", 19, 300, "micro"),
        ("rail", 20, 299, "micro"),
        ("software_services", 300, 10000, "large"),
        ("software_services", 100, 999, "small"),
        ("software_services", 9, 5000, "micro"),
        ("next_gen_it", 9, 10, "micro"),
        ("next_gen_it", 50, 500, "small"),
        ("next_gen_it", 500, 20000, None),
        ("other", 5, 10, "micro"),
        ("rail", 10, None, "micro"),
        ("rail", None, 100, "micro"),
        ("rail", 500, None, None),
        ("rail", None, None, None),
        (None, 50, 500, None),
    ],
)
def test_size(sector, staff, revenue, expected):
    given = {"sector": sector, "employees": staff, "revenue": revenue}
    assert size_class({key: value for key, value in given.items() if value is not None}, load()) == expected
