"""The field check: what a run measured beside the ranges that its scenario expects, as a table.

`python -m sim.study.field RESULT` prints it and ends with 1 if a row is outside its range.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sim.measures.summary import field_check
from sim.record.store import SCENARIO, IncompleteResult, read_results
from sim.scenario.load import load
from sim.scenario.problems import ScenarioError

if TYPE_CHECKING:
    import pandas as pd


def field_table(folder: Path) -> "pd.DataFrame":
    """Return the rows of `sim.measures.summary.field_check` for a result folder."""
    results = read_results(folder)
    return field_check(results.tables["summary"], load(folder / SCENARIO).scenario.field)


def main(arguments: list[str]) -> int:
    """Print the field table of a result; return 0 if all rows are inside, 1 if not, 2 if there is none."""
    if len(arguments) != 1:
        print("usage: python -m sim.study.field RESULT", file=sys.stderr)
        return 2
    try:
        table = field_table(Path(arguments[0]))
    except (IncompleteResult, ScenarioError) as problem:
        print(problem, file=sys.stderr)
        return 2
    if table.empty:
        print(f"{arguments[0]}: the scenario names no ranges of the field", file=sys.stderr)
        return 2
    print(table.drop(columns="source").to_string(index=False, float_format=lambda number: f"{number:,.4g}"))
    outside = int((~table["inside"]).sum())
    print(f"{len(table) - outside} of {len(table)} inside their range")
    return 1 if outside else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
