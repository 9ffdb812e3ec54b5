"""What a scenario can hardly mean, by arithmetic alone: told as warnings, beside the contradictions that are errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from sim.language.contradiction import Doubt
from sim.plan.offered.load import MOST, UnitLoad, offered_loads
from sim.scenario.checks.hours import nights_are_meant
from sim.scenario.checks.parts import GRID
from sim.scenario.checks.plausible import (
    density_is_usual,
    households_are_of_usual_size,
    workers_are_as_many_as_grids,
)
from sim.scenario.checks.public_holidays import all_holidays_are_named, runs_without_holidays
from sim.scenario.models import Scenario

LITTLE = 0.1
"""Load (share) of crews below which they are told to be those of a larger place: small pools need room, to here."""
MONTHS = 12
"""Months of a year, a number."""


def doubts(scenario: Scenario) -> list[Doubt]:
    """Return all that is doubtful in a scenario: people, density, hours, holidays, and the load of every unit."""
    loads = [unit for unit in offered_loads(scenario) if unit.load > 0]
    return [
        *households_are_of_usual_size(scenario),
        *density_is_usual(scenario),
        *runs_without_holidays(scenario),
        *_of_another_size(scenario, loads),
        *(doubt for unit in loads for doubt in _overloaded(unit)),
        *workers_are_as_many_as_grids(scenario),
        *nights_are_meant(scenario),
        *all_holidays_are_named(scenario),
    ]


def _of_another_size(scenario: Scenario, loads: Sequence[UnitLoad]) -> Iterator[Doubt]:
    """The departments together fit the residents: those of another place have too few hours, or far too many."""
    departments = [unit for unit in loads if unit.path[0] == "departments"]
    residents, usual = scenario.population.residents.value, _load_of(departments)
    spare = _load_of([unit for unit in departments if unit.crews > 1])  # who has one crew cannot have fewer
    for kind, load, doubtful in (("fewer", usual, usual > MOST), ("more", spare, 0 < spare < LITTLE)):
        if doubtful and np.isfinite(load):
            figures = {"fit": _two_digits(residents * MOST / load), "residents": residents}
            yield Doubt(("population", "residents"), kind, figures)


def _load_of(units: Sequence[UnitLoad]) -> float:
    """Return the load of several units together."""
    hours = sum(float(unit.hours_h.sum()) for unit in units)
    return sum(float(unit.work_h.sum()) for unit in units) / hours if hours else 0.0


def _overloaded(unit: UnitLoad) -> Iterator[Doubt]:
    """A unit has hours for the work that is expected, in the mean of a year and in each month that is watched."""
    worst = unit.worst
    load = float(unit.loads[worst])
    figures: dict[str, float | str] = {
        "unit": unit.name,
        "work": float(unit.work_h[worst]),
        "hours": float(unit.hours_h[worst]),
        "load": load,
        "crews": unit.crews,
        "enough": _whole(unit.enough),
    }
    if load > MOST:
        over = {"over": int((unit.loads > MOST).sum()), "places": len(unit.loads), "place": worst, "most": MOST}
        kind = "workers" if unit.name == GRID else "load" if len(unit.loads) == 1 else "load_places"
        yield Doubt(unit.path, kind, {**figures, **over, "each": _whole(unit.each)})
    elif unit.load * unit.peak > MOST:
        month = {"month": unit.month, "mean": unit.load, "load": unit.load * unit.peak}
        hours = {"work": unit.work_h.sum() * unit.peak / MONTHS, "hours": unit.hours_h.sum() / MONTHS}
        yield Doubt(unit.path, "season", {**figures, **hours, **month})


def _whole(count: float) -> str:
    return "–" if np.isnan(count) else f"{count:,.0f}"


def _two_digits(value: float) -> float:
    return float(f"{value:.1e}")
