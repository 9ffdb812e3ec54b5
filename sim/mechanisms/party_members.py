"""S12, party members off hours: members report in where they live and take up small tasks of evenings and weekends.

Each community has a pool of active members. In their hours off they come forward at a rate; each time the oldest
small task that waits at the community desk or with a grid worker is claimed and done there and then. Nothing waits:
nothing is claimed.

Sources: members reporting in, 3.3 % of residents (Beijing 2018, A); 0.9 problems solved per member and year (Anda,
A, one county). What share is active is assumed (E).
Side effects: claimed tasks leave the queues of desk and workers.
"""

from collections.abc import Iterator
from math import log
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import duration, to_ms
from sim.kinds import Activity
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import PerResident, Share, Whole
from sim.mechanisms.adoption import begun_in
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import HELP
from sim.said import said

CODE = "S12"
NUMBER = int(CODE[1:])


class PartyMembers(Model):
    """Serving party members who report in where they live and take up small tasks off hours."""

    enabled: bool = Field(True, description="Off: nobody claims tasks off hours.")
    members: Whole = Field(description="Members who reported in, in the whole district.")
    active: Share = Field(description="Share of them who are active.")
    solved: Annotated[PerResident, Within(0, "1000 per person per year")] = Field(
        description="Tasks an active member is ready to take up, per member and year."
    )
    roster: str = Field(description="Roster of the hours off in which members help.")
    work: DurationDistribution = Field(description="Work of a claimed task.")

    def active_members(self) -> float:
        """Active members in the district."""
        return self.members.value * self.active.value if self.enabled else 0.0

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan."""
        return {"work": table.add(self.work)}


@rule
def evening_gap(plan: Any, area: Any, community: int, k: int) -> int:
    """Time off (ms of the members' roster) until a member of the community next comes forward; exponential."""
    return to_ms(-log(uniform(plan.draw.member_evening, community, k)) * area.member_gap)


@rule
def report_in(plan: Any, community: int, now: int) -> bool:
    """Whether members of a community take up tasks there at a time (ms)."""
    return begun_in(plan, NUMBER, community, now)


@rule
def member_work(plan: Any, pool: Any, case: Any) -> int:
    """Work (ms) of a task taken up by a helper of a pool."""
    return duration(plan, pool.work, uniform(plan.draw.member_work, case.key, case.token + case.attempt))


def members_are_residents(scenario: Any) -> Iterator[Contradiction]:
    """Members live in the district."""
    most = scenario.population.residents.value
    if scenario.mechanisms.party_members.members.value > most:
        path = ("mechanisms", "party_members", "members")
        yield Contradiction(path, said("more than population.residents, which is {most:,}", most=most))


MAX_EVENINGS = 10_000
"""Most times a day that members of a community come forward, each an event."""
YEAR_DAYS = 365.0


def members_come_at_times(scenario: Any) -> Iterator[Contradiction]:
    """Members do not come forward beyond all counting."""
    members, communities = scenario.mechanisms.party_members, scenario.territory.communities.value
    a_day = members.active_members() * members.solved.value / YEAR_DAYS
    if a_day > MAX_EVENINGS * communities:
        message = said("members would come forward {a_day:,.0f} times a day", a_day=a_day)
        allowed = said("at most {most:,} times in each community", most=MAX_EVENINGS)
        yield Contradiction(("mechanisms", "party_members", "solved"), message, allowed=allowed)


MECHANISM = Mechanism(
    code=CODE,
    section="party_members",
    parameters=PartyMembers,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("members_share", "member_h_per_week", "utilisation_members"),
    puts_in={
        "members": HELP,
        "active": HELP,
        "solved": HELP,
    },
    draws=Draws(run=("member_evening", "member_work")),
    checks=(members_are_residents, members_come_at_times),
    activities=(Activity("taken_up", "members", "party members take up a small task"),),
)
