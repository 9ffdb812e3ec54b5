"""What came of two policies, side by side in words: each measure of both, the difference, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd

from sim.demo.worlds import SHOWN, Happened
from sim.show.pages.difference_tables import DifferenceRow, key_differences
from sim.study.kinds.pairs import differences
from sim.words import Language, label

SIDES = ("A", "B")
LONGEST = 16
"""Signs of a unit that is told beside a measure."""


def difference_rows(base: Sequence[Happened], other: Sequence[Happened], language: Language) -> list[DifferenceRow]:
    """Return a row for each measure that is shown, policy B against policy A in the same worlds (one for each)."""
    frames = dict(zip(SIDES, map(_measures, (base, other)), strict=True))
    return key_differences(differences(frames), SHOWN, language)


def _measures(outcomes: Sequence[Happened]) -> pd.DataFrame:
    rows = [(world, name, its.values[name]) for world, its in enumerate(outcomes) for name in SHOWN]
    return pd.DataFrame(rows, columns=["replication", "measure", "value"])


def difference_table(rows: Sequence[DifferenceRow], worlds: int, language: Language) -> str:
    """Return the rows as a table of HTML, with what it says of chance below; `worlds` is the number of them."""
    heads = ("demo_measure", "base_column", "other_column", "demo_difference")
    head = "".join(f"<th>{escape(label(name, language))}</th>" for name in heads)
    note = escape(label("demo_uncertainty", language).format(n=worlds))
    body = "".join(_row(row) for row in rows)
    return f'<table class="told"><tr>{head}</tr>{body}</table><p class="note">{note}</p>'


def _row(row: DifferenceRow) -> str:
    unit = f' <span class="unit">{escape(row.unit)}</span>' if row.unit and len(row.unit) <= LONGEST else ""
    verdict = escape(row.verdict).replace("± ", "±&nbsp;")
    sure = " sure" if row.sure else ""
    said = escape(f"{row.definition} {row.caution}")
    return (
        f'<tr title="{said}"><td>{escape(row.label)}{unit}</td><td class="number">{escape(row.base)}</td>'
        f'<td class="number">{escape(row.other)}</td><td class="{row.sense}{sure}">{verdict}</td></tr>'
    )
