"""Specimen of S24, incentives: who helps at a smaller share does so at a larger one."""

from __future__ import annotations

from math import exp, log
from types import SimpleNamespace

import pytest

from sim.language.quantity import Share
from sim.mechanisms.units import incentives
from sim.mechanisms.units.incentives import MONTH_MS, Incentives
from tests.lifecycle.test_hooks import plan
from tests.mechanisms.specimen import DOWN, SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.party_members.members=200",
        "mechanisms.party_members.solved=400 per person per year",
        "staff.community_desks.total=8",
        "mechanisms.incentives.enabled=true",
        "mechanisms.incentives.begins=0.05",
    ),
    moves=("members_share", DOWN),
    side_effect=("utilisation_community", UP),
    drawn={
        "begins": SHARES,
        "stays": (0.5, 0.01, 1),
        "joins": SHARES,
        "points": (0.3, 0, 1),
        "novelty": ("26 weeks", "1 day"),
        "hour": ("5 yuan",),
    },
    nothing={
        "all stay and nobody joins": of("incentives", points=0.3, hour="5 yuan"),
        "who goes is replaced": of("incentives", stays=0.5, joins=1),
    },
    contradictions=(
        (
            "mechanisms: {incentives: {enabled: true, points: 0.3}}",
            "mechanisms.incentives.hour: points cost nothing",
        ),
    ),
)


def test_of_154_stewards_without_joiners_half_are_left_after_three_years_and_a_month() -> None:
    there = Incentives(enabled=True, stays=Share.of(0.8)).there(40)
    assert there[12] == pytest.approx(0.8)
    assert 154 * there[37] == pytest.approx(77, abs=1)


def test_those_who_join_hold_a_level_below_which_nobody_falls() -> None:
    level = 0.015 / (1.0 - exp(log(0.8) / 12))
    assert Incentives(enabled=True, stays=Share.of(0.8), joins=Share.of(0.015)).there(400)[-1] == pytest.approx(
        level, abs=1e-3
    )


def test_points_buy_time_and_no_level() -> None:
    plain = Incentives(enabled=True, stays=Share.of(0.8), joins=Share.of(0.015)).there(400)
    points = Incentives(enabled=True, stays=Share.of(0.8), joins=Share.of(0.015), points=Share.of(0.6)).there(400)
    assert points[6] > plain[6] + 0.01
    assert points[-1] == pytest.approx(plain[-1], abs=1e-3)


def test_who_comes_at_a_smaller_share_comes_at_a_larger_one() -> None:
    came = []
    for share in (0.3, 0.7, 1.0):
        rules = plan(incentives=SimpleNamespace(there=[share]))
        came.append({k for k in range(500) if incentives.member_is_there(rules, 2, k, 0)})
    assert came[0] < came[1] < came[2]
    assert len(came[0]) == pytest.approx(150, abs=40)


def test_the_share_is_that_of_the_month_and_the_last_one_after() -> None:
    rules = plan(incentives=SimpleNamespace(there=[1.0, 0.5]))
    times = (-5, 0, int(MONTH_MS) - 1, int(MONTH_MS) + 1, int(9 * MONTH_MS))
    assert [incentives.there(rules, now) for now in times] == [1.0, 1.0, 1.0, 0.5, 0.5]
