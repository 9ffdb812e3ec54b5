"""Which cases stand in a report: all if they are few, else the worst of each kind and some of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from sim.machine.database import connection
from sim.record.listing import BITS, HAPPENED, ORDERS, SELECTED

ALL_UP_TO = 1500
"""So many cases are all listed."""
WORST = 40
"""Of each thing that may have happened, the cases that went worst."""
WORST_OF_EACH = {
    "hazard": 10, "community": 5, "street": 10, "level": 10, "unit": 10, "source": 10, "channel": 10,
}  # fmt: skip
"""Of each value of a column, the cases that went worst, so that whatever is asked for finds some."""
SPREAD = 100
"""Cases spread evenly over all, from the first to the last, so that ordinary ones are among them."""


@dataclass(frozen=True)
class ListedCases:
    """The cases of one replication, of so many, that a report lists.

    `cases` has a row for each, those that went worst first: the columns of `sim.record.listing.COLUMNS`, `hours`,
    `trouble`, `bits` (what happened, a bit for each entry of `HAPPENED`), and `root`, `generation` and `grid` of its
    issue. `happened` says to how many of all cases of the replication each thing happened, `total` how many these are.
    `tables` hold what is told of the issues of the chosen cases.
    """

    replication: int
    replications: int
    cases: pd.DataFrame
    happened: Mapping[str, int]
    total: int
    tables: Mapping[str, pd.DataFrame]


def choose(tables: Mapping[str, pd.DataFrame]) -> ListedCases:
    """Choose the cases of the first replication that a report lists."""
    replications = tables["district"]["replication"]
    replication = int(replications.min())
    with connection() as database:
        for name in ("cases", "district"):
            own = tables[name]
            database.register(f"{name}_read", own[own["replication"] == replication])
        counts = ", ".join(f"count(*) FILTER ({test})" for test in HAPPENED.values())
        (total, *numbers) = database.execute(f"SELECT count(*), {counts} FROM cases_read").fetchall()[0]
        cases = database.execute(_chosen(every=total <= ALL_UP_TO)).df()
    happened = dict(zip(HAPPENED, numbers, strict=True))
    about = _about(tables, cases, replication)
    return ListedCases(replication, len(replications), cases, happened, total, about)


def _chosen(*, every: bool) -> str:
    """Return the query of the cases to list: `place` is the place of a case among all, the worst first."""
    parts = [f"SELECT unnest(min(place, {WORST}) FILTER ({test})) AS place FROM placed" for test in HAPPENED.values()]
    parts += [
        f'SELECT unnest(min(place, {most})) FROM placed GROUP BY "{column}"' for column, most in WORST_OF_EACH.items()
    ]
    parts.append(f'SELECT arg_min(place, "case") FROM placed GROUP BY before * {SPREAD} // total')
    return f"""
        WITH listed AS (
            SELECT {SELECTED}, {BITS} AS bits, root, generation, grid
            FROM cases_read JOIN (SELECT replication, followed_to FROM district_read) USING (replication)
        ), placed AS (
            SELECT *, row_number() OVER (ORDER BY {ORDERS["trouble"]}, "case") AS place,
                row_number() OVER (ORDER BY "case") - 1 AS before, count(*) OVER () AS total
            FROM listed
        )
        SELECT * EXCLUDE (place, before, total) FROM placed
        {"" if every else f"WHERE place IN ({' UNION '.join(parts)})"}
        ORDER BY place"""


def _about(tables: Mapping[str, pd.DataFrame], cases: pd.DataFrame, replication: int) -> dict[str, pd.DataFrame]:
    """Return what tables of a replication hold of the issues of some cases, and perhaps of a few more."""
    roots = cases["root"].unique()
    kept = {"stations": tables["stations"]}
    for name in ("issues", "cases", "events"):
        if name in tables:
            own = tables[name]
            kept[name] = own[(own["replication"] == replication) & own["root"].isin(roots)]
    jobs = tables["jobs"]
    kept["jobs"] = jobs[(jobs["replication"] == replication) & jobs["case"].isin(kept["cases"]["case"])]
    return kept
