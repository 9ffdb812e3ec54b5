"""The cases that made the difference: two runs of one world put side by side, primary issue by primary issue.

A primary issue is the same in every organisation of its world; its recurrences belong to it. So the difference of two
runs is the sum of what became of each, and can be told by category, by stream, by community, and down to single ones.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import pandas as pd

from sim.measures.office import Floats
from sim.measures.rows import Rows
from sim.measures.statistics.interval import student
from sim.measures.tables import HOURS_PER_DAY, NEVER_OPEN, Tables, Watched, hours_between, times
from sim.show.figures.timelines import KEY, MOMENTS
from sim.study.kinds.pairs import paired

QUANTITIES = ("open", "unseen", "closing")
"""What is followed of an issue, in days: see Lives."""

FOLLOWED = ("recurrences", "alone", *QUANTITIES)
GROUPS = ("stream", "hazard", "community")
SIDES = ("_base", "_other")
FEW = 2
"""How many single issues of one hazard are named, so that others are seen too."""
CAUSES = [
    *("quantity", "by", "name", "issues", "less", "more", "only_base", "only_other"),
    *("days", "low", "high", "share"),
]
LEAST_CHANGE = 1e-6
"""Days; what changed by less did not change (it is a rounding of milliseconds)."""


def lives(tables: Tables) -> pd.DataFrame:
    """Return a row for each primary issue of each replication, indexed by (replication, root), with what became of it.

    Columns: hazard, stream, community; `recurrences` of it in the window; `open`, the days that it and they were open
    in the window, weighted by severity, 0 if it was never open, and `alone`, the same of it without recurrences; and
    for issues of the window `unseen`, days from occurrence until it was first found or reported, ended or the run did,
    and `closing`, days from the registration of its first case until that was closed or the run ended. NaN where there
    is nothing to follow: absorbed or prevented, or without a case.
    """
    frames = [_lives(watched) for watched in tables.replications()]
    return pd.concat(frames).set_index(KEY).sort_index()


def _lives(watched: Watched) -> pd.DataFrame:
    every = watched.every_issue
    primary = every.where(every["generation"] == 0)
    words = {"hazard": "str", "stream": "str"}
    frame = primary.frame("replication", "root", *words, "community").astype(words)
    again = watched.issues.where(watched.issues["generation"] > 0)
    frame["recurrences"] = frame["root"].map(again.frame("root").groupby("root").size()).fillna(0).astype("int64")
    days = _open_days(watched)
    frame["open"] = frame["root"].map(days.groupby("root").sum()).fillna(0.0)
    alone = days[days.index.get_level_values("generation") == 0].droplevel("generation")
    frame["alone"] = frame["root"].map(alone).fillna(0.0)
    frame["unseen"] = _unseen_days(watched, primary)
    in_window = (primary["occurred_at"] >= watched.start) & (primary["occurred_at"] < watched.end)
    frame["closing"] = frame["root"].map(_closing_days(watched)).where(in_window.to_numpy())
    return frame


def _open_days(watched: Watched) -> pd.Series[float]:
    """Weighted days open in the window by root and generation, as in the measure severity_days_open."""
    issues = watched.real_issues
    days = watched.overlap_days(times(issues, "occurred_at"), times(issues, "ended_at")) * issues["severity"]
    summed: pd.Series[float] = days.groupby([issues["root"], issues["generation"]]).sum()
    return summed


def _unseen_days(watched: Watched, primary: Rows) -> Floats:
    occurred = times(primary, "occurred_at")
    known = np.fmin(times(primary, "detected_at"), times(primary, "ended_at"))
    until = np.where(np.isnat(known), watched.stop, known)
    followed = ~primary["state"].isin(NEVER_OPEN).to_numpy() & (occurred >= watched.start) & (occurred < watched.end)
    return np.where(followed, np.maximum(hours_between(occurred, until), 0.0) / HOURS_PER_DAY, np.nan)


def _closing_days(watched: Watched) -> pd.Series[float]:
    """Days to closing by root, of the first registered case of each primary issue."""
    cases = watched.every_registered
    primary = cases.where(cases["generation"] == 0).frame("root", "registered_at", "closed_at")
    first = primary.sort_values("registered_at").drop_duplicates("root")
    closed = times(first, "closed_at")
    days = (
        hours_between(times(first, "registered_at"), np.where(np.isnat(closed), watched.stop, closed)) / HOURS_PER_DAY
    )
    return pd.Series(days, index=first["root"])


def side_by_side(base: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Return the `lives` of two runs of one world joined by issue: columns as there with `_base` and `_other`."""
    followed = [its[[*FOLLOWED]].add_suffix(side) for its, side in zip((base, other), SIDES, strict=True)]
    joined = followed[0].join(followed[1], how="outer")
    named = base[list(GROUPS)].combine_first(other[list(GROUPS)])
    return joined.assign(**{name: named[name] for name in GROUPS})


