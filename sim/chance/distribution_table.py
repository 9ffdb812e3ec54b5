"""The table of distributions: a scenario's distributions lowered to numbered records that rules can read.

Records have the fields of `VARIATE`; what a, b and c mean for each kind stands in `sim.chance.variates.quantile`.
"""

import math
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from sim.chance.variates import (
    CONSTANT,
    EMPIRICAL,
    EXPONENTIAL,
    KNOTS,
    LOGNORMAL,
    MIXTURE,
    TABLE,
    TRIANGULAR,
    UNIFORM,
    WEIBULL,
    Z_LIMIT,
)
from sim.language.distribution import Distribution
from sim.language.quantity import Duration

VARIATE = np.dtype(
    [
        ("kind", "i8"),
        ("a", "f8"),
        ("b", "f8"),
        ("c", "f8"),
        ("first", "i8"),
        ("count", "i8"),
        ("upto", "f8"),
        ("working", "i8"),
    ]
)
NONE = -1
"""Number of no distribution: a time of 0."""


class DistributionTable:
    """Collects distributions and numbers them; equal ones share a number."""

    def __init__(self) -> None:
        self._rows: list[tuple[float, ...]] = []
        self._knots: list[float] = []
        self._numbers: dict[str, int] = {}

    def add(self, of: Distribution | Duration | None) -> int:
        """Number of a distribution, or of a fixed duration; NONE for None."""
        if of is None:
            return NONE
        key = of.model_dump_json(exclude={"low", "high", "grade", "source"}) + type(of).__name__
        if key not in self._numbers:
            self._numbers[key] = self._enter(of)
        return self._numbers[key]

    def add_quantiles(self, key: str, of: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> int:
        """Number of a distribution given by its values at uniform numbers (shape (n,)); equal keys share a number."""
        if key not in self._numbers:
            self._numbers[key] = self._row(TABLE, first=self._add_knots(of(_levels())), working=0)
        return self._numbers[key]

    def lower(self) -> tuple[NDArray[np.void], NDArray[np.float64]]:
        """The records, shape (n,), and the knots of all tables."""
        return np.array(self._rows, dtype=VARIATE), np.array(self._knots, dtype=float)

    def _enter(self, of: Distribution | Duration) -> int:
        working = int(of.clock == "working")
        if isinstance(of, Duration):
            return self._row(CONSTANT, a=of.value, working=working)
        if of.kind == "mixture":
            return self._mixture(of, working)
        return self._simple(of, working)

    def _simple(self, of: Distribution, working: int, upto: float = 1.0) -> int:
        if of.kind == "empirical":
            first = self._add_knots(of.values)
            return self._row(EMPIRICAL, first=first, count=len(of.values), upto=upto, working=working)
        return self._row(*self._parameters(of), upto=upto, working=working)

    def _mixture(self, of: Distribution, working: int) -> int:
        """Enter the parts and the mixture; shares written to few digits leave no gap below 1 in which nothing lies."""
        first = len(self._rows)
        parts = [(share, part) for share, part in of.components if share > 0]
        upto = 0.0
        for i, (share, part) in enumerate(parts, start=1):
            upto += share
            self._simple(part, working, 1.0 if i == len(parts) else upto)
        return self._row(MIXTURE, first=first, count=len(parts), working=working)

    def _row(
        self, kind: int, a: float = 0.0, b: float = 0.0, c: float = 0.0, first: int = 0, *, count: int = 0,
        upto: float = 1.0, working: int,
    ) -> int:  # fmt: skip
        self._rows.append((kind, a, b, c, first, count, upto, working))
        return len(self._rows) - 1

    def _parameters(self, of: Distribution) -> tuple[int, float, float, float, int]:
        p = of.parameters
        match of.kind:
            case "constant":
                return CONSTANT, p["value"], 0.0, 0.0, 0
            case "uniform":
                return UNIFORM, p["low"], p["high"], 0.0, 0
            case "triangular":
                return TRIANGULAR, p["low"], p["mode"], p["high"], 0
            case "exponential":
                return EXPONENTIAL, p["mean"], 0.0, 0.0, 0
            case "lognormal":
                return LOGNORMAL, math.log(p["median"]), p["sigma"], 0.0, 0
            case "weibull":
                return WEIBULL, p["scale"], 1.0 / p["shape"], 0.0, 0
            case _:
                return TABLE, 0.0, 0.0, 0.0, self._table(of)

    def _table(self, of: Distribution) -> int:
        """First knot of a table of quantiles at even steps of the normal quantile (gamma)."""
        from scipy.special import gammaincinv

        return self._add_knots(gammaincinv(of.parameters["shape"], _levels()) * of.parameters["scale"])

    def _add_knots(self, values: Iterable[float]) -> int:
        """First of the knots that hold these values."""
        first = len(self._knots)
        self._knots.extend(float(v) for v in values)
        return first


def _levels() -> NDArray[np.float64]:
    """Uniform numbers, shape (KNOTS,), at which tables have their knots."""
    from scipy.special import ndtr

    return np.asarray(ndtr(np.linspace(-Z_LIMIT, Z_LIMIT, KNOTS)))


def upper_bound(of: Distribution) -> float:
    """Largest value a distribution can take, in its base unit; infinite for unbounded ones."""
    if of.kind == "constant":
        return of.parameters["value"]
    if of.kind in ("uniform", "triangular"):
        return of.parameters["high"]
    if of.kind == "empirical":
        return max(of.values)
    if of.kind == "mixture":
        return max(upper_bound(part) for _, part in of.components)
    return math.inf
