"""The families of distributions that a scenario can name: how each is given, what is kept of it, its mean.

Formulas: Law, Simulation Modeling and Analysis, 5th ed., section 6.2, and elementary algebra from them. All
arguments share one unit but `cv`, `shape` and shares, which have none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sim.language.units import QuantityError
from sim.said import said

Numbers = Mapping[str, float]

NORMAL_P90 = 1.2815515655446004
"""The 0.9 quantile of the standard normal distribution."""


@dataclass(frozen=True)
class Family:
    """A family of distributions: the sets of names by which it may be given, its parameters, its mean.

    `parameters` turns any of the given sets into the one that is kept; `mean` takes the kept ones. All in
    base units; `cv`, `shape`, `sigma` and shares without a unit.
    """

    forms: tuple[tuple[str, ...], ...]
    parameters: Callable[[Numbers], dict[str, float]]
    mean: Callable[[Numbers], float]


MOST_CV, LEAST_SHAPE, MOST_SHAPE, MOST_SIGMA = 20.0, 0.2, 1_000.0, 5.0
"""Bounds of spread, without a unit: beyond them nearly all draws are next to nothing and a very few hold the whole
mean, so that no run of any length shows the distribution. Service times in the field have cv of 0.3 to 5 (assumed)."""


def _positive(given: Numbers, *names: str) -> None:
    for name in names:
        if name in given and given[name] <= 0:
            raise QuantityError("must be above zero", found=given[name], path=(name,))


def _bounded(given: Numbers, name: str, low: float, high: float) -> None:
    if name in given and not low <= given[name] <= high:
        raise QuantityError(
            said("must lie between {low:g} and {high:g}", low=low, high=high), found=given[name], path=(name,)
        )


def _ordered(given: Numbers, *names: str) -> None:
    for lower, upper in pairwise(names):
        if given[lower] > given[upper]:
            raise QuantityError(said("{upper} lies below {lower}", upper=upper, lower=lower), path=(upper,))


def _uniform(given: Numbers) -> dict[str, float]:
    """Keep low <= high; the mean is (low + high) / 2."""
    _ordered(given, "low", "high")
    return dict(given)


def _triangular(given: Numbers) -> dict[str, float]:
    """Keep low <= mode <= high; the mean is (low + mode + high) / 3."""
    _ordered(given, "low", "mode", "high")
    return dict(given)


def _exponential(given: Numbers) -> dict[str, float]:
    """Keep the mean, above zero."""
    _positive(given, "mean")
    return dict(given)


def _lognormal(given: Numbers) -> dict[str, float]:
    """Keep median and sigma, the standard deviation of the logarithm.

    From median and p90, sigma = ln(p90 / median) / z(0.9). From mean and cv, sigma = sqrt(ln(1 + cv^2)) and
    median = mean / exp(sigma^2 / 2). Back again, mean = median exp(sigma^2 / 2).
    """
    _positive(given, *given)
    _bounded(given, "cv", 0.0, MOST_CV)
    if "mean" in given:
        sigma = math.sqrt(math.log1p(given["cv"] ** 2))
        return {"median": given["mean"] / math.exp(sigma**2 / 2), "sigma": sigma}
    if given["p90"] <= given["median"]:
        raise QuantityError("p90 must lie above the median", path=("p90",))
    sigma = math.log(given["p90"] / given["median"]) / NORMAL_P90
    if sigma > MOST_SIGMA:
        most = math.exp(MOST_SIGMA * NORMAL_P90)
        raise QuantityError(said("p90 is more than {most:.0f} times the median", most=most), path=("p90",))
    return {"median": given["median"], "sigma": sigma}


def _gamma(given: Numbers) -> dict[str, float]:
    """Keep shape = 1 / cv^2 and scale = mean cv^2; the mean is shape times scale."""
    _positive(given, "mean", "cv")
    _bounded(given, "cv", 0.001, MOST_CV)
    return {"shape": given["cv"] ** -2, "scale": given["mean"] * given["cv"] ** 2}


def _weibull(given: Numbers) -> dict[str, float]:
    """Keep scale and shape; mean = scale Gamma(1 + 1 / shape)."""
    _positive(given, *given)
    _bounded(given, "shape", LEAST_SHAPE, MOST_SHAPE)
    shape = given["shape"]
    scale = given["scale"] if "scale" in given else given["mean"] / math.gamma(1 + 1 / shape)
    return {"scale": scale, "shape": shape}


FAMILIES: Mapping[str, Family] = {
    "uniform": Family((("low", "high"),), _uniform, lambda p: (p["low"] + p["high"]) / 2),
    "triangular": Family((("low", "mode", "high"),), _triangular, lambda p: (p["low"] + p["mode"] + p["high"]) / 3),
    "exponential": Family((("mean",),), _exponential, lambda p: p["mean"]),
    "lognormal": Family(
        (("median", "p90"), ("mean", "cv")), _lognormal, lambda p: p["median"] * math.exp(p["sigma"] ** 2 / 2)
    ),
    "gamma": Family((("mean", "cv"),), _gamma, lambda p: p["shape"] * p["scale"]),
    "weibull": Family(
        (("scale", "shape"), ("mean", "shape")),
        _weibull,
        lambda p: p["scale"] * math.gamma(1 + 1 / p["shape"]),
    ),
}
PURE_NUMBERS = frozenset({"cv", "shape"})
"""Arguments that carry no unit in any family."""
