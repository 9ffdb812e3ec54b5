"""What a terminal shows of a run: a bar while it works, the headlines when it is done."""

import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
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
from rich.text import Text
from ruamel.yaml import YAML

from sim.reading.cases import CasesFound
from sim.record.store import read_results
from sim.said import said
from sim.show.pages.difference_tables import difference_themes, gain_note
from sim.show.pages.report_tables import themes
from sim.show.text.cases import CaseLine, case_lines
from sim.show.text.history import StoryLine, history, hundredths_of_days, issue_of, known
from sim.show.text.labels import title_of
from sim.show.text.unit_titles import unit_title
from sim.study.files.refused import Refused
from sim.words import Language, label

if TYPE_CHECKING:
    import pandas as pd

WIDTH = 100

HEADLINES = frozenset(
    {
        "severity_days_open",
        "dangerous_not_safe_2h_share",
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


def _console(*, stderr: bool = False) -> Console:
    """Return a stream for texts that say nothing of their looks; the output is at most WIDTH columns wide.

    Titles and names may hold square brackets, colons and whatever else: styles are given beside a text, never in it.
    """
    console = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    if not stderr:
        console.width = min(console.width, WIDTH) if console.is_terminal else WIDTH
    return console


def columns() -> int:
    """Return how many columns a text that is printed may take: those of the terminal, and at most WIDTH."""
    return _console().width


def print_lines(lines: Iterable[str], hang: int = 4) -> None:
    """Print lines: to a terminal broken between words, the rest of each `hang` columns further in; elsewhere as they
    are, for other programs."""
    console = _console()
    for line in lines:
        if not console.is_terminal or cell_len(line) <= console.width:
            console.print(line, soft_wrap=True)
            continue
        told = Text(line[hang:]).wrap(console, console.width - hang)
        for number, part in enumerate(told):
            console.print((line[:hang] if number == 0 else " " * hang) + part.plain.rstrip(), soft_wrap=True)


def _table() -> Table:
    """Return a table without lines; its columns of text are to fold, since Chinese has no spaces to break at."""
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")


@contextmanager
def progress_bar(shown: bool) -> Iterator[Callable[[str, float], None]]:
    """Show a bar if the error stream is a terminal; yield what to tell: the step, and its share done."""
    console = _console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    # A notebook says by FORCE_COLOR that its commands have a terminal, also where their output goes into a file.
    with Progress(*columns, console=console, transient=True, disable=not (shown and sys.stderr.isatty())) as bar:
        task = bar.add_task("starting", total=1.0)

        def step(name: str, share: float) -> None:
            bar.update(task, description=name, completed=share)

        yield step


def print_summary(summary: "pd.DataFrame", language: Language) -> None:
    """Print the headlines of a summary, by theme; at most 100 columns wide."""
    _console().print(_summary_table(summary, language))
    if (summary["replications"] + summary["not_reached"]).max() == 1:
        _console().print(label("one_replication_note", language), style="dim")


def print_comparison(differences: "pd.DataFrame", titles: Mapping[str, str], language: Language) -> None:
    """Print the headlines of each variant against the first, and what pairing gained; at most 100 columns wide."""
    console = _console()
    base, *others = titles
    for name in others:
        told = label("a_and_b", language).format(base=titles[base], other=titles[name])
        console.print(told, style="bold")
        own = differences[differences["variant"] == name]
        console.print(_differences_table(own, language))
        console.print(gain_note(own, language), style="dim")


def _differences_table(differences: "pd.DataFrame", language: Language) -> Table:
    table = _table()
    table.add_column("", overflow="fold")
    for name in ("base_column", "other_column"):
        table.add_column(label(name, language), justify="right", no_wrap=True)
    table.add_column(label("verdict", language), overflow="fold")
    table.add_column(label("gain", language).replace(" ", "\n"), justify="right", no_wrap=True, style="dim")
    for theme, rows in difference_themes(differences, language):
        shown = [row for row in rows if row.name in HEADLINES]
        if shown:
            table.add_row(Text(theme, style="bold"))
        for row in shown:
            colour = {"better": "green", "worse": "red"}.get(row.sense, "")
            verdict = Text(row.verdict, style=colour)
            measured = Text.assemble(row.label, (f" {row.unit}" if row.unit else "", "dim"))
            table.add_row(Padding(measured, (0, 0, 0, 2)), row.base, row.other, verdict, row.gain)
    return table


def explain_case(folders: Sequence[Path], replication: int, case: int, language: Language) -> None:
    """Print the story of a case of the first result, and of the same issue in the others.

    Raises Refused if there is no such case, and IncompleteResult if a folder is not whole.
    """
    results = {folder: read_results(folder) for folder in folders}
    first = results[folders[0]]
    issue = issue_of(first, replication, case)
    row = None if issue is None else known(first, issue)
    if issue is None or row is None:
        raise Refused(
            said(
                "{folder} has no case {case} in replication {replication}",
                folder=folders[0],
                case=case,
                replication=replication,
            )
        )
    document = YAML(typ="safe").load(first.document_yaml)
    told = {folder.name: history(its, issue, document, language) for folder, its in results.items()}
    print_history(_issue_told(row, document, language), row["occurred_at"], told, language)
    for folder, its in results.items():
        if known(its, issue) is None:
            _console().print(label("explain_absent", language).format(result=folder))


def print_cases(found: CasesFound, result: Path, order: str, language: Language) -> None:
    """Print a list of cases, how many there are besides, and the command that tells the story of the first."""
    console, shown = _console(), len(found.cases)
    if not shown:
        console.print(label("cases_none", language).format(all=found.all_cases))
        return
    head = label("cases_all" if shown == found.total else "cases_found", language)
    order_told = label(f"order_{order}", language)
    console.print(head.format(shown=shown, total=found.total, order=order_told), style="bold")
    lines = case_lines(found.cases, found.document, language)
    replications = bool(found.cases["replication"].any())
    console.print(_cases_table(lines, language, replications=replications))
    if found.total > shown:
        console.print(label("cases_more", language).format(more=found.total - shown), style="dim")
    first = lines[0]
    parts = ["gridgov", "explain", shlex.quote(str(result)), "--case", first.case]
    parts += ["--replication", first.replication] if first.replication != "0" else []
    parts += ["--lang", language] if language != "en" else []
    console.print(label("cases_explain", language).format(command=" ".join(parts)), soft_wrap=True, style="dim")


def _cases_table(lines: Sequence[CaseLine], language: Language, *, replications: bool) -> Table:
    """Return cases as a table; their replication is told where it is not always the first, and what happened below the
    category, since a column of its own would have no room."""
    table = _table()
    if replications:
        table.add_column(label("replication_short", language), justify="right", no_wrap=True, style="dim")
    table.add_column(label("case", language), justify="right", no_wrap=True)
    table.add_column(label("reported_on", language), no_wrap=True)
    heading = label("comma", language).join(label(name, language) for name in ("category", "what_happened"))
    table.add_column(heading, overflow="fold")
    table.add_column(label("community", language), justify="right", no_wrap=True)
    table.add_column(label("took", language), justify="right", no_wrap=True)
    table.add_column(label("done_by", language), overflow="fold")
    for line in lines:
        told = [Text(text) for text in (line if replications else line[1:])]
        happened, category = told.pop(), told[-4]
        category.append_text(Text(f"\n{happened}", style="dim"))
        table.add_row(*told)
    return table


def print_history(heading: str, start: "pd.Timestamp", told: Mapping[str, list[StoryLine]], language: Language) -> None:
    """Print what happened to an issue in each of the results named, on one time scale from `start`, its occurrence."""
    console = _console()
    console.print(heading, style="bold")
    table = _table()
    table.add_column(label("when", language), no_wrap=True)
    table.add_column(label("after", language), justify="right", no_wrap=True, style="dim")
    for name in told:
        table.add_column(name if len(told) > 1 else label("what", language), overflow="fold")
    for at in sorted({step.at for steps in told.values() for step in steps}):
        here = [Text("\n").join(_step_told(step) for step in steps if step.at == at) for steps in told.values()]
        days = f"{hundredths_of_days(at, start) / 100:.2f} {label('d', language)}"
        table.add_row(f"{at:%Y-%m-%d %H:%M}", days, *here)
    console.print(table)


def _step_told(step: StoryLine) -> Text:
    return Text.assemble(step.what, *((" ", (step.who, "dim")) if step.who else ()))


def _issue_told(issue: Mapping[Any, Any], document: Mapping[str, Any], language: Language) -> str:
    """Return in a sentence or two what an issue is and what it takes."""
    # Departments joined by "+", which may stand in a name too.
    longest_first = sorted(document["departments"], key=len, reverse=True)
    needs = re.findall("|".join(map(re.escape, longest_first)), issue["needs"] or "") if longest_first else []
    occurrence = label("explain_recurrence" if issue["generation"] else "explain_first", language)
    told = {
        **issue,
        "occurrence": occurrence.format(generation=issue["generation"]),
        "severity": f"{issue['severity']:g}",
        "hazard": title_of(document["hazards"][issue["hazard"]], issue["hazard"], language),
        "unit": unit_title(issue["handler"], document, language),
        "work": f"{issue['work_min']:.0f}",
        "needs": label("comma", language).join(unit_title(name, document, language) for name in needs),
    }
    # Of a joint case the work of the first unit alone says little; of another one its unit is what it needs.
    parts = ("explain_title", "explain_needs" if len(needs) > 1 else "explain_work")
    return " ".join(label(part, language).format(**told) for part in parts)


def _summary_table(summary: "pd.DataFrame", language: Language) -> Table:
    table = _table()
    table.add_column("", overflow="fold")
    table.add_column(label("mean", language), justify="right", no_wrap=True)
    table.add_column(label("interval", language), justify="right", no_wrap=True)
    table.add_column(label("unit", language), style="dim", max_width=32, overflow="fold")
    for theme in themes(summary, language):
        shown = [figure for group in theme.groups for figure in group if figure.name in HEADLINES]
        if shown:
            table.add_row(Text(theme.title, style="bold"))
        for figure in shown:
            table.add_row(Padding(figure.label, (0, 0, 0, 2)), figure.mean, figure.interval, figure.unit)
    return table
