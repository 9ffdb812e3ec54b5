"""Which points a study runs: every combination of values, or places spread over the unit cube of its factors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.study.files.factors import Axis, Setting
from sim.study.files.models import Design, Indices

Places = NDArray[np.float64]
"""A row for each point, a column for each factor: its place in the factor's range, from 0 to 1."""

Row = tuple[Setting, ...]


def sweep_rows(design: Design, axes: Sequence[Axis]) -> list[Row]:
    """Return the settings of all points of a sweep."""
    if design.kind == "full":
        return list(product(*(axis.levels() for axis in axes)))
    return settings_at(spread(design, len(axes)), axes)


def spread(design: Design, factors: int) -> Places:
    """Return the places of a Latin hypercube (McKay, Beckman and Conover 1979) or of scrambled Sobol points (Owen
    1998), by scipy.stats.qmc; shape (points, factors), each from 0 to 1."""
    from scipy.stats import qmc

    kind = qmc.LatinHypercube if design.kind == "latin_hypercube" else qmc.Sobol
    places: Places = kind(factors, rng=np.random.default_rng(design.seed)).random(design.points or 1)
    return places


def index_places(design: Indices, factors: int) -> Places:
    """Return the places that Morris' trajectories or Saltelli's extension of Sobol points need, by SALib.

    Shape (runs that the method needs, factors), each from 0 to 1.
    """
    cube = unit_cube(factors)
    if design.method == "morris":
        from SALib.sample import morris

        return np.asarray(morris.sample(cube, design.points, num_levels=design.levels, seed=design.seed))
    from SALib.sample import sobol

    second = design.second_order
    return np.asarray(sobol.sample(cube, design.points, calc_second_order=second, seed=design.seed))


def unit_cube(factors: int) -> dict[str, Any]:
    """Return the problem that SALib is given: so many factors, each from 0 to 1."""
    names = [f"x{number}" for number in range(factors)]
    return {"num_vars": factors, "names": names, "bounds": [[0.0, 1.0]] * factors}


def sweep_points(design: Design, axes: Sequence[Axis]) -> int:
    """Return how many points a sweep has, at most: of a full design they are counted, none is made."""
    if design.kind != "full":
        return design.points or 1
    return prod(axis.most for axis in axes)


def index_points(design: Indices, factors: int) -> int:
    """Return how many points indices of so many factors need, at most."""
    if design.method == "morris":
        return design.points * (factors + 1)
    return design.points * (2 * factors + 2 if design.second_order else factors + 2)


def settings_at(places: Places, axes: Sequence[Axis]) -> list[Row]:
    """Return the settings of the factors at each place, a row for each; places have shape (points, factors)."""
    return [tuple(axis.at(float(u)) for axis, u in zip(axes, row, strict=True)) for row in places]


def unique(rows: Sequence[Row]) -> tuple[list[Row], list[int]]:
    """Return the rows without repetition, and for each given row its number among them."""
    numbers = {row: number for number, row in enumerate(dict.fromkeys(rows))}
    return list(numbers), [numbers[row] for row in rows]
