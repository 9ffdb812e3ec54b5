"""What the district's row tells of the residents who had reported: who they are together, never one of them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.kinds import CaseState
from sim.language.units import DAY_MS
from sim.record.outcome import Outcome

BUSIEST = 0.01
"""Share of those who had reported that is called the busiest."""
EXPERIENCE_MS = 28 * DAY_MS
"""Between a first report and the closing of the window, at least: time for it to be fixed and to report again."""


def reporters(outcome: Outcome, window_ms: int) -> dict[str, Any]:
    """Return the columns of the district that tell of those who had reported when the window closed (ms), a row each.

    A first report was fixed in time if its case was closed within its limit with the issue gone. What counts as again
    is a report about another issue: repeats about the first are no sign of contentment.
    """
    its = outcome.reporters
    number = len(its["reports"])
    early = its["first_report"] <= window_ms - EXPERIENCE_MS
    fixed, again = _fixed_in_time(outcome), its["others"] > 0
    return {
        "trust_start": [outcome.reporters_before / number if number else np.nan],
        "trust_end": [outcome.reporters_after / number if number else np.nan],
        "residents_involved": [number],
        "busiest_share": [share_of_busiest(its["reports"], BUSIEST)],
        "first_fixed": [int((early & fixed).sum())],
        "first_fixed_again": [int((early & fixed & again).sum())],
        "first_not_fixed": [int((early & ~fixed).sum())],
        "first_not_fixed_again": [int((early & ~fixed & again).sum())],
    }


def share_of_busiest(reports: NDArray[np.integer[Any]], part: float) -> float:
    """Return the share of all reports, shape (n,) by person, made by the busiest `part` (0 to 1) of the persons.

    The last person of these counts in part where part x n is no whole number. NaN without reports.
    """
    total = float(reports.sum())
    if not total:
        return float("nan")
    ordered = np.sort(reports)[::-1].astype(np.float64)
    wanted = part * len(ordered)
    whole = int(wanted)
    rest = (wanted - whole) * ordered[whole] if whole < len(ordered) else 0.0
    return float(ordered[:whole].sum() + rest) / total


def _fixed_in_time(outcome: Outcome) -> NDArray[np.bool_]:
    """Return of each who had reported whether the case of the first report was closed in time with its issue gone."""
    first = outcome.reporters["first_case"]
    case = {name: outcome.cases[name][first] for name in ("state", "closed", "limit", "issue")}
    ended = outcome.issues["ended"][case["issue"]]
    closed = (case["state"] == CaseState.CLOSED) & (case["closed"] <= case["limit"])
    fixed: NDArray[np.bool_] = closed & (ended >= 0) & (ended <= case["closed"])
    return fixed
