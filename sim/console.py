"""What a terminal shows of a run: a bar while it works, the headlines when it is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from sim.show.report_tables import themes
from sim.show.style import Language

if TYPE_CHECKING:
    import pandas as pd

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
        "first_response_p90_h",
        "closing_median_h",
        "closing_p90_h",
        "patrol_share_street_order",
        "fixed_on_the_spot_share",
        "on_time_share_due",
        "truly_resolved_share",
        "reopened_share",
        "satisfied_share_valid",
        "satisfied_share_due",
        "mean_trust",
        "whistles_per_1000_cases",
        "joint_arrival_median_h",
        "backlog_mean",
        "utilisation_worker",
        "utilisation_community",
        "utilisation_street",
        "utilisation_department",
        "utilisation_members",
        "utilisation_department_max",
        "spread_closing_p90_p10",
        "cost_per_resident_year",
    }
)
"""The measures worth a line on a screen; all of them are in the report and in summary.csv."""

HEADINGS: dict[Language, tuple[str, str, str, str]] = {
    "en": ("", "mean", "95 % interval", "unit"),
    "zh": ("", "均值", "95% 区间", "单位"),
}


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
    with Progress(*columns, console=console, transient=True, disable=not (shown and console.is_terminal)) as bar:
        task = bar.add_task("starting", total=1.0)

        def step(name: str, share: float) -> None:
            bar.update(task, description=name, completed=share)

        yield step


def print_summary(summary: "pd.DataFrame", language: Language) -> None:
    """Print the headlines of a summary, by theme; at most 100 columns wide."""
    console = Console()
    width = min(console.width, WIDTH) if console.is_terminal else WIDTH
    Console(width=width).print(_summary_table(summary, language))


def _summary_table(summary: "pd.DataFrame", language: Language) -> Table:
    name, mean, interval, unit = HEADINGS[language]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(name, min_width=36)
    table.add_column(mean, justify="right", no_wrap=True)
    table.add_column(interval, justify="right", no_wrap=True)
    table.add_column(unit, style="dim", max_width=32)
    for theme in themes(summary, language):
        table.add_row(f"[bold]{theme.title}[/bold]")
        for figure in (figure for group in theme.groups for figure in group if figure.name in HEADLINES):
            label = Padding(figure.label, (0, 0, 0, 2))
            table.add_row(label, figure.mean, figure.interval, figure.unit)
    return table
