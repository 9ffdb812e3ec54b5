"""The field check: what a run measured beside the ranges that its scenario expects, as a table.

`python -m sim.study.kinds.field RESULT` prints it; the exit code is 1 if a row is outside its range, 2 without any.
"""

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from ruamel.yaml import YAML

from sim.record.store import IncompleteResult, read_results
from sim.show.report_tables import FieldRow, field_rows

COLUMNS = ("", "simulated", "expected", "range", "unit", "grade", "")


def main(arguments: list[str]) -> int:
    """Print the field table of the result folder that is named; return the exit code."""
    if len(arguments) != 1:
        print("usage: python -m sim.study.kinds.field RESULT", file=sys.stderr)
        return 2
    try:
        results = read_results(Path(arguments[0]))
    except IncompleteResult as error:
        print(error, file=sys.stderr)
        return 2
    rows = field_rows(results.tables["summary"], YAML(typ="safe").load(results.document_yaml), "en")
    if not rows:
        print(f"{arguments[0]}: its scenario expects nothing of the field", file=sys.stderr)
        return 2
    outside = sum(not row.inside for row in rows)
    Console().print(_table(rows))
    print(f"{len(rows) - outside} of {len(rows)} inside their range")
    return 1 if outside else 0


def _table(rows: list[FieldRow]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in COLUMNS:
        table.add_column(column, justify="right" if column in ("simulated", "expected", "range") else "left")
    for row in rows:
        mark = "" if row.inside else "outside"
        table.add_row(row.label, row.simulated, row.expected, row.range, row.unit, row.grade, mark)
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
