"""Warnings from repeats: when a place is warned of, who repairs, and what does not come there any more."""

from __future__ import annotations

from typing import Any

from sim.language.units import DAY_MS
from tests.engines.runs import Ran, ran

TOWN = (
    "population.households=600",
    "population.residents=1560",
    "territory.places=20",
    "hazards.litter.rate=600 per 1000 residents per year",
    "run.warmup=0 days",
    "run.length=4 weeks",
    "run.followup=1 week",
)
WARN = ("mechanisms.platform.enabled=true", "mechanisms.platform.warns=true", "mechanisms.platform.within=9 days")
REPAIRS = (
    "mechanisms.prevention.enabled=true",
    "mechanisms.prevention.roots={hazards: [litter], after: 1000, effort: 1, takes: 1 h, cut: 1}",
)


def warned() -> Ran:
    return ran(*TOWN, *WARN, *REPAIRS)


def by_place(ran: Ran) -> dict[int, list[Any]]:
    """Cases about litter of each site in the order in which they were opened: time (ms) and number."""
    cases = ran.cases[ran.cases["hazard"] == ran.hazard("litter")]
    sites = ran.issues["site"].to_numpy()[cases["issue"]]
    places: dict[int, list[Any]] = {}
    for site, number, reported in zip(sites.tolist(), cases.index.tolist(), cases["reported"].tolist(), strict=True):
        places.setdefault(site, []).append((reported, number))
    return {site: sorted(its) for site, its in places.items()}


def test_a_place_is_warned_of_with_the_third_case_in_nine_days_and_counted_anew() -> None:
    expected = []
    for cases in by_place(warned()).values():
        counted: list[int] = []
        for reported, number in cases:
            counted.append(reported)
            if len(counted) >= 3 and reported - counted[-3] <= 9 * DAY_MS:
                expected.append(number)
                counted = []
    assert len(expected) > 3
    assert sorted(warned().rows("warned")["case"]) == sorted(expected)


def test_each_place_is_repaired_once_and_then_no_primary_issue_comes_there() -> None:
    ran = warned()
    done = ran.rows("root_done")
    site_of = dict(zip(ran.cases.index, ran.issues["site"].to_numpy()[ran.cases["issue"]], strict=True))
    repaired = {site_of[case]: time for case, time in zip(done["case"], done["time_ms"], strict=True)}
    assert len(done) and len(repaired) == len(done)
    litter = ran.issues[ran.issues["hazard"] == ran.hazard("litter")]
    after = litter[litter["occurred"] > litter["site"].map(repaired)]
    assert len(after) > 5
    assert (after["state"] == 4).all(), "all are prevented"


def test_a_warning_without_repair_changes_nothing_but_its_row() -> None:
    """Repairs in vain: as many cases as without, and the rows of the warnings beside them."""
    idle = ran(*TOWN, *WARN, *REPAIRS, "mechanisms.prevention.roots.takes=3000 days").log
    without = idle[idle["activity"] != "warned"].reset_index(drop=True)
    assert without.equals(ran(*TOWN).log) and len(without) < len(idle)
