"""What made the difference, as tables: what each category, stream and community adds, and how many issues fared how."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from sim.show.figures.cause_bars import group_name, largest
from sim.show.pages.difference_tables import times
from sim.show.text.numbers import ABSENT, number_text
from sim.show.text.verdicts import percent, signed, signed_interval
from sim.words import Language, label

QUANTITIES = ("open", "unseen", "closing")
ORDER = ("stream", "hazard", "community")
MOST = 10
SHARE_FROM = 0.005
"""Shares smaller than this are not written: they would be 0 %."""


class CauseRow(NamedTuple):
    """What one group adds to a difference, as text."""

    name: str
    days: str
    interval: str
    share: str
    counts: tuple[str, ...]


class CauseTable(NamedTuple):
    """All groups of one kind and quantity."""

    title: str
    rows: list[CauseRow]


def cause_tables(
    causes: pd.DataFrame, hazards: Mapping[str, Any], language: Language
) -> list[tuple[str, list[CauseTable]]]:
    """Return, for each quantity, a table by stream, category and community; the largest changes only."""
    return [
        (
            label(f"quantity_{quantity}", language),
            [
                CauseTable(
                    label(f"by_{kind}", language),
                    [_row(row, kind, hazards, language) for row in _records(causes, quantity, kind)],
                )
                for kind in ORDER
            ],
        )
        for quantity in QUANTITIES
    ]


def _records(causes: pd.DataFrame, quantity: str, kind: str) -> list[dict[Any, Any]]:
    return largest(causes, quantity, kind, MOST).to_dict("records")


def _row(row: Mapping[Any, Any], kind: str, hazards: Mapping[str, Any], language: Language) -> CauseRow:
    counts = ("issues", "less", "more", "only_base", "only_other")
    share = row["share"]
    return CauseRow(
        group_name(kind, row["name"], hazards, language),
        signed(row["days"], "d"),
        signed_interval({**row, "unit": "d"}),
        ABSENT if math.isnan(share) or abs(share) < SHARE_FROM else percent(share).lstrip("+"),
        tuple(f"{row[name]:,}" for name in counts),
    )


class SameRow(NamedTuple):
    """How the issues that both runs have fared, as text: mean days in each, the change, and what pairing gained."""

    name: str
    base: str
    other: str
    difference: str
    interval: str
    gain: str


def same_rows(same: pd.DataFrame, language: Language) -> list[SameRow]:
    """Return the rows of the table `same` of one variant."""
    return [
        SameRow(
            label(f"quantity_{row['quantity']}", language),
            number_text(row["base"], "d"),
            number_text(row["other"], "d"),
            signed(row["difference"], "d"),
            signed_interval({**row, "unit": "d"}),
            times(row["gain"]),
        )
        for row in same.to_dict("records")
    ]


def pairs_note(told: Mapping[Any, Any], base: str, other: str, language: Language) -> str:
    """Return how many issues pair and what only one run has; `told` is a row of the table `pairs`."""
    numbers = {key: number_text(value, "") for key, value in told.items() if key != "variant"}
    return label("pairs_note", language).format(**numbers, base=base, other=other)
