"""S05, registration, triage and dispatch: how a case finds the unit that must handle it.

A report is on the desk after its channel's registration time; some public reports are verified on site before they
are filed. Each dispatch names a wrong unit with some probability; the wrong unit returns the case, with `return_work`
once one of its crews has looked at it (an emergency is passed on without). The right one accepts it and contacts the
resident. Extensions are asked when most of the limit has passed and nobody has begun; some cases are shelved.

Sources: work order in 3.7 to 6 minutes (Beijing, A); public reports verified first (Guilin handbook 2016, A); 4 %
in circulation between units (Yichun 2023, A) as a floor of wrong dispatch; extensions 0.2 % (Fuzhou, Zhengzhou,
B-). Times are assumed (E).
Side effects: verification takes grid workers' time, and what is sent wrongly that of crews with `return_work`.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.language.bounds import Within
from sim.language.checks import lasts
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Share
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import FIRST_RESPONSE, ON_TIME
from sim.said import said

CODE = "S05"
NUMBER = int(CODE[1:])


class Dispatch(Model):
    """How a registered case finds the unit that must handle it."""

    enabled: bool = Field(
        True, description="Off: every case reaches the right unit at once, nothing is extended or shelved."
    )
    wrong_unit: Share = Field(description="Probability that a dispatch names a wrong unit.")
    return_after: DurationDistribution = Field(description="Time a wrong unit takes to return a case.")
    return_limit: Duration = Field(description="Longest time a unit may hold a case before it must be returned.")
    return_work: Annotated[Duration | None, Within(0, "30 days")] = Field(
        None,
        description="Time of one of its crews, out of that for cases, that a wrong unit spends looking at a case before"
        " it returns it, ways included; unsaid: none.",
    )
    contact: DurationDistribution = Field(description="Time from acceptance to the first contact with the resident.")
    verify_work: Annotated[Duration, Within(0, "30 days")] = Field(
        description="Work of verifying a public report on site before it is filed, travel apart."
    )
    extension_asked: Share = Field(
        description="Share of cases for which an extension is asked if nobody has begun in time."
    )
    extension_when: Share = Field(description="Part of the time limit after which an extension is asked.")
    shelved: Share = Field(description="Share of cases that are shelved and leave the denominator.")
    shelved_for: Duration = Field(description="Time a shelved case waits before it is taken up again.")

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan."""
        on = self.enabled
        return {
            "wrong_unit": self.wrong_unit.value if on else 0.0,
            "return_after": table.add(self.return_after),
            "return_limit": table.add(self.return_limit),
            "return_work": NONE if self.return_work is None else table.add(self.return_work),
            "contact": table.add(self.contact) if on else NONE,
            "verifies": int(on),
            "verify_work": table.add(self.verify_work),
            "extension_asked": self.extension_asked.value if on else 0.0,
            "extension_when": self.extension_when.value,
            "shelved": self.shelved.value if on else 0.0,
            "shelved_for": table.add(self.shelved_for),
        }


@rule
def registration_time(plan: Any, case: Any, number: int) -> int:
    """Time (ms) from report to work order, by a distribution (number)."""
    return duration(plan, number, uniform(plan.draw.registration, case.key, case.token))


@rule
def dispatched_wrongly(plan: Any, case: Any, factor: float) -> bool:
    """Whether this dispatch of the case names a wrong unit; `factor` is on the probability."""
    if not at_work(case, NUMBER):
        return False
    return uniform(plan.draw.wrong_unit, case.key, case.token + case.dispatches) < plan.dispatch.wrong_unit * factor


@rule
def verifies(plan: Any, case: Any) -> bool:
    """Whether what a case reports is verified on site before it is filed, if it is of such a hazard."""
    return plan.dispatch.verifies > 0 and at_work(case, NUMBER)


@rule
def wrong_unit(plan: Any, case: Any, right: int) -> int:
    """Number of the unit named by mistake: any of the base organisation but the right one, all alike.

    Units that mechanisms add come after those of the base organisation, so that an idle one moves no draw.
    """
    others = plan.base_units - (1 if right < plan.base_units else 0)
    if others <= 0:
        return right
    n = int(uniform(plan.draw.wrong_which, case.key, case.token + case.dispatches) * others)
    return n if n < right else n + 1


@rule
def return_time(plan: Any, case: Any, number: int) -> int:
    """Time (ms) a wrong unit keeps the case, by a distribution (number), at most the limit."""
    u = uniform(plan.draw.returned, case.key, case.token + case.dispatches)
    kept = duration(plan, number, u)
    limit = duration(plan, plan.dispatch.return_limit, 0.5)
    return kept if kept < limit else limit


@rule
def return_work(plan: Any) -> int:
    """Time (ms) that a crew of a wrong unit looks at a case before it is returned."""
    return duration(plan, plan.dispatch.return_work, 0.5)


@rule
def contact(plan: Any, case: Any) -> int:
    """Number of the distribution of the time from acceptance to the first contact with the resident."""
    return plan.dispatch.contact if at_work(case, NUMBER) else NONE


@rule
def contact_time(plan: Any, case: Any) -> int:
    """Time (ms) from acceptance to the first contact with the resident."""
    return duration(plan, contact(plan, case), uniform(plan.draw.contact, case.key, case.token))


@rule
def asks_extension(plan: Any, case: Any) -> bool:
    """Whether an extension will be asked if the case is not begun in time."""
    return at_work(case, NUMBER) and uniform(plan.draw.extension, case.key, case.token) < plan.dispatch.extension_asked


@rule
def is_shelved(plan: Any, case: Any) -> bool:
    """Whether the case is shelved on its first dispatch."""
    return at_work(case, NUMBER) and uniform(plan.draw.shelved, case.key, case.token) < plan.dispatch.shelved


@rule
def procedure_time(plan: Any, case: Any, number: int) -> int:
    """Waiting (ms, on its own clock) before work that occupies nobody, by a distribution (number): appointment, notice,
    materials."""
    return duration(plan, number, uniform(plan.draw.procedure, case.key, case.token + case.attempt))


def returns_share_a_clock(scenario: Any) -> Iterator[Contradiction]:
    """The time to return a case is compared with its limit, so both run on one clock."""
    dispatch = scenario.mechanisms.dispatch
    if dispatch.return_limit.clock != dispatch.return_after.clock:
        path = ("mechanisms", "dispatch", "return_limit")
        yield Contradiction(
            path, said("must be in {clock} time, as `return_after` is", clock=said(dispatch.return_after.clock))
        )


def returns_take_time(scenario: Any) -> Iterator[Contradiction]:
    """A case that went to a wrong unit, and may go to another, is on the way for a while each time."""
    dispatch = scenario.mechanisms.dispatch
    if dispatch.enabled and dispatch.wrong_unit.value > 0:
        for name in ("return_after", "return_limit"):
            time, path = getattr(dispatch, name), ("mechanisms", "dispatch", name)
            yield from lasts(time, path, "a case may be sent to wrong units again and again")


MECHANISM = Mechanism(
    code=CODE,
    section="dispatch",
    parameters=Dispatch,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("returned_share", "first_response_median_h"),
    puts_in={
        "wrong_unit": ("returned_share",),
        "contact": FIRST_RESPONSE,
        "extension_asked": ON_TIME,
        "extension_when": ON_TIME,
        "shelved": ("on_time_share_due_not_shelved",),
    },
    draws=Draws(
        run=("registration", "wrong_unit", "wrong_which", "returned", "contact", "extension", "shelved", "procedure")
    ),
    checks=(returns_share_a_clock, returns_take_time),
)
