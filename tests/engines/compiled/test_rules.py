"""What is written once more for the compiler gives the same numbers as in Python, to the last bit."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numba import njit

from sim.chance.distribution_table import VARIATE
from sim.chance.draws import stream, uniform
from sim.chance.variates import KNOTS, duration, normal_quantile
from sim.engines.compiled.layout import CALENDAR_AT
from sim.engines.compiled.rules import tell_compiler
from sim.engines.compiled.store import KernelStore
from sim.plan.intervals import interval_at, last_before
from tests.engines.compiled.boxing import tell_of_stores

RNG = np.random.default_rng(7)

tell_compiler()
tell_of_stores()


@njit
def draw(state: Any, entity: Any, k: Any) -> Any:
    return uniform(state, entity, k)


@njit
def normal(u: Any) -> Any:
    return normal_quantile(u)


@njit
def length(plan: Any, number: Any, u: Any) -> Any:
    return duration(plan, number, u)


@njit
def search(plan: Any, t: Any) -> Any:
    return interval_at(plan, plan.calendar, t)


@njit
def search_before(values: Any, t: Any, first: Any, last: Any) -> Any:
    return last_before(values, t, first, last)


def test_draws_are_the_same() -> None:
    state = stream(20240304, 3, "arrival")
    for entity, k in RNG.integers(-(1 << 62), 1 << 62, (2000, 2)).tolist():
        assert draw(np.uint64(state), entity, k) == uniform(state, entity, k)


def test_normal_quantiles_are_the_same() -> None:
    for u in [*RNG.random(3000).tolist(), 1e-300, 2.0**-53, 1.0 - 2.0**-53, 0.075, 0.925]:
        assert normal(u) == normal_quantile(u)


def test_times_of_every_kind_are_the_same() -> None:
    rows = [(kind, 7.0, 2000.0 if kind in (1, 2) else 0.7, 9000.0, 0, 0, 1.0, 0) for kind in range(7)]
    rows += [(7, 0.0, 0.0, 0.0, 8, 2, 1.0, 0), (1, 5.0, 6.0, 0.0, 0, 0, 0.3, 0), (3, 70.0, 0.0, 0.0, 0, 0, 1.0, 0)]
    rows += [(8, 0.0, 0.0, 0.0, 3, 7, 1.0, 0)]
    variates, knots = np.array(rows, dtype=VARIATE), np.sort(RNG.random(KNOTS)) * 1e6
    names = [SimpleNamespace(**dict(zip(VARIATE.names or (), row, strict=True))) for row in rows]
    plain, laid_out = (
        SimpleNamespace(variates=names, knots=knots.tolist()),
        KernelStore({"variates": variates, "knots": knots}),
    )
    for number in (*range(-1, 8), 10):
        for u in RNG.random(200).tolist():
            assert length(laid_out, number, u) == duration(plain, number, u)


@pytest.mark.parametrize("spread", [5, 100, 10**12])
def test_searches_are_the_same(spread: int) -> None:
    for _ in range(2000):
        values = np.sort(RNG.integers(0, spread, RNG.integers(0, 25)))
        first, last = sorted(RNG.integers(0, len(values) + 1, 2).tolist())
        t = int(RNG.choice(values)) if len(values) and RNG.random() < 0.5 else int(RNG.integers(-2, spread + 2))
        assert search_before(values, t, first, last) == last_before(values.tolist(), t, first, last)


def test_intervals_are_found_from_wherever_the_last_search_ended() -> None:
    for _ in range(300):
        opens = np.unique(RNG.integers(0, 60, RNG.integers(0, 40)))
        first, last = sorted(RNG.integers(0, len(opens) + 1, 2).tolist())
        calendar = np.array([(first, last, first)], dtype=CALENDAR_AT)[0]
        laid_out = KernelStore({"opens": opens, "calendar": calendar})
        plain = SimpleNamespace(opens=opens.tolist())
        for t in RNG.integers(-2, 62, 50).tolist():
            assert search(laid_out, t) == interval_at(plain, SimpleNamespace(first=first, last=last), t)
