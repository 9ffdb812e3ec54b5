"""The tables of a run told as a page: every column, and every kind of row of the log."""

from collections.abc import Iterable, Sequence

from sim.record.activities import ACTIVITIES
from sim.record.columns import NOT_REPLICATED, TABLES

OPENING = """\
# The tables of a run

Printed by `gridgov schema tables`. Times are local and missing where the thing has not happened; durations end in
their unit. A `word` is one of few. Identities are structural: an issue is (root, generation), the same in every
organisation of one world; a case is numbered in a run. DuckDB reads the files:
`duckdb.sql("from 'results/square/cases.parquet'")`.
"""
LOG = """\
## events

Only with `--events`: a row for each thing that happened, in order, with the replication, the time, the activity, the
issue (root, generation), the case, who did it (kind and number) and a value:
"""


def tables_page() -> str:
    """Return the page as Markdown."""
    log = [
        (f"`{its.name}`", its.performer, its.meaning, its.value) for its in sorted(ACTIVITIES, key=lambda its: its.name)
    ]
    return "\n".join([OPENING, *map(_table, TABLES), LOG, _rows(("activity", "by", "meaning", "value"), log)])


def _table(name: str) -> str:
    title = f"## {name}\n\n" + ("The same in every replication.\n\n" if name in NOT_REPLICATED else "")
    columns = [(f"`{its.name}`", its.type, its.meaning) for its in TABLES[name]]
    return title + _rows(("column", "type", "meaning"), columns)


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
