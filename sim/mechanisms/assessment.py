"""S18, assessment: units are scored each month on what is reported, feel pressure, and answer it in good and bad ways.

Rated are the teams of the streets, the departments, and of each street its grid workers together and its community
desks together. A unit's score is made of what was reported in the month alone: on time, said solved, satisfied. Below
the benchmark (a target, or the median of its peers) pressure P builds up, above it half is left after a month:

    P' = P / 2 + weight / 2 x clamp((benchmark + margin - score) / scale, 0, 1)

Under pressure work is a little quicker, by 1 / (1 + effort x P), which wears off. When a limit passes and nobody is on
the way to the place, the case is reported done on paper with probability paper x P x (1 - audit), once in its life:
what came back is watched. Patrols pass by what they see with probability silent x P, and a quota of finds makes them
book trifles up to it and little beyond it. Forms for the assessment take hours of grid workers.

Sources: closing near 100 % with resolution near 80 % (Gaohang, A); 28 % of sampled requests closed without a visit (New
York council, B); 24 to 27 % of emergency patients left in the last minutes of a time limit (B); supervisors told not to
report (Kunming, A), quotas met at 103 to 121 % (Jiangmen, A); targets with public ranking were met and waits truly fell
(Bevan and Hamblin 2009, B). Nobody has measured what a unit under pressure does per case: sizes are assumed (E).
Side effects: what is closed on paper is not fixed, comes back or costs trust; forms take hours of patrol.
"""

from collections.abc import Iterator
from math import floor
from typing import Annotated, Any, Literal

from pydantic import Field

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import NOBODY, Activity
from sim.language.bounds import Within
from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share, Whole
from sim.mechanisms.adoption import at_work, begun
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import PAPER

PERMILLE = 1000
MONTH_MS = 2_628_000_000
"""A twelfth of 365 days, in ms: how long a month wears on effort."""
LIMITS = 64
"""Room for the attempts of a case between two of its limits in the number of a draw."""
SCORE_STEP = 10_000
"""What a point of the score counts in the value of a row of the log, above the pressure in per mille."""

CODE = "S18"
NUMBER = int(CODE[1:])


