"""Which effects may be put in order: those that chance does not explain as well.

An index of variance is estimated from samples, and what is analysed has chance between replications in it. With few
points, few replications, or both, indices come out whose interval is wider than they are, first-order ones above the
total that holds them, or first-order ones that sum to more than the whole. Their order is then one of chance, and a
bar drawn long says nothing.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.study.kinds.outcomes import Floats


def outweighed(index: Floats, half: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Return where a 95 % interval, `half` on each side, is wider than the index itself, and so may cover none.

    All arrays have the shape of the indices, (rows,), which are in a unit of their own, shares or that of the measure.
    Where both are zero (nothing moves the measure) nothing is outweighed; where the half-width is unknown, all is.
    """
    return ~(np.nan_to_num(2.0 * half, nan=np.inf) <= np.abs(index))


def ranked(table: pd.DataFrame, main: str, noise: float) -> pd.Series[bool]:
    """Return which rows of a measure's table of indices may be ranked, by the index `main`: a truth for each, of the
    table's length.

    Indices are shares of variance, or in the unit of the measure, and so are their intervals. Not ranked are undefined
    ones; an interval wider than the index; a total below its first-order index, or no greater than the part of the
    variance that is chance (`noise`, NaN if nobody can tell); and none at all where first-order indices sum to more
    than 1, by more than their intervals explain.
    """
    index = table[main].to_numpy(np.float64)
    fit = ~outweighed(index, table[f"{main}_half"].to_numpy(np.float64)) & ~np.isnan(index)
    if main == "total":
        first = table["first"].to_numpy(np.float64)
        fit &= first <= index
        fit &= ~((index <= noise) & (index > 0))
        fit &= bool(first.sum() <= 1.0 + np.sqrt((table["first_half"].to_numpy(np.float64) ** 2).sum()))
    return pd.Series(fit, index=table.index)
