"""The command `gridgov`. Commands import what they need only when called, so that help answers at once."""

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

import sim

if TYPE_CHECKING:
    from sim.study.run import Run

# Help in plain text: drawing it with colours and boxes takes longer than the rest of the start.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True, add_completion=False)

OK, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130


NEW_SCENARIO = """\
# What this scenario stands for, and where its numbers come from.
extends: village-square
name: {name}
title: {name}

# Whatever is not written here is as in the scenario that it extends. Numbers carry their unit, and may carry
# their range, grade (A official ... E assumed) and source.
grids:
  count: 42

run:
  replications: 3
"""

# Options of commands that run something.
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Change a value, e.g. grids.count=800; repeatable."),
]
Replications = Annotated[int | None, typer.Option(min=1, help="Replications instead of the scenario's.")]
Seed = Annotated[int | None, typer.Option(min=0, help="Seed instead of the scenario's.")]
Engine = Annotated[
    Literal["auto", "reference", "compiled"], typer.Option(help="Engine to run on: the same answer, sooner or later.")
]
Events = Annotated[bool, typer.Option("--events", help="Write the event log too.")]
Out = Annotated[Path | None, typer.Option(help="Result folder; results/NAME-DATE-TIME if not given.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace a result in that folder.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes; one for each core if not given.")]
Lang = Annotated[Literal["en", "zh"], typer.Option(help="Language of labels and report.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress bar.")]
Json = Annotated[bool, typer.Option("--json", help="Print the summary as JSON and nothing else.")]


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"gridgov {sim.__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")]


@app.callback()
def gridgov(version: Version = False, debug: Debug = False) -> None:
    """Simulate how a city district finds, reports and mends its everyday problems.

    Results are conditional on the assumptions that a scenario lists, and no evidence that a policy worked.
    """


@app.command()
def run(
    scenario: Annotated[str, typer.Argument(help="Scenario file, or name of a preset.")],
    sets: Sets = None,
    replications: Replications = None,
    seed: Seed = None,
    engine: Engine = "auto",
    events: Events = False,
    out: Out = None,
    overwrite: Overwrite = False,
    workers: Workers = None,
    lang: Lang = "en",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Run a scenario and write tables and a report.

    The headlines are printed; everything is in the result folder.
    """
    from sim.scenario.load import load

    given = {"run.replications": replications, "run.seed": seed}
    overrides = [f"{path}={value}" for path, value in given.items() if value is not None]
    loaded = load(scenario, [*(sets or []), *overrides])
    folder = out or Path("results") / f"{loaded.scenario.name}-{datetime.now():%Y%m%d-%H%M%S}"
    # After the scenario, so that what is wrong in it is told at once.
    from sim.console import print_summary, progress_bar
    from sim.engines.choice import choose
    from sim.study import run as study

    choice = choose(engine, loaded.scenario)
    if not (quiet or as_json):
        typer.echo(f"{choice.engine} engine: {choice.why}", err=True)
    options = study.Options(engine, workers, events, lang, overwrite)
    try:
        with progress_bar(shown=not (quiet or as_json)) as step:
            done = study.run(loaded, folder, options, step)
    except KeyboardInterrupt:
        typer.echo(f"interrupted; the same command with --out {folder} goes on where it stopped", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        typer.echo(_json(done))
    else:
        print_summary(done.summary, lang)
        typer.echo(f"\nreport  {done.report}\ntables  {done.folder}")


def _json(done: "Run") -> str:
    """Return the summary of a run as JSON; what is undefined is null."""
    rows = json.loads(done.summary.to_json(orient="records", double_precision=15))
    return json.dumps({"result": str(done.folder), "report": str(done.report), "summary": rows}, indent=2)


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(help="Scenario files or presets.", metavar="FILE...")],
) -> None:
    """List everything that is wrong in scenario files.

    The exit code is 2 if anything is.
    """
    from sim.scenario.load import load
    from sim.scenario.problems import ScenarioError

    wrong = False
    for file in files:
        try:
            found = load(file).scenario
        except ScenarioError as error:
            wrong = True
            typer.echo(error.render(), err=True)
        else:
            counts = (
                f"{len(found.hazards)} hazards, {len(found.departments)} departments, "
                f"{found.run.replications} replications"
            )
            typer.echo(f"ok  {file}: {found.title.en} ({counts})")
    raise typer.Exit(REFUSED if wrong else OK)


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenario files."""
    from sim.scenario.schema import render_schema

    typer.echo(render_schema(), nl=False)


@app.command()
def report(
    result: Annotated[Path, typer.Argument(help="Result folder of a run.", metavar="RESULT")],
    lang: Lang = "en",
) -> None:
    """Write the report of a result anew, e.g. in another language."""
    from sim.show.report import write_report

    typer.echo(write_report(result, lang))


@app.command()
def mechanisms(
    name: Annotated[str | None, typer.Argument(help="One mechanism, to see its parameters.")] = None,
) -> None:
    """Tell what the mechanisms do, and their numbers.

    Without a name, a line for each; with one, what it does, its sources, and every number that it takes.
    """
    from sim.describe import mechanism_names, mechanism_overview, mechanism_page

    if name is None:
        typer.echo(mechanism_overview())
    elif name in mechanism_names():
        typer.echo(mechanism_page(name))
    else:
        raise typer.BadParameter(f"no mechanism {name!r}; there are {', '.join(mechanism_names())}")


@app.command()
def new(name: Annotated[str, typer.Argument(help="Name of the scenario; the file is NAME.yaml.")]) -> None:
    """Write a small scenario file to begin with.

    It extends the teaching case `village-square`.
    """
    if not re.fullmatch(r"\w[\w.-]*", name):
        typer.echo(f"'{name}' is not a name: one word of letters, digits, '-', '_' and '.'", err=True)
        raise typer.Exit(REFUSED)
    path = Path(f"{name}.yaml")
    with path.open("x", encoding="utf-8") as file:
        file.write(NEW_SCENARIO.format(name=json.dumps(path.stem, ensure_ascii=False)))
    typer.echo(f"{path} written; try: gridgov run {path}")


def main() -> None:
    """Run the command line; failures are told in plain words, and the exit code says of which kind."""
    try:
        app(prog_name="gridgov")
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        code, message = _explained(error)
        typer.echo(message, err=True)
        sys.exit(code)


def _explained(error: Exception) -> tuple[int, str]:
    """Return the exit code for an error, and what to tell people."""
    from concurrent.futures.process import BrokenProcessPool

    from sim.engines.choice import EngineMissing
    from sim.record.store import IncompleteResult
    from sim.scenario.problems import ScenarioError
    from sim.study.folder import FolderTaken

    match error:
        case ScenarioError():
            return REFUSED, error.render()
        case IncompleteResult() | FolderTaken() | EngineMissing():
            return REFUSED, str(error)
        case FileExistsError():
            return REFUSED, f"{error.filename} exists already"
        case OSError():
            return FAILED, f"{error.filename or 'system'}: {error.strerror or error}"
        case MemoryError() | BrokenProcessPool():
            return FAILED, "a process ended early, most likely for lack of memory; try --workers 1"
    return FAILED, f"unexpected {type(error).__name__}: {error}; `gridgov --debug ...` shows the traceback"
