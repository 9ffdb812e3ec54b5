"""How a command ends: its result as JSON, its exit code, and what it tells of a failure."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from sim.cli import signals
from sim.cli.spoken import say, tell
from sim.said import said, said_by

if TYPE_CHECKING:
    import pandas as pd

OK, FAILED, REFUSED = 0, 1, 2


def json_of(folder: Path, report: Path | None, **tables: "pd.DataFrame | int") -> str:
    """Return where a result is and its tables as JSON, counts too; what is undefined or absent is null."""
    rows = {name: its if isinstance(its, int) else _rows(its) for name, its in tables.items()}
    told = {"result": str(folder), "report": None if report is None else str(report)}
    return json.dumps({**told, **rows}, indent=2)


def _rows(table: "pd.DataFrame") -> Any:
    return json.loads(table.to_json(orient="records", double_precision=15, date_format="iso", date_unit="s"))


def conclude(
    folder: Path,
    report: Path | None,
    notes: Iterable[str],
    tables: "Mapping[str, pd.DataFrame] | None",
    show: Callable[[], object],
) -> None:
    """Tell of a result: the notes, then its tables as JSON if they are given, else what `show` says and where it is."""
    for line in notes:
        say(line)
    if tables is not None:
        typer.echo(json_of(folder, report, **tables))
        return
    show()
    typer.echo("" if report is None else tell(said("\nreport  {report}", report=report)))
    say(said("tables  {folder}", folder=folder), err=False)


def tell_which(files: Sequence[Path]) -> None:
    """Say which one was read where a preset and a file of the user have one name."""
    from sim.scenario.presets import which_of_two

    for line in dict.fromkeys(which_of_two(files)):
        say(line)


@contextmanager
def result_folder(out: Path | None, name: str) -> Iterator[Path]:
    """Yield the folder that was asked for, or else a new one in `results` with this name and the time in its own."""
    from datetime import datetime

    from sim.filenames import file_name
    from sim.study.execution.folder import new_folder

    if out is not None:
        yield out
        return
    with new_folder(Path("results"), f"{file_name(name)}-{datetime.now():%Y%m%d-%H%M%S}") as folder:
        yield folder


@contextmanager
def at_work(way_on: str, *, quiet: bool) -> "Iterator[Callable[[str, float], None]]":
    """Show a bar while work goes on, and tell the way on if it ends early; yield what to tell: the step, its share."""
    from sim.console import progress_bar

    with interruptible(way_on), progress_bar(shown=not quiet) as step:
        yield lambda name, share: step(tell(name), share)


@contextmanager
def interruptible(way_on: str) -> Iterator[None]:
    """Tell of Ctrl-C and SIGTERM in words, with the way on, and give it to errors that ended the work early.

    Whatever was raised after such a signal came is what some library made of it.
    """
    from sim.study.files.refused import Stopped

    try:
        yield
    except KeyboardInterrupt:
        signals.tell(way_on)
        raise typer.Exit(signals.exit_code()) from None
    except Exception as error:
        if signals.came():
            signals.tell(way_on)
            raise typer.Exit(signals.exit_code()) from None
        if isinstance(error, Stopped | OSError):
            error.add_note(way_on)
        raise


def explained(error: Exception) -> tuple[int, str]:
    """Return the exit code for an error, and what to tell people, in the language in which the command speaks."""
    code, message = _explained(error)
    return code, tell(message)


def _explained(error: Exception) -> tuple[int, str]:
    from concurrent.futures.process import BrokenProcessPool

    from sim.engines.choice import EngineMissing
    from sim.record.store import FULL, IncompleteResult
    from sim.scenario.problems import ScenarioError
    from sim.show.pages.export.missing import MissingProgram
    from sim.study.files.refused import Refused, Stopped

    way_on = said(next(iter(getattr(error, "__notes__", ())), "the same command goes on"))
    match error:
        case ScenarioError():
            return REFUSED, error.render(tell)
        case IncompleteResult() | EngineMissing() | Refused() | MissingProgram():
            return REFUSED, said_by(error)
        case FileExistsError():
            return REFUSED, said(
                "{file} exists already; give another name, or --overwrite to replace it", file=error.filename
            )
        case Stopped():
            return FAILED, said(
                "{why}; what is finished is kept, and {way_on}", why=said(said_by(error)), way_on=way_on
            )
        case OSError() if error.errno in FULL:
            where = error.filename or said("the disk")
            return FAILED, said(
                "{where}: no room is left on the disk; make room, and {way_on}", where=where, way_on=way_on
            )
        case OSError():
            where, why = error.filename or said("system"), said(error.strerror or str(error))
            return FAILED, said("{where}: {why}", where=where, why=why)
        case MemoryError() | BrokenProcessPool():
            return FAILED, "a process ended early, most likely for lack of memory; try --workers 1"
    return FAILED, said(
        "unexpected {kind}: {error}; `gridgov --debug ...` shows the traceback", kind=type(error).__name__, error=error
    )
