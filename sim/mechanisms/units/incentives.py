"""S24, incentives: helpers come and go, and points keep some of them for a while.

Of the helpers who are there a share stays a year (`stays`), and each month as many join as are a share of those at the
start, until there are as many as the sections of stewards, party members and co-building say. Points keep a part of
those who would go; that fades as their novelty does. Helpers come forward at the rate of all who are said; one
counts, be it at a pass of a steward or when a member or partner comes forward, if a mark is below the share who are
there. So no draw moves: who helps at a smaller share does so at a larger one too.

Sources: a love bank and a bank of family ways (Dachuan, B-), saving of love (Jiancaoping, B-): that they exist. The
median organisation in the United States keeps 80 % of its volunteers for a year (B). What points do, nobody has
measured; all other numbers are assumed (E). No person is scored, and nobody is punished.
Side effects: money for every hour helped, also of those who would have stayed without it.
"""

from collections.abc import Iterator
from math import exp, log
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Share, value_or
from sim.language.units import DAY_MS, HOUR_MS, WEEKS_PER_YEAR
from sim.mechanisms.adoption import at_work, begun_in
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import HELP

CODE = "S24"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "incentives")
MONTHS = 12
MONTH_MS = 365.25 / MONTHS * DAY_MS
FOUND = ("found_by_stewards_per_year", "fixed_by_stewards_per_year", "steward_h_per_find")
HELPED = ("helpers_active_share", *HELP, *FOUND)


class Incentives(Model):
    """How long helpers stay, and what points do to that."""

    enabled: bool = Field(False, description="Off: there are always as many helpers as their sections say.")
    begins: Share = Field(Share.of(1), description="Share of the helpers said who are there at the start.")
    stays: Annotated[Share, Within("0.01", 1)] = Field(
        Share.of(1), description="Share of helpers who, without points, are still there after a year."
    )
    joins: Share = Field(Share.of(0), description="Share of the helpers said who join in a month.")
    points: Share = Field(Share.of(0), description="Share of those who would go whom points keep, at first.")
    novelty: Annotated[Duration, Within("1 day", "100 years")] = Field(
        Duration.of("26 weeks"), description="Time after which points keep 1/e of what they kept at first."
    )
    hour: Money | None = Field(None, description="What points cost for an hour that a helper gives.")

    def there(self, months: int) -> list[float]:
        """Share of the helpers said who are there in each of so many months (a twelfth of a year) from the start."""
        if not self.enabled:
            return [1.0] * months
        shares = [self.begins.value]
        for month in range(months - 1):
            kept = self.points.value * exp(-month * MONTH_MS / self.novelty.value)
            stays = 1.0 - (1.0 - self.stays.value) * (1.0 - kept)
            shares.append(min(shares[-1] * exp(log(stays) / MONTHS) + self.joins.value, 1.0))
        return shares

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: the share of helpers who are there in each month of the run, and after."""
        return {"there": self.there(1 if scenario is None else months_of(scenario)[1])}


@rule
def stewards_there(plan: Any, issue: Any, now: int) -> float:
    """Share of the stewards said who are there at a time (ms), of those who may come upon an issue."""
    return there(plan, now) if at_work(issue, NUMBER) else 1.0


@rule
def there(plan: Any, now: int) -> float:
    """Share of the helpers said who are there at a time (ms) where they come and go."""
    shares = plan.incentives.there
    month = int(now / MONTH_MS) if now > 0 else 0
    share: float = shares[month if month < len(shares) else len(shares) - 1]
    return share


@rule
def helpers_there(plan: Any, community: int, now: int) -> float:
    """Share of the members and partners said of a community who are there at a time (ms)."""
    return there(plan, now) if begun_in(plan, NUMBER, community, now) else 1.0


@rule
def member_is_there(plan: Any, community: int, k: int, now: int) -> bool:
    """Whether the member of a community who comes forward for the k-th time is among those there at a time (ms)."""
    share = helpers_there(plan, community, now)
    return share >= 1.0 or uniform(plan.draw.member_there, community, k) < share


@rule
def partner_is_there(plan: Any, community: int, k: int, now: int) -> bool:
    """Whether the partner of a community who comes forward for the k-th time is among those there at a time (ms)."""
    share = helpers_there(plan, community, now)
    return share >= 1.0 or uniform(plan.draw.partner_there, community, k) < share


def months_of(scenario: Any) -> tuple[int, int]:
    """Number of the month in which the observation period of a scenario opens, and of months that its run has."""
    run = scenario.run
    opens = run.warmup.value
    return int(opens / MONTH_MS), int((opens + run.length.value + run.followup.value) / MONTH_MS) + 1


def mean_there(scenario: Any) -> float:
    """Mean share of the helpers said who are there in the months of the observation period."""
    own, run = scenario.mechanisms.incentives, scenario.run
    first, months = months_of(scenario)
    last = int((run.warmup.value + run.length.value) / MONTH_MS)
    shares = own.there(months)[first : last + 1]
    return float(sum(shares) / len(shares))


def yearly_hours(scenario: Any) -> float:
    """Hours a year that all helpers said would give, were they all there and never without a task."""
    its = scenario.mechanisms
    walks = its.stewards.weekly_hours() * WEEKS_PER_YEAR
    tasks = its.party_members.active_members() * its.party_members.solved.value
    partners = its.co_building.number() * its.co_building.tasks.value
    work = its.party_members.work.mean()
    of_partners = work if its.co_building.work is None else its.co_building.work.mean()
    return float(walks + (tasks * work + partners * of_partners) / HOUR_MS)


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for points."""
    own = scenario.mechanisms.incentives
    if not own.enabled or own.hour is None:
        return 0.0
    return float(own.hour.value * yearly_hours(scenario) * mean_there(scenario))


def points_cost_something(scenario: Any) -> Iterator[Contradiction]:
    """Points say what they cost."""
    own = scenario.mechanisms.incentives
    if own.enabled and own.points.value > 0 and value_or(own.hour, 0.0) == 0:
        yield Contradiction((*SECTION, "hour"), "points cost nothing: a free lunch; say what an hour costs")


MECHANISM = Mechanism(
    code=CODE,
    section="incentives",
    parameters=Incentives,
    evidence=Evidence.NONE,
    headline=("helpers_active_share", "members_share", "given_h_per_week"),
    puts_in={"begins": HELPED, "stays": HELPED, "joins": HELPED, "points": HELPED, "novelty": HELPED},
    draws=Draws(run=("member_there", "partner_there")),
    checks=(points_cost_something,),
    costs={"points": yearly_cost},
)