def counted_pairs(joined: pd.DataFrame) -> pd.DataFrame:
    """Return one row: how many issues pair (open in the window of both) and what does not, per replication.

    Columns: `paired`, `only_base`, `only_other` (primary issues that only one run has, since the other absorbed or
    prevented them or did not have them open in the window) and `recurrences_base`, `recurrences_other`.
    """
    a, b = (joined[f"open{side}"] > 0 for side in SIDES)
    counts = {"paired": a & b, "only_base": a & ~b, "only_other": b & ~a}
    again = {f"recurrences{side}": joined[f"recurrences{side}"] for side in SIDES}
    replications = joined.index.get_level_values("replication").nunique() or 1  # none where nothing happened
    return pd.DataFrame({name: [column.sum() / replications] for name, column in {**counts, **again}.items()})


def same_issues(joined: pd.DataFrame) -> pd.DataFrame:
    """Return the mean days until found and to closing of the issues that both runs followed, and their difference.

    A row for `unseen` and one for `closing`: quantity, and the fields of sim.study.kinds.pairs.Paired, over
    the replications.
    What only one run found or filed moves the measures of the same name, but not these.
    """
    rows = []
    for quantity in QUANTITIES[1:]:
        both = joined[[f"{quantity}{side}" for side in SIDES]].dropna()
        means = both.groupby(level="replication").mean().to_numpy(dtype=np.float64)
        rows.append({"quantity": quantity, **paired(means[:, 0], means[:, 1])._asdict()})
    return pd.DataFrame(rows)


def causes(joined: pd.DataFrame) -> pd.DataFrame:
    """Return what each stream, category and community adds to the difference, and how many issues fared how.

    Columns: quantity, by (stream, hazard, community), name; `issues` that both runs have, of these `less` and `more`,
    where the other variant's days are fewer and more; `only_base` and `only_other`, which one run alone has (of all
    replications together); `days`, the change of their sum per replication, with its paired 95 % interval `low`,
    `high`; `share` of the whole change of the quantity. What only one run has enters the days open, and nothing else.
    """
    rows = [row for quantity in QUANTITIES for by in GROUPS for row in _contributions(joined, quantity, by)]
    return pd.DataFrame(rows, columns=CAUSES)


