"""Measures of other eyes, on tables small enough to be worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from sim.language.units import DAY_MS
from sim.measures.catalogue import MEASURES
from sim.measures.organisation import worker_hours
from sim.measures.tables import Organisation
from sim.scenario.load import load
from tests.measures.frames import case, issue, tables, weekdays

WALKED = Organisation(
    workers=weekdays("2024-05-06", 14), steward_h_per_week=30.0, cadre_h_per_week=8.0, warned_within_ms=3 * DAY_MS
)
CASES = [
    case("2024-05-06T09:00", source="steward"),
    case("2024-05-06T19:00", source="steward"),
    case("2024-05-05T19:00", source="steward"),
    case("2024-05-07T19:00", source="camera"),
    case("2024-05-07T20:00", source="talk"),
    case("2024-05-08T20:00", source="talk"),
    case("2024-05-08T20:00", source="service"),
    case("2024-05-08T20:00"),
]
ISSUES = [
    issue("2024-05-04", ended_at="2024-05-11T10:00", state="fixed", fixed_by="stewards"),
    issue("2024-05-04", ended_at="2024-05-04T10:00", state="fixed", fixed_by="stewards"),
    issue("2024-05-04", ended_at="2024-05-07T10:00", state="fixed", fixed_by="grid"),
]


def value(name: str, **rows: list[dict[str, Any]]) -> float:
    (watched,) = replace(tables(**rows), organisation=WALKED).replications()
    return MEASURES[name](watched)


@pytest.mark.parametrize(
    ("name", "found"),
    [("found_by_stewards_per_year", 3 * 365 / 7), ("fixed_by_stewards_per_year", 365 / 7),
     ("stewards_off_duty_share", 2 / 3), ("steward_h_per_find", 10.0), ("found_by_cameras_per_year", 365 / 7),
     ("found_in_talks_per_year", 2 * 365 / 7), ("cadre_h_per_find", 4.0), ("found_by_service_per_year", 365 / 7)],
)  # fmt: skip
def test_what_others_find_is_counted_by_who_and_when(name: str, found: float) -> None:
    """Two stewards' reports of the week, one at an hour of duty, and a fix on Saturday; two issues heard in talks."""
    assert value(name, cases=CASES, issues=ISSUES) == pytest.approx(found)


def at_places(*places: tuple[str, int]) -> dict[str, list[dict[str, Any]]]:
    """Cases by moment, each with an issue of its own at a site."""
    cases = [case(moment, root=root, hazard="litter") for root, (moment, _) in enumerate(places)]
    issues = [issue(moment, root=root, hazard="litter", site=site) for root, (moment, site) in enumerate(places)]
    return {"cases": cases, "issues": issues}


def test_the_third_case_at_a_place_in_time_is_warned_of() -> None:
    """At site 1 the third comes in three days and a fourth follows; at site 2 they come too slowly; at site 3 the
    third is warned of and no other follows, and counting begins anew."""
    soon = [(f"2024-05-0{day}", 1) for day in (5, 6, 7, 9)]
    slow = [("2024-05-06", 2), ("2024-05-08", 2), ("2024-05-10", 2)]
    last = [(f"2024-05-0{day}T12:00", 3) for day in (6, 7, 8)]
    rows = at_places(*soon, *slow, *last)
    assert value("repeat_warnings_per_year", **rows) == pytest.approx(2 * 365 / 7)
    assert value("repeat_warnings_hit_share", **rows) == pytest.approx(1 / 2)


def test_a_warning_is_judged_when_it_was_followed_for_so_long() -> None:
    rows = at_places(*[(f"2024-05-1{day}", 1) for day in (0, 1, 2)])
    assert value("repeat_warnings_hit_share", **rows) == 0.0
    (watched,) = replace(tables(**rows), organisation=WALKED._replace(warned_within_ms=9 * DAY_MS)).replications()
    assert math.isnan(MEASURES["repeat_warnings_hit_share"](watched))


def test_workers_are_on_duty_when_any_shift_is() -> None:
    """Of the presets' workers some work on each day; hours overlap and are told once."""
    hours = worker_hours(load("village-square", ["run.length=1 week", "run.warmup=0 d", "run.followup=0 d"]).scenario)
    first = [str(each) for each in hours.intervals[:2].ravel()]
    assert [moment[11:16] for moment in first] == ["08:30", "12:00", "14:00", "18:00"]
    assert (hours.intervals[1:, 0] > hours.intervals[:-1, 1]).all()
