"""Cases as rows of a list: what each is about, how long it took, who did it and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.show.text.labels import title_of
from sim.show.text.numbers import ABSENT
from sim.words import Language, label

if TYPE_CHECKING:
    import pandas as pd

COUNTED = {
    "whistles": "whistled", "reopened": "reopened", "overdue": "overdue", "returns": "returned",
    "sent_back": "sent_back", "chased": "chased", "repeats": "repeated",
}  # fmt: skip
"""Columns that count what may happen to a case several times, and what that is called in `HAPPENED`."""
ONCE = ("joint", "shelved", "petitioned")
DAY_H = 24.0


class CaseLine(NamedTuple):
    """A case in a list, all in words; the replication is empty where there is only one."""

    replication: str
    case: str
    reported: str
    category: str
    community: str
    took: str
    done_by: str
    happened: str


def case_lines(cases: pd.DataFrame, document: Mapping[str, Any], language: Language) -> list[CaseLine]:
    """Return a line for each row of a table of cases (`sim.reading.cases`); `document` is the scenario of the run."""
    return [_line(row, document, language) for row in cases.to_dict("records")]


def _line(row: Mapping[Any, Any], document: Mapping[str, Any], language: Language) -> CaseLine:
    return CaseLine(
        str(row["replication"]),
        str(row["case"]),
        f"{row['reported_at']:%Y-%m-%d %H:%M}",
        title_of(document["hazards"][row["hazard"]], row["hazard"], language),
        str(row["community"]),
        _took(row, language),
        label(row["level"], language) if row["level"] else ABSENT,
        _happened(row, language),
    )


def _took(row: Mapping[Any, Any], language: Language) -> str:
    if row["state"] in ("cancelled", "settled"):
        return label("not_found_there" if row["state"] == "cancelled" else "settled_outside", language)
    if row["state"] == "open":
        return label("happened_still_open", language)
    hours = row["hours"]
    size, unit = (hours / DAY_H, "d") if hours >= 2 * DAY_H else (hours, "h")
    return f"{size:.1f} {label(unit, language)}"


def _happened(row: Mapping[Any, Any], language: Language) -> str:
    """Return what went wrong with a case, the counts of what happened more than once beside it."""
    told = [
        label(f"happened_{name}", language) + (f" {row[column]} ×" if row[column] > 1 else "")
        for column, name in COUNTED.items()
        if row[column] > 0
    ]
    told += [label(f"happened_{name}", language) for name in ONCE if row[name]]
    told += [label("happened_not_fixed", language)] if row["outcome"] == "not_fixed" else []
    return label("comma", language).join(told)
