"""S14, deliberation: contested matters come before a council of residents before anybody acts.

The world says which issues are contested (`hazards.<name>.contested`). A case about one comes, before its first
dispatch, before the council of its community, which meets in the sessions of a roster; sessions without quorum are not
held. A hearing ends in agreement with a probability; else the case is heard again up to so many `rounds` in all, and
then goes the ordinary way. *Agreement is a decision, not a deed*: the community's desk carries it out, with so many
times the work that the issue holds, and without its procedure, which is what the council has been for; of chains so
ended fewer come back. Emergencies, and what truly needs several departments, do not come before it. The limit runs on.

Sources: consultation in three steps and 1,200 problems, and talk, reason, propose, do, judge and check as six (Weihai,
B-); residents decide, their committee carries out, others watch (Dachuan, B-). How often people agree: 45 % of cases
referred to neighbourhood centres in the United States are settled, 82 % of those mediated (B); where nearly all must
agree almost nobody does (lifts in Shanghai, B). Periods, work and what lasts are assumed (E).
Side effects: hours of the desks' crews who attend, whether anything is agreed or not; hours of residents; waiting.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.kinds import Scope, StationKind
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Number, Share, Whole, value_or
from sim.language.units import WEEKS_PER_YEAR
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import is_known
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.put_in import RECURRENCES
from sim.mechanisms.queueing import EMERGENCY
from sim.mechanisms.stages.stage import HEARINGS, HearingStage
from sim.said import said

CODE = "S14"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "councils")
COUNCIL_NAME = "council"
"""What the councils are called among the units."""


class Councils(Model):
    """Councils of residents, before which contested matters come."""

    enabled: bool = Field(False, description="Off: what is contested goes the ordinary way.")
    roster: str | None = Field(None, description="Roster of the sessions.")
    item: DurationDistribution = Field(
        DurationDistribution.of("25 min"), description="Time of a session that a hearing takes."
    )
    quorum: Share = Field(Share.of(1), description="Share of the sessions to which enough people come.")
    agrees: Share = Field(Share.of(0), description="Probability that a hearing ends in agreement.")
    rounds: Annotated[Whole, Within(1, HEARINGS - 1)] = Field(
        Whole.of(2), description="Hearings of a case, after which it goes the ordinary way without agreement."
    )
    again_after: Annotated[Duration, Within("1 min", "365 days")] = Field(
        Duration.of("1 day"), description="Time after a hearing before which the case is not heard again."
    )
    carried_out: Annotated[Number, Within(0, 100)] = Field(
        Number.of(1), description="Factor on the work of the desk that carries out what was agreed."
    )
    lasting: Share = Field(Share.of(0), description="Share of the recurrences that an agreement carried out spares.")
    crews: Annotated[Number, Within(0, 1000)] = Field(
        Number.of(0), description="Crews of the community's desk that attend each session."
    )
    residents: Annotated[Number, Within(0, 10_000)] = Field(
        Number.of(0), description="Residents at each session; their hours are counted."
    )
    cost: Money | None = Field(None, description="Cost of an hour of sessions.")

    def acts(self) -> bool:
        """Whether there are councils."""
        return self.enabled and self.roster is not None

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; hearings are those of the stage."""
        return {"carried_out": self.carried_out.value, "left": 1.0 - self.lasting.value}


@rule
def takes(issue: Any, case: Any) -> bool:
    """Whether a case about an issue comes before the council: a contested one that is no emergency and not joint."""
    return issue.contested > 0 and issue.joint == 0 and case.priority != EMERGENCY and at_work(issue, NUMBER)


@rule
def agreed(case: Any) -> bool:
    """Whether the council has agreed on a case."""
    return case.settled_by == NUMBER


@rule
def carried_out(plan: Any) -> float:
    """Factor on the work of the desk that carries out what was agreed."""
    return plan.councils.carried_out


@rule
def comes_all_the_same(plan: Any, hazard: Any, issue: Any) -> bool:
    """Whether an issue on which the council has agreed comes back all the same: its mark against what is left of the
    share."""
    return uniform(plan.draw.recurs, issue.key, 0) < hazard.recurs_share * plan.councils.left


def stages(scenario: Any) -> Iterable[HearingStage]:
    """The council of each community."""
    own = scenario.mechanisms.councils
    if not own.acts():
        return []
    return [
        HearingStage(
            unit=COUNCIL_NAME, kind=StationKind.COUNCIL, scope=Scope.COMMUNITY, roster=own.roster, item=own.item,
            settles=own.agrees.value, held=own.quorum.value, hearings=own.rounds.value, again=own.again_after,
        )
    ]  # fmt: skip


def session_hours(scenario: Any) -> float:
    """Hours of sessions a week, held or not, of all councils."""
    own = scenario.mechanisms.councils
    if not own.acts():
        return 0.0
    return float(scenario.rosters[own.roster].weekly_hours(1) * scenario.territory.communities.value)


def charges(scenario: Any) -> Iterable[Charge]:
    """Hours of the crews of the desks that attend."""
    hours = session_hours(scenario) * scenario.mechanisms.councils.crews.value
    return [Charge("community_desks", hours, Taken.CASES)] if hours else []


def weekly_person_hours(scenario: Any) -> float:
    """Hours a week of all who attend, residents and crews of desks."""
    own = scenario.mechanisms.councils
    return session_hours(scenario) * (own.crews.value + own.residents.value)


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for sessions."""
    return float(session_hours(scenario) * WEEKS_PER_YEAR * value_or(scenario.mechanisms.councils.cost, 0.0))


def councils_can_meet(scenario: Any) -> Iterator[Contradiction]:
    """Councils meet in the hours of a roster that is there, and no other unit has their name."""
    own = scenario.mechanisms.councils
    if not own.enabled:
        return
    yield from is_known((*SECTION, "roster"), "roster", own.roster, scenario.rosters)
    if COUNCIL_NAME in scenario.staff.street_teams or COUNCIL_NAME in scenario.departments:
        yield Contradiction((*SECTION, "enabled"), said("another unit is called {name}", name=COUNCIL_NAME))


MECHANISM = Mechanism(
    code=CODE,
    section="councils",
    parameters=Councils,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("contested_settled_share", "closing_contested_median_h", "council_h_per_settlement"),
    puts_in={
        "agrees": ("contested_settled_share",),
        "rounds": ("contested_settled_share",),
        "lasting": RECURRENCES,
    },
    checks=(councils_can_meet,),
    charges=charges,
    costs={"sessions": yearly_cost},
    stages=stages,
)
