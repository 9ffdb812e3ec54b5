"""S19, staff quality: who is there, and how well who is there knows the work.

Grid workers and crews of community desks leave: each post has a chain of tenures of exponential length, `turnover` of
those in post leave in a year, and stands vacant for `vacancy` after each. It is in equilibrium at the start. While it
is vacant nobody is on duty in it. Newcomers take longer, by 1 + `newcomer` x exp(-tenure / `learning`), and workers
among them see less on a pass, by 1 - `unseeing` x the same, reckoned when an issue occurs. Training takes hours of the
desk. Crews of desks, teams and departments are absent on some days, each by itself, as grid workers are by the staff
section. A small unit then sometimes has nobody; the same hours lost evenly would cost less.

Sources: reserve staff in each community (Jiancaoping, A) tell that people are missing; 32 hours of training a year and
21.7 % of those under 35 leaving come from one page without a source (B-). All else is assumed (E). Education and age
have no coefficient: nobody measured one.
Side effects: work waits for who is away or not yet hired; a case in hand at a desk goes to a colleague, one of a grid
worker waits for the successor. Pay of vacant posts is not saved. Training has no effect that anybody measured, and none
here.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws
from sim.chance.rule import rule
from sim.language.bounds import Within
from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Number, Share
from sim.language.units import HOUR_MS, WEEKS_PER_YEAR, YEAR_MS
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken

SECTION = ("mechanisms", "staff_quality")
WORKERS, DESKS = "grid_workers", "community_desks"
"""Whose posts fall vacant, as charges call them."""


class StaffQuality(Model):
    """Turnover and vacancies, newcomers, training, and absence of crews."""

    enabled: bool = Field(False, description="Off: nobody leaves or is new to the work, and crews are never away.")
    turnover: Share = Field(
        Share.of(0), description="Share of grid workers and of crews of community desks in post who leave in a year."
    )
    vacancy: Annotated[Duration, Within(0, "3650 days")] = Field(
        Duration.of(0), description="Time for which a post stands vacant after each leaving."
    )
    newcomer: Annotated[Number, Within(0, 10)] = Field(
        Number.of(0), description="How much longer the first job takes a newcomer, as a part of its time."
    )
    learning: Annotated[Duration, Within(0, "3650 days")] = Field(
        Duration.of(0), description="Time in post in which what newcomers lack falls to 37 % (1/e)."
    )
    unseeing: Share = Field(
        Share.of(0),
        description="Share of what a pass of an old hand sees that a new worker's first does not.",
    )
    training: Annotated[Duration, Within(0, "2000 h")] = Field(
        Duration.of("0 h"), description="Desk work of a worker, and line duty of a desk's crew, for training, a year."
    )
    recruiting: Money = Field(Money.of("0 yuan"), description="What it costs to fill a post.")
    crew_absence: Annotated[Share, Within(0, 0.9)] = Field(
        Share.of(0), description="Share of duty days that a crew loses to leave and illness, drawn by crew and day."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; tenures and absences are told by its posts and rosters."""
        known = self.enabled and self.learning.value > 0
        return {
            "newcomer": self.newcomer.value if known else 0.0,
            "unseeing": self.unseeing.value if known else 0.0,
            "learning": max(self.learning.value, 1.0),
        }

    def absence(self) -> float:
        """Share of duty days on which a crew is absent."""
        return self.crew_absence.value if self.enabled else 0.0

    def leaving(self) -> float:
        """Rate (per ms in post) at which hands leave."""
        return self.turnover.value / YEAR_MS if self.enabled else 0.0

    def vacant(self) -> float:
        """Share of time for which a post is vacant in the long run."""
        away = self.leaving() * self.vacancy.value
        return away / (1.0 + away)

    def present(self, unit: str) -> float:
        """Share of its rostered duty for which a crew of a unit, as charges call it, is there in the long run; absences
        of grid workers are said by the staff section."""
        there = 1.0 - self.vacant() if unit in (WORKERS, DESKS) else 1.0
        return there if unit == WORKERS else there * (1.0 - self.absence())


@rule
def slowness(plan: Any, newness: float) -> float:
    """Factor on the time of a job for a hand with so much of a newcomer left (1 at hiring, towards 0)."""
    return 1.0 + plan.staff_quality.newcomer * newness


@rule
def sight(plan: Any, newness: float) -> float:
    """Share of what an old hand sees on a pass that a worker sees with so much of a newcomer left (1 to 0)."""
    return 1.0 - plan.staff_quality.unseeing * newness


def hands(scenario: Any) -> tuple[float, float]:
    """Number of posts of grid workers, and of crews of the community desks."""
    staff, places = scenario.staff, int(scenario.territory.communities.value)
    return float(staff.grid_workers.count.value), float(staff.community_desks.in_all(places))


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours of training of all who are in post."""
    own = scenario.mechanisms.staff_quality
    if own.enabled and own.training.value > 0:
        weekly = own.training.value / HOUR_MS / WEEKS_PER_YEAR * (1.0 - own.vacant())
        workers, desks = hands(scenario)
        yield Charge(WORKERS, weekly * workers, Taken.DESK)
        yield Charge(DESKS, weekly * desks, Taken.LINE)


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for filling posts."""
    own = scenario.mechanisms.staff_quality
    hired = own.leaving() * YEAR_MS * (1.0 - own.vacant()) * sum(hands(scenario))
    return float(own.recruiting.value * hired)


def newcomers_learn(scenario: Any) -> Iterator[Contradiction]:
    """Newcomers differ for a time, if they do; and times run on the calendar."""
    own = scenario.mechanisms.staff_quality
    for name in ("vacancy", "learning"):
        yield from on_the_calendar(getattr(own, name), (*SECTION, name))
    if own.enabled and own.learning.value == 0 and (own.newcomer.value > 0 or own.unseeing.value > 0):
        yield Contradiction(
            (*SECTION, "learning"), "newcomers know all at once", allowed="above 0, or `newcomer` and `unseeing` 0"
        )


MECHANISM = Mechanism(
    code="S19",
    section="staff_quality",
    parameters=StaffQuality,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("utilisation_department", "utilisation_street", "backlog_mean"),
    puts_in={
        "turnover": ("vacancy_days_per_year", "newcomer_work_share"),
        "vacancy": ("vacancy_days_per_year",),
        "learning": ("newcomer_work_share",),
        "unseeing": ("cases_patrol_per_year", "finds_per_patrol_hour"),
    },
    draws=Draws(run=("crew_absence", "turnover")),
    checks=(newcomers_learn,),
    costs={"recruiting": yearly_cost},
    charges=charges,
    everywhere="crews of teams and departments come from all communities",
)
