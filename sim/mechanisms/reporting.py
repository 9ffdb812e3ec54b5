"""S04, resident reporting: who notices, who reports, through which channel, again and again.

People notice an open issue in waking hours at rate n a day; each reports with probability p. Possible reports come
at the highest rate n x p_max; one is accepted if its mark is below p / p_max (thinning, Lewis and Shedler 1979), so
that trust and habit move the acceptance and never the world. p = base x inclination x (1 + slope x (trust - mean
trust)), times a factor once somebody has reported. Reports of an issue with an open case are merged with it.

Sources: one in ten tickets a repeat (Daying 2017, A); people report again 1.57 times as often after a fix (Sjoberg,
Mellon and Peixoto 2017, B); four of five reporters live within two blocks (O'Brien, Boston, B). The forms are
assumed (grade E).
Side effects: trust moves with each answer and so later reports; a chase raises the priority of the case.
"""

from math import log
from typing import Any

from pydantic import Field

from sim.chance.book import VariateBook, upper_bound
from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import duration, quantile
from sim.language.distribution import DurationDistribution, NumberDistribution
from sim.language.model import Model
from sim.language.quantity import Number, Share


class Reporting(Model):
    """How residents who notice an issue come to report it, chase it and trust the outcome."""

    enabled: bool = Field(True, description="Off: residents never report; issues are found by patrol and visits.")
    awake: str = Field("07:00-22:30", description="Hours in which issues are noticed by the public.")
    after_first: Share = Field(description="Factor on the probability to report once somebody has reported.")
    neighbourhood: Number = Field(
        description="Mean distance of a reporter from the issue, in households along the street."
    )
    trust_slope: Number = Field(
        description="Factor on reporting is 1 + slope x (trust - mean trust): 0 makes reporting independent of trust."
    )
    trust_gain: Share = Field(description="Part of the distance to full trust gained when a report is truly solved.")
    trust_loss: Share = Field(description="Part of the trust lost when a report is closed unsolved or chased.")
    patience: DurationDistribution = Field(description="Time after which a reporter without an answer chases the case.")

    def lower(
        self, book: VariateBook, trust: NumberDistribution, inclination: NumberDistribution
    ) -> dict[str, float | int]:
        """Numbers of the plan. `highest` is p_max over the base probability."""
        mean = trust.mean()
        bound = upper_bound(inclination)
        return {
            "after_first": self.after_first.value,
            "neighbourhood": self.neighbourhood.value,
            "trust": book.add(trust),
            "inclination": book.add(inclination),
            "trust_mean": mean,
            "trust_slope": self.trust_slope.value,
            "trust_gain": self.trust_gain.value,
            "trust_loss": self.trust_loss.value,
            "highest": bound * (1.0 + self.trust_slope.value * (1.0 - mean)),
            "patience": book.add(self.patience),
        }


@rule
def notice_gap(plan: Any, hazard: Any, issue: Any, j: int) -> int:
    """Waking time (ms) between the possible reports j - 1 and j of an issue; exponential with rate n p_max."""
    return int(-log(uniform(plan.draw.noticed, issue.key, j)) * hazard.notice_gap + 0.5)


@rule
def reporter_household(plan: Any, community: Any, issue: Any, rank: int, j: int) -> int:
    """Household (number in its community) that the j-th possible reporter lives in, near rank `rank` along the street.

    Two-sided exponential distance with the mean `neighbourhood`, reflected at the ends of the community.
    """
    u = uniform(plan.draw.household_offset, issue.key, j)
    mean = plan.settings.neighbourhood
    offset = mean * log(2.0 * u) if u < 0.5 else -mean * log(2.0 * (1.0 - u))
    place = rank + int(offset)
    count = community.homes
    place = place % (2 * count)
    return place if place < count else 2 * count - 1 - place


@rule
def accepts_to_report(plan: Any, issue: Any, resident: Any, j: int) -> bool:
    """Whether the j-th possible report is made: its mark against p / p_max."""
    s = plan.settings
    p = resident.inclination * (1.0 + s.trust_slope * (resident.trust - s.trust_mean))
    if issue.reports > 0:
        p = p * s.after_first
    return uniform(plan.draw.reports, issue.key, j) * s.highest < p


@rule
def first_trust(plan: Any, resident: int) -> float:
    """Trust of a resident before any experience, 0 to 1."""
    return quantile(plan, plan.settings.trust, uniform(plan.draw.trust, resident, 0))


@rule
def inclination(plan: Any, resident: int) -> float:
    """Factor of a resident on the probability to report."""
    return quantile(plan, plan.settings.inclination, uniform(plan.draw.inclination, resident, 0))


@rule
def preferred_channel(plan: Any, resident: int) -> int:
    """Number of the channel a resident uses."""
    u = uniform(plan.draw.channel, resident, 0)
    i = 0
    while i < len(plan.channels) - 1 and u >= plan.channels[i].upto:
        i += 1
    return i


@rule
def trust_after(plan: Any, trust: float, solved: bool) -> float:
    """Trust after an answer: a part of the way to 1 when solved, a part lost when not."""
    if solved:
        return trust + plan.settings.trust_gain * (1.0 - trust)
    return trust - plan.settings.trust_loss * trust


@rule
def patience(plan: Any, case: Any, chases: int) -> int:
    """Time (ms) until the reporter chases the case for the next time."""
    return duration(plan, plan.settings.patience, uniform(plan.draw.patience, case.key, case.token + chases))
