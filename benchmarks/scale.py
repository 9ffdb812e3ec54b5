"""How cost grows: with the district, with residents at a fixed number of issues, and for whole years of two presets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from sim.scenario.load import load
from sim.scenario.models import Scenario

ONE_RUN = str(Path(__file__).with_name("one_run.py"))
YEAR = "run.length=52 weeks"
Told = dict[str, float]


def one(scenario: str, sets: list[str], engine: str, *options: str) -> Told:
    """What one run tells, in a process of its own."""
    command = [sys.executable, ONE_RUN, scenario, *sets, "--engine", engine, *options]
    told: Told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def larger(scenario: Scenario, factor: int) -> list[str]:
    """What to set for a district of so many village squares side by side: all that is counted there, so many times."""
    workers, place, people = scenario.staff, scenario.territory, scenario.population
    counts: dict[str, Any] = {
        "territory.streets": place.streets,
        "territory.communities": place.communities,
        "territory.places": place.places,
        "population.households": people.households,
        "population.residents": people.residents,
        "grids.count": scenario.grids.count,
        "staff.grid_workers.count": workers.grid_workers.count,
        "staff.grid_leaders.count": workers.grid_leaders.count,
        "mechanisms.party_members.members": scenario.mechanisms.party_members.members,
    }
    counts |= {f"departments.{name}.crews": unit.crews for name, unit in scenario.departments.items()}
    area = f"territory.area={place.area.value * factor:.0f} m2"
    return [area, *(f"{path}={int(count.value) * factor}" for path, count in counts.items())]


def fuller(scenario: Scenario, factor: int) -> list[str]:
    """What to set for so many times the residents and households with as many issues: rates and visits fall."""
    people, per_year = scenario.population, 1.0 / factor
    rates = {f"hazards.{name}.rate": hazard.rate.value for name, hazard in scenario.hazards.items()}
    rates["consultations"] = scenario.consultations.value
    return [
        f"population.households={int(people.households.value) * factor}",
        f"population.residents={int(people.residents.value) * factor}",
        f"mechanisms.patrol.visits={scenario.mechanisms.patrol.visits.value * per_year} per household per year",
        *(f"{path}={rate * per_year:.12f} per resident per year" for path, rate in rates.items()),
    ]


def bare_heap(command: tuple[str, ...], pending: float) -> float:
    """Nanoseconds of one push and one pop in a bare heap that holds so many events."""
    asked = [*command, "--pending", str(int(pending)), "--days", "100", "--seeds", "1", "2", "3"]
    lines = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()
    told: list[Told] = [json.loads(line) for line in lines]
    return min(run["cpu_seconds"] / run["events"] for run in told) * 1e9


def growth(
    ways: str, factors: list[int], engine: str, heap: tuple[str, ...] | None, preset: str = "village-square"
) -> list[Told]:
    """Runs of a preset made larger (`district`), or fuller (`residents`) and of a year, by each factor."""
    scenario = load(preset).scenario
    changed = larger if ways == "district" else fuller
    told = []
    for factor in factors:
        sets = changed(scenario, factor) + ([] if ways == "district" else [YEAR])
        run = one(preset, sets, engine, "--best", "3")
        run["factor"] = factor
        if heap is not None and "pending" in run:
            run["heap_ns"] = bare_heap(heap, run["pending"])
        told.append(run)
    return told


def year(preset: str, engine: str) -> Told:
    """A year of a preset with its tables, once."""
    return one(preset, [YEAR], engine, "--tables", "--best", "0")
