"""S04, resident reporting: who notices, who reports, through which channel, again and again.

People notice an open issue in waking hours at rate n a day; each reports with probability p. Possible reports come
at the highest rate n x p_max; one is accepted if its mark is below p / p_max (thinning, Lewis and Shedler 1979), so
that trust and habit move the acceptance and never the world. p = base x inclination x (1 + slope x (trust - mean
trust)), times a factor once somebody has reported. Reports of an issue with an open case are merged with it. In readier
communities more notice; a part of the possible reports comes from regulars, so that a few report very often, and a part
in company, soon after another. Residents learn from their own reports, from those that they joined, and from what is
said of others': p has a factor for who was last helped in time, and one for the confidence of the community.

Sources: one in ten tickets a repeat (Daying 2017, A); people report again 1.57 times as often after a fix (Sjoberg,
Mellon and Peixoto 2017, B); four of five reporters live within two blocks (O'Brien, Boston, B). The forms are
assumed (grade E).
Side effects: trust moves with each answer and so later reports; a chase raises the priority of the case.
"""

from collections.abc import Iterator
from math import exp, isinf, log
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable, upper_bound
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import duration, quantile, to_ms
from sim.language.bounds import Within
from sim.language.checks import LEAST_REPEAT_MS, lasts, on_the_calendar
from sim.language.contradiction import Contradiction, Path
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share, value_or
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import REPEATS, REPORTS, TRUST
from sim.said import said

ROUNDING = 1e-9
"""What the bound on the readiest resident is raised by, so that no product of rounded factors lies above it."""

CODE = "S04"
NUMBER = int(CODE[1:])


class Regulars(Model):
    """Residents who report again and again what happens in their part of the community."""

    share: Share = Field(description="Share of possible reports that come from them.")
    one_in: Annotated[Number, Within(1, "1e6")] = Field(description="Residents among whom there is one.")


class Neighbours(Model):
    """What residents hear of each other's reports: a confidence of each community, at first that of mean trust."""

    gain: Annotated[Share, Within(0, 0.9)] = Field(
        description="Part of the way to 1 (solved in time) or 0 that each closing of a resident's case takes it; once"
        " for each who reported it."
    )
    slope: Annotated[Number, Within(0, 100)] = Field(
        description="Factor on reporting is 1 + slope x (confidence - mean trust)."
    )


class Company(Model):
    """People who notice the same thing at nearly the same time, and do not know that others report it."""

    share: Annotated[Share, Within(0, 0.95)] = Field(
        description="Share of reports that come soon after another, at mean trust and inclination. There are no more"
        " possible reports for it."
    )
    gap: Duration = Field(description="Mean time after the other, in waking hours.")


