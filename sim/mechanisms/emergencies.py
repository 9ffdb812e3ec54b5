"""S37, emergencies: what is a danger goes first, and what slows other cases does not hold it up.

A case about a dangerous issue is in class 0, whatever its hazard: it has a line of its own, looked at first, and may
take crews from line duty (`sim.lifecycle.station`). It is not verified first and never shelved; filing, finding out who
is needed, preparing, and passing on what reached the wrong unit may be quicker than for other cases. Danger is noticed
more often than the same issue without danger.

With `any_hour`, rosters do not hold an emergency up: who is on site stays until it is done, and where nobody is on duty
a crew is called from home, `call_out` later. With `interrupts`, a crew on duty leaves less urgent work for it, which
goes on later. With `securing`, the first hands on site make the danger safe before it is repaired.

Sources: on site within 30 minutes, nobody leaves until done (Pinggu 2017, B); a hotline passes emergencies on by
telephone while the caller is on the line (Guilin handbook 2016, A); safe within 2 hours of the report (12345, see the
presets). The times and the factor on noticing are assumed (E).
Side effects: crews are taken from line duty and other work, and other cases wait while they are away; hours off duty
are counted as overtime.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.kinds import NOBODY, Activity
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.queueing import EMERGENCY

CODE = "S37"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "emergencies")


class Emergencies(Model):
    """What an emergency is, and what is quicker for one."""

    enabled: bool = Field(
        False, description="Off: the urgency of a case is that of its hazard, and nothing is quicker."
    )
    dangerous_first: bool = Field(True, description="A case about a dangerous issue is an emergency.")
    noticed: Annotated[Number, Within("0.1", 100)] = Field(
        Number(value=1), description="Factor on how often a dangerous issue is noticed and reported."
    )
    registration: DurationDistribution | None = Field(
        None, description="Time from the report of an emergency to its work order; unsaid: as for others."
    )
    diagnosis: Duration | None = Field(
        None, description="Time the street takes to see which departments an emergency needs; unsaid: as for others."
    )
    procedure: DurationDistribution | None = Field(
        None, description="Waiting before work on an emergency that occupies nobody; unsaid: as for others."
    )
    return_after: DurationDistribution | None = Field(
        None, description="Time a wrong unit keeps an emergency; unsaid: as for others."
    )
    any_hour: bool = Field(
        False,
        description="Who is on site stays until it is done, whatever the roster; where nobody is on duty, somebody is"
        " called out.",
    )
    call_out: DurationDistribution | None = Field(
        None, description="With `any_hour`: time that hands off duty take until they set out; unsaid: none."
    )
    comes: Share | None = Field(
        None,
        description="Probability that a department sends a crew when it is whistled for in an emergency, however tired;"
        " unsaid: as for others.",
    )
    travel: Annotated[Number, Within("0.1", 10)] = Field(
        Number(value=1), description="Factor on the time of trips to an emergency."
    )
    interrupts: bool = Field(False, description="Hands on duty leave handling work of lower classes, and resume it.")
    securing: DurationDistribution | None = Field(
        None, description="Time the first hands on site take to make a danger safe; unsaid: that is no step apart."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; NONE where emergencies are as other cases."""
        on = self.enabled

        def number(of: DurationDistribution | Duration | None) -> int:
            return NONE if of is None or not on else table.add(of)

        return {
            "straight": int(on),
            "dangerous_first": int(on and self.dangerous_first),
            "noticed": self.noticed.value if on else 1.0,
            "registration": number(self.registration),
            "diagnosis": number(self.diagnosis),
            "procedure": number(self.procedure),
            "return_after": number(self.return_after),
            "any_hour": int(on and self.any_hour),
            "call_out": number(self.call_out),
            "comes": -1.0 if self.comes is None or not on else self.comes.value,
            "travel": self.travel.value if on else 1.0,
            "interrupts": int(on and self.interrupts),
            "securing": number(self.securing),
        }


@rule
def urgency(plan: Any, hazard: Any, issue: Any) -> int:
    """Class (number) of a new case: that of its hazard, or an emergency because its issue is dangerous."""
    if issue.dangerous and plan.emergencies.dangerous_first > 0 and at_work(issue, NUMBER):
        return EMERGENCY
    return hazard.urgency


