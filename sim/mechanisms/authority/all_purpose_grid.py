"""S06, the all-purpose grid 15+1+N: grid workers take over small work of other units, and heads of grids sort cases.

Of the small cases (`hazards.<name>.small`) that fall to the units named, a share `taken_over` goes to grid workers,
with `work_factor` times the work, for they are no specialists. Of these a share `beyond` is beyond them: when the work
is done nothing is fixed, and the case goes on to the unit that it falls to. Heads of grids sort cases: a dispatch names
a wrong unit `sorting` times as often. Rounds of the departments merge with those of the grid: line tasks of workers
shrink by `merged`.

Sources: fifteen departments, a head and N workers in one grid (Jiancaoping, B); many networks merged in one (Weihai,
B). How much is taken over, how well, and what sorting brings is assumed (E). Hazards that need somebody who may fine
are left out (`except_hazards`).
Side effects: hours of workers for cases, and of training at the desk; once slack is gone patrol shrinks to what is
kept, so that less is found.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import Activity
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share
from sim.language.units import HOUR_MS, WEEKS_PER_YEAR, WORKING_DAY_MS
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Authority, Charge, Evidence, Lowered, Mechanism, Taken, weekly_hours
from sim.mechanisms.put_in import TAKEN_OVER

CODE = "S06"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "all_purpose_grid")


class AllPurposeGrid(Model):
    """Grid workers who do small work of other units."""

    enabled: bool = Field(False, description="Off: each unit does its own small work.")
    units: list[str] = Field(
        default_factory=list, description="Departments, street teams or `community` whose small work workers take over."
    )
    except_hazards: list[str] = Field(
        default_factory=list, description="Hazards that stay with their units, as workers may not fine."
    )
    taken_over: Share = Field(Share.of(0), description="Share of these units' small cases that workers take over.")
    work_factor: Annotated[Number, Within("0.1", 10)] = Field(
        Number.of(1), description="Factor on the work of such a case for a worker."
    )
    beyond: Share = Field(
        Share.of(0), description="Share of them that is beyond a worker: done in vain, it goes on to its unit."
    )
    sorting: Annotated[Number, Within(0, 1)] = Field(
        Number.of(1), description="Factor on the probability that a dispatch names a wrong unit."
    )
    merged: Share = Field(Share.of(0), description="Share of workers' line tasks that merging of rounds saves.")
    training: Annotated[Duration, Within(0, "2000 h")] = Field(
        Duration.of("0 h"), description="Desk work of a worker for training, a year."
    )
    head: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of("0 h"),
        description="Line duty of the community's desk for sorting as heads of grids, a grid and week.",
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan."""
        return {
            "beyond": self.beyond.value if self.enabled else 0.0,
            "sorting": self.sorting.value if self.enabled else 1.0,
        }


@rule
def is_beyond(plan: Any, case: Any) -> bool:
    """Whether a case that workers took over is beyond them; what has gone on to its unit is not asked again."""
    if case.moved_by != NUMBER or case.passed_on > 0:
        return False
    return uniform(plan.draw.beyond, case.key, case.token) < plan.all_purpose_grid.beyond


@rule
def sorting(plan: Any, case: Any) -> float:
    """Factor on the probability that a dispatch of a case names a wrong unit."""
    return plan.all_purpose_grid.sorting if at_work(case, NUMBER) else 1.0


def authority(scenario: Any) -> Iterator[Authority]:
    """Small cases of the units named go to the grid."""
    own = scenario.mechanisms.all_purpose_grid
    if not own.enabled:
        return
    for name, hazard in scenario.hazards.items():
        if hazard.small and name not in own.except_hazards:
            for unit in hazard.handled_by:
                if unit in own.units:
                    yield Authority(name, unit, "grid", own.taken_over.value, own.work_factor.value)


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours of training, of heads of grids who sort, and of line tasks that merging saves, which go to the field."""
    own, workers = scenario.mechanisms.all_purpose_grid, scenario.staff.grid_workers
    if not own.enabled:
        return
    saved = own.merged.value * workers.line.value / WORKING_DAY_MS * weekly_hours(scenario, "grid_workers")
    if saved > 0:
        yield Charge("grid_workers", saved, Taken.LINE)
        yield Charge("grid_workers", -saved, Taken.FIELD)
    if own.training.value > 0:
        yield Charge("grid_workers", own.training.value / HOUR_MS / WEEKS_PER_YEAR * workers.count.value, Taken.DESK)
    if own.head.value > 0:
        yield Charge("community_desks", own.head.value / HOUR_MS * _grids(scenario), Taken.LINE)


def _grids(scenario: Any) -> float:
    """Number of grids."""
    grids = scenario.grids
    if grids.count is not None:
        return float(grids.count.value)
    return float(scenario.population.households.value / grids.households_per_grid.value)


def names_are_known(scenario: Any) -> Iterator[Contradiction]:
    """Units and hazards named are there, and workers are."""
    own, staff = scenario.mechanisms.all_purpose_grid, scenario.staff
    if not own.enabled:
        return
    units = ("community", *staff.street_teams, *scenario.departments)
    yield from are_known((*SECTION, "units"), "unit", own.units, units)
    yield from are_known((*SECTION, "except_hazards"), "hazard", own.except_hazards, scenario.hazards)
    if own.taken_over.value > 0 and staff.grid_workers.count.value == 0:
        yield Contradiction((*SECTION, "taken_over"), "there is no grid worker to take anything over")


MECHANISM = Mechanism(
    code=CODE,
    section="all_purpose_grid",
    parameters=AllPurposeGrid,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "taken_over_share",
        "passed_on_share",
        "patrol_share_street_order",
        "finds_per_patrol_hour",
        "worker_patrol_h",
        "utilisation_worker",
    ),
    puts_in={
        "units": TAKEN_OVER,
        "except_hazards": TAKEN_OVER,
        "taken_over": TAKEN_OVER,
        "beyond": ("passed_on_share",),
        "sorting": ("returned_share",),
    },
    draws=Draws(run=("beyond",)),
    checks=(names_are_known,),
    activities=(Activity("passed_on", "street", "what was taken over is beyond the worker: it goes on", "unit"),),
    charges=charges,
    authority=authority,
)