class Reporting(Model):
    """How residents who notice an issue come to report it, chase it and trust the outcome."""

    enabled: bool = Field(True, description="Off: residents never report; issues are found by patrol and visits.")
    awake: str = Field("07:00-22:30", description="Hours in which issues are noticed by the public.")
    after_first: Share = Field(description="Factor on the probability to report once somebody has reported.")
    neighbourhood: Annotated[Number, Within(0, "1e6")] = Field(
        description="Mean distance of a reporter from the issue, in households along the street."
    )
    trust_slope: Annotated[Number, Within(0, 100)] = Field(
        description="Factor on reporting is 1 + slope x (trust - mean trust): 0 makes reporting independent of trust."
    )
    trust_gain: Share = Field(description="Part of the distance to full trust gained when a report is truly solved.")
    trust_loss: Share = Field(description="Part of the trust lost when a report is closed unsolved or chased.")
    patience: DurationDistribution = Field(
        description="Time after which a reporter without an answer chases the case, and again: each at least 1 min."
    )

    after_fix: Annotated[Number | None, Within(1, 10)] = Field(
        None, description="Factor on the probability to report of who was last helped in time. Unsaid: 1."
    )
    joined_learn: bool = Field(
        False,
        description="Who joined a case learns from it too, when next noticing something; else the reporter alone.",
    )
    neighbours: Neighbours | None = Field(None, description="Unsaid: nobody learns from others.")
    company: Company | None = Field(None, description="Unsaid: everybody notices alone.")
    regulars: Regulars | None = Field(None, description="Unsaid: nobody reports much more often than others.")

    def together(self, hazard: Any, highest: float) -> float:
        """Share of the possible reports of a hazard, of which one in `highest` is made, that come in company.

        What is kept, each with probability 1 / h, of companies of geometric sizes are companies of geometric sizes: a
        share q of possible ones leaves q / (q + (1 - q) h) of those made.
        """
        if self.company is None or not self.enabled:
            return 0.0
        share = (self.company.share if hazard.company is None else hazard.company).value
        return share * highest / (1.0 + share * (highest - 1.0))

    def first_report_factor(self, together: float, gap: float, highest: float) -> float:
        """Factor on the stationary rate of first reports by company, at a mean `gap` (ms) between possible reports.

        One possible report in `highest` is made, a share q = `together` of them in company. The first comes on average
        after the wait for the first company and, for each before it that is not made, one gap more: (gap - q soon) /
        (1 - q) + (highest - 1) gap. So where company comes at once the factor is 1 less the share of reports made so.
        """
        if self.company is None or gap <= 0:
            return 1.0
        soon = min(self.company.gap.value, gap)
        return gap * highest / ((gap - together * soon) / (1.0 - together) + (highest - 1.0) * gap)

    def stretches(self, residents: Any, homes: Any) -> Any:
        """Stretches with one regular each, of communities with so many residents and homes (arrays of one shape)."""
        if self.regulars is None:
            return residents * 0
        return (residents / self.regulars.one_in.value + 0.5).astype(int).clip(1, homes)

    def highest_factor(self, scenario: Any) -> float:
        """The highest factor of any resident on the probability to report; infinite if inclination has no bound."""
        room = 1.0 - scenario.population.trust.mean()
        learnt = value_or(self.after_fix, 1.0) * (
            1.0 + (self.neighbours.slope.value if self.neighbours else 0.0) * room
        )
        return self.readiest(scenario) * learnt * float(scenario.mechanisms.platform.eased())

    def readiest(self, scenario: Any) -> float:
        """The highest factor of any resident by inclination, group and trust alone; infinite if inclination has no
        bound."""
        people = scenario.population
        room = 1.0 - people.trust.mean()
        of_groups = max([1.0, *(value_or(group.inclination, 1.0) for group in people.groups.values())])
        return upper_bound(people.inclination) * of_groups * (1.0 + self.trust_slope.value * room)

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan. `highest` is p_max over the base probability."""
        trust, inclination = scenario.population.trust, scenario.population.inclination
        return {
            "after_first": self.after_first.value,
            "neighbourhood": self.neighbourhood.value,
            "trust": table.add(trust),
            "inclination": table.add(inclination),
            "trust_mean": trust.mean(),
            "trust_slope": self.trust_slope.value,
            "trust_gain": self.trust_gain.value,
            "trust_loss": self.trust_loss.value,
            "highest": self.highest_factor(scenario),
            "readiest": (1.0 + ROUNDING) * self.readiest(scenario),
            "after_fix": value_or(self.after_fix, 1.0),
            "joined_learn": int(self.joined_learn),
            "neighbours_gain": self.neighbours.gain.value if self.neighbours else 0.0,
            "neighbours_slope": self.neighbours.slope.value if self.neighbours else 0.0,
            "soon": self.company.gap.value if self.company else 0.0,
            "regulars": self.regulars.share.value if self.regulars else 0.0,
            "patience": table.add(self.patience),
        }


@rule
def notice_gap(plan: Any, hazard: Any, issue: Any, j: int, more: float) -> int:
    """Waking time (ms) between the possible reports j - 1 and j of an issue; exponential with rate `more` x n p_max
    times the readiness of its community. Those in company come soon after the one before, the others as much later."""
    gap = hazard.notice_gap / (plan.communities[issue.community].readiness * more)
    together = hazard.together
    if together > 0.0:
        soon = plan.reporting.soon if plan.reporting.soon < gap else gap
        gap = soon if in_company(plan, issue, j) else (gap - together * soon) / (1.0 - together)
    return to_ms(-log(uniform(plan.draw.noticed, issue.key, j)) * gap)


@rule
def in_company(plan: Any, issue: Any, j: int) -> bool:
    """Whether the possible reporter j (number of the draw) notices an issue with the one before."""
    return j > 0 and uniform(plan.draw.company, issue.key, j) < plan.hazards[issue.hazard].together


@rule
def reporter_household(plan: Any, community: Any, issue: Any, rank: int, j: int) -> int:
    """Household (number in its community) that the j-th possible reporter lives in, near rank `rank` along the street.

    Two-sided exponential distance with the mean `neighbourhood`, reflected at the ends of the community: a form
    assumed (grade E).
    """
    u = uniform(plan.draw.household_offset, issue.key, j)
    mean = plan.reporting.neighbourhood
    offset = mean * log(2.0 * u) if u < 0.5 else -mean * log(2.0 * (1.0 - u))
    place = rank + int(offset)
    count = community.homes
    place = place % (2 * count)
    return place if place < count else 2 * count - 1 - place


@rule
def is_regular(plan: Any, issue: Any, j: int) -> bool:
    """Whether the possible reporter j (number of the draw) of an issue is the regular of its stretch."""
    return plan.reporting.regulars > 0.0 and uniform(plan.draw.regular, issue.key, j) < plan.reporting.regulars


@rule
def regular_household(plan: Any, area: Any, community: int, rank: int) -> int:
    """Household (number in its community) of the regular of the stretch in which a rank along the street lies.

    The street of a community (number) is cut into stretches of equal length; anybody in one may be its regular.
    """
    stretch = rank * area.stretches // area.homes
    first = (stretch * area.homes + area.stretches - 1) // area.stretches
    beyond = ((stretch + 1) * area.homes + area.stretches - 1) // area.stretches
    return first + int(uniform(plan.draw.regular_home, community, stretch) * (beyond - first))


@rule
def accepts_to_report(
    plan: Any, issue: Any, resident: Any, trust: float, confidence: float, eased: float, j: int
) -> bool:
    """Whether the j-th possible report is made, with probability p / p_max; p as in the head of this page (grade E).

    `trust` (0 to 1) is that with which the resident reports, `confidence` that of the community (0 to 1) less mean
    trust, `eased` a factor.
    """
    s = plan.reporting
    p = eased * resident.inclination * (1.0 + s.trust_slope * (trust - s.trust_mean))
    p = p * (1.0 + s.neighbours_slope * confidence)
    if resident.helped > 0:
        p = p * s.after_fix
    if issue.told > 0:
        p = p * s.after_first
    return uniform(plan.draw.reports, issue.key, j) * s.highest < p


@rule
def readiest_would_report(plan: Any, issue: Any, confidence: float, eased: float, j: int) -> bool:
    """Whether the j-th possible report would be made by the readiest of all who have no experience; where not, by none
    of them. `confidence` (0 to 1) and `eased` as in `accepts_to_report`."""
    s = plan.reporting
    p = eased * s.readiest * (1.0 + s.neighbours_slope * confidence)
    if issue.told > 0:
        p = p * s.after_first
    return uniform(plan.draw.reports, issue.key, j) * s.highest < p


@rule
def first_trust(plan: Any, resident: int) -> float:
    """Trust of a resident before any experience, 0 to 1."""
    return quantile(plan, plan.reporting.trust, uniform(plan.draw.trust, resident, 0))


@rule
def inclination(plan: Any, resident: int, group: Any) -> float:
    """Factor of a resident, who is of a group, on the probability to report."""
    u = uniform(plan.draw.inclination, resident, 0)
    return quantile(plan, plan.reporting.inclination, u) * group.inclination


@rule
def preferred_channel(plan: Any, area: Any, resident: int, group: Any) -> int:
    """Number of the channel a resident of an area uses: that of the group, or one of the resident's own."""
    if group.channel >= 0:
        return group.channel
    u = uniform(plan.draw.channel, resident, 0)
    i = 0
    while i < area.channels - 1 and u >= plan.channels[area.first_channel + i].upto:
        i += 1
    return i


