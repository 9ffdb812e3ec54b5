"""S32, independent inspection: auditors look at a sample of what was closed, whoever closed it.

Of all closings a sample goes to the auditors' queue: crews with a roster, a trip and a look of some minutes each. What
they find untrue is reopened, and the unit's score of that month falls (`feeds`). Units know the share that is looked
at, and dare so much less to close on paper (`deters`).

Sources: a second tier that inspects what street-level supervisors report (Kunming, A); teams that supervise and assess
(Dachuan, B). Nobody has published what such a team finds per hour: rates, times and deterrence are assumed (E).
Side effects: the auditors' hours; reopened cases come before new ones.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import Activity
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Share, Whole
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import PAPER

CODE = "S32"
NUMBER = int(CODE[1:])


class Inspection(Model):
    """Auditors who look at closed cases on site."""

    enabled: bool = Field(False, description="Off: nobody looks at closed cases again but the residents called back.")
    rate: Share = Field(Share.of(0), description="Share of closings that go to the auditors.")
    crews: Whole = Field(Whole.of(0), description="Crews of auditors in the district.")
    roster: str | None = Field(None, description="Roster of the auditors; unsaid: that of public offices.")
    trip: DurationDistribution | None = Field(None, description="Time of a trip to a place; unsaid: none.")
    work: Annotated[Duration, Within(0, "30 days")] = Field(
        Duration.of("15 min"), description="Time of a look on site, with its record."
    )
    deters: Share = Field(
        Share.of(0),
        description="How far units believe in the rate: closing on paper is dared 1 - deters x rate as often.",
    )
    feeds: Share = Field(
        Share.of(0), description="Weight in a unit's score of a closing found untrue, as one not in time."
    )
    cost: Money | None = Field(None, description="Cost of a crew of auditors a year.")

    def auditors(self) -> int:
        """Number of crews of auditors in the district."""
        return self.crews.value if self.enabled else 0

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: no rate without auditors."""
        rate = self.rate.value if self.auditors() else 0.0
        return {
            "rate": rate,
            "work": table.add(self.work),
            "dares": 1.0 - self.deters.value * rate,
            "feeds": self.feeds.value,
        }


@rule
def is_audited(plan: Any, case: Any) -> bool:
    """Whether this closing of a case goes to the auditors."""
    if not at_work(case, NUMBER):
        return False
    return uniform(plan.draw.audited, case.key, case.token + case.attempt) < plan.inspection.rate


@rule
def dares(plan: Any, case: Any) -> float:
    """Factor on the probability that a case is reported done on paper: units know the share that is looked at."""
    return plan.inspection.dares if at_work(case, NUMBER) else 1.0


@rule
def untrue(plan: Any, unit: Any) -> float:
    """How many closings of a unit's month count as not in time because they were found untrue."""
    return plan.inspection.feeds * unit.untrue


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the auditors."""
    inspection = scenario.mechanisms.inspection
    return float(inspection.auditors() * inspection.cost.value) if inspection.cost is not None else 0.0


def samples_have_auditors(scenario: Any) -> Iterator[Contradiction]:
    """Somebody looks at what is sampled."""
    inspection = scenario.mechanisms.inspection
    if inspection.enabled and inspection.rate.value > 0 and inspection.crews.value == 0:
        yield Contradiction(("mechanisms", "inspection", "crews"), "nobody looks at the sample; must be above 0")


MECHANISM = Mechanism(
    code=CODE,
    section="inspection",
    parameters=Inspection,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "audited_share",
        "audited_untrue_share",
        "said_in_time_share_due",
        "truly_in_time_share_due",
        "reported_minus_true_in_time",
        "utilisation_auditors",
    ),
    puts_in={
        "rate": ("audited_share", "reopened_share", *PAPER),
        "deters": PAPER,
        "feeds": PAPER,
    },
    draws=Draws(run=("audited",)),
    checks=(samples_have_auditors,),
    activities=(Activity("audited", "auditors", "a closed case is looked at", "1 if its issue is found gone"),),
    costs={"auditors": yearly_cost},
    crews=lambda scenario: scenario.mechanisms.inspection.auditors(),
)
