"""The field check: what a run measured beside what is published and what was worked out by hand.

`python -m sim.study.kinds.field RESULT` prints it; the exit code is 1 if a row is outside its range, 2 without any.
"""

import sys
from pathlib import Path

from rich.console import Console
from ruamel.yaml import YAML

from sim.record.store import IncompleteResult, read_results
from sim.show.pages.report_tables import field_rows
from sim.show.text.field_check import field_sentence, field_table


def main(arguments: list[str]) -> int:
    """Print the field table of the result folder that is named; return the exit code, without a unit."""
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
    print(field_sentence(rows, "en"))
    Console().print(field_table(rows, "en"))
    return 0 if all(row.inside for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
