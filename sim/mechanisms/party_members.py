"""S12, party members off hours: members report in where they live and take up small tasks of evenings and weekends.

Each community has a pool of active members. In their hours off they come forward at a rate; each time the oldest
small task that waits at the community desk or with a grid worker is claimed and done there and then. Nothing waits:
nothing is claimed.

Sources: members reporting in, 3.3 % of residents (Beijing 2018, A); 0.9 problems solved per member and year (Anda,
A, one county). What share is active is assumed (E).
Side effects: claimed tasks leave the queues of desk and workers.
"""

from math import log
from typing import Any

from pydantic import Field

from sim.chance.book import VariateBook
from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import PerResident, Share, Whole


class PartyMembers(Model):
    """Serving party members who report in where they live and take up small tasks off hours."""

    enabled: bool = Field(True, description="Off: nobody claims tasks off hours.")
    members: Whole = Field(description="Members who reported in, in the whole district.")
    active: Share = Field(description="Share of them who are active.")
    solved: PerResident = Field(description="Tasks an active member is ready to take up, per member and year.")
    roster: str = Field(description="Roster of the hours off in which members help.")
    work: DurationDistribution = Field(description="Work of a claimed task.")

    def active_members(self) -> float:
        """Active members in the district."""
        return self.members.value * self.active.value if self.enabled else 0.0

    def lower(self, book: VariateBook) -> dict[str, float | int]:
        """Numbers of the plan."""
        return {"member_work": book.add(self.work)}


@rule
def evening_gap(plan: Any, area: Any, community: int, k: int) -> int:
    """Time off (ms of the members' roster) until a member of the community next comes forward; exponential."""
    return int(-log(uniform(plan.draw.member_evening, community, k)) * area.member_gap + 0.5)


@rule
def member_work(plan: Any, case: Any) -> int:
    """Work (ms) of a claimed task."""
    return duration(
        plan, plan.settings.member_work, uniform(plan.draw.member_work, case.key, case.token + case.attempt)
    )
