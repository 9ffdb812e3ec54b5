"""What a terminal shows of a run: a bar while it works, the headlines when it is done."""

import math
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from sim.measures.catalogue import THEMES

if TYPE_CHECKING:
    import pandas as pd

Language = Literal["en", "zh"]
WIDTH = 100

HEADLINES = frozenset(
    {
        "severity_days_open",
        "dangerous_open_after_24h",
        "never_reported_share",
        "issues_per_year",
        "cases_per_year",
        "detection_median_h",
        "detection_p90_h",
        "first_response_median_h",
        "closing_median_h",
        "closing_p90_h",
        "patrol_share_street_order",
        "fixed_on_the_spot_share",
        "on_time_share_due",
        "truly_resolved_share",
        "reopened_share",
        "satisfied_share_valid",
        "mean_trust",
        "joint_arrival_median_h",
        "utilisation_worker",
        "utilisation_department",
        "utilisation_department_max",
        "spread_closing_p90_p10",
    }
)
"""The measures worth a line on a screen; all of them are in the report and in summary.csv."""

HEADINGS = {"en": ("", "mean", "95 % interval", "unit"), "zh": ("", "均值", "95% 区间", "单位")}


@contextmanager
def progress_bar(shown: bool) -> Iterator[Callable[[str, float], None]]:
    """Show a bar if the error stream is a terminal; yield what to tell: the step, and its share done."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not (shown and console.is_terminal)
    ) as bar:
        task = bar.add_task("starting", total=1.0)

        def step(name: str, share: float) -> None:
            bar.update(task, description=name, completed=share)

        yield step


def print_summary(summary: "pd.DataFrame", language: Language) -> None:
    """Print the headlines of a summary, by theme; at most 100 columns wide."""
    console = Console()
    console.print(_summary_table(summary, language), width=min(console.width, WIDTH))


def _summary_table(summary: "pd.DataFrame", language: Language) -> Table:
    named = {row["measure"]: row for row in summary.to_dict("records")}
    name, mean, spread, unit = HEADINGS[language]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(name)
    table.add_column(mean, justify="right")
    table.add_column(spread, justify="right")
    table.add_column(unit, style="dim")
    for theme, measures in THEMES.items():
        table.add_row(f"[bold]{getattr(theme, language)}[/bold]")
        for measure in measures:
            if measure.name in HEADLINES:
                table.add_row(
                    f"  {getattr(measure.label, language)}", *_cells(named[measure.name], measure.unit)
                )
    return table


def _cells(row: Mapping[Hashable, Any], unit: str) -> tuple[str, str, str]:
    """Return mean, interval and unit of a row of the summary as they are shown."""
    low, high = (figure(row[end], unit) for end in ("low", "high"))
    spread = "" if math.isnan(row["low"]) else f"{low} … {high}"
    return figure(row["mean"], unit), spread, "" if unit == "share" else unit


def figure(value: float, unit: str) -> str:
    """Return a number as people read it: shares in per cent, three digits or so, a dash if undefined."""
    if math.isnan(value):
        return "–"
    if unit == "share":
        return f"{100 * value:.1f} %"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f}"
