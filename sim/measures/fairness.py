"""How unevenly communities fare."""

from functools import partial

import numpy as np

from sim.measures.measure import Measure
from sim.measures.office import Floats
from sim.measures.places import closing_mean_h, never_reported_share
from sim.measures.tables import Watched, share

QUANTITIES = {"closing": closing_mean_h, "never_reported": never_reported_share}


def gini(values: Floats) -> float:
    """Return Gini's coefficient, 0 to 1, of values of shape (n,), none negative: 0 if equal, towards 1 if one
    has all.

    G = 2 sum(i x_i) / (n sum(x)) - (n + 1) / n with x sorted and i from 1 (Sen 1973); NaN if all are zero
    or n = 0.
    """
    ordered = np.sort(values)
    n = ordered.size
    ranked = float(np.dot(np.arange(1, n + 1), ordered))
    return 2 * share(ranked, n * float(ordered.sum())) - share(n + 1, n)


def p90_to_p10(values: Floats) -> float:
    """Return the 90th over the 10th percentile, a ratio, of values of shape (n,); NaN if n = 0 or the latter is
    zero."""
    if not values.size:
        return float("nan")
    low, high = np.quantile(values, (0.1, 0.9))
    return share(high, low)


def _between_communities(watched: Watched, quantity: str, statistic: str) -> float:
    values = QUANTITIES[quantity](watched, "community").dropna().to_numpy(dtype=np.float64)
    return gini(values) if statistic == "gini" else p90_to_p10(values)


def _spread_measure(quantity: str, statistic: str) -> Measure:
    unit = "Gini, 0 to 1" if statistic == "gini" else "ratio"
    function = partial(_between_communities, quantity=quantity, statistic=statistic)
    return Measure(f"spread_{quantity}_{statistic}", unit, "lower", function)


MEASURES = tuple(_spread_measure(quantity, statistic) for quantity in QUANTITIES for statistic in ("gini", "p90_p10"))
