"""S08, crews, priorities and ageing: in which order a unit takes up its jobs.

Within each of a unit's lines (one for each clock, `sim.lifecycle.station`) jobs have a class: 0 emergency, 1 urgent or
escalated, 2 overdue, sent back, reopened or chased, 3 normal. A job is taken in order of rank = time of joining + class
x ageing, first come first served among equals: a job of the next class is overtaken until it has waited `ageing`
longer, so none starves (Kleinrock 1964, delay-dependent priorities, in the linear form of equal slopes). Very long
ageing gives strict priorities (Cobham 1954). Work goes at the pace of the team: a factor with mean 1 drawn for each.
The crews of one pool may differ as well (`crew_cv`); whichever is free first takes what is first in line.
With `begun_first`, what somebody has begun (checks, and the handling of what was verified) is in class 2 at least,
before what is new.

A crew's time for cases is a part of its duty. What is in hand when it ends stops until it comes again, or goes on to
the end of duty (`in_hand: goes_on`): the hours that line duty lends are given back out of the next time for cases, so
that the share holds over the weeks. Or it goes on beyond duty until it is done (`overtime`), or whichever crew comes
first takes up what is left of it (`handed_over`). How crews really divide their days is not known (E).

Sources: priority without ageing starves the low classes (multi-agent dispatch 2014, B); teams differ more than
loads do, on time 71 to 95 % without order by load (Dazhou 2021, A). Sizes are assumed (E).
Side effects: the wait of normal jobs grows by what urgent ones gain.
"""

from collections.abc import Iterator
from math import exp, log, sqrt
from typing import Annotated, Any, Literal

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import normal_quantile
from sim.language.bounds import Within
from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Number
from sim.mechanisms.contract import Evidence, Lowered, Mechanism

EMERGENCY, URGENT, LATE, NORMAL = range(4)


class Queueing(Model):
    """The order in which a unit takes up its jobs."""

    enabled: bool = Field(True, description="Off: first come, first served, whatever the class; all teams alike.")
    ageing: Duration = Field(
        description="Waiting time that makes up for one class of priority; very long means strict priorities."
    )
    skill_cv: Annotated[Number, Within(0, 10)] = Field(
        description="Coefficient of variation of work time between workers and between teams."
    )
    crew_cv: Annotated[Number, Within(0, 10)] = Field(
        Number(value=0), description="Coefficient of variation of work time between the crews of one pool."
    )
    in_hand: Literal["stops", "handed_over", "goes_on", "overtime"] = Field(
        "stops",
        description="A job in hand when a crew's time for cases ends: it stops until that time comes again; or goes"
        " back in line, where the next free crew takes up what is left; or goes on to the end of duty, or beyond it"
        " until done, and line duty's hours are given back out of the next time for cases.",
    )
    begun_first: bool = Field(
        False, description="Checks, and the handling of verified reports, go before new jobs, as if overdue."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan."""
        return {
            "ageing": int(self.ageing.value) if self.enabled else 0,
            "skill_cv": self.skill_cv.value if self.enabled else 0.0,
            "crew_cv": self.crew_cv.value if self.enabled else 0.0,
            "goes_on": int(self.enabled and self.in_hand in ("goes_on", "overtime")),
            "after_hours": int(self.enabled and self.in_hand == "overtime"),
            "hands_over": int(self.enabled and self.in_hand == "handed_over"),
            "begun_first": int(self.enabled and self.begun_first),
        }


@rule
def rank(plan: Any, joined: int, priority: int, begun: bool) -> int:
    """Rank of a job in its queue (ms), of a case that was begun or not; the lowest is taken first.

    joined + class x ageing: Kleinrock 1964, linear with equal slopes.
    """
    ahead = begun and plan.queueing.begun_first > 0 and priority > LATE
    return joined + (LATE if ahead else priority) * plan.queueing.ageing


@rule
def pace(plan: Any, key: int) -> float:
    """Factor of a worker or team on work time, by its structural key: lognormal with mean 1 (its spread grade E), drawn
    with the territory's seed."""
    return factor(plan.queueing.skill_cv, uniform(plan.draw.skill, key, 0))


@rule
def crew_pace(plan: Any, key: int) -> float:
    """Factor of a crew on the work of single cases, by its structural key: as that of a team, beside it (grade E)."""
    return factor(plan.queueing.crew_cv, uniform(plan.draw.crew_skill, key, 0))


@rule
def factor(cv: float, u: float) -> float:
    """Lognormal factor with mean 1 and a coefficient of variation (cv), at a probability u (0 to 1)."""
    if cv <= 0.0:
        return 1.0
    variance = log(1.0 + cv * cv)
    return exp(sqrt(variance) * normal_quantile(u) - 0.5 * variance)


def ageing_is_on_the_calendar(scenario: Any) -> Iterator[Contradiction]:
    """Jobs age by night too."""
    yield from on_the_calendar(scenario.mechanisms.queueing.ageing, ("mechanisms", "queueing", "ageing"))


MECHANISM = Mechanism(
    code="S08",
    section="queueing",
    parameters=Queueing,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("closing_p90_h", "utilisation_department_max"),
    puts_in={},
    draws=Draws(territory=("skill", "crew_skill")),
    checks=(ageing_is_on_the_calendar,),
    everywhere="its lines are those of cases from all communities",
)
