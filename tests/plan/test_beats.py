"""Beats: every site is walked by somebody, rounds add up to the route, and only those present stand in for others."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from sim.kinds import NOBODY
from sim.plan.beats import Beats, WorkerDays, lay_beats, worker_grids
from sim.plan.lower import draws_of
from sim.plan.rosters import DutyRosters
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.world.grids import GridLayout, cut_grids
from sim.world.ground import Ground, build_ground
from tests.plain import PLAIN

GRIDS, WORKERS = "grids.count=", "staff.grid_workers.count="
COUNTS = [(42, 44), (42, 42), (42, 100), (42, 17), (42, 3), (4, 9), (300, 44), (1, 1), (2, 5)]


@cache
def laid(grids: int, workers: int, *sets: str) -> tuple[Scenario, Ground, GridLayout, Beats]:
    scenario = load("village-square", [*PLAIN, f"{GRIDS}{grids}", f"{WORKERS}{workers}", *sets]).scenario
    ground = build_ground(scenario)
    cut = cut_grids(scenario, ground)
    return scenario, ground, cut, lay_beats(scenario, ground, cut)


def ms_of_route(scenario: Scenario, grids: GridLayout) -> float:
    return float(grids.route_m.sum() / (scenario.mechanisms.patrol.speed.value / 1000.0))


@pytest.mark.parametrize(("grids", "workers"), COUNTS)
def test_each_worker_has_a_beat_and_each_gridded_site_a_worker(grids: int, workers: int) -> None:
    _, ground, cut, beats = laid(grids, workers)
    assert len(beats.records) == len(beats.community) == workers
    walked = beats.of_site >= 0
    communities_with_hands = np.isin(ground.community, beats.community) & (cut.of_site >= 0)
    assert (walked == communities_with_hands).all()
    assert (ground.community[walked] == beats.community[beats.of_site[walked]]).all()
    assert set(beats.of_site[walked].tolist()) == set(range(workers))


@pytest.mark.parametrize(("grids", "workers"), [c for c in COUNTS if c[0] >= 4 and c[1] >= 4])
def test_rounds_add_up_to_the_route(grids: int, workers: int) -> None:
    scenario, _, cut, beats = laid(grids, workers)
    assert beats.records["lap"].sum() == pytest.approx(ms_of_route(scenario, cut), abs=workers)


def test_workers_on_one_round_walk_all_of_it() -> None:
    scenario, _, cut, beats = laid(42, 100, "mechanisms.density.split=same_round")
    hands = np.bincount([own[0] for own, _, _ in worker_grids(scenario, cut)])
    walked = (cut.route_m * hands).sum() / (scenario.mechanisms.patrol.speed.value / 1000.0)
    assert beats.records["lap"].sum() == pytest.approx(walked, abs=100)
    followed = beats.records["next_on_round"] >= 0
    assert followed.sum() == 100 - 42
    assert (beats.records["lap"][followed] == beats.records["lap"][beats.records["next_on_round"][followed]]).all()


def test_further_workers_go_where_most_households_fall_to_one() -> None:
    scenario, _, cut, _ = laid(42, 60)
    hands = np.bincount([own[0] for own, _, _ in worker_grids(scenario, cut)])
    least_shared = cut.households[hands > 1].min()
    assert hands.max() == 2
    assert (cut.households[hands == 1] <= least_shared).all()


def test_with_fewer_workers_neighbouring_grids_are_walked_together() -> None:
    scenario, _, cut, _ = laid(42, 17)
    beats = worker_grids(scenario, cut)
    assert sorted(g for own, _, _ in beats for g in own) == list(range(42))
    assert all(len(set(cut.community[own].tolist())) == 1 for own, _, _ in beats)
    assert all(own == list(range(own[0], own[0] + len(own))) for own, _, _ in beats)


def test_sites_are_passed_evenly_along_a_round() -> None:
    _, _, _, beats = laid(42, 44)
    for beat in range(44):
        parts = np.sort(beats.lap_part[beats.of_site == beat])
        assert parts == pytest.approx((np.arange(len(parts)) + 0.5) / len(parts))


@cache
def days(cover: float, *sets: str) -> tuple[WorkerDays, Beats]:
    scenario, _, _, beats = laid(42, 44, f"mechanisms.density.cover={cover}", "staff.grid_workers.absence=0.2", *sets)
    draw = draws_of(scenario, 0)
    return WorkerDays(
        scenario,
        DutyRosters(scenario, 70),
        beats,
        draw.absence,
        draw.away_block,
        draw.walk_begins,
        [[] for _ in beats.key],
    ), beats


def test_only_a_colleague_who_is_there_covers_and_only_one_beat_a_day() -> None:
    on, beats = days(0.5)
    present = [set(periods[:, 2].tolist()) for periods in on.present]
    coverers, dates = np.nonzero(on.cover != NOBODY)
    covered = on.cover[coverers, dates]
    assert len(covered) > 100
    assert len(set(zip(covered, dates, strict=True))) == len(covered)
    for coverer, day, absent in zip(coverers, dates, covered, strict=True):
        assert coverer != absent
        assert beats.community[coverer] == beats.community[absent]
        assert day in present[coverer]
        assert day not in present[absent]


def test_nobody_covers_where_nobody_must() -> None:
    off, _ = days(0.0)
    assert off.cover is None
    _, stints = off.field(0)
    assert (stints["cover"] == 0).all()


def test_cover_is_a_share_of_the_patrol() -> None:
    on, _ = days(0.5)
    planned = np.concatenate([on.field(worker)[1] for worker in range(44)])
    covering = planned[planned["covered"] >= 0]
    assert len(covering) > 0
    assert (covering["cover"] == covering["patrol"] // 2).all()


def test_time_in_the_field_is_duty_less_desk_and_line() -> None:
    on, _ = days(0.5)
    workers = on.scenario.staff.grid_workers
    for worker in range(0, 44, 7):
        intervals, _ = on.field(worker)
        on_duty = (on.present[worker][:, 1] - on.present[worker][:, 0]).sum()
        field = (intervals[:, 1] - intervals[:, 0]).sum()
        indoors = (workers.desk.value + workers.line.value) / (7.5 * 3_600_000)
        assert field == pytest.approx(on_duty * (1.0 - indoors), rel=1e-6)
        assert (intervals[1:, 0] >= intervals[:-1, 1]).all()


def test_walks_begin_anywhere_in_the_slack_of_a_period() -> None:
    """Slack before the walk is a drawn part of what is not walked: evenly from none to all. As much is walked."""
    spread = days(0.5, "mechanisms.patrol.spread=1")[0]
    parts, slack = [], spread.scenario.mechanisms.patrol.slack.value
    for worker in range(0, 44, 4):
        intervals, stints = spread.field(worker)
        for number in np.unique(stints["period"]):
            mine = stints["period"] == number
            first = {name: int(stints[name][mine][0]) for name in ("patrol", "visits", "cover", "before")}
            left = (intervals[mine, 1] - intervals[mine, 0]).sum() - first["patrol"] - first["visits"] - first["cover"]
            parts.append(first["before"] / left / (1 - slack))
            walked = (left - first["before"]) * stints["slack_permille"][mine][0] / 1000
            assert walked == pytest.approx(slack * left, abs=left / 1000)
    assert len(parts) > 500
    assert np.quantile(parts, [0, 0.25, 0.5, 0.75, 1]) == pytest.approx([0, 0.25, 0.5, 0.75, 1], abs=0.06)
    assert not days(0.5)[0].field(0)[1]["before"].any()


def test_rounds_may_begin_anywhere() -> None:
    """The same order of places, from a drawn one on: each beat's parts are moved by one number."""
    moved, plain = (laid(42, 44, *sets)[3] for sets in (("mechanisms.patrol.start=drawn",), ()))
    by = (plain.lap_part - moved.lap_part) % 1.0
    begins = np.array([by[plain.of_site == beat].mean() for beat in range(44)])
    assert np.ptp([np.ptp(by[plain.of_site == beat]) for beat in range(44)]) < 1e-9
    assert begins.std() == pytest.approx(12**-0.5, rel=0.3)