@rule
def trust_after(plan: Any, trust: float, solved: bool, loses: float) -> float:
    """Trust (0 to 1) after an answer: a part of the way to 1 when solved, a part lost when not (grade E).

    `loses` is a factor on what is lost.
    """
    if solved:
        return trust + plan.reporting.trust_gain * (1.0 - trust)
    return trust - plan.reporting.trust_loss * loses * trust


@rule
def confidence_after(plan: Any, confidence: float, solved: bool, told_by: int) -> float:
    """Confidence of a community (0 to 1, less mean trust) after a closing that so many residents tell of: each moves it
    a part of the way to 1 (solved in time) or to 0."""
    gain = plan.reporting.neighbours_gain
    if gain <= 0.0:
        return confidence
    end = (1.0 if solved else 0.0) - plan.reporting.trust_mean
    return end + (confidence - end) * exp(told_by * log(1.0 - gain))


@rule
def patience(plan: Any, case: Any, chases: int) -> int:
    """Time (ms) until the reporter chases the case for the next time: a minute at least, so that chases have an end."""
    ms = duration(plan, plan.reporting.patience, uniform(plan.draw.patience, case.key, case.token + chases))
    return ms if ms > LEAST_REPEAT_MS else LEAST_REPEAT_MS


PROBABILITY_TOLERANCE = 1e-9
MAX_REPORTS_PER_DAY = 10_000
"""Most possible reports per day of one open issue, each an event; 400 people notice even the plainest one."""