def _contributions(joined: pd.DataFrame, quantity: str, by: str) -> list[dict[str, Any]]:
    change = _change(joined, quantity)
    a, b = (joined[f"{quantity}{side}"] for side in SIDES)
    there = (a.gt(0), b.gt(0)) if quantity == "open" else (a.notna(), b.notna())
    counts = pd.DataFrame(
        {
            "issues": there[0] & there[1],
            "less": there[0] & there[1] & (change < -LEAST_CHANGE),
            "more": there[0] & there[1] & (change > LEAST_CHANGE),
            "only_base": there[0] & ~there[1],
            "only_other": there[1] & ~there[0],
        }
    )
    group = joined[by].astype(str)
    numbers = counts.groupby(group).sum()
    sums = change.groupby([joined.index.get_level_values("replication"), group]).sum().unstack(fill_value=0)
    total = float(sums.sum(axis=1).mean())
    mean, half = sums.mean(), _half_width(sums)
    return [
        {
            "quantity": quantity,
            "by": by,
            "name": str(name),
            **dict(zip(numbers.columns, map(int, row), strict=True)),
            "days": mean[name],
            "low": mean[name] - half[name],
            "high": mean[name] + half[name],
            "share": mean[name] / (total or math.nan),
        }
        for name, row in zip(numbers.index, numbers.to_numpy(), strict=True)
    ]


def _change(joined: pd.DataFrame, quantity: str) -> pd.Series[float]:
    """Days of the other run less those of the base, NaN where one of them has nothing to follow."""
    change: pd.Series[float] = joined[f"{quantity}{SIDES[1]}"].sub(joined[f"{quantity}{SIDES[0]}"])
    return change if quantity != "open" else joined[f"open{SIDES[1]}"].sub(joined[f"open{SIDES[0]}"], fill_value=0.0)


def _half_width(sums: pd.DataFrame) -> pd.Series[float]:
    """Half of the 95 % interval of the mean of each column; NaN for a single row."""
    n = len(sums)
    return sums.std() / np.sqrt(n) * student(n - 1) if n > 1 else sums.mean() * np.nan


def most_changed(joined: pd.DataFrame, number: int) -> pd.DataFrame:
    """Return the primary issues whose weighted days open fell most and rose most, `number` of each, FEW of a hazard.

    Their recurrences are left out, and so are issues that one run does not know, since it found them before its start.

    Columns: replication, root, hazard, community, days (the change). The largest fall comes first, then the largest
    rise; equal ones stand in the order of replication and root.
    """
    days = joined["alone_other"] - joined["alone_base"]
    frame = joined[["hazard", "community"]].assign(days=days).reset_index()
    changed = frame[frame["days"].abs() > LEAST_CHANGE].sort_values(["days", *KEY], kind="stable")
    falls = changed[changed["days"] < 0].groupby("hazard").head(FEW).head(number)
    rises = changed[changed["days"] > 0].iloc[::-1].groupby("hazard").head(FEW).head(number)
    return pd.concat([falls, rises], ignore_index=True)[[*KEY, "hazard", "community", "days"]]


OF_ISSUE = ("occurred_at", "detected_at", "ended_at")
"""The MOMENTS that the table of issues has; the others are those of a case."""


@dataclass(frozen=True)
class Stories:
    """What `timelines` needs of the tables of a run: a fraction of them, to be kept while others are looked at."""

    issues: pd.DataFrame
    cases: pd.DataFrame

    @classmethod
    def of(cls, tables: Tables) -> Self:
        """Return the primary issues of a run, and their first cases."""
        issues, cases = (tables.frames[name] for name in ("issues", "cases"))
        first = cases[cases["generation"] == 0].sort_values("reported_at").drop_duplicates(KEY)
        others = [name for name in MOMENTS if name not in OF_ISSUE]
        primary = issues.loc[issues["generation"] == 0, [*KEY, "state", *OF_ISSUE]]
        return cls(primary, first[[*KEY, "case", "unit", *others]])


def timelines(stories: Stories, issues: pd.DataFrame) -> pd.DataFrame:
    """Return what one run made of the primary issues named in (replication, root): a row each, in their order.

    Columns: replication, root, state of the issue, case (number of the first one, -1 if none), unit, and MOMENTS.
    """
    rows = issues[KEY].merge(stories.issues, on=KEY, how="left").merge(stories.cases, on=KEY, how="left")
    rows["case"] = rows["case"].fillna(-1).astype("int64")
    return rows[[*KEY, "state", "case", "unit", *MOMENTS]]