class Assessment(Model):
    """How units are scored, and what pressure makes them do."""

    enabled: bool = Field(False, description="Off: nobody reacts to ratings.")
    weight: Share = Field(Share.of(0), description="How much the assessment counts: the highest pressure there is.")
    start: Share = Field(Share.of(0), description="Pressure of all rated units at the start, over `weight`.")
    target: Share | None = Field(None, description="Score that is asked for; unsaid: the median of a unit's peers.")
    margin: Share = Field(Share.of(0), description="By how much a unit wants to lie above it.")
    scale: Annotated[Share, Within("0.1 %", 1)] = Field(
        Share.of(0.1), description="How far below that a score lies where pressure is full."
    )
    denominator: Literal["closed", "due"] = Field(
        "due", description="On time is counted over the cases closed in the month, or over those that fell due."
    )
    on_time: Annotated[Number, Within(0, 100)] = Field(Number.of(1), description="Weight of the share on time.")
    said_solved: Annotated[Number, Within(0, 100)] = Field(
        Number.of(0), description="Weight of the share said to be solved in valid call-backs."
    )
    satisfied: Annotated[Number, Within(0, 100)] = Field(
        Number.of(0), description="Weight of the share of satisfied residents in valid call-backs."
    )
    effort: Annotated[Number, Within(0, 1)] = Field(
        Number.of(0), description="Work is done 1 + effort x pressure times as fast."
    )
    fades: Duration | None = Field(None, description="Time in which half of the effort wears off; unsaid: never.")
    paper: Share = Field(
        Share.of(0), description="Probability at full pressure that an untouched case is reported done at its limit."
    )
    audit: Share = Field(
        Share.of(0), description="Share of closings that units believe to be audited: they dare so much less."
    )
    silent: Share = Field(
        Share.of(0), description="Probability at full pressure that a patrol does not book what it sees."
    )
    quota: Whole | None = Field(None, description="Finds that each grid worker has to book a month; unsaid: none.")
    trifles: Share = Field(
        Share.of(1), description="Probability that a worker who is not behind the quota books a small task."
    )
    slack: Share = Field(Share.of(1), description="Probability that a worker past the quota books a find.")
    paperwork: Annotated[Duration, Within(0, "24 h")] = Field(
        Duration.of(0), description="Forms for the assessment at weight 1, per full duty day of a grid worker."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: a weight of 0 and a quota of none if it is off; NOBODY for no target."""
        weight = self.weight.value if self.enabled else 0.0
        half_lives = MONTH_MS / self.fades.value if self.fades is not None and self.fades.value > 0 else 0.0
        return {
            "weight": weight,
            "start": self.start.value * weight,
            "target": NOBODY if self.target is None else round(self.target.value * PERMILLE),
            "margin": round(self.margin.value * PERMILLE),
            "scale": max(round(self.scale.value * PERMILLE), 1),
            "of_due": int(self.denominator == "due"),
            "on_time": self.on_time.value,
            "said_solved": self.said_solved.value,
            "satisfied": self.satisfied.value,
            "effort": self.effort.value,
            "keeps": 0.5**half_lives,
            "paper": self.paper.value * (1.0 - self.audit.value),
            "silent": self.silent.value,
            "quota": self.quota.value if self.enabled and self.quota is not None else NONE,
            "trifles": self.trifles.value,
            "slack": self.slack.value,
        }

    def forms_ms(self) -> float:
        """Time (ms) that forms take of a grid worker's full duty day."""
        return self.paperwork.value * self.weight.value if self.enabled else 0.0


@rule
def is_assessed(plan: Any, now: int) -> bool:
    """Whether units are scored at a time (ms): once the assessment counts anywhere, all are, by all their cases."""
    return plan.assessment.weight > 0.0 and begun(plan, NUMBER, now)


@rule
def score(plan: Any, unit: Any, untrue: float) -> int:
    """Score of a unit's month, per mille, NOBODY if there was nothing to score.

    `untrue` closings count as not on time. Rates of which the month has no case are left out, and the others weigh so
    much more.
    """
    s = plan.assessment
    total = weights = 0.0
    counted = unit.in_time + unit.missed if s.of_due > 0 else unit.closed
    if counted > 0:
        kept = unit.in_time - untrue
        total += s.on_time * ((kept if kept > 0.0 else 0.0) / counted)
        weights += s.on_time
    if unit.called > 0:
        total += s.said_solved * (unit.solved / unit.called) + s.satisfied * (unit.pleased / unit.called)
        weights += s.said_solved + s.satisfied
    return floor(PERMILLE * total / weights + 0.5) if weights > 0.0 else NOBODY


@rule
def pressure_after(plan: Any, unit: Any, benchmark: int) -> float:
    """Pressure (0 to 1) of a unit after a month, by its score and the benchmark (per mille)."""
    s = plan.assessment
    left = unit.pressure / 2.0
    if unit.score == NOBODY or benchmark == NOBODY:
        return left
    gap = (benchmark + s.margin - unit.score) / s.scale
    gap = gap if gap < 1.0 else 1.0
    return left + s.weight / 2.0 * gap if gap > 0.0 else left


@rule
def novelty_after(plan: Any, unit: Any) -> float:
    """What is left of a unit's effort (0 to 1) after a month: it wears off under pressure, and comes back without."""
    if unit.pressure > 0.0:
        return unit.novelty * plan.assessment.keeps
    return 1.0 - (1.0 - unit.novelty) * plan.assessment.keeps


@rule
def pace(plan: Any, station: Any, issue: Any) -> float:
    """Factor on work on an issue that effort under pressure gives a station."""
    if not at_work(issue, NUMBER):
        return 1.0
    return 1.0 / (1.0 + plan.assessment.effort * station.novelty * station.pressure)


@rule
def on_paper(plan: Any, unit: Any, case: Any, dares: float) -> bool:
    """Whether a case whose limit passes untouched is reported done on paper; `dares` is a factor on the probability."""
    if not at_work(case, NUMBER):
        return False
    chance = plan.assessment.paper * unit.pressure * dares
    return uniform(plan.draw.on_paper, case.key, case.token + case.attempt + case.overdue * LIMITS) < chance


@rule
def books(plan: Any, hazard: Any, issue: Any, worker: Any, by_now: float) -> bool:
    """Whether a worker books a find, under pressure and by the quota, of which a number of finds (`by_now`) are due."""
    s = plan.assessment
    if not at_work(issue, NUMBER):
        return True
    chance = 1.0 - s.silent * worker.pressure
    if s.quota >= 0:
        if worker.booked >= s.quota:
            chance = chance * s.slack
        elif worker.booked >= by_now and hazard.small > 0:
            chance = chance * s.trifles
    return uniform(plan.draw.booked, issue.key, issue.finds) < chance


def effort_fades_on_the_calendar(scenario: Any) -> Iterator[Contradiction]:
    """Effort wears off by night too."""
    fades = scenario.mechanisms.assessment.fades
    if fades is not None:
        yield from on_the_calendar(fades, ("mechanisms", "assessment", "fades"))


def score_weighs_something(scenario: Any) -> Iterator[Contradiction]:
    """A score is made of at least one rate."""
    s = scenario.mechanisms.assessment
    if s.enabled and s.on_time.value + s.said_solved.value + s.satisfied.value <= 0:
        path = ("mechanisms", "assessment", "on_time")
        yield Contradiction(path, "on_time, said_solved and satisfied all weigh nothing; one must be above 0")


PRESSURE = ("weight", "start", "target", "margin", "scale", "denominator", "on_time", "said_solved", "satisfied")
"""Parameters that set the pressure, and by it what is done on paper and not booked."""

MECHANISM = Mechanism(
    code=CODE,
    section="assessment",
    parameters=Assessment,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "said_in_time_share_due",
        "truly_in_time_share_due",
        "reported_minus_true_in_time",
        "paper_closing_share",
        "seen_not_booked_share",
    ),
    puts_in={
        **dict.fromkeys(PRESSURE, (*PAPER, "seen_not_booked_share")),
        "paper": PAPER,
        "audit": PAPER,
        "silent": ("seen_not_booked_share",),
        "quota": ("seen_not_booked_share",),
        "trifles": ("seen_not_booked_share",),
        "slack": ("seen_not_booked_share",),
    },
    draws=Draws(run=("on_paper", "booked")),
    checks=(effort_fades_on_the_calendar, score_weighs_something),
    activities=(
        Activity("state_moved", "supervisor", "a unit is scored", "score per mille x 10,000 + pressure per mille"),
        Activity("seen_not_booked", "worker", "a patrol sees an issue and does not book it"),
    ),
)