@rule
def is_one(case: Any) -> bool:
    """Whether a case is an emergency, for which something is quicker."""
    return case.priority == EMERGENCY and at_work(case, NUMBER)


@rule
def in_any_hour(plan: Any, case: Any) -> bool:
    """Whether rosters do not hold up a case."""
    return plan.emergencies.any_hour > 0 and is_one(case)


@rule
def goes_straight(plan: Any, case: Any) -> bool:
    """Whether a case is neither verified on site before it is filed nor shelved."""
    return plan.emergencies.straight > 0 and is_one(case)


@rule
def noticed_more(plan: Any, issue: Any) -> float:
    """Factor on how often an issue is noticed and reported (its size grade E)."""
    return plan.emergencies.noticed if issue.dangerous and at_work(issue, NUMBER) else 1.0


@rule
def own_time(case: Any, own: int, others: int) -> int:
    """Number of the distribution of a time: an emergency's own where one is said, else that of other cases."""
    return own if own != NONE and is_one(case) else others


@rule
def registration(plan: Any, case: Any, others: int) -> int:
    """Number of the distribution of the time from a report to the work order; `others`, that of other cases."""
    return own_time(case, plan.emergencies.registration, others)


@rule
def diagnosis_time(plan: Any, case: Any) -> int:
    """Number of the distribution of the time that the diagnosis of a case takes."""
    return own_time(case, plan.emergencies.diagnosis, plan.whistle.diagnosis)


@rule
def procedure(plan: Any, hazard: Any, case: Any) -> int:
    """Number of the distribution of what a case waits for before its work."""
    return own_time(case, plan.emergencies.procedure, hazard.procedure)


@rule
def time_to_return(plan: Any, case: Any) -> int:
    """Number of the distribution of the time that a wrong unit keeps a case."""
    return own_time(case, plan.emergencies.return_after, plan.dispatch.return_after)


@rule
def interrupts(plan: Any, case: Any) -> bool:
    """Whether hands are called from other work for a case."""
    return plan.emergencies.interrupts > 0 and is_one(case)


@rule
def willing(plan: Any, case: Any, others: float) -> float:
    """Probability that a department sends a crew to an emergency; `others`, that of other cases, where none is said."""
    return plan.emergencies.comes if plan.emergencies.comes >= 0.0 and is_one(case) else others


@rule
def haste(plan: Any, case: Any) -> float:
    """Factor on the time of a trip to a case."""
    return plan.emergencies.travel if is_one(case) else 1.0


@rule
def call_out_time(plan: Any, case: Any) -> int:
    """Time (ms) that hands off duty take until they set out to a case."""
    u = uniform(plan.draw.call_out, case.key, case.token + case.attempt)
    return duration(plan, plan.emergencies.call_out, u)


@rule
def securing_time(plan: Any, issue: Any, case: Any) -> int:
    """Time (ms) that the first hands on site take to make an issue safe; NOBODY where that is no step apart."""
    if not issue.dangerous or plan.emergencies.securing == NONE or not is_one(case):
        return NOBODY
    return duration(plan, plan.emergencies.securing, uniform(plan.draw.securing, case.key, case.token + case.attempt))


def times_are_on_the_calendar(scenario: Any) -> Iterator[Contradiction]:
    """Who is called out, and who makes safe, does so by day and by night."""
    emergencies = scenario.mechanisms.emergencies
    for name in ("call_out", "securing"):
        time = getattr(emergencies, name)
        if time is not None and time.clock == "working":
            yield Contradiction((*SECTION, name), "must be in calendar time: emergencies do not wait for office hours")


MECHANISM = Mechanism(
    code=CODE,
    section="emergencies",
    parameters=Emergencies,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("emergency_on_site_30min_share", "joint_emergency_complete_30min_share", "dangerous_open_after_24h"),
    puts_in={
        "noticed": ("dangerous_never_on_file_share",),
        "comes": ("joint_emergency_complete_30min_share",),
        "securing": ("dangerous_not_safe_2h_share",),
    },
    draws=Draws(run=("call_out", "securing")),
    checks=(times_are_on_the_calendar,),
    activities=(
        Activity("interrupted", "station", "a server leaves a job for an emergency"),
        Activity("made_safe", "street", "a dangerous issue does no harm any more", "ms since the report"),
    ),
)
