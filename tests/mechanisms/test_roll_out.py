"""Roll-out: adopted nowhere nothing happens, everywhere all of it, elsewhere nothing, and in the order that is said."""

from __future__ import annotations

from datetime import date
from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.scenario.load import load
from tests.plain import PLAIN

PERIOD = ("run.length=2 weeks", "run.warmup=1 week", "run.followup=1 week", "run.start=2024-05-06")
GRID = (
    "mechanisms.all_purpose_grid={enabled: true, units: [community, sanitation], taken_over: 0.5, training: 24 h}",
    "mechanisms.stewards={enabled: true, count: 60, roster: off_hours, notes: 0.5, support: 10 min}",
    "mechanisms.prevention={enabled: true, removes: {litter: 0.2}, cost: 9 yuan}",
)
pytestmark = pytest.mark.usefixtures("kernel")


def placed(adoption: str) -> str:
    of = ", ".join(f"{name}: {adoption}" for name in ("all_purpose_grid", "stewards", "prevention"))
    return f"mechanisms.roll_out={{enabled: true, of: {{{of}}}}}"


@cache
def tables(*sets: str) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *sets]), 0, events=True)


def test_adopted_nowhere_the_log_is_as_if_all_were_off() -> None:
    assert tables(*GRID, placed("{where: []}"))["events"].equals(tables()["events"])


@pytest.mark.parametrize("everywhere", ["{}", "{where: [street 0]}", "{where: [community 3, street 0]}"])
def test_adopted_everywhere_the_log_is_that_of_the_plain_mechanisms(everywhere: str) -> None:
    plain = tables(*GRID)["events"]
    assert not plain.equals(tables()["events"])
    assert tables(*GRID, placed(everywhere))["events"].equals(plain)


def test_a_pilot_takes_over_in_its_community_only_and_from_its_day_on() -> None:
    of = "{all_purpose_grid: {where: [community 2], since: 2024-05-15}}"
    cases = tables(*GRID, f"mechanisms.roll_out={{enabled: true, of: {of}}}")["cases"]
    moved = cases[cases["moved_by"].astype(str) == "all_purpose_grid"]
    assert len(moved) > 5
    assert set(moved["community"]) == {2}
    assert moved["occurred_at"].min() >= pd.Timestamp("2024-05-15")


def test_neighbours_adopt_it_one_after_another() -> None:
    of = "{prevention: {where: [community 2, street 0], since: 2024-05-15, every: 7 days, order: neighbours}}"
    scenario = load("village-square", [f"mechanisms.roll_out={{enabled: true, of: {of}}}"]).scenario
    adopted = scenario.mechanisms.roll_out.of["prevention"].adopted(scenario)
    assert [its.community for its in adopted] == [2, 1, 3, 0]
    assert adopted[3].since == date(2024, 6, 5)
