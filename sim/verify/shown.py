"""What a terminal shows of a verification: a table by case and figure, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from sim.verify.run import Row

WIDTH = 120
COLOURS = {"agrees": "green", "differs": "bold red", "too coarse": "yellow"}


def print_rows(rows: Sequence[Row]) -> None:
    """Print the figures of each case under its formula and source, then how many agree; at most 120 columns wide."""
    console = Console()
    console = Console(width=min(console.width, WIDTH) if console.is_terminal else WIDTH)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("case and figure", ratio=1)
    table.add_column("engine", style="dim", no_wrap=True)
    for name in ("theory", "simulated", "standard error", "z"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    before = ""
    for row in rows:
        if row.case != before:
            table.add_row(Text(row.case, "bold"))
            table.add_row(Text(f"  {row.formula}  [{row.source}; {row.scenario}.yaml]", "dim"))
            before = row.case
        numbers = (f"{row.theory:.5g}", f"{row.simulated:.5g}", f"{row.error:.2g}", f"{row.z:+.1f}")
        table.add_row(Text(f"  {row.figure}"), row.engine, *numbers, Text(row.verdict, COLOURS[row.verdict]))
    console.print(table, highlight=False)
    console.print(told(rows), highlight=False, markup=False)


def told(rows: Sequence[Row]) -> str:
    """Say in a sentence how many figures agree, and which do not."""
    wrong = [row for row in rows if row.verdict != "agrees"]
    names = ", ".join(dict.fromkeys(f"{row.case} ({row.verdict})" for row in wrong))
    return f"\n{len(rows) - len(wrong)} of {len(rows)} figures agree with theory" + (f"; not: {names}" if wrong else "")


def as_records(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the rows for JSON; a number that is none is null."""
    return [{key: None if value != value else value for key, value in row._asdict().items()} for row in rows]
