"""A stationary stock: the first weeks are like all others, in what occurs, in what comes back and in what is unseen."""

from __future__ import annotations

import numpy as np
import pytest

from sim.kinds import NOBODY, IssueState
from sim.scenario.load import load
from tests.engines.runs import Ran, run
from tests.plain import PLAIN

DAY = 86_400_000
WEEKS, REPLICATIONS = 6, 6
QUIET = "0 per 1000 residents per year"
FAR_AHEAD = 1 << 60


def a_hazard_alone(*sets: str) -> list[Ran]:
    """Weeks of litter alone, found by patrol and fixed on the spot, at a rate at which none is absorbed."""
    others = [name for name in load("village-square").scenario.hazards if name != "litter"]
    alone = [f"hazards.{name}.rate={QUIET}" for name in others]
    litter = {"rate": "150 per 1000 residents per year", "noticed": "0 per day", "fixed_on_the_spot": "1", "heals": ""}
    alone += [f"hazards.litter.{key}={value or 'null'}" for key, value in litter.items()]
    plain = [f"consultations={QUIET}", "calendar.holidays=[]", "calendar.workdays=[]"]
    times = ["run.stock=stationary", "run.warmup=0 d", f"run.length={WEEKS} weeks", "run.followup=0 d"]
    scenario = load("village-square", [*PLAIN, *alone, *plain, *times, *sets]).scenario
    return [run(scenario, replication) for replication in range(REPLICATIONS)]


def by_week(ran: Ran, generation: int) -> np.ndarray:
    """Issues of a generation or later that occurred in each week."""
    issues = ran.issues[(ran.issues["state"] != IssueState.ABSORBED) & (ran.issues["generation"] >= generation)]
    counted: np.ndarray = np.histogram(issues["occurred"], np.arange(WEEKS + 1) * 7 * DAY)[0]
    return counted


def unseen(ran: Ran) -> list[int]:
    """Issues that are there and known to nobody at the beginning of each week, and at the end."""
    occurred, detected = ran.issues["occurred"], ran.issues["detected"].replace(NOBODY, FAR_AHEAD)
    return [int(((occurred <= at) & (detected > at)).sum()) for at in np.arange(WEEKS + 1) * 7 * DAY]


def test_what_recurs_comes_back_from_the_first_week_on() -> None:
    """Half recurs 20 days after its end: with nothing pending the first two weeks had half of the rate."""
    runs = a_hazard_alone("hazards.litter.recurs.share=0.5", "hazards.litter.recurs.after=20 days")
    for generation, share in ((0, 1.0), (1, 0.5)):
        weeks = np.sum([by_week(ran, generation) for ran in runs], axis=0)
        expected = share * 0.150 * runs[0].scenario.population.residents.value / 365 * 7 * REPLICATIONS
        spread = 1 + 0.25**2 * expected / 7 / REPLICATIONS  # of a day's factor
        assert (np.abs(weeks - expected) < 4.5 * np.sqrt(expected * spread)).all(), (generation, weeks, expected)


@pytest.mark.parametrize(
    "sets",
    [
        ("hazards.litter.seen_per_pass=0.8",),
        ("hazards.litter.seen_per_pass=0.1",),
        ("hazards.litter.seen_per_pass=0.8", "mechanisms.density.split=same_round", "staff.grid_workers.count=84"),
    ],
    ids=["seen soon", "seen late", "two on a round"],
)
def test_as_much_is_unseen_at_the_start_as_later(sets: tuple[str, ...]) -> None:
    found = np.sum([unseen(ran) for ran in a_hazard_alone("hazards.litter.recurs=null", *sets)], axis=0)
    later = found[2:].mean()
    assert abs(found[0] - later) < 4.5 * np.sqrt(later * 1.2), found
