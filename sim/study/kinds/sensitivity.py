"""Sensitivity: which inputs are most influential, by Morris' elementary effects or Sobol's shares of variance.

Morris 1991 (Technometrics 33), with the mean of absolute effects of Campolongo, Cariboni and Saltelli 2007; Sobol 2001,
estimated after Saltelli et al. 2010 (Comput. Phys. Commun. 181). SALib samples and analyses, the runner runs. What is
analysed at each point is the mean over its replications. Where a measure is undefined at one point, SALib would not say
so; here its indices are undefined, and it is counted at how many points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from sim.measures.studies import SensitivityFound
from sim.study.files.load import StudyFile, points
from sim.study.files.models import Indices, Sensitivity
from sim.study.files.points import Point
from sim.study.kinds.designs import Places, index_places, index_points, settings_at, unique, unit_cube
from sim.study.kinds.outcomes import Floats, Runs, by_replication, point_means, replicated, varied
from sim.study.kinds.ranking import outweighed, ranked

MAIN = {"morris": ("mu_star", "sigma"), "sobol": ("total", "first")}
"""The index that ranks factors, and the one beside it, by method."""

LEADING = 2
"""Factors that may lead a measure: the first, and another if its index is more than half as large."""


def planned(file: StudyFile) -> list[Point]:
    """Return the points of a sensitivity study, each once."""
    return _plan(file)[1]


def counted(file: StudyFile) -> int:
    """Return how many points a sensitivity study has, at most, without making any."""
    assert isinstance(file.study, Sensitivity)
    return index_points(file.study.design, len(file.axes))


def _plan(file: StudyFile) -> tuple[Places, list[Point], list[int]]:
    """Return the places, the points, and which point stands for each place."""
    assert isinstance(file.study, Sensitivity)
    places = index_places(file.study.design, len(file.axes))
    rows, numbers = unique(settings_at(places, file.axes))
    return places, points(file, rows), numbers


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> SensitivityFound:
    """Run all points and return the indices of each measure, which factors lead, and how much of it is chance."""
    assert isinstance(file.study, Sensitivity)
    design = file.study.design
    places, wanted, numbers = _plan(file)
    results, n, unmet = replicated(wanted, file.study.replications, runs)
    names = [axis.name for axis in file.axes]
    means = {measure: point_means(results, measure, wanted, n) for measure in measures}
    noise = {measure: noise_share(by_replication(results, measure).to_numpy(np.float64)) for measure in measures}
    tables = {measure: indices(design, names, places, its[numbers]) for measure, its in means.items()}
    main = MAIN[design.method][0]
    found = {name: its.assign(ranked=ranked(its, main, noise[name])) for name, its in tables.items()}
    pairs = {measure: pair_indices(design, names, its[numbers]) for measure, its in means.items()}
    return SensitivityFound(
        method=design.method,
        main=MAIN[design.method],
        factors=varied(file),
        points=len(wanted),
        indices=_by_measure(found),
        pairs=_by_measure(pairs),
        leading={measure: leading(table, main) for measure, table in found.items()},
        undefined={measure: int(np.isnan(its).sum()) for measure, its in means.items()},
        noise=noise,
        unmet=unmet,
    )


def _by_measure(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the tables of all measures below each other, the measure first."""
    return pd.concat([table.assign(measure=name) for name, table in tables.items()], ignore_index=True)[
        ["measure", *next(iter(tables.values()))]
    ]


def leading(table: pd.DataFrame, main: str) -> list[str]:
    """Return which factors lead a measure by its index `main`, the first first.

    None if it depends on nothing, or if the first cannot be ranked.
    """
    rows = table.nlargest(LEADING, main)
    first = rows[main].max()
    if not first > 0 or not rows["ranked"].iloc[0]:
        return []
    return list(rows.loc[(rows[main] > first / 2) & rows["ranked"], "factor"])


def indices(design: Indices, names: Sequence[str], places: Places, values: Floats) -> pd.DataFrame:
    """Return the indices of one measure, a row for each factor; all NaN if the measure is undefined at any place.

    Morris: mu, mu_star, sigma (in the measure's unit, over a factor's whole range) and the half-width of mu_star's 95 %
    interval. Sobol: first and total (parts of the variance), each with the half-width of its interval. A measure that
    never varies depends on nothing: all zero.
    """
    columns = MORRIS if design.method == "morris" else SOBOL
    if np.isnan(values).any():
        found = {column: np.full(len(names), np.nan) for column in columns}
    elif np.ptp(values) == 0.0:
        found = {column: np.zeros(len(names)) for column in columns}
    else:
        analysed = _morris(design, places, values) if design.method == "morris" else _sobol(design, len(names), values)
        found = {column: np.asarray(analysed[key], dtype=np.float64) for column, key in columns.items()}
    return pd.DataFrame({"factor": list(names), **found})


MORRIS = {"mu_star": "mu_star", "mu_star_half": "mu_star_conf", "mu": "mu", "sigma": "sigma"}
SOBOL = {"first": "S1", "first_half": "S1_conf", "total": "ST", "total_half": "ST_conf"}
"""Columns of the table of indices, with the names that SALib gives them."""


def _morris(design: Indices, places: Places, values: Floats) -> dict[str, Floats]:
    from SALib.analyze import morris

    cube = unit_cube(places.shape[1])
    found: dict[str, Floats] = morris.analyze(cube, places, values, num_levels=design.levels, seed=design.seed)
    return found


def _sobol(design: Indices, factors: int, values: Floats) -> dict[str, Floats]:
    from SALib.analyze import sobol

    second = design.second_order
    found: dict[str, Floats] = sobol.analyze(unit_cube(factors), values, calc_second_order=second, seed=design.seed)
    return found


def pair_indices(design: Indices, names: Sequence[str], values: Floats) -> pd.DataFrame:
    """Return Sobol's second-order indices, a row for each pair of factors; none unless the design asks for them.

    `ranked` is false where an interval is wider than its index.
    """
    if design.method != "sobol" or not design.second_order:
        return pd.DataFrame(columns=["factor", "with", "second", "second_half", "ranked"])
    sound = not np.isnan(values).any() and np.ptp(values) > 0.0
    found = _sobol(design, len(names), values) if sound else {}
    nothing = np.full((len(names), len(names)), np.nan)
    second, half = found.get("S2", nothing), found.get("S2_conf", nothing)
    rows = [(names[a], names[b], second[a, b], half[a, b]) for a, b in combinations(range(len(names)), 2)]
    table = pd.DataFrame(rows, columns=["factor", "with", "second", "second_half"])
    return table.assign(
        ranked=~outweighed(table["second"].to_numpy(np.float64), table["second_half"].to_numpy(np.float64))
    )


def noise_share(values: Floats) -> float:
    """Return the part of the variance of points' means that is chance between replications.

    `values` has a row for each point, a column for each replication, on common random numbers: what a replication
    shifts everywhere alike is no noise between points. With R replications it is the residual mean square of the
    two-way layout over R, over the variance of the means; NaN with one replication or one point, or where
    undefined or not reached.
    """
    values = np.where(np.isinf(values), np.nan, values)
    points, replications = values.shape
    if points < 2 or replications < 2:
        return float("nan")
    means = values.mean(axis=1)
    residual = values - means[:, None] - values.mean(axis=0)[None, :] + values.mean()
    square = (residual**2).sum() / ((points - 1) * (replications - 1))
    variance = means.var(ddof=1)
    if np.isnan(variance):
        return float("nan")
    return float(min(square / replications / variance, 1.0)) if variance > 0 else 0.0
