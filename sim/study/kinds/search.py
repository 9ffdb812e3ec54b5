"""The search for the best setting of factors: points in batches by Optuna's tree-structured Parzen estimator.

Bergstra et al. 2011 (NeurIPS 24), for several aims Ozaki et al. 2022 (JAIR 73). Seeded, and a batch is asked before any
of it is told, so the points do not depend on the number of workers, and a study taken up again asks for the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.study.files.factors import Axis
from sim.study.kinds.designs import Row

if TYPE_CHECKING:
    from optuna.distributions import BaseDistribution
    from optuna.study import Study as Search
    from optuna.trial import Trial


class Tried(NamedTuple):
    """What a point gave: its aims, each to be made small, and by how much it fails each limit (negative where kept).

    In the units of the measures; None for aims that are undefined, or a run that failed.
    """

    aims: tuple[float, ...] | None
    excess: tuple[float, ...]


Try = Callable[[Sequence[Row]], Sequence[Tried]]
"""Runs the points with these settings and returns what each gave."""


def search(axes: Sequence[Axis], aims: int, trials: int, batch: int, seed: int, attempt: Try) -> list[Row]:
    """Return the settings that were tried, in their order; some may have been asked for more than once.

    `trials` is how many are tried, in batches of so many at once; `aims` how many of the values that an attempt gives
    are aims, which come first; the seed is that of the sampler.
    """
    import optuna

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    sampler = optuna.samplers.TPESampler(seed=seed, constant_liar=True)
    found = optuna.create_study(directions=["minimize"] * aims, sampler=sampler)
    rows: list[Row] = []
    while len(rows) < trials:
        asked = [found.ask(_space(axes)) for _ in range(min(batch, trials - len(rows)))]
        settings = [_settings(trial, axes) for trial in asked]
        for trial, tried in zip(asked, attempt(settings), strict=True):
            _tell(found, trial, tried)
        rows.extend(settings)
    return rows


def _space(axes: Sequence[Axis]) -> dict[str, BaseDistribution]:
    """Return the space of the search: numbers as places from 0 to 1, words as choices."""
    from optuna.distributions import CategoricalDistribution, FloatDistribution

    return {
        axis.name: FloatDistribution(0.0, 1.0) if axis.numeric else CategoricalDistribution(range(len(axis.levels())))
        for axis in axes
    }


def _settings(trial: Trial, axes: Sequence[Axis]) -> Row:
    asked: Mapping[str, Any] = trial.params
    return tuple(axis.at(asked[axis.name]) if axis.numeric else axis.levels()[asked[axis.name]] for axis in axes)


def _tell(found: Search, trial: Trial, tried: Tried) -> None:
    from optuna.trial import TrialState

    if tried.aims is None:
        found.tell(trial, state=TrialState.FAIL)
        return
    for number, excess in enumerate(tried.excess):
        trial.set_constraint(str(number), excess)
    found.tell(trial, tried.aims)
