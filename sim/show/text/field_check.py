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
    """Return how many measures are inside their range."""
    return label("field_inside", language).format(inside=sum(row.inside for row in rows), all=len(rows))
