"""S02, patrol and fixing on the spot: how walking workers come upon issues.

A worker's round passes the sites of the beat in a fixed order. Each beat has an odometer in milliseconds of patrol;
pass n of a site at part q of the round is at reading (n + q) x round. The pass at which an issue is seen is one
geometric draw, so a find costs one event and places cost none. Finds per hour are an outcome: where passes are
frequent the stock runs dry. Household visits run on an odometer of their own, in milliseconds of visiting.

Sources: patrol of at least two hours a day and every household each quarter (Qingdao, B-); walking 1.49 km/h with
stops and 13.3 to 17 % fixed on the spot (Kunming 2024, Huzhou 2022, grade A). What a pass sees is assumed (grade E,
by hazard).
Side effects: a find stops the walk for its booking; cases come before patrol.
"""

from collections.abc import Iterator
from math import floor, log
from typing import Annotated, Any, Literal

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import MS_LIMIT, duration
from sim.language.bounds import Within
from sim.language.checks import above_zero
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, PerHousehold, Share, Speed
from sim.mechanisms.contract import Evidence, Lowered, Mechanism

PASS_LIMIT = 1 << 20
"""Highest number of a pass: more than any run holds; keeps readings far from the limits of integers."""
REACH = 2 * MS_LIMIT
"""No odometer (ms) comes so far: a run has 100 years at most, and a beat one worker and one who covers."""
PERMILLE = 1000


class Patrol(Model):
    """What grid workers do in the field when no case calls them, in this order: slack as `spread` says, patrol up to
    what it keeps, visits, the rest of patrol, cover of an absent neighbour, slack."""

    enabled: bool = Field(True, description="Off: nobody walks or visits; issues are found by residents alone.")
    target: Annotated[Duration, Within(0, "24 h")] = Field(
        description="Patrol of a worker on a full duty day (7.5 hours)."
    )
    keep: Duration = Field(description="Part of it that comes before household visits when time is short.")
    speed: Speed = Field(description="Walking speed on patrol between finds.")
    booking: Annotated[Duration, Within(0, "24 h")] = Field(description="Time to book a find, on site.")
    visits: PerHousehold = Field(description="Household visits, per household and year.")
    visit_time: Annotated[Duration, Within(0, "24 h")] = Field(
        description="Time of one household visit, the way to the next door included."
    )
    slack: Share = Field(description="Share of the time left over that is walked as patrol.")
    start: Literal["first", "drawn"] = Field(
        "first", description="Where the first round of each beat begins: at its first place, or at a drawn one."
    )
    spread: Share | None = Field(
        None,
        description="Part of the slack not walked over which the beginning of the walk is spread, drawn for each worker"
        " and duty period. Unsaid: all walk at once, and slack comes last.",
    )
    spot_work: DurationDistribution = Field(description="Work of fixing a small issue on the spot.")

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; with patrol off nobody has time to walk or visit.

        What shapes rounds, visits and the hours for them is read where these are made: `sim.plan.beats`,
        `sim.plan.lower`.
        """
        return {
            "keep_permille": round(self.keep.value / self.target.value * PERMILLE) if self.target.value > 0 else 0,
            "booking": table.add(self.booking),
            "spot_work": table.add(self.spot_work),
        }


@rule
def pass_that_sees(plan: Any, key: int, k: int, chance: float) -> int:
    """Number of the pass, from 1, at which an issue is seen, each pass seeing it with the given chance (geometric)."""
    return _geometric(uniform(plan.draw.seen, key, k), chance)


@rule
def visit_that_reveals(plan: Any, key: int, k: int, chance: float) -> int:
    """Number of the visit, from 1, at which a household tells of an issue, each with the given chance (geometric)."""
    return _geometric(uniform(plan.draw.revealed, key, k), chance)


@rule
def _geometric(u: float, chance: float) -> int:
    if chance >= 1.0:
        return 1
    missed = log(1.0 - chance)
    if missed >= 0.0:  # so rare that the chance to miss it is 1 in the numbers of a computer
        return PASS_LIMIT
    passes = 1.0 + floor(log(u) / missed)
    return int(passes) if passes < PASS_LIMIT else PASS_LIMIT


@rule
def next_reading(odometer: int, position: int, lap: int, passes: int) -> int:
    """Reading of an odometer at the passes-th coming pass of a position, on a round of `lap` ms (all ms, lap > 0).

    Readings below 0 are those of before the start.
    """
    return position + ((odometer - position) // lap + passes) * lap


@rule
def is_in_reach(passes: int, reading: int) -> bool:
    """Whether any run can see the passes-th pass, which an odometer has at a reading (ms)."""
    return passes < PASS_LIMIT and reading < REACH


@rule
def fixes_on_the_spot(plan: Any, hazard: Any, issue: Any, k: int) -> bool:
    """Whether the patrol that finds the issue can fix it at once; `k` is the number of the find."""
    return uniform(plan.draw.spot, issue.key, k) < hazard.spot


@rule
def spot_work(plan: Any, issue: Any) -> int:
    """Work of fixing it on the spot, ms."""
    return duration(plan, plan.patrol.spot_work, uniform(plan.draw.spot_work, issue.key, 0))


def kept_patrol_is_patrol(scenario: Any) -> Iterator[Contradiction]:
    """The patrol that comes before visits is a part of all patrol."""
    patrol = scenario.mechanisms.patrol
    if patrol.keep.value > patrol.target.value:
        yield Contradiction(("mechanisms", "patrol", "keep"), "more than mechanisms.patrol.target")


def walks_somewhere(scenario: Any) -> Iterator[Contradiction]:
    """Who walks gets on."""
    yield from above_zero(scenario.mechanisms.patrol.speed, ("mechanisms", "patrol", "speed"))


MECHANISM = Mechanism(
    code="S02",
    section="patrol",
    parameters=Patrol,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "patrol_share_street_order",
        "finds_per_patrol_hour",
        "worker_patrol_h",
        "utilisation_worker",
        "fixed_on_the_spot_share",
        "cases_visit_per_year",
    ),
    puts_in={},
    draws=Draws(run=("seen", "revealed", "spot", "spot_work")),
    checks=(kept_patrol_is_patrol, walks_somewhere),
    standing=True,
)
