"""Chronic places: where the same comes up again and again, because some places have many times the rate of others.

The rate of a place is its community's share times a gamma factor with mean 1 (a frailty: Vaupel, Manton and Stallard
1979). Places are ranked by it; the rank at which an issue occurs follows from the size-biased gamma, whose shape is one
more: rank = F_k(F_k+1^-1(u)), with k = 1 / cv^2. So a community's rate is what it was, whatever its places, and no
place needs a number of its own. Which place has which rank is another matter for each hazard: ranks are multiplied by a
large prime of the hazard, modulo the number of places.
"""

from functools import cache

import numpy as np

from sim.chance.draws import stream, uniforms
from sim.world.ground import Floats

LEAST_STRIDE = 1 << 25
"""Strides lie between this and its double: above any number of places, so that no rank shares a place."""


def ranks_of(spread: float, u: Floats) -> Floats:
    """Rank (0 to 1, the calmest place first) of the place of an issue, at uniform numbers u (any shape).

    `spread` is the coefficient of variation of the rate between places, above 0.
    """
    from scipy.special import gammainc, gammaincinv

    shape = 1.0 / (spread * spread)
    return np.asarray(gammainc(shape, gammaincinv(shape + 1.0, u)))


def strides(seed: int, hazards: int) -> list[int]:
    """A prime for each of so many hazards, drawn with the territory's seed."""
    u = uniforms(stream(seed, 0, "place_rank"), np.arange(hazards), 0)
    return [_next_prime(LEAST_STRIDE + int(part * LEAST_STRIDE)) for part in u.tolist()]


@cache  # worlds of one territory have the same, and finding them is most of what a small world takes
def _next_prime(number: int) -> int:
    while any(number % divisor == 0 for divisor in range(2, int(number**0.5) + 1)):
        number += 1
    return number
