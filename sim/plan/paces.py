"""Paces: days on which more or fewer people notice what is open, as a clock that runs faster or slower.

Waking time at the pace of a day, summed up, is the mean of a Poisson process with unit rate a mean day; so a gap drawn
in mean waking time is carried through the inverse of the sum (Cinlar 1975), as the world's occurrences are.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.chance.rule import rule
from sim.language.quantity import value_or
from sim.plan.intervals import last_before
from sim.scenario.models import Scenario
from sim.world.occurrences import COMMON, day_factors

MEAN_DAY = 1_000_000
"""Those who notice something on a mean day, in the sums of paces: millionths of a day (whole numbers)."""


def summed_paces(scenario: Scenario, state: int, days: int) -> NDArray[np.int64]:
    """How many notice on all days before each, shape (days + 1,), in millionths of a mean day.

    Shape (1,) if all days are alike.
    """
    spread = value_or(scenario.profiles.noticing_day_spread, 0.0)
    factors = day_factors(state, COMMON, np.arange(days), spread) if spread > 0 else np.zeros(0)
    return np.concatenate([[0], np.cumsum(np.maximum(np.round(factors * MEAN_DAY), 1))]).astype(np.int64)


@rule
def at_pace_of_days(plan: Any, awake: int, waking: int, gap: int) -> int:
    """Waking time (ms) after which as many have noticed as on mean days after `gap` ms of it.

    `awake` is the waking time since the start, of `waking` ms a day.
    """
    last = len(plan.paces) - 2
    day = awake // waking
    day = day if day < last else last
    done = plan.paces[day] + (awake - day * waking) * (plan.paces[day + 1] - plan.paces[day]) // waking
    target = done + gap * MEAN_DAY // waking + 1
    day = last_before(plan.paces, target, day, last + 1)
    then = day * waking + (target - plan.paces[day]) * waking // (plan.paces[day + 1] - plan.paces[day])
    return then - awake if then > awake else 0
