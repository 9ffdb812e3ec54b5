"""Who works, when, and how they get about."""

from typing import Annotated

from pydantic import Field

from sim.language.bounds import Date, Within
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Label, Money, Number, Share, Speed, Whole
from sim.language.units import HOUR_MS, MONTHS_PER_WEEK
from sim.scenario.hours import DayRule, parse_monthly, parse_week

WEEK_HOURS = 168.0
"""Hours of a week, for those who are always on duty."""


class Shifts(Model):
    """The weekly hours of a part of a unit's crews."""

    share: Share = Field(description="Part of the crews on these shifts.")
    week: dict[str, str] = Field(
        description="Hours by day or range of days: {mon-fri: '08:30-12:00 14:00-18:00', sat: '08:30-12:00'}"
        "; a period may cross midnight."
    )
    holidays: bool = Field(False, description="Whether these shifts are worked on public holidays.")
    since: Date | None = Field(None, description="First date on which these shifts are worked; unsaid: always.")
    until: Date | None = Field(None, description="Date from which they are not worked any more; unsaid: never.")
    monthly: str | None = Field(
        None, description="Only on these days of each month, such as 'first thu' or 'first mon, last fri'."
    )

    def day_rule(self) -> DayRule:
        """Dates on which these shifts are worked, if the week has hours then."""
        return DayRule(self.since, self.until, parse_monthly(self.monthly) if self.monthly is not None else ())

    def weekly_hours(self) -> float:
        """Hours of duty in a week without holidays; of days of the month in the mean week."""
        hours = [sum(closing - opening for opening, closing in day) / HOUR_MS for day in parse_week(self.week)]
        if self.monthly is None:
            return sum(hours)
        return sum(hours[weekday] for _, weekday in parse_monthly(self.monthly)) * MONTHS_PER_WEEK


class Roster(Model):
    """When the crews of a unit are on duty: always, or by shifts."""

    always: bool = Field(False, description="Every hour of every day.")
    shifts: list[Shifts] = Field(default_factory=list)

    def shift_of(self, crew: int, crews: int) -> int:
        """Number of the shifts that a crew (number) of so many works, by cumulative shares; -1 if there are none."""
        part, total = (crew + 0.5) / crews, 0.0
        for number, shifts in enumerate(self.shifts):
            total += shifts.share.value
            if part < total:
                return number
        return len(self.shifts) - 1

    def weekly_hours(self, crews: int) -> float:
        """Hours of duty of so many crews of one place together in a week without holidays."""
        if not self.shifts:
            return crews * WEEK_HOURS
        hours = [shifts.weekly_hours() for shifts in self.shifts]
        return sum(hours[self.shift_of(crew, crews)] for crew in range(crews))


class Calendar(Model):
    """Days that differ from the week: public holidays, and weekend days that are worked instead."""

    office: str = Field(description="Roster whose first shifts define working hours for limits and delays.")
    holidays: list[Date] = Field(default_factory=list)
    workdays: list[Date] = Field(default_factory=list, description="Weekend days worked as the weekday they replace.")


class Travel(Model):
    """How a crew gets to the place of a job: a time from its base, or a way from where it last was."""

    time: DurationDistribution | None = Field(None, description="Time of a trip, whatever the distance.")
    speed: Speed | None = Field(None, description="Speed on the way from the last place.")
    detour: Annotated[Number | None, Within(0, 100)] = Field(None, description="Way over straight distance.")


class GridWorkers(Model):
    """The workers who walk the grids."""

    count: Whole
    roster: str
    absence: Share = Field(description="Share of duty days lost to leave and illness, drawn by worker and day.")
    desk: Duration = Field(description="Desk work, forms and meetings, per full duty day.")
    line: Duration = Field(description="Line tasks and campaigns, per full duty day.")
    travel: Travel
    cost: Money | None = Field(None, description="Cost of a worker a year, all in.")


class GridLeaders(Model):
    """Committee members who lead the workers of a community and even out their queues."""

    count: Whole
    hours_per_grid: Annotated[Duration, Within(0, "168 h")] = Field(
        description="Time a leader gives to each grid, per week."
    )
    rebalance_after: Duration = Field(
        description="A job whose worker is off duty longer than this goes to a colleague."
    )


class Crews(Model):
    """A unit of crews: a community desk, a street team or a department.

    Either `crews`, the same in each place of it, or `total`, shared out over its places by their residents.
    """

    title: Label
    crews: Whole | None = Field(
        None, description="Crews in each place of it: per community, per street, or in the district."
    )
    total: Whole | None = Field(
        None, description="Crews in all, shared out over communities or streets by their residents; instead of `crews`."
    )
    share: Share = Field(description="Share of duty time for cases; the rest is line duty, which whistles displace.")
    roster: str
    travel: Travel
    cost: Money | None = Field(None, description="Cost of a crew a year.")

    def in_all(self, places: int) -> int:
        """Crews of the unit in all its places (a number of them)."""
        return places * self.crews.value if self.crews is not None else self.total.value if self.total else 0


class Staff(Model):
    """Everybody below the departments."""

    grid_workers: GridWorkers
    grid_leaders: GridLeaders
    community_desks: Crews
    street_teams: dict[str, Crews]
