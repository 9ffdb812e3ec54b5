"""Measures of when things are reported and found, on tables worked out by hand."""

import math
from dataclasses import replace

import numpy as np
import pytest

from sim.measures.catalogue import MEASURES
from sim.measures.happening.rhythm import by_hour
from tests.measures.frames import case, tables

DAYS = ("2024-05-06", "2024-05-07", "2024-05-08", "2024-05-09", "2024-05-10")


def watched(cases):
    (its,) = tables(cases=cases).replications()
    return its


def value(name, cases):
    return MEASURES[name](watched(cases))


def reports(counts):
    return [case(f"{day}T10:00", source="resident") for day, n in zip(DAYS, counts, strict=True) for _ in range(n)]


def test_variation_from_day_to_day_is_what_chance_would_not_give():
    counts = [10, 30, 10, 30, 20]
    mean, between = 20, (400 + 400 + 400 + 100) / 4 / 2
    assert value("day_variation_reports", reports(counts)) == pytest.approx(math.sqrt(between - mean) / mean)


def test_days_that_differ_less_than_by_chance_do_not_vary():
    assert value("day_variation_reports", reports([20, 21, 20, 19, 20])) == 0


def test_only_residents_on_working_days_of_the_window_count():
    counts = [10, 30, 10, 30, 20]
    others = [case("2024-05-06T10:00") for _ in range(50)]  # found by patrol
    weekend = [case("2024-05-11T10:00", source="resident") for _ in range(50)]
    later = [case("2024-05-14T10:00", source="resident") for _ in range(50)]
    alone = value("day_variation_reports", reports(counts))
    assert value("day_variation_reports", [*reports(counts), *others, *weekend, *later]) == alone


def test_a_day_without_any_is_a_day():
    assert value("day_variation_reports", reports([10, 0, 10, 0, 10])) > 0


def test_the_profile_of_the_day_is_a_share_of_each_hour():
    hours = ("00:30", "01:59", "08:00", "08:30", "11:59", "12:00", "21:59", "22:00")
    cases = [case(f"2024-05-06T{hour}", source="resident") for hour in hours]
    cases += [case("2024-05-06T09:00"), case("2024-05-06T09:30"), case("2024-05-06T10:00")]
    profile = by_hour(watched(cases), "resident")
    assert profile[8] == 2 / 8 and profile.sum() == pytest.approx(1)
    assert value("largest_hour_share_reports", cases) == 2 / 8
    assert value("reports_night_share", cases) == 3 / 8
    assert value("reports_morning_share", cases) == 3 / 8
    assert value("largest_hour_share_finds", cases) == pytest.approx(2 / 3)


def test_a_time_before_1970_has_its_hour_too():
    its = watched([case("1969-12-31T23:15", source="resident")])
    early = replace(its, district=its.district.assign(window_from=np.datetime64("1969-12-31", "ms")))
    assert by_hour(early, "resident")[23] == 1
