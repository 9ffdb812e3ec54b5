"""S29, campaigns: for some weeks hands and patrol go to a few hazards, and somebody lacks them.

While a campaign lasts, grid workers patrol more each day, at the cost of line tasks and desk work alike, and crews
give a part of their line duty to cases. Offenders stay away: issues of its hazards do not come to be with probability
`deters`, which fades linearly to nothing over `fades` after the end. Nobody comes back in greater number; what rebounds
is the work that was left undone.

Sources: of 18 police crackdowns 15 deterred at first, most faded while they went on and 5 left something behind
(Sherman, B); with a second team stalls corrected rose from 500 to 950 a week (Gulangyu, B). Sizes are assumed (E).
Side effects: all hours are taken from line and desk work; what is not deterred comes to the same crews.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import NEVER
from sim.language.bounds import Date, Within
from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Label, Share
from sim.language.units import DAY_MS, WORKING_DAY_MS
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken, weekly_hours
from sim.mechanisms.put_in import OCCURRENCES
from sim.said import listed, said

CODE = "S29"
NUMBER = int(CODE[1:])


class Campaign(Model):
    """One campaign: when, against what, with whose hours."""

    title: Label
    since: Date = Field(description="First day.")
    until: Date = Field(description="Day on which it is over.")
    hazards: list[str] = Field(description="Hazards that it is about.")
    patrol: Annotated[Duration, Within(0, "24 h")] = Field(
        Duration.of(0), description="Patrol of grid workers beside what is planned, per full duty day."
    )
    units: list[str] = Field(
        default_factory=list, description="Desks (`community`), teams and departments that give line duty to cases."
    )
    borrowed: Share = Field(Share.of(0), description="Share of the line duty of these units that goes to cases.")
    deters: Share = Field(Share.of(0), description="Share of the issues of its hazards that do not come to be.")
    fades: Annotated[Duration, Within(0, "3650 days")] = Field(
        Duration.of(0), description="Time after the end over which that fades to nothing."
    )

    def lasts(self) -> bool:
        """Whether it has a day."""
        return self.since < self.until


class Campaigns(Model):
    """Campaigns, each with its dates."""

    enabled: bool = Field(False, description="Off: there is no campaign.")
    planned: list[Campaign] = Field(default_factory=list, description="The campaigns of the scenario.")

    def held(self) -> list[Campaign]:
        """The campaigns that take place."""
        return [each for each in self.planned if each.lasts()] if self.enabled else []

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Beginnings, ends and fading (ms since the start) of all campaigns, and what each deters of each hazard; the
        last row is a campaign that never comes, so that there is one."""
        held, hazards = self.held(), list(scenario.hazards)
        days = [tuple((day - scenario.run.start).days * DAY_MS for day in (its.since, its.until)) for its in held]
        deters = [its.deters.value if name in its.hazards else 0.0 for its in held for name in hazards]
        return {
            "hazards": len(hazards),
            "begins": [*(float(begins) for begins, _ in days), float(NEVER)],
            "ends": [*(float(ends) for _, ends in days), float(NEVER)],
            "fades": [*(its.fades.value for its in held), 0.0],
            "deters": [*deters, *[0.0] * len(hazards)],
        }


@rule
def deterred(plan: Any, issue: Any) -> bool:
    """Whether campaigns keep an issue from coming to be, when it would occur."""
    s = plan.campaigns
    if not at_work(issue, NUMBER):
        return False
    left = 1.0
    for number in range(len(s.begins)):
        share = s.deters[number * s.hazards + issue.hazard]
        if share <= 0.0 or issue.occurred < s.begins[number]:
            continue
        over = issue.occurred - s.ends[number]
        if over < 0.0:
            left = left * (1.0 - share)
        elif over < s.fades[number]:
            left = left * (1.0 - share * (1.0 - over / s.fades[number]))
    return left < 1.0 and uniform(plan.draw.deterred, issue.key, 0) < 1.0 - left


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours moved from line and desk to patrol, and from line duty to cases, while campaigns last."""
    workers = scenario.staff.grid_workers
    for campaign in scenario.mechanisms.campaigns.held():
        span = (campaign.since, campaign.until)
        a_day = weekly_hours(scenario, "grid_workers") / WORKING_DAY_MS
        indoors = max(workers.line.value + workers.desk.value, 1.0)
        for of, its in ((Taken.LINE, workers.line.value), (Taken.DESK, workers.desk.value)):
            yield Charge("grid_workers", campaign.patrol.value * its / indoors * a_day, of, *span)
        yield Charge("grid_workers", -campaign.patrol.value * a_day, Taken.PATROL, *span)
        for name in campaign.units:
            unit = _unit(scenario, name)
            if unit is not None and campaign.borrowed.value > 0:
                called = "community_desks" if name == "community" else name
                lent = campaign.borrowed.value * (1.0 - unit.share.value) * weekly_hours(scenario, called)
                yield Charge(called, lent, Taken.LINE, *span)
                yield Charge(called, -lent, Taken.CASES, *span)


def _unit(scenario: Any, name: str) -> Any:
    """The desks, team or department of a name, None if there is none."""
    staff = scenario.staff
    return {"community": staff.community_desks, **staff.street_teams, **scenario.departments}.get(name)


def campaigns_name_what_there_is(scenario: Any) -> Iterator[Contradiction]:
    """Hazards and units of a campaign exist, and it does not end before it begins."""
    for number, campaign in enumerate(scenario.mechanisms.campaigns.planned):
        path = ("mechanisms", "campaigns", "planned", number)
        for position, name in enumerate(campaign.hazards):
            if name not in scenario.hazards:
                allowed: str = said("known here are {names}", names=listed(scenario.hazards))
                yield Contradiction((*path, "hazards", position), "no such hazard", allowed=allowed)
        for position, name in enumerate(campaign.units):
            if _unit(scenario, name) is None:
                allowed = "`community`, or a street team or department of this scenario"
                yield Contradiction((*path, "units", position), "no such unit with line duty", allowed=allowed)
        if campaign.until < campaign.since:
            yield Contradiction((*path, "until"), "lies before `since`", allowed=_from(campaign.since))
        yield from on_the_calendar(campaign.fades, (*path, "fades"))


def _from(day: date) -> str:
    return said("{day} or later", day=day)


MECHANISM = Mechanism(
    code=CODE,
    section="campaigns",
    parameters=Campaigns,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("worker_patrol_h", "displaced_h_per_week", "issues_per_year"),
    puts_in={"planned.deters": OCCURRENCES},
    draws=Draws(run=("deterred",)),
    checks=(campaigns_name_what_there_is,),
    charges=charges,
)
