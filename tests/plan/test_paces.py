"""Paces: as many notice on a day as its factor says, and where all days are alike nothing is asked."""

from __future__ import annotations

import numpy as np
import pytest

from sim.lifecycle.hooks import noticing
from sim.lifecycle.things import Issue
from sim.plan.lower import lower
from sim.plan.paces import MEAN_DAY
from sim.scenario.load import load
from tests.plain import PLAIN

DAYS = 40
BRIEF = ("run.stock=empty", "run.warmup=0 days", f"run.length={DAYS} days", "run.followup=0 days")
A_DAY = 400


@pytest.mark.parametrize("hours", ["07:00-22:30", "18:00-02:00"])
def test_as_many_notice_on_a_day_as_its_factor_says(hours: str) -> None:
    """Possible reports at a mean of 400 a day are Poisson on each day, with mean 400 x factor."""
    sets = ("profiles.noticing_day_spread=0.5", f"mechanisms.reporting.awake={hours}")
    plan = lower(load("village-square", [*PLAIN, *BRIEF, *sets]).scenario, 0)[0].readable()
    hazard, issue, now, counts = plan.hazards[0], Issue(key=3), 0, np.zeros(DAYS)
    hazard = hazard._replace(notice_gap=hazard.waking / A_DAY)
    while (now := noticing.next_notice(plan, hazard, issue, now)) < DAYS * 86_400_000:
        counts[now // 86_400_000] += 1
        issue.notices += 1
    factors = np.diff(plan.paces)[:DAYS] / MEAN_DAY
    assert factors.std() == pytest.approx(0.5, rel=0.35)
    assert (np.abs(counts - A_DAY * factors) <= 4.5 * np.sqrt(A_DAY * factors) + 2).all()
    assert factors.mean() == pytest.approx(1, abs=4.5 * 0.5 / DAYS**0.5)


def test_days_are_alike_where_nothing_is_said() -> None:
    assert lower(load("village-square", [*PLAIN, *BRIEF]).scenario, 0)[0].paces.tolist() == [0]
