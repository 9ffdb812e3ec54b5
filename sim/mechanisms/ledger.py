"""S17, the ledger: what is claimed, what is checked, what comes back, and what residents say of it.

A unit that has worked claims the case done; some claims are false, more of them the longer the line behind the case is
(`hurried`). Patrol cases and verified public reports are
checked on site by a grid worker, the finder or another; a false claim that is seen is sent back. Requests are
closed on the claim, and the hotline calls back: a resident who is reached says whether it was solved and whether
they are satisfied; unsolved ones are reopened. Whatever ended, healed or fixed, may come back as a new issue, since
its cause remains.

Sources: rework after checks 5.6 % (Kaizhou 2022, A), 0.1 to 0.5 % (Fuzhou, Zhengzhou, B-); on time 100 % with
actual resolution 80 % (Gaohang, A); closed without visit 28 % (New York council sample, B). Satisfaction among
raters 73 % (Jiangsu 2024, A). Staff of hospitals serve faster under load, and worse if it lasts (KC and Terwiesch
2009, Management Science 55, B; another trade). The probabilities are assumed (E).
Side effects: checks take grid workers' time; an unsolved closing costs trust.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.language.bounds import Within
from sim.language.checks import LEAST_REPEAT_MS, lasts
from sim.language.contradiction import Contradiction, Path
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import CHECKS, SATISFIED
from sim.said import said

CODE = "S17"
NUMBER = int(CODE[1:])


class Ledger(Model):
    """What is claimed, what is checked, what comes back, and what residents say of it."""

    enabled: bool = Field(True, description="Off: every claim is true, nothing is checked, residents are not asked.")
    false_claims: Share = Field(description="Probability that a case is claimed done though it is not.")
    hurried: Share = Field(
        Share(value=0),
        description="Probability that a line without end behind a case makes a true claim a false one; half of it with"
        " one job waiting for each crew.",
    )
    checked: Share = Field(description="Share of claimed fixes of street order that are checked on site.")
    check_work: Annotated[Duration, Within(0, "30 days")] = Field(description="Work of a check on site, travel apart.")
    own_checks: Share = Field(description="Share of checks made by the worker who found the issue.")
    own_detects: Share = Field(description="Probability that the finder's check sees a false claim.")
    other_detects: Share = Field(description="Probability that another worker's check sees a false claim.")
    desk_check: Share = Field(description="Share of claims checked at once, at the desk, by a check that never errs.")
    call_back: DurationDistribution = Field(description="Time from closing to the call-back.")
    reached: Share = Field(description="Probability that a call-back is reached and valid.")
    rework: Annotated[Number, Within(0, 100)] = Field(description="Factor on work content when a case is done again.")
    satisfied_solved: Share = Field(
        description="Probability that a resident whose issue is solved in time is satisfied."
    )
    satisfied_late: Share = Field(description="The same when it was solved after the limit.")
    satisfied_unsolved: Share = Field(description="The same when it was not solved.")

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan."""
        on = self.enabled
        return {
            "false_claims": self.false_claims.value if on else 0.0,
            "hurried": self.hurried.value if on else 0.0,
            "checked": self.checked.value if on else 0.0,
            "check_work": table.add(self.check_work),
            "own_checks": self.own_checks.value,
            "own_detects": self.own_detects.value,
            "other_detects": self.other_detects.value,
            "desk_check": self.desk_check.value if on else 0.0,
            "call_back": table.add(self.call_back) if on else NONE,
            "reached": self.reached.value if on else 0.0,
            "rework": self.rework.value,
            "satisfied_solved": self.satisfied_solved.value,
            "satisfied_late": self.satisfied_late.value,
            "satisfied_unsolved": self.satisfied_unsolved.value,
        }


@rule
def claims_falsely(plan: Any, case: Any, station: Any) -> bool:
    """Whether this claim of a station is made though the issue is not fixed."""
    if not at_work(case, NUMBER):
        return False
    return uniform(plan.draw.claims_false, case.key, case.token + case.attempt) < false_claims(plan, station)


@rule
def false_claims(plan: Any, station: Any) -> float:
    """Probability that a station's claim is false: false_claims, and of the rest hurried x w / (1 + w) with w jobs
    waiting for each of its crews (form and size grade E)."""
    waiting = station.waiting / (station.servers if station.servers > 1 else 1)
    hurried = plan.ledger.hurried * waiting / (1.0 + waiting)
    return plan.ledger.false_claims + (1.0 - plan.ledger.false_claims) * hurried


