"""Specimen of S33, staged roll-out: nowhere nothing happens, everywhere all of it, and in the order that is said."""

from __future__ import annotations

from datetime import date
from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.mechanisms import MECHANISMS
from sim.scenario.load import load
from tests.mechanisms.specimen import DOWN, UP, Specimen, of
from tests.plain import PLAIN

PLACED = [its.section for its in MECHANISMS if its.everywhere is None and its.section != "roll_out"]
DATED = [its.section for its in MECHANISMS if its.section in PLACED and not its.standing]

SPECIMEN = Specimen(
    on=(
        "mechanisms.all_purpose_grid.enabled=true",
        "mechanisms.all_purpose_grid.units=[community, sanitation]",
        "mechanisms.all_purpose_grid.taken_over=1",
        "mechanisms.roll_out.enabled=true",
        "mechanisms.roll_out.of={all_purpose_grid: {where: [community 1]}}",
    ),
    moves=("taken_over_share", DOWN),
    side_effect=("utilisation_community", UP),
    drawn={
        "of": (
            {
                "all_purpose_grid": {"where": ["community 0"], "since": "2024-04-25"},
                "stewards": {"where": ["street 0"]},
            },
            {"all_purpose_grid": {"where": []}, "stewards": {"where": []}, "talks": {"where": ["community 0"]}},
            {"all_purpose_grid": {"since": "2024-04-20", "every": "2 days", "order": "neighbours"}},
            {"prevention": {"since": "2024-04-20", "every": "1 day", "order": "drawn"}},
            {name: {"where": ["community 0"]} for name in PLACED if name != "sunk_enforcement"},
            {name: {"since": "2024-04-22"} for name in DATED},
            {name: {"since": "2024-04-18", "every": "3 days", "order": "drawn"} for name in DATED},
        ),
    },
    given=("mechanisms.all_purpose_grid.units=[community, sanitation]", "mechanisms.all_purpose_grid.taken_over=1"),
    nothing={"a mechanism that is off": of("roll_out", of="{all_purpose_grid: {where: [community 1]}}")},
    contradictions=(
        (
            "mechanisms: {roll_out: {of: {queueing: {where: [street 0]}}}}",
            "mechanisms.roll_out.of.queueing: queueing cannot be placed: its lines are those of cases",
        ),
        (
            "mechanisms: {roll_out: {of: {whistles: {}}}}",
            "mechanisms.roll_out.of.whistles: whistles cannot be placed: there is no such mechanism",
        ),
        (
            "mechanisms: {roll_out: {of: {density: {since: 2024-05-01}}}}",
            "mechanisms.roll_out.of.density.since: is arranged before the start",
        ),
        (
            "mechanisms: {roll_out: {of: {whistle: {where: [street 9]}}}}",
            "mechanisms.roll_out.of.whistle.where.0: no such place (found 'street 9')",
        ),
        (
            "mechanisms: {roll_out: {of: {whistle: {every: 2 days}}}}",
            "mechanisms.roll_out.of.whistle.every: from which day on is not said",
        ),
    ),
)


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


def test_lots_differ_between_territories_and_are_those_of_the_territory() -> None:
    def order(seed: int, run: int) -> list[int]:
        of = "{prevention: {since: 2024-05-15, every: 7 days, order: drawn}}"
        sets = [f"mechanisms.roll_out={{enabled: true, of: {of}}}", f"territory.seed={seed}", f"run.seed={run}"]
        scenario = load("jiancaoping-tenth", sets).scenario
        return [its.community for its in scenario.mechanisms.roll_out.of["prevention"].adopted(scenario)]

    assert order(1, 1) == order(1, 2) != order(2, 1)
    assert sorted(order(1, 1)) == list(range(8)) != order(1, 1)
