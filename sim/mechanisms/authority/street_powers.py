"""S10, delegated powers and the right to rate: streets act for departments, and say what they think of them.

*Powers*: of the cases of the departments named a share `exercised` goes to a team of the street. An issue that needs
several departments needs those less whose power the street uses (drawn for each): the team does their part of the work
on site first, then the others are called; if nobody is left to call, there is no whistle. *Rating*: each month the
street rates a department by how many of its summons it answered and how many of its cases were done in time; what the
department feels of it moves by halves towards weight x (1 - rating). The probability not to come, or to return a part,
and the delays of signing and contact are multiplied by exp(-response x felt).

Sources: six powers delegated (Jiancaoping, B: which ones is not said); streets propose, rate, agree and supervise
(Weihai, B); of 87 items delegated to townships Hebei kept 47 (B-), and Beijing took some of its 431 back (A), so that
what is exercised is less than what is delegated (C); a weight of a third is remembered (D), 60 % of a rating by the
street published (Sichuan, B). Response is assumed (E).
Side effects: hours of the street's team, which has no more crews for it; more crews come, so more line duty is
displaced; hours of rating.
"""

from collections.abc import Iterator
from math import exp
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
from sim.language.units import HOUR_MS
from sim.mechanisms.adoption import at_work, begun
from sim.mechanisms.authority.names import are_known, is_known
from sim.mechanisms.contract import Authority, Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.put_in import ATTENDANCE, TAKEN_OVER, WHISTLED

CODE = "S10"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "street_powers")
WEEKS_PER_MONTH = 365.0 / 12.0 / 7.0


class StreetPowers(Model):
    """Streets that act for departments, and rate them."""

    enabled: bool = Field(False, description="Off: each department has its powers, and nobody below rates it.")
    powers: list[str] = Field(default_factory=list, description="Departments whose powers the streets have.")
    team: str | None = Field(None, description="Street team that uses the powers.")
    exercised: Share = Field(
        Share.of(0), description="Share of the cases of these departments in which the street uses the power."
    )
    weight: Share = Field(
        Share.of(0), description="Weight of the street's rating in what a department is assessed by; 0: no rating."
    )
    response: Annotated[Number, Within(0, 10)] = Field(
        Number.of(0),
        description="How strongly a department answers what it feels of a bad rating: the probability not to come, and"
        " its delays, are multiplied by exp(-response x felt).",
    )
    rating: Annotated[Duration, Within(0, "30 days")] = Field(
        Duration.of("0 h"), description="Line duty of the street's team for rating one department for a month."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: `powers` is a set of departments as bits, `team` the number among the street teams."""
        departments, teams = list(scenario.departments), list(scenario.staff.street_teams)
        used = self.enabled and self.exercised.value > 0.0
        return {
            "powers": sum(1 << departments.index(name) for name in self.powers) if used else 0,
            "team": teams.index(self.team) if used and self.team is not None else 0,
            "exercised": self.exercised.value,
            "weight": self.weight.value if self.enabled else 0.0,
            "response": self.response.value if self.enabled else 0.0,
        }


@rule
def still_called(plan: Any, issue: Any) -> int:
    """Departments that a joint issue needs beside those whose power the street uses, as a set of bits."""
    needed = issue.needs
    if needed & plan.street_powers.powers == 0 or not at_work(issue, NUMBER):
        return needed
    for department in range(len(plan.departments)):
        has_power = (needed & plan.street_powers.powers) >> department & 1
        if has_power > 0 and uniform(plan.draw.power_used, issue.key, department) < plan.street_powers.exercised:
            needed = needed & ~(1 << department)
    return needed


@rule
def rates(plan: Any, now: int) -> bool:
    """Whether streets rate departments at a time (ms): once any of their communities has it, all do."""
    return plan.street_powers.weight > 0.0 and begun(plan, NUMBER, now)


@rule
def felt_after(plan: Any, unit: Any) -> float:
    """What a department feels of the streets' rating (0 to 1) after a month: half of it is what it felt before.

    The rating is the mean of the shares of its summons that it answered and of its cases that were done in time, as far
    as the month has any; without any it keeps what it felt.
    """
    total = parts = 0.0
    if unit.asked > 0:
        total += unit.came / unit.asked
        parts += 1.0
    if unit.closed > 0:
        total += unit.in_time / unit.closed
        parts += 1.0
    if parts <= 0.0:
        return unit.felt
    return (unit.felt + plan.street_powers.weight * (1.0 - total / parts)) / 2.0


@rule
def reluctance(plan: Any, station: Any, case: Any) -> float:
    """Factor on a department's probability not to come to a case or to return a part, and on its delays."""
    if plan.street_powers.response <= 0.0 or station.felt <= 0.0 or not at_work(case, NUMBER):
        return 1.0
    return exp(-plan.street_powers.response * station.felt)


def authority(scenario: Any) -> Iterator[Authority]:
    """Cases of the departments named go to the street's team."""
    own = scenario.mechanisms.street_powers
    if own.enabled and own.team is not None:
        for name, hazard in scenario.hazards.items():
            for unit in hazard.handled_by:
                if unit in own.powers:
                    yield Authority(name, unit, own.team, own.exercised.value)


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours of rating: each department once a month, by the team of each street."""
    own = scenario.mechanisms.street_powers
    if own.enabled and own.team is not None and own.weight.value > 0.0 and own.rating.value > 0.0:
        each = own.rating.value / HOUR_MS / WEEKS_PER_MONTH
        hours = each * len(scenario.departments) * scenario.territory.streets.value
        yield Charge(own.team, hours, Taken.LINE)


def powers_have_a_team(scenario: Any) -> Iterator[Contradiction]:
    """Powers are those of departments that there are, and a team with crews uses them."""
    own, staff = scenario.mechanisms.street_powers, scenario.staff
    if not own.enabled:
        return
    yield from are_known((*SECTION, "powers"), "department", own.powers, scenario.departments)
    if own.exercised.value > 0.0 and own.powers:
        yield from is_known((*SECTION, "team"), "street team", own.team, staff.street_teams)
        if own.team in staff.street_teams and staff.street_teams[own.team].in_all(1) == 0:
            message = "powers without crews: this team has none, and cases would wait for ever"
            yield Contradiction((*SECTION, "team"), message)


MECHANISM = Mechanism(
    code=CODE,
    section="street_powers",
    parameters=StreetPowers,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("taken_over_share", "street_level_share_all", "utilisation_street", "on_time_between_streets"),
    puts_in={
        "powers": (*TAKEN_OVER, *WHISTLED),
        "exercised": (*TAKEN_OVER, *WHISTLED),
        "weight": (*ATTENDANCE, "whistle_signed_median_h"),
        "response": (*ATTENDANCE, "whistle_signed_median_h"),
    },
    draws=Draws(run=("power_used",)),
    checks=(powers_have_a_team,),
    activities=(Activity("felt_rating", "street", "the streets have rated a department", "per mille felt of it"),),
    charges=charges,
    authority=authority,
)