@rule
def desk_checks(plan: Any, case: Any) -> bool:
    """Whether the desk sees at once if this claim is false."""
    if not at_work(case, NUMBER):
        return False
    return uniform(plan.draw.desk_check, case.key, case.token + case.attempt) < plan.ledger.desk_check


@rule
def checked_on_site(plan: Any, case: Any) -> bool:
    """Whether this claim is checked on site."""
    if not at_work(case, NUMBER):
        return False
    return uniform(plan.draw.checked, case.key, case.token + case.attempt) < plan.ledger.checked


@rule
def checked_by_finder(plan: Any, case: Any) -> bool:
    """Whether the finder makes the check."""
    return uniform(plan.draw.checker, case.key, case.token + case.attempt) < plan.ledger.own_checks


@rule
def check_sees(plan: Any, case: Any, own: bool) -> bool:
    """Whether a check of a false claim sees it."""
    chance = plan.ledger.own_detects if own else plan.ledger.other_detects
    return uniform(plan.draw.check_detects, case.key, case.token + case.attempt) < chance


@rule
def calls_back(plan: Any, case: Any) -> bool:
    """Whether anybody calls back after a case was closed."""
    return plan.ledger.reached > 0.0 and at_work(case, NUMBER)


@rule
def call_back_time(plan: Any, case: Any) -> int:
    """Time (ms) from closing to the call-back."""
    return duration(plan, plan.ledger.call_back, uniform(plan.draw.call_back, case.key, case.token + case.attempt))


@rule
def is_reached(plan: Any, case: Any) -> bool:
    """Whether the call-back is reached and valid."""
    return uniform(plan.draw.reached, case.key, case.token + case.attempt) < plan.ledger.reached


@rule
def is_satisfied(plan: Any, case: Any, solved: bool, late: bool, heard: float) -> bool:
    """Whether a resident who was reached is satisfied; `heard`: share of the others whom the answer satisfies."""
    s = plan.ledger
    chance = s.satisfied_unsolved if not solved else s.satisfied_late if late else s.satisfied_solved
    chance = chance + (1.0 - chance) * heard
    return uniform(plan.draw.satisfied, case.key, case.token + case.attempt) < chance


def work_done_again_takes_time(scenario: Any) -> Iterator[Contradiction]:
    """What is claimed falsely is done again, and again takes time."""
    ledger = scenario.mechanisms.ledger
    if not ledger.enabled or ledger.false_claims.value == ledger.hurried.value == 0:
        return
    why = "work is done again after a false claim"
    means: list[float] = []
    for name, hazard in scenario.hazards.items():
        path = ("hazards", name)
        works: list[tuple[Path, DurationDistribution]] = [
            ((*path, "handled_by", unit, "work"), of.work) for unit, of in hazard.handled_by.items()
        ]
        if hazard.joint is not None:
            works.append(((*path, "joint", "work"), hazard.joint.work))
        for place, work in works:
            yield from lasts(work, place, why)
            means.append(work.mean())
    if (shortest := min(means, default=LEAST_REPEAT_MS)) >= LEAST_REPEAT_MS > shortest * ledger.rework.value:
        allowed = said(
            "at least {least:.3g}, so that the shortest work takes 1 min",
            least=LEAST_REPEAT_MS / shortest,
        )
        yield Contradiction(("mechanisms", "ledger", "rework"), why, allowed=allowed)


MECHANISM = Mechanism(
    code=CODE,
    section="ledger",
    parameters=Ledger,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("premature_closing_share", "sent_back_share", "reopened_share", "said_solved_share_valid"),
    puts_in={
        "false_claims": CHECKS,
        "hurried": CHECKS,
        "checked": CHECKS,
        "own_checks": CHECKS,
        "own_detects": CHECKS,
        "other_detects": CHECKS,
        "desk_check": CHECKS,
        "reached": ("said_solved_share_due", "satisfied_share_due"),
        "satisfied_solved": SATISFIED,
        "satisfied_late": SATISFIED,
        "satisfied_unsolved": SATISFIED,
    },
    draws=Draws(
        run=(
            "claims_false", "checked", "checker", "check_detects", "call_back", "reached", "satisfied", "desk_check",
        )
    ),
    checks=(work_done_again_takes_time,),
)  # fmt: skip
