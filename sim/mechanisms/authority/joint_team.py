"""S11, the standing joint team of six roles: fixed hours at which they go out together, in each street.

A joint issue whose departments are all among the team's `roles`, and that is no emergency, is not whistled for: it
waits for the team's next session. All begin at once, so nobody waits on site. Of the single cases of the hazards named
that fall to one of the roles the team takes a `share` as well.

Sources: police, traffic police, urban management, sanitation, grid workers and lane keepers act together on noise,
parking and estates (Jiancaoping, B). Sessions, and what goes to them, are assumed (E).
Side effects: the hours of the sessions, of a crew of each paid role in each street, whether there is work or not; a
joint case waits for a session where a whistle might have come sooner. Few cases are joint, and fewer need these roles
alone.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.rule import rule
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Share
from sim.mechanisms import emergencies
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import are_known, is_known
from sim.mechanisms.contract import Authority, Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.put_in import TAKEN_OVER, WHISTLED
from sim.mechanisms.queueing import EMERGENCY
from sim.said import said

CODE = "S11"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "joint_team")
TEAM_NAME = "joint_team"
"""What the team is called among the units."""


class JointTeam(Model):
    """A team of several roles in each street, who go out together at fixed hours."""

    enabled: bool = Field(False, description="Off: there is no such team.")
    roles: list[str] = Field(
        default_factory=list, description="Departments and street teams that give a crew to each session."
    )
    roster: str | None = Field(None, description="Roster of the sessions.")
    trip: DurationDistribution | None = Field(None, description="Time of a trip to a place; unsaid: none.")
    hazards: list[str] = Field(default_factory=list, description="Hazards of which it takes single cases too.")
    share: Share = Field(Share.of(0), description="Share of the single cases of these that it takes from its roles.")

    def acts(self) -> bool:
        """Whether there is such a team."""
        return self.enabled and bool(self.roles) and self.roster is not None

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: `roles` are the departments among them as bits."""
        departments = list(scenario.departments)
        own = [name for name in self.roles if name in departments] if self.acts() else []
        return {"roles": sum(1 << departments.index(name) for name in own)}


@rule
def takes(plan: Any, issue: Any) -> bool:
    """Whether the joint team takes a joint issue: all departments that it needs are in it, and there is time."""
    if plan.joint_team.roles == 0 or issue.needs & ~plan.joint_team.roles != 0 or not at_work(issue, NUMBER):
        return False
    return emergencies.urgency(plan, plan.hazards[issue.hazard], issue) != EMERGENCY


def authority(scenario: Any) -> Iterator[Authority]:
    """Single cases of the hazards named go from the roles to the team."""
    own = scenario.mechanisms.joint_team
    if own.acts():
        for name in own.hazards:
            for unit in scenario.hazards[name].handled_by:
                if unit in own.roles:
                    yield Authority(name, unit, TEAM_NAME, own.share.value)


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours of the sessions: of a crew of each role, in each street."""
    own = scenario.mechanisms.joint_team
    if own.acts():
        hours = scenario.rosters[own.roster].weekly_hours(1) * scenario.territory.streets.value
        for name in own.roles:
            yield Charge(name, hours, Taken.CASES)


def teams(scenario: Any) -> float:
    """Number of teams: one in each street."""
    return float(scenario.territory.streets.value) if scenario.mechanisms.joint_team.acts() else 0.0


def team_is_known(scenario: Any) -> Iterator[Contradiction]:
    """Roles, hazards and the roster of the sessions are there, and no other unit has the team's name."""
    own, staff, departments = scenario.mechanisms.joint_team, scenario.staff, scenario.departments
    if not own.enabled:
        return
    yield from are_known((*SECTION, "roles"), "unit", own.roles, (*staff.street_teams, *departments))
    yield from are_known((*SECTION, "hazards"), "hazard", own.hazards, scenario.hazards)
    if own.roles:
        yield from is_known((*SECTION, "roster"), "roster", own.roster, scenario.rosters)
    if TEAM_NAME in staff.street_teams or TEAM_NAME in departments:
        yield Contradiction((*SECTION, "enabled"), said("another unit is called {name}", name=TEAM_NAME))


MECHANISM = Mechanism(
    code=CODE,
    section="joint_team",
    parameters=JointTeam,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "joint_without_whistle_share",
        "utilisation_team",
        "whistles_per_1000_cases",
        "joint_arrival_registered_median_h",
        "closing_joint_median_h",
        "displaced_h_per_week",
    ),
    puts_in={name: (*TAKEN_OVER, *WHISTLED) for name in ("roles", "hazards", "share")},
    checks=(team_is_known,),
    charges=charges,
    crews=teams,
    authority=authority,
)
