"""Measures of zones and groups, on tables small enough to be worked out by hand."""

from __future__ import annotations

import math

import pytest

from sim.measures.catalogue import MEASURES
from tests.measures.frames import case, issue, tables

FOUND = {"detected_at": "2024-05-07"}
ISSUES = [
    issue("2024-05-06", zone="market"),
    issue("2024-05-06", zone="market", **FOUND),
    issue("2024-05-06", zone="park", **FOUND),
    issue("2024-05-06", **FOUND),
    issue("2024-05-06", group="old", hazard="estate"),
    issue("2024-05-06", group="old", hazard="pensions"),
    issue("2024-05-06", hazard="estate", **FOUND),
    issue("2024-05-06", hazard="estate"),
]
CASES = [
    case(
        "2024-05-06", group="old", stream="request", responded_at="2024-05-09", closed_at="2024-05-10", petitioned=True
    ),
    case("2024-05-08", group="old", stream="request"),
    case("2024-05-06", stream="request", responded_at="2024-05-07", petitioned=True),
    case("2024-05-06", stream="request", closed_at="2024-05-09"),
    case("2024-05-06", stream="street_order", responded_at="2024-05-10"),
]
YEAR = 365 / 7


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("never_reported_share_zones", 1 / 3),
        ("never_reported_share_no_zone", 3 / 5),
        ("never_reported_spread_zones", 3 / 5),
        ("never_reported_share_groups", 1.0),
        ("never_reported_gap_groups", 0.5),
        ("contact_mean_d_groups", (3 + 12) / 2),
        ("contact_gap_d_groups", (3 + 12) / 2 - (1 + 3) / 2),
        ("closing_mean_d_groups", (4 + 12) / 2),
        ("petitions_per_1000_members", YEAR / 0.2),
        ("petitions_gap_groups", YEAR / 0.2 - YEAR / 0.8),
    ],
)
def test_groups_and_zones_are_told_beside_the_others(name: str, value: float) -> None:
    """Without an answer a case counts to its closing or to 20 May; 200 of 1,000 residents are members."""
    (watched,) = tables(issues=ISSUES, cases=CASES, districts=[{"members": 200}]).replications()
    assert MEASURES[name](watched) == pytest.approx(value)


@pytest.mark.parametrize("name", ["never_reported_spread_zones", "never_reported_share_groups", "contact_gap_d_groups"])
def test_without_zones_and_groups_there_is_nothing_to_tell(name: str) -> None:
    (watched,) = tables(issues=[issue("2024-05-06")], cases=[case("2024-05-06")]).replications()
    assert math.isnan(MEASURES[name](watched))
