"""Small runs of the teaching case that several tests look at, each made once."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from sim.mechanisms import MECHANISMS
from sim.plan.lower import lower
from sim.plan.plan import Plan
from sim.record.activities import ACTIVITIES
from sim.record.outcome import Outcome
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.world.grids import GridLayout
from sim.world.ground import Ground
from tests.engines.quickest import simulate
from tests.plain import PLAIN

REQUIRED = [mechanism.section for mechanism in MECHANISMS if mechanism.required]
"""The mechanisms that every scenario has numbers for."""
SHORT = ("run.stock=empty", "run.warmup=1 week", "run.length=2 weeks", "run.followup=2 weeks")
MANY_JOINT = (
    "hazards.illegal_bldg.rate=40 per 1000 residents per year",
    "hazards.illegal_bldg.procedure=2 wh",
    "hazards.illegal_bldg.seen_per_pass=0.9",
    "hazards.illegal_bldg.joint.work=40 min",
    "hazards.danger.rate=8 per 1000 residents per year",
)
"""So many joint cases, some of them emergencies, that every way of bringing departments together is seen."""

SEVERAL_CREWS = (
    "hazards.illegal_bldg.joint.parts={urban_management: {crews: 2}, utilities: {crews: 3}, housing: {work: 90 min}}",
    "hazards.danger.joint.parts={utilities: {crews: 2}}",
)
"""Joint cases that need several crews of some departments, and other work of one."""

OVERLOADING = ("litter", "consumer", "estate")
LIARS = ("mechanisms.ledger.false_claims=0.5", "mechanisms.ledger.reached=1")
EYES = (
    *(f"mechanisms.{name}.enabled=true" for name in ("stewards", "platform", "talks")),
    *("mechanisms.stewards.count=40", "mechanisms.stewards.roster=off_hours"),
    *("mechanisms.platform.covered=0.3", "mechanisms.platform.sees=0.3 per hour"),
    "mechanisms.platform.hazards=[litter, trading, parking]",
    *("mechanisms.talks.cadres=100", "mechanisms.talks.roster=off_hours"),
)
LED = (
    *MANY_JOINT,
    *("mechanisms.named_leader.enabled=true", "mechanisms.named_leader.slots.street=3"),
    *("mechanisms.named_leader.slots.district=2", "mechanisms.named_leader.overdue=1"),
    *("mechanisms.named_leader.after=5 days", "mechanisms.named_leader.shortens=0.5"),
    "mechanisms.named_leader.hours=2 h",
)
OUTSIDE = (
    *("mechanisms.property.enabled=true", "mechanisms.property.hazards=[estate, noise]"),
    *("mechanisms.property.covered=0.6", "mechanisms.property.asks_first=0.6", "mechanisms.property.fixes=0.5"),
    *("mechanisms.property.gives_up=1 day", "mechanisms.property.estates=8"),
    *("mechanisms.co_building.enabled=true", "mechanisms.co_building.units=40", "mechanisms.co_building.tasks=300"),
    *("mechanisms.co_building.hazards=[estate, welfare]", "mechanisms.co_building.meeting=1 day"),
    "mechanisms.co_building.contract=0.1 h",
)

SETS: dict[str, tuple[str, ...]] = {
    "as_it_is": (),
    "base": (),
    **{f"no_{name}": (f"mechanisms.{name}.enabled=false",) for name in REQUIRED},
    "nothing": tuple(f"mechanisms.{name}.enabled=false" for name in REQUIRED),
    "joint": MANY_JOINT,
    "sequence": (*MANY_JOINT, "mechanisms.whistle.way=sequence"),
    "lead": (*MANY_JOINT, "mechanisms.whistle.way=lead"),
    "crews": (*MANY_JOINT, *SEVERAL_CREWS),
    "crews_in_turn": (*MANY_JOINT, *SEVERAL_CREWS, "mechanisms.whistle.way=sequence"),
    "crews_and_a_lead": (*MANY_JOINT, *SEVERAL_CREWS, "mechanisms.whistle.way=lead"),
    "missent": ("mechanisms.dispatch.wrong_unit=0.4", "mechanisms.dispatch.return_work=2 h"),
    "unwilling": (*MANY_JOINT, "mechanisms.whistle.comes=0.3", "mechanisms.whistle.hold=30 min"),
    "tired": (*MANY_JOINT, "mechanisms.whistle.fatigue=3"),
    "stock": ("run.stock=stationary",),
    "one_round": ("staff.grid_workers.count=60", "mechanisms.density.split=same_round"),
    "few_workers": ("staff.grid_workers.count=3",),
    "few_grids": ("grids.count=5", "staff.grid_workers.count=5"),
    "one_grid": ("grids.count=1",),
    "many_grids": ("grids.count=900",),
    "overload": tuple(f"hazards.{name}.rate=500 per 1000 residents per year" for name in OVERLOADING),
    "liars": LIARS,
    "extensions": (*LIARS, "mechanisms.dispatch.extension_asked=1"),
    "eyes": EYES,
    "led": LED,
    "outside": OUTSIDE,
}
"""Changes of the teaching case by name, without what residents, assessment and emergencies add; and it as it is."""


def _no_workers(document: dict[str, Any]) -> None:
    document["staff"]["grid_workers"]["count"] = 0


def _no_crews(document: dict[str, Any]) -> None:
    staff = document["staff"]
    for unit in (staff["community_desks"], *staff["street_teams"].values(), *document["departments"].values()):
        unit["crews"] = 0


def _nobody(document: dict[str, Any]) -> None:
    _no_workers(document)
    _no_crews(document)
    document["mechanisms"]["party_members"]["members"] = 0


def _prevented(document: dict[str, Any]) -> None:
    document["prevention"] = {"litter": 0.4, "estate": 1}


BENT: dict[str, Callable[[dict[str, Any]], None]] = {
    "no_workers": _no_workers, "no_crews": _no_crews, "nobody": _nobody, "prevented": _prevented,
}  # fmt: skip
"""Changes that the checks of scenarios refuse or that no assignment can make, by name."""
VARIANTS = (*SETS, *BENT)


@dataclass(frozen=True)
class Ran:
    """A run: the scenario, its plan on its ground, and what came of it."""

    scenario: Scenario
    plan: Plan
    ground: Ground
    grids: GridLayout
    outcome: Outcome

    @cached_property
    def view(self) -> SimpleNamespace:
        """The plan as rules read it."""
        return self.plan.readable()

    @cached_property
    def issues(self) -> pd.DataFrame:
        return pd.DataFrame(self.outcome.issues)

    @cached_property
    def cases(self) -> pd.DataFrame:
        return pd.DataFrame(self.outcome.cases_with_issues())

    @cached_property
    def jobs(self) -> pd.DataFrame:
        return pd.DataFrame(self.outcome.jobs)

    @cached_property
    def log(self) -> pd.DataFrame:
        """The event log, its activities by name."""
        rows = pd.DataFrame(self.outcome.events).astype("int64")
        names = np.array([activity.name for activity in ACTIVITIES])
        return rows.assign(activity=names[rows["activity"]])

    def rows(self, *activities: str) -> pd.DataFrame:
        """Rows of the log of some activities."""
        return self.log[self.log["activity"].isin(activities)]

    def hazard(self, name: str) -> int:
        """Number of a hazard."""
        return list(self.scenario.hazards).index(name)


def each(table: pd.DataFrame) -> Iterator[Any]:
    """Rows of a table one by one, with their columns as attributes."""
    yield from table.itertuples()


def run(scenario: Scenario, replication: int = 0) -> Ran:
    """Run one replication of a scenario in this process, with its log."""
    plan, ground, grids = lower(scenario, replication)
    return Ran(scenario, plan, ground, grids, simulate(plan, keep_log=True))


@cache
def variant(name: str) -> Ran:
    """The teaching case with a change of that name, once run."""
    if name in SETS:
        return run(load("village-square", [*SHORT, *(() if name == "as_it_is" else PLAIN), *SETS[name]]).scenario)
    document = copy.deepcopy(load("village-square", [*PLAIN, *SHORT]).document)
    BENT[name](document)
    return run(Scenario.model_validate(document))


@cache
def ran(*sets: str, preset: str = "village-square", replication: int = 0) -> Ran:
    """A preset with some assignments, once run."""
    return run(load(preset, sets).scenario, replication)
