"""S09, enforcement sunk to the streets: crews of departments move to teams of the streets, and cases with them.

Of the crews of each department named a `share` moves, rounded, to the streets by their residents (largest remainder).
They keep the department's roster, and the part of their duty that is for cases; their trips may be shorter. Of the
cases that fall to the department a share `cases` goes to the team of the street where they are. Summons go to the
department, which has the fewer crews for them, but for a share `recall`: these it answers with its crews in the street
of the issue, if these are enough, who leave their cases for it.

Sources: forces of market supervision, environment, culture, traffic and agriculture sunk to one team a street
(Jiancaoping, B); people go to the base (Guanshanhu, B). How many crews, how many cases and how far work grows for crews
on their own are assumed (E).
Side effects: pools are smaller, so that the same load waits longer, for ever where a street has too few crews; fewer
crews are left for the district and for summons. Pay moves with the crews.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import NOBODY
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Number, Share, Whole
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Authority, Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import TAKEN_OVER
from sim.mechanisms.units.roll_out import part_reached, streets_reached
from sim.said import said

CODE = "S09"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "sunk_enforcement")


class SunkEnforcement(Model):
    """Crews of departments that belong to teams of the streets."""

    enabled: bool = Field(False, description="Off: departments keep their crews.")
    departments: list[str] = Field(default_factory=list, description="Departments whose crews move.")
    share: Share = Field(Share.of(0), description="Share of their crews that moves to the streets.")
    cases: Share = Field(Share.of(0), description="Share of their cases that goes to the teams of the streets.")
    recall: Share = Field(
        Share.of(0), description="Share of a department's summons that it answers with its crews in that street."
    )
    least: Whole = Field(Whole.of(1), description="Fewest crews that each street must get of a department.")
    work_factor: Annotated[Number, Within("0.1", 10)] = Field(
        Number.of(1), description="Factor on the work of a case for crews of a street."
    )
    trip: DurationDistribution | None = Field(
        None, description="Time of a trip of crews of a street; unsaid: as the department's."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """The one number of the plan: stations and rows of who takes over what are the rest."""
        return {"recall": self.recall.value if self.enabled else 0.0}

    def moved(self, scenario: Any, name: str, crews: int) -> int:
        """How many of so many crews of a department move to the streets, in proportion to the communities for which
        they do."""
        there = part_reached(scenario, SECTION[-1])
        return round(crews * self.share.value * there) if self.enabled and name in self.departments else 0


@rule
def answers_summons(plan: Any, case: Any, department: int, street: int, crews: int) -> int:
    """Station (number) in a street whose crews, so many of them, a department (number) sends to a meeting; NOBODY if it
    sends its own."""
    unit = plan.units[plan.departments[department]].sunk
    if (
        unit < 0
        or not at_work(case, NUMBER)
        or uniform(plan.draw.recalled, case.key, case.token + case.whistles * 64 + department)
        >= (plan.sunk_enforcement.recall)
    ):
        return NOBODY
    station = plan.units[unit].first_station + street
    return station if plan.stations[station].servers >= crews else NOBODY


def unit_name(department: str) -> str:
    """What the crews of a department in the streets are called."""
    return f"sunk_{department}"


def authority(scenario: Any) -> Iterator[Authority]:
    """Cases of the departments named go to their crews in the streets."""
    own = scenario.mechanisms.sunk_enforcement
    if not own.enabled:
        return
    for name, hazard in scenario.hazards.items():
        for unit in hazard.handled_by:
            if unit in own.departments:
                yield Authority(name, unit, unit_name(unit), own.cases.value, own.work_factor.value)


def streets_have_crews(scenario: Any) -> Iterator[Contradiction]:
    """Departments are there, each street gets enough crews of them, and somebody is left for what stays with them."""
    own, departments = scenario.mechanisms.sunk_enforcement, scenario.departments
    if not own.enabled:
        return
    yield from are_known((*SECTION, "departments"), "department", own.departments, departments)
    streets = streets_reached(scenario, SECTION[-1])
    for number, name in enumerate(own.departments):
        crews = departments[name].in_all(1) if name in departments else 0
        path = (*SECTION, "departments", number)
        if unit_name(name) in {*departments, *scenario.staff.street_teams}:
            yield Contradiction(
                path,
                said(
                    "its crews in the streets would be called {name}, as another unit is",
                    name=unit_name(name),
                ),
            )
        moved = own.moved(scenario, name, crews)
        if own.cases.value > 0 and moved < max(own.least.value, 1) * streets:
            message = said(
                "{moved} of its {crews} crews for {streets} streets; each must get {least}",
                moved=moved,
                crews=crews,
                streets=streets,
                least=max(own.least.value, 1),
            )
            yield Contradiction(path, message)
        if crews and moved == crews and (own.cases.value < 1 or _is_joined(scenario, name)):
            yield Contradiction(path, "all its crews move; nobody is left for the cases and summons that stay with it")


def _is_joined(scenario: Any, name: str) -> bool:
    """Whether issues may need a department together with others."""
    hazards = scenario.hazards.values()
    return any(h.joint and h.joint.share.value > 0 and name in {*h.joint.among, *h.handled_by} for h in hazards)


MECHANISM = Mechanism(
    code=CODE,
    section="sunk_enforcement",
    parameters=SunkEnforcement,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("taken_over_share", "utilisation_sunk", "utilisation_department", "on_time_between_streets"),
    draws=Draws(run=("recalled",)),
    puts_in={"departments": TAKEN_OVER, "cases": TAKEN_OVER},
    checks=(streets_have_crews,),
    authority=authority,
    standing=True,
)
