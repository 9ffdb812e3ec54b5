"""Sweeps: how measures respond to factors, over every combination of values or a spread of points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from sim.measures.studies import Extreme, Extremes, Paid, SweepFound
from sim.show.text.settings import setting_labels
from sim.study.files.load import StudyFile, points
from sim.study.files.models import Sweep
from sim.study.files.points import Point
from sim.study.kinds.designs import sweep_points, sweep_rows
from sim.study.kinds.effects import main_effects, pair_effects
from sim.study.kinds.equal_cost import Balanced, points_at_equal_cost
from sim.study.kinds.origins import factor_paths, put_in
from sim.study.kinds.outcomes import Runs, by_replication, replicated, table_of_points, varied
from sim.study.kinds.pairs import paired


def planned(file: StudyFile) -> list[Point]:
    """Return the points of a sweep, at equal cost if it asks for that; raises NoEqualCost, and ScenarioError."""
    return _at_its_cost(file)[0]


def _at_its_cost(file: StudyFile) -> tuple[list[Point], dict[int, Balanced]]:
    """Return the points, and by number what was changed in them for equal cost."""
    assert isinstance(file.study, Sweep)
    wanted = points(file, sweep_rows(file.study.design, file.axes))
    if file.study.equal_cost is None:
        return wanted, {}
    return points_at_equal_cost(file, wanted, file.study.equal_cost)


def counted(file: StudyFile) -> int:
    """Return how many points a sweep has, at most, without making any."""
    assert isinstance(file.study, Sweep)
    return sweep_points(file.study.design, file.axes)


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> SweepFound:
    """Run all points of a sweep and return how the measures respond."""
    assert isinstance(file.study, Sweep)
    wanted, balanced = _at_its_cost(file)
    results, replications, unmet = replicated(wanted, file.study.replications, runs)
    table = with_differences(table_of_points(wanted, results, measures), results, wanted[0].number)
    effects, pairs, found = None, None, []
    payer = [file.study.equal_cost] if file.study.equal_cost else []
    given = {axis.name: put_in([*factor_paths(axis), *payer]) for axis in file.axes}
    if file.study.design.kind == "full":
        effects = main_effects(wanted, results, measures, given)
        pairs = pair_effects(wanted, results, measures, given)
    else:
        anywhere = frozenset().union(*given.values())
        found = [
            extremes(table, results, measure)._replace(put_in=measure in anywhere)
            for measure in measures
            if _is_at_two_points(table, measure)
        ]
    return SweepFound(
        varied(file),
        measures,
        len(wanted),
        replications,
        table,
        effects,
        found,
        unmet,
        pairs=pairs,
        paid=_paid(file, balanced),
    )


def _paid(file: StudyFile, balanced: Mapping[int, Balanced]) -> Paid | None:
    """Return what made all points cost the same; nothing if they need not."""
    assert isinstance(file.study, Sweep)
    if (path := file.study.equal_cost) is None:
        return None
    title = setting_labels([path], file.base.loaded.document)[path]
    rows = [(number, its.before, its.after, its.left_over) for number, its in balanced.items()]
    return Paid(title, pd.DataFrame(rows, columns=["point", "before", "after", "left_over_yuan"]))


def with_differences(table: pd.DataFrame, results: pd.DataFrame, first: int) -> pd.DataFrame:
    """Return the table of points with the paired difference of each from the first, a number of a point.

    With the interval of the difference. All are NaN if the first point failed.
    """
    values = {str(measure): by_replication(results, str(measure)) for measure in table["measure"].unique()}
    bases = {measure: found.reindex([first]).to_numpy(dtype=np.float64)[0] for measure, found in values.items()}
    pairs = [
        paired(bases[row["measure"]], values[row["measure"]].loc[row["point"]].to_numpy(dtype=np.float64))
        for row in table.to_dict("records")
    ]
    return table.assign(
        difference=[pair.difference for pair in pairs],
        difference_low=[pair.low for pair in pairs],
        difference_high=[pair.high for pair in pairs],
    )


def _is_at_two_points(table: pd.DataFrame, measure: str) -> bool:
    return bool(table.loc[table["measure"] == measure, "mean"].notna().sum() > 1)


def extremes(table: pd.DataFrame, results: pd.DataFrame, measure: str) -> Extremes:
    """Return where a measure is least and most, and the paired difference between the two."""
    rows = table[table["measure"] == measure]
    numbers, means = rows["point"].to_numpy(np.int64), rows["mean"].to_numpy(np.float64)
    ends = [int(numbers[np.nanargmin(means)]), int(numbers[np.nanargmax(means)])]
    least, most = by_replication(results, measure).loc[ends].to_numpy(dtype=np.float64)
    pair = paired(least, most)
    at = (Extreme(ends[0], pair.base), Extreme(ends[1], pair.other))
    return Extremes(measure, *at, pair.difference, pair.low, pair.high, pair.pairs)
