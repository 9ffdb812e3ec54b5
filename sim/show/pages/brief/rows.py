"""Which measures stand in the table of the first pages: those that come first always, and those that the changed
settings move. What a setting that was switched off leaves at zero is certain, however few the replications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from sim.measures.catalogue import MEASURES
from sim.mechanisms import MECHANISMS
from sim.show.text.verdicts import NO_FINDING

FIRST = (
    "severity_days_open",
    "dangerous_not_safe_2h_share",
    "never_reported_share",
    "detection_median_h",
    "closing_request_median_h",
    "closing_street_order_median_h",
    "on_time_share_due",
    "truly_resolved_share",
    "satisfied_share_valid",
)
"""Measures that every table has: what cannot be gamed, then what is reported beside what is true."""

DIRECTIONS = (("lower", "row_lower", "↓"), ("higher", "row_higher", "↑"), (None, "row_neutral", ""))
"""The direction that is better, the heading of rows of which it is so, and its arrow."""
COST = "yearly_cost"
MOST_ROWS = 15
"""Rows of measures that fit on the second page."""
ENOUGH_ROWS = 12
"""Rows up to which measures that differ most are added."""

MOVED: Mapping[str, Sequence[str]] = {
    "grids": ("utilisation_worker", "worker_patrol_h", "leader_h_per_week", "spread_never_reported_gini"),
    "staff.grid_workers": ("patrol_share_street_order", "finds_per_patrol_hour", "worker_patrol_h",
                           "utilisation_worker"),
    "staff.grid_leaders": ("leader_h_per_week", "utilisation_worker"),
    "staff.community_desks": ("utilisation_community", "backlog_mean_request", "displaced_h_per_week"),
    "staff.street_teams": ("utilisation_street", "closing_street_order_p90_h", "displaced_h_per_week"),
    "departments": ("utilisation_department", "utilisation_department_max", "on_time_share_due_departments",
                    "closing_request_p90_h", "closing_joint_median_h"),
    "rosters": ("utilisation_of_duty_worker", "reports_night_share", "first_response_median_h", "overtime_h_per_week"),
    "channels": ("tickets_per_resident_year", "first_response_median_h"),
    "hazards": ("closing_p90_h", "backlog_mean"),
    "prevention": ("issues_per_year", "recurrence_share"),
    **{f"mechanisms.{each.section}": each.headline for each in MECHANISMS},
}  # fmt: skip
"""Measures that settings move, by the beginning of their paths, those that say most first."""


def rows_for(paths: Iterable[str], named: Sequence[str], differences: pd.DataFrame) -> list[str]:
    """Return the measures of a table, as many as fit, of those that were compared.

    First those that a study names or else the first ones of all, then those that the changed paths move, of each path
    the one that says most before the next; if there are few, those that differ most, for sure.
    """
    moved = [MOVED[start] for start in dict.fromkeys(filter(None, map(_start, paths)))]
    longest = max(map(len, moved), default=0)
    by_turns = [its[place] for place in range(longest) for its in moved if place < len(its)]
    there = set(differences.loc[differences["pairs"] > 0, "measure"])
    wanted = [name for name in dict.fromkeys((*(named or FIRST), *by_turns)) if name in there and name in MEASURES]
    rows = [name for name in wanted if name != COST][:MOST_ROWS]
    sure = differences[(differences["verdict"] == "sure") & ~differences["measure"].isin([*rows, COST])]
    largest = sure.assign(size=sure["relative"].abs()).sort_values("size", ascending=False, kind="stable")["measure"]
    return [*rows, *largest.drop_duplicates().head(max(0, ENOUGH_ROWS - len(rows)))]


def _start(path: str) -> str | None:
    return next((start for start in MOVED if path == start or path.startswith(f"{start}.")), None)


def with_certain(differences: pd.DataFrame, variants: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return the differences of a comparison with those certain that come from something switched on or off.

    They are `certain`, a column that is added, where the measure moves by such a setting, and one of the two sides is
    zero in every replication; their verdict is `exact` then, unless they are no findings. `variants` are the entries of
    the manifest, with what was changed.
    """
    changed = {entry["name"]: set(_switched(entry["changes"])) for entry in variants}
    one_is_zero = (differences["base"] == 0) != (differences["other"] == 0)
    moved = [
        measure in changed.get(variant, ())
        for variant, measure in zip(differences["variant"], differences["measure"], strict=True)
    ]
    certain = one_is_zero & pd.Series(moved, index=differences.index, dtype=bool) & differences["difference"].notna()
    verdict = differences["verdict"].where(~certain | differences["verdict"].isin(NO_FINDING), "exact")
    return differences.assign(certain=certain, verdict=verdict)


def _switched(changes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the measures moved by what was switched on or off: a switch, or a number that is zero on one side."""
    for change in changes:
        if any(change[side] in (False, 0, None, "0") for side in ("base", "other")):
            yield from MOVED.get(_start(change["path"]) or "", ())
