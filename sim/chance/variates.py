"""Variates by inverse transform: one uniform number gives one value, so a change of parameter moves it smoothly.

Sources: normal quantile by Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
Statistics 37 (1988) 477-484, routine PPND16, relative accuracy about 1e-16; the other formulas are inverses of
textbook distribution functions (Law, Simulation Modeling and Analysis, chapter 8). A gamma distribution is a table of
1,025 knots at equal steps of the normal quantile z of u from -6 to 6, linear between. An empirical one draws its
observations and nothing between them, each as often as it was observed: the inverse of their step function (Law,
section 8.3.16). So the mean and variance of what is drawn are those of the distribution as it is written.
"""

from math import exp, floor, log, sqrt
from typing import Any

from sim.chance.rule import rule

CONSTANT, UNIFORM, TRIANGULAR, EXPONENTIAL, LOGNORMAL, WEIBULL, TABLE, MIXTURE, EMPIRICAL = range(9)
"""Kinds of a lowered distribution; what its numbers a, b, c mean stands in `quantile`."""

KNOTS = 1025
Z_LIMIT = 6.0
LEAST = 2.0**-53
"""The smallest uniform number, and what lies between the largest and 1."""
MS_LIMIT = 100 * 365 * 86_400_000
"""Longest duration, 100 years in milliseconds."""


@rule
def normal_quantile(u: float) -> float:
    """Standard normal quantile of u in (0, 1), AS 241 (PPND16)."""
    q = u - 0.5
    if -0.425 <= q <= 0.425:
        r = 0.180625 - q * q
        top = (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r
            + 4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r
            + 1.3314166789178437745e2) * r + 3.3871328727963666080e0)  # fmt: skip
        bottom = (((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) * r
            + 2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r
            + 4.2313330701600911252e1) * r + 1.0)  # fmt: skip
        return q * top / bottom
    return _normal_tail(u, q)


@rule
def _normal_tail(u: float, q: float) -> float:
    r = u if q < 0.0 else 1.0 - u
    r = sqrt(-log(r))
    if r <= 5.0:
        r = r - 1.6
        top = (((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r
            + 1.27045825245236838258e0) * r + 3.64784832476320460504e0) * r + 5.76949722146069140550e0) * r
            + 4.63033784615654529590e0) * r + 1.42343711074968357734e0)  # fmt: skip
        bottom = (((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r
            + 1.48103976427480074590e-1) * r + 6.89767334985100004550e-1) * r + 1.67638483018380384940e0) * r
            + 2.05319162663775882187e0) * r + 1.0)  # fmt: skip
    else:
        r = r - 5.0
        top = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r
            + 2.65321895265761230930e-2) * r + 2.96560571828504891230e-1) * r + 1.78482653991729133580e0) * r
            + 5.46378491116411436990e0) * r + 6.65790464350110377720e0)  # fmt: skip
        bottom = (((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r
            + 7.86869131145613259100e-4) * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r
            + 5.99832206555887937690e-1) * r + 1.0)  # fmt: skip
    x = top / bottom
    return -x if q < 0.0 else x


@rule
def quantile(plan: Any, number: int, u: float) -> float:
    """Value at u of the plan's distribution of that number, in its own unit (milliseconds for durations).

    constant a; uniform on a..b; triangular a, mode b, c; exponential with mean a; lognormal with ln median a and
    sigma b; Weibull with scale a and 1/shape b; table from knot `first`; empirical with `count` sorted observations
    from knot `first`; mixture of the `count` distributions from `first`, whose shares cumulate in their field `upto`.
    """
    d = plan.variates[number]
    if d.kind == MIXTURE:
        below = 0.0
        i = d.first
        while u >= plan.variates[i].upto and i < d.first + d.count - 1:
            below = plan.variates[i].upto
            i += 1
        d = plan.variates[i]
        u = (u - below) / (d.upto - below)
        u = LEAST if u < LEAST else 1.0 - LEAST if u > 1.0 - LEAST else u
    return _simple_quantile(plan, d, u)


@rule
def _simple_quantile(plan: Any, d: Any, u: float) -> float:
    if d.kind == LOGNORMAL:
        return exp(d.a + d.b * normal_quantile(u))
    if d.kind == EXPONENTIAL:
        return -d.a * log(1.0 - u)
    if d.kind == CONSTANT:
        return d.a
    if d.kind == UNIFORM:
        return d.a + (d.b - d.a) * u
    if d.kind == TRIANGULAR:
        return _triangular(d.a, d.b, d.c, u)
    if d.kind == WEIBULL:
        return d.a * exp(d.b * log(-log(1.0 - u)))
    if d.kind == EMPIRICAL:
        return _observed(plan, d, u)
    return _tabulated(plan, d.first, u)


@rule
def _triangular(low: float, mode: float, high: float, u: float) -> float:
    if high <= low:
        return low
    split = (mode - low) / (high - low)
    if u < split:
        return low + sqrt(u * (high - low) * (mode - low))
    return high - sqrt((1.0 - u) * (high - low) * (high - mode))


@rule
def _observed(plan: Any, d: Any, u: float) -> float:
    i = floor(u * d.count)
    return plan.knots[d.first + (i if i < d.count else d.count - 1)]


@rule
def _tabulated(plan: Any, first: int, u: float) -> float:
    place = (normal_quantile(u) + Z_LIMIT) * ((KNOTS - 1) / (2.0 * Z_LIMIT))
    if place <= 0.0:
        return plan.knots[first]
    if place >= KNOTS - 1:
        return plan.knots[first + KNOTS - 1]
    i = floor(place)
    return plan.knots[first + i] + (place - i) * (plan.knots[first + i + 1] - plan.knots[first + i])


@rule
def to_ms(x: float) -> int:
    """Whole milliseconds of a duration, halves up, at least 0 and at most 100 years."""
    if x >= MS_LIMIT:
        return MS_LIMIT
    if x <= 0.0:
        return 0
    return floor(x + 0.5)


@rule
def duration(plan: Any, number: int, u: float) -> int:
    """Milliseconds at u of the plan's distribution of that number; 0 for number -1 (no such time)."""
    if number < 0:
        return 0
    return to_ms(quantile(plan, number, u))
