"""Assessment: scores and pressure by their formulas, the median of peers, and months in two passes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import NOBODY, StationKind
from sim.lifecycle.oversight import assessment
from sim.lifecycle.things import Issue, Station
from sim.mechanisms import assessment as rules
from tests.lifecycle.recording import Recording

TEAM, DEPARTMENT, WORKER = StationKind.STREET, StationKind.DEPARTMENT, StationKind.WORKER


def plan(*rated_with: int, **own: Any) -> Any:
    """Only the share on time counts, of what fell due, against the median, unless told otherwise."""
    plain = {
        "weight": 1.0, "target": NOBODY, "margin": 20, "scale": 100, "of_due": 1, "on_time": 1.0, "said_solved": 0.0,
        "satisfied": 0.0, "keeps": 0.5,
    }  # fmt: skip
    inspection = SimpleNamespace(feeds=0.0)
    return SimpleNamespace(
        assessment=SimpleNamespace(**{**plain, **own}), rated_with=rated_with, inspection=inspection,
        roll_out=SimpleNamespace(placed=0),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("own", "counted", "untrue", "score"),
    [
        ({}, {"in_time": 3, "missed": 1, "closed": 9}, 0.0, 750),
        ({"of_due": 0}, {"in_time": 3, "missed": 1, "closed": 9}, 0.0, 333),
        ({}, {"in_time": 3, "missed": 1}, 1.0, 500),
        ({}, {"in_time": 1, "missed": 1}, 2.0, 0),
        ({}, {}, 0.0, NOBODY),
        # (0.3 x 1/2 + 0.35 x 4/5 + 0.35 x 3/5) / 1
        (
            {"on_time": 0.3, "said_solved": 0.35, "satisfied": 0.35},
            {"in_time": 1, "missed": 1, "called": 5, "solved": 4, "pleased": 3}, 0.0, 640,
        ),
        # nothing fell due: what residents say is all
        ({"said_solved": 1.0, "satisfied": 1.0}, {"called": 5, "solved": 4, "pleased": 3}, 0.0, 700),
        ({"said_solved": 1.0, "satisfied": 1.0}, {"in_time": 1}, 0.0, 1000),
    ],
)  # fmt: skip
def test_a_score_is_the_weighted_mean_of_the_rates_that_have_cases(
    own: dict[str, Any], counted: dict[str, int], untrue: float, score: int
) -> None:
    assert rules.score(plan(**own), Station(**counted), untrue) == score


@pytest.mark.parametrize(
    ("score", "benchmark", "pressure"),
    [
        (900, 950, 0.2 + 0.5 * 0.7),
        (970, 950, 0.2),
        (980, 950, 0.2),
        (820, 950, 0.7),  # full from 100 below what is wanted on
        (100, 950, 0.7),
        (NOBODY, 950, 0.2),
        (900, NOBODY, 0.2),
    ],
)
def test_pressure_halves_and_grows_with_what_is_missing(score: int, benchmark: int, pressure: float) -> None:
    unit = Station(score=score, pressure=0.4)
    assert rules.pressure_after(plan(), unit, benchmark) == pytest.approx(pressure)


def test_effort_wears_off_under_pressure_and_comes_back() -> None:
    assert rules.novelty_after(plan(), Station(pressure=0.3, novelty=0.8)) == 0.4
    assert rules.novelty_after(plan(), Station(pressure=0.0, novelty=0.4)) == pytest.approx(0.7)
    tired = SimpleNamespace(assessment=SimpleNamespace(effort=0.25))
    assert rules.pace(tired, Station(pressure=1.0, novelty=1.0), Issue()) == 0.8
    assert rules.pace(tired, Station(pressure=0.0, novelty=1.0), Issue()) == 1.0
    assert rules.pace(tired, Station(pressure=0.5, novelty=0.5), Issue()) == pytest.approx(1 / (1 + 0.25 / 4))
    elsewhere = Issue(adopted=~(1 << rules.NUMBER))
    assert rules.pace(tired, Station(pressure=1.0, novelty=1.0), elsewhere) == 1.0


def test_pressure_that_lasts_comes_near_the_weight() -> None:
    """P' = P / 2 + weight / 2: from nothing 1/2, 3/4, 7/8 of it."""
    unit = Station(score=0)
    for share in (0.5, 0.75, 0.875):
        unit.pressure = rules.pressure_after(plan(weight=0.8), unit, 900)
        assert unit.pressure == pytest.approx(0.8 * share)