def trust_never_forbids_reports(scenario: Any) -> Iterator[Contradiction]:
    """The factor 1 + slope x (trust - mean trust) is not negative for those who have no trust."""
    mean, reporting = scenario.population.trust.mean(), scenario.mechanisms.reporting
    slopes: list[tuple[Path, Number, str]] = [(("trust_slope",), reporting.trust_slope, "trust")]
    if reporting.neighbours is not None:
        slopes.append((("neighbours", "slope"), reporting.neighbours.slope, "confidence"))
    for path, slope, what in slopes:
        if slope.value * mean > 1:
            message = said("the factor on reporting falls below zero without {what}", what=said(what))
            allowed = said("at most {most:.3g}, one over the mean of population.trust", most=1 / mean)
            yield Contradiction(("mechanisms", "reporting", *path), message, allowed=allowed)


def reports_stay_probabilities(scenario: Any) -> Iterator[Contradiction]:
    """Neither trust nor inclination lifts the probability to report above 1, nor reports beyond all counting."""
    highest = scenario.mechanisms.reporting.highest_factor(scenario)
    if not scenario.mechanisms.reporting.enabled or isinf(highest):
        return
    highest *= value_or(scenario.population.inclination_ratio, 1.0)
    for name, hazard in scenario.hazards.items():
        reports = hazard.reports.value * highest
        if reports > 1 + PROBABILITY_TOLERANCE and not hazard.at_once:
            message = said("trust and inclination lift it to {reports:.3g}", reports=reports)
            yield Contradiction(
                ("hazards", name, "reports"), message, allowed=said("at most {highest:.3g}", highest=1 / highest)
            )
        if hazard.noticed.value * reports > MAX_REPORTS_PER_DAY:
            message = said(
                "one open issue could be reported {value:,.0f} times a day", value=hazard.noticed.value * reports
            )
            yield Contradiction(
                ("hazards", name, "noticed"),
                message,
                allowed=said("at most {most:,}", most=MAX_REPORTS_PER_DAY),
            )


def patience_lasts(scenario: Any) -> Iterator[Contradiction]:
    """Who chases a case does something else in between."""
    reporting = scenario.mechanisms.reporting
    if reporting.enabled:
        path = ("mechanisms", "reporting", "patience")
        yield from lasts(reporting.patience, path, "a case is chased again and again")


def company_is_on_the_calendar(scenario: Any) -> Iterator[Contradiction]:
    """People come together in minutes of their day, not in working time, and in some time."""
    company = scenario.mechanisms.reporting.company
    if company is not None:
        yield from on_the_calendar(company.gap, ("mechanisms", "reporting", "company", "gap"))
        return
    for name, hazard in scenario.hazards.items():
        if hazard.company is not None:
            message = "how soon people come in company is not said"
            yield Contradiction(("hazards", name, "company"), message, allowed="say mechanisms.reporting.company too")


MECHANISM = Mechanism(
    code=CODE,
    section="reporting",
    parameters=Reporting,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("tickets_per_resident_year", "repeat_share_tickets", "mean_trust", "chased_share"),
    puts_in={
        "awake": ("largest_hour_share_reports", "reports_night_share", "reports_morning_share"),
        "after_first": REPEATS,
        "trust_slope": REPORTS,
        "trust_gain": TRUST,
        "trust_loss": TRUST,
        "joined_learn": TRUST,
        "neighbours": TRUST,
        "patience": ("chased_share",),
        "after_fix": ("report_again_after_fix_ratio", *REPORTS),
        "company": REPEATS,
        "regulars": ("busiest_reporters_share",),
    },
    draws=Draws(
        run=(
            "noticed", "reporter", "reports", "household_offset", "trust", "inclination", "channel", "patience",
            "regular", "company",
        ),
        territory=("regular_home",),
    ),
    checks=(trust_never_forbids_reports, reports_stay_probabilities, patience_lasts, company_is_on_the_calendar),
)  # fmt: skip
