"""Finding channels: other eyes than those of patrols, visits and residents who report.

A channel has hours in which it looks, and a mean gap between possible finds for each hazard and community, in its own
open hours. Gap j of an issue is -ln m(pass; issue, channel and j) times the mean, so a find is one event and what is
passed costs none. At a possible find an issue that has an open case is passed by; the channel acts on others with a
probability, and then fixes the issue at once or reports it. Marks are those of issue and channel: what other channels
there are moves none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import to_ms
from sim.kinds import NOBODY, Performer, Source
from sim.language.checks import LEAST_REPEAT_MS
from sim.language.quantity import Duration
from sim.language.units import DAY_MS
from sim.mechanisms.adoption import at_work

DRAWS = Draws(run=("passes", "acts", "mends"), territory=("looked_at",))
"""What channels draw: gaps, whether they act, whether they fix at once; which public places they look at."""
SOURCE_SHIFT = 32
"""The number of a channel's mark: its source in the bits from here on, the number of the pass below."""

Floats = NDArray[np.float64]


class Places(NamedTuple):
    """What channels are spread over, by community (arrays of length C): residents, public places, and the metres of
    the way past all of them; the open ms a week of a roster of that name (unsaid: always open); and the mean factor of
    its groups on reporting."""

    residents: Floats
    places: Floats
    route_m: Floats
    weekly_ms: Callable[[str | None], float]
    inclined: Floats | float = 1.0


@dataclass(frozen=True)
class FindingChannel:
    """A finding channel of a scenario.

    Found issues have a `source`; the log tells of it as a `performer`. It is open in the hours of a roster by its name
    (unsaid: always). `gaps` are mean ms of its open time between possible finds, shape (hazards, communities), 0 for
    never. It acts on what it sees with probability `notes`; it fixes at once what patrols fix on the spot, `fixes`
    times as often. Its reports are filed after a time, some of them `verified` on site first like those of residents.
    Of the public places it looks at a share, `covered`.
    """

    source: Source
    performer: Performer
    hours: str | None
    gaps: Floats
    notes: float
    fixes: float
    registration: Duration
    verified: bool
    covered: float = 1.0


def known_and_untold(scenario: Any, places: Places, remembered_ms: float) -> Floats:
    """Share of residents who know of an open issue in public and do not report it, shape (hazards, communities).

    It is noticed there `noticed` times a day and reported with probability `reports` x the groups' mean factor; who
    noticed it remembers it for so long.
    """
    hazards = scenario.hazards.values()
    silent = [hazard.noticed.value * (1.0 - hazard.reports.value * places.inclined) for hazard in hazards]
    of_each = np.array(silent).reshape(len(silent), -1) * remembered_ms / DAY_MS
    known: Floats = np.minimum(of_each * (1.0 / places.residents), 1.0)
    return known


@rule
def mark_number(source: int, j: int) -> int:
    """Number of the draw of a channel (its source) at pass j of an issue."""
    return (source << SOURCE_SHIFT) | j


@rule
def mean_gap(plan: Any, number: int, issue: Any) -> float:
    """Mean open ms between possible finds of an issue by a channel (number), 0 for never."""
    eye = plan.eyes[number]
    if not at_work(issue, eye.mechanism):
        return 0.0
    if eye.covered < 1.0 and uniform(plan.draw.looked_at, issue.site, eye.source) >= eye.covered:
        return 0.0
    gap: float = plan.gaps[(number * len(plan.hazards) + issue.hazard) * len(plan.communities) + issue.community]
    return gap


@rule
def gap_before(plan: Any, number: int, issue: Any, j: int) -> int:
    """Open time (ms) between the passes j - 1 and j of an issue by a channel (number), NOBODY if it never comes.

    After the first it is a minute at least: what repeats in no time never ends.
    """
    mean = mean_gap(plan, number, issue)
    if mean <= 0.0:
        return NOBODY
    gap = to_ms(-log(uniform(plan.draw.passes, issue.key, mark_number(plan.eyes[number].source, j))) * mean)
    return gap if j == 0 or gap > LEAST_REPEAT_MS else LEAST_REPEAT_MS


@rule
def acts(plan: Any, eye: Any, issue: Any, j: int, there: float) -> bool:
    """Whether a channel, of whose people such a share is there, acts on what it sees at a pass (number) of an issue."""
    chance = eye.notes * there
    return chance >= 1.0 or uniform(plan.draw.acts, issue.key, mark_number(eye.source, j)) < chance


@rule
def fixes_at_once(plan: Any, eye: Any, hazard: Any, issue: Any, j: int) -> bool:
    """Whether a channel that acts at a pass (number) fixes the issue there and then."""
    chance = hazard.spot * eye.fixes
    return chance > 0.0 and uniform(plan.draw.mends, issue.key, mark_number(eye.source, j)) < chance


@rule
def finding_rate(plan: Any, issue: Any) -> float:
    """Stationary rate (per ms of the calendar) at which channels act on an open issue."""
    rate = 0.0
    for number in range(len(plan.eyes)):
        mean = mean_gap(plan, number, issue)
        if mean > 0.0:
            rate += plan.eyes[number].notes * plan.eyes[number].open_part / mean
    return rate


@rule
def number_of(plan: Any, source: int) -> int:
    """Channel (number) from which the finds of a source come, NOBODY for patrols, visits and residents."""
    for number in range(len(plan.eyes)):
        if plan.eyes[number].source == source:
            return number
    return NOBODY
