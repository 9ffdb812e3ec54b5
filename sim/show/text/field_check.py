"""The field check as the terminal shows it: a table of measures beside the ranges expected of them, and a sentence."""

from collections.abc import Sequence

from rich.table import Table

from sim.show.pages.report_tables import FieldRow
from sim.words import Language, label

NUMBERS, WORDS = ("simulated", "expected", "range"), ("unit", "grade")
"""Columns between the measure and the mark of those that are outside."""


def field_table(rows: Sequence[FieldRow], language: Language) -> Table:
    """Return the table; a measure outside its range is marked in the last column."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("")
    for name in (*NUMBERS, *WORDS):
        table.add_column(label(name, language), justify="right" if name in NUMBERS else "left")
    table.add_column("")
    for row in rows:
        mark = "" if row.inside else label("outside", language)
        table.add_row(row.label, row.simulated, row.expected, row.range, row.unit, row.grade, mark)
    return table


def field_sentence(rows: Sequence[FieldRow], language: Language) -> str:
    """Return how many published figures lie outside, and which; then the same of those worked out by hand."""
    parts = {kind: [row for row in rows if row.published == (kind == "published")] for kind in ("published", "by_hand")}
    told = [_told(kind, its, language) for kind, its in parts.items() if its]
    return " ".join(told)


def _told(kind: str, rows: Sequence[FieldRow], language: Language) -> str:
    outside = [row.label for row in rows if not row.inside]
    name = f"field_{kind}_{'outside' if outside else 'inside'}"
    names = label("semicolon", language).join(outside)
    return label(name, language).format(outside=len(outside), all=len(rows), names=names)