QUOTA = {"silent": 0.0, "quota": 9, "trifles": 1.0, "slack": 1.0}


@pytest.mark.parametrize(
    ("own", "booked", "small", "chance"),
    [
        ({}, 5, 1, 1.0),
        ({"silent": 0.5}, 0, 0, 0.8),  # half of the pressure of 0.4 keeps silent
        ({"silent": 0.5, "quota": -1, "slack": 0.0, "trifles": 0.0}, 50, 1, 0.8),  # no quota, nothing to reach
        ({"trifles": 0.3}, 4, 1, 1.0),  # behind the quota of 9, of which 5 are due, all is booked
        ({"trifles": 0.3}, 5, 1, 0.3),  # once it is kept up with, few trifles
        ({"trifles": 0.3}, 5, 0, 1.0),  # but what is no trifle
        ({"trifles": 0.3, "slack": 0.5}, 8, 1, 0.3),
        ({"trifles": 0.3, "slack": 0.5}, 9, 1, 0.5),  # past the quota all are alike
        ({"trifles": 0.3, "slack": 0.5}, 9, 0, 0.5),
        ({"silent": 0.5, "trifles": 0.3}, 5, 1, 0.24),
        ({"silent": 0.5, "slack": 0.5}, 9, 0, 0.4),
        ({"slack": 0.0}, 9, 0, 0.0),
        ({"slack": 0.5, "quota": 0}, 0, 0, 0.5),  # a quota of none is passed by the first
    ],
)
def test_a_worker_books_by_pressure_and_by_the_quota(
    own: dict[str, float], booked: int, small: int, chance: float
) -> None:
    """Of 4,000 finds, each with a draw of its own; within four and a half standard errors."""
    section = SimpleNamespace(**{**QUOTA, **own})
    town = SimpleNamespace(assessment=section, draw=SimpleNamespace(booked=1))
    worker, kind = Station(pressure=0.4, booked=booked), SimpleNamespace(small=small)
    finds = [rules.books(town, kind, Issue(key=key, finds=key % 3), worker, 5.0) for key in range(4000)]
    assert sum(finds) / 4000 == pytest.approx(chance, abs=4.5 * (chance * (1.0 - chance) / 4000) ** 0.5)


@pytest.mark.parametrize(
    ("scores", "median"), [((700,), 700), ((700, 900), 700), ((900, 700, 800), 800), ((700, NOBODY, 900), 700)]
)
def test_the_benchmark_is_the_lower_median_of_scored_units_of_a_kind(scores: tuple[int, ...], median: int) -> None:
    teams = [Station(kind=TEAM, score=score) for score in scores]
    others = [Station(kind=DEPARTMENT, score=100), Station(kind=WORKER, score=200)]
    sim = Recording(plan=plan(*range(len(teams) + 2)), stations=[*teams, *others])
    assert assessment.benchmark(sim, 0) == median
    target = Recording(plan=plan(*range(len(teams) + 2), target=930), stations=[*teams, *others])
    assert assessment.benchmark(target, 0) == 930


def test_a_month_sums_what_a_unit_counted_scores_all_and_then_moves_all() -> None:
    """Two workers of one unit with 1 of 2 in time; two teams with 1 of 1 and 0 of 1; helpers, who are not rated."""
    stations = [
        Station(number=0, kind=WORKER, in_time=1), Station(number=1, kind=WORKER, missed=1, booked=7),
        Station(number=2, kind=TEAM, in_time=1), Station(number=3, kind=TEAM, missed=1),
        Station(number=4, kind=StationKind.MEMBERS, in_time=3),
    ]  # fmt: skip
    sim = Recording(plan=plan(0, 0, 2, 3, NOBODY, target=1000), stations=stations, now=5)
    assessment.on_month(sim)
    assert [one.score for one in stations] == [500, NOBODY, 1000, 0, NOBODY]
    assert [one.pressure for one in stations] == [0.5, 0.5, 0.1, 0.5, 0.0]
    assert [(row[-2], row[-1]) for row in sim.rows] == [(0, 5_000_500), (2, 10_000_100), (3, 500)]
    assert not any(one.in_time + one.missed + one.booked for one in stations)
