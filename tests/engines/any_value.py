"""Any value: a hamlet in which a few numbers are anything that the language takes, and what no run of it may show.

`make values` tries 2,000 (`python -m tests.engines.any_value COUNT`: that many), and names those that go wrong; one
that does not end stops the command, and stands in `any_value.last`.
"""

from __future__ import annotations

import copy
import faulthandler
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sim.language.distribution import KINDS
from sim.measures.catalogue import MEASURES
from sim.measures.summary import bounds
from sim.plan.lower import lower
from sim.plan.window import Window
from sim.record.frames import Frames
from sim.scenario.contradictions import CHECKS
from sim.scenario.load import load, read
from sim.scenario.merge import Layered
from sim.scenario.models import Scenario
from sim.scenario.problems import ScenarioError
from sim.scenario.validate import validated
from sim.study.execution.measuring import measured
from sim.study.files.assignments import number_and_unit, quantity
from tests.engines.quickest import simulate

HAMLET = (
    *("run.warmup=1 day", "run.length=2 days", "run.followup=1 day", "territory.communities=2", "territory.places=8"),
    *("territory.area=0.1 km2", "population.households=60", "population.residents=160", "grids.count=4"),
    *("staff.grid_workers.count=5", "mechanisms.party_members.members=20"),
)
FACTORS = (0.0, 1e-9, 1e-3, 0.1, 0.5, 0.9, 1.1, 2.0, 30.0, 1e3, 1e6, 1e9)
QUANTILE = re.compile(r"_(median|p\d+)_h")
"""Measures that are endless where fewer than that part of them came to an end."""
EXTREMES = (0, 1, "1 ms", "1 min", "100 years", "100 %", "1e-9", 1e9)
WIDEST: tuple[Any, ...] = (
    {"gamma": {"mean": "2 h", "cv": 20}},
    {"weibull": {"mean": "2 h", "shape": 0.2}},
    {"lognormal": {"mean": "2 h", "cv": 20}},
    {"lognormal": {"median": "1 s", "p90": "10 min"}},
    {"exponential": {"mean": "100 years"}},
    {"uniform": {"low": 0, "high": "1 day"}},
    {"mixture": [{"share": 0.5, "of": "1 min"}, {"share": 0.5, "of": "100 years"}]},
)
TOLD = {"name", "title", "about", "source", "grade", "field", "holidays", "workdays", "low", "high"}
MOST_SITES = 20_000
"""Households, residents and places of a hamlet that is still tried: more take long and show nothing else."""
MOST_ROWS = 20_000_000
Path = tuple[str | int, ...]
Changes = list[tuple[Path, Any]]


def _numbers(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield all that a document says in numbers, quantities and distributions whole, with the path of each."""
    if isinstance(value, dict) and not ({"value", *KINDS} & value.keys()):
        for key, inner in value.items():
            if key not in TOLD:
                yield from _numbers(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _numbers(inner, (*path, number))
    elif isinstance(value, dict | bool) or number_and_unit(value) is not None:
        yield path, value


@cache
def hamlet() -> dict[str, Any]:
    """Return the document of the hamlet."""
    return load("village-square", HAMLET).document


def _values(written: Any) -> st.SearchStrategy[Any]:
    if isinstance(written, bool):
        return st.just(not written)
    known = number_and_unit(written)
    if known is None:
        return st.sampled_from((*WIDEST, *EXTREMES))
    times = [quantity(known[0] * factor, known[1], isinstance(written, int)) for factor in FACTORS]
    return st.sampled_from((*times, *EXTREMES))


def changes(most: int = 3) -> st.SearchStrategy[Changes]:
    """A few places of the hamlet with other values."""
    one = st.sampled_from(list(_numbers(hamlet()))).flatmap(lambda its: st.tuples(st.just(its[0]), _values(its[1])))
    return st.lists(one, min_size=1, max_size=most, unique_by=lambda change: change[0])


def accepted(chosen: Changes) -> Scenario | None:
    """Return the hamlet with the changes, None if it is refused or is no hamlet any more."""
    data = copy.deepcopy(hamlet())
    for path, value in chosen:
        Layered(data, ()).value(path[:-1])[path[-1]] = copy.deepcopy(value)
    try:
        scenario = validated(Scenario, Layered(data, read("village-square").document.layers), CHECKS)
    except ScenarioError as error:
        assert all(problem.path for problem in error.problems), error.render()
        return None
    sizes = scenario.territory.places, scenario.population.households, scenario.population.residents
    return scenario if sum(size.value for size in sizes) <= MOST_SITES and _issues(scenario) <= MOST_SITES else None


def _issues(scenario: Scenario) -> float:
    """Issues and contacts expected in four days, at whatever rate; all shocks at once."""
    shock = max((factor.value for shock in scenario.shocks for factor in shock.factors.values()), default=1.0)
    rates = scenario.consultations.value + sum(hazard.rate.value for hazard in scenario.hazards.values()) * shock
    days = (scenario.run.warmup.value + scenario.run.length.value + scenario.run.followup.value) / 86.4e6
    return rates * scenario.population.residents.value * days / 365.0


def faults(scenario: Scenario) -> list[str]:
    """Return what a run shows that cannot be."""
    plan, ground, grids = lower(scenario, 0)
    outcome = simulate(plan, False)
    tables = Frames(scenario, plan, ground, grids, Window(plan)).of(outcome)
    found = [f"{outcome.rows:,} rows"] if outcome.rows > MOST_ROWS else []
    for name, frame in tables.items():
        for column in frame.select_dtypes("number"):
            values = frame[column].to_numpy(dtype=float)
            least = -1 if frame[column].dtype.kind == "i" or column in ("x", "y") else 0
            if np.isinf(values).any() or (values < least).any():
                found.append(f"{name}.{column}: {np.nanmin(values):g} to {np.nanmax(values):g}")
    return found + list(_odd_measures(measured(scenario, tables)))


def _odd_measures(measures: pd.DataFrame) -> Iterator[str]:
    for name, value in zip(measures["measure"], measures["value"], strict=True):
        least, most = bounds(MEASURES[name])
        if np.isposinf(value) and QUANTILE.search(name):
            continue  # fewer than that reached it while they were followed
        if np.isinf(value) or not (np.isnan(value) or least - 1e-9 <= value <= most + 1e-9):
            yield f"measure {name}: {value:g}"


def main(count: int, patience_s: int = 120) -> int:
    """Try so many hamlets; return the exit code."""
    seen: dict[str, int] = {"accepted": 0, "refused": 0, "wrong": 0}

    @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate], derandomize=False,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(changes())
    def attempt(chosen: Changes) -> None:
        with open("any_value.last", "w", encoding="utf-8") as file:
            file.write(repr(chosen))
        faulthandler.dump_traceback_later(patience_s, exit=True)
        try:
            scenario = accepted(chosen)
            seen["refused" if scenario is None else "accepted"] += 1
            found = faults(scenario) if scenario is not None else []
        except Exception as error:
            found = [f"{type(error).__name__}: {error}"]
        if found:
            seen["wrong"] += 1
            print(chosen, found, sep="\n  ", flush=True)
        faulthandler.cancel_dump_traceback_later()

    attempt()
    print(seen)
    return 1 if seen["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
