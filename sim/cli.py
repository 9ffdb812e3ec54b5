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
    import pandas as pd

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

# Options of `compare` alone.
Compared = Annotated[
    list[str],
    typer.Argument(
        help="Scenario files or presets, the first the base of all others; SCENARIO:PATH=VALUE changes one,"
        " :PATH=VALUE the first.",
        metavar="SCENARIO...",
    ),
]
Until = Annotated[
    list[str] | None,
    typer.Option(
        metavar="MEASURE=WIDTH",
        help="Replicate until a difference is known so well, e.g. 'detection_median_h=2 %' of the first's mean,"
        " or '...=0.5 h'; repeatable.",
    ),
]
EqualCost = Annotated[
    str | None, typer.Option(metavar="PATH", help="Change the number at PATH so that all cost what the first does.")
]

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
Scheduler = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Dask cluster to run on instead, e.g. tcp://head:8786.")
]
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

    loaded = load(scenario, _overrides(sets, replications, seed))
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
    for line in done.notes:
        typer.echo(line, err=True)
    if as_json:
        typer.echo(_json_of(done.folder, done.report, summary=done.summary))
    else:
        print_summary(done.summary, lang)
        typer.echo(f"\nreport  {done.report}\ntables  {done.folder}")


def _overrides(sets: list[str] | None, replications: int | None, seed: int | None) -> list[str]:
    """Return all that is laid over a scenario, as assignments."""
    given = {"run.replications": replications, "run.seed": seed}
    return [*(sets or []), *(f"{path}={value}" for path, value in given.items() if value is not None)]


def _json_of(folder: Path, report: Path, **tables: "pd.DataFrame") -> str:
    """Return where a result is and its tables as JSON; what is undefined is null."""
    rows = {name: json.loads(its.to_json(orient="records", double_precision=15)) for name, its in tables.items()}
    return json.dumps({"result": str(folder), "report": str(report), **rows}, indent=2)


@app.command()
def compare(
    scenarios: Compared,
    sets: Sets = None,
    replications: Replications = None,
    seed: Seed = None,
    until: Until = None,
    equal_cost: EqualCost = None,
    engine: Engine = "auto",
    events: Events = False,
    out: Out = None,
    overwrite: Overwrite = False,
    workers: Workers = None,
    lang: Lang = "en",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Compare scenarios in the same worlds: what differs, how sure that is, and which cases made it.

    For example: gridgov compare village-square :staff.grid_workers.count=27
    """
    from sim.study.variants import refuse_other_worlds, variants_from

    variants = variants_from(scenarios, _overrides(sets, replications, seed))
    refuse_other_worlds(variants)
    folder = out or Path("results") / f"compare-{variants[0].loaded.scenario.name}-{datetime.now():%Y%m%d-%H%M%S}"
    from sim.console import print_comparison, progress_bar
    from sim.study import comparison
    from sim.study.run import Options

    variants, question = comparison.asked(variants, until or [], equal_cost)
    options = Options(engine, workers, events, lang, overwrite)
    try:
        with progress_bar(shown=not (quiet or as_json)) as step:
            done = comparison.compare(variants, folder, options, step, question)
    except KeyboardInterrupt:
        typer.echo(f"interrupted; the same command with --out {folder} goes on where it stopped", err=True)
        raise typer.Exit(INTERRUPTED) from None
    for line in done.notes:
        typer.echo(line, err=True)
    if as_json:
        typer.echo(_json_of(done.folder, done.report, differences=done.differences))
    else:
        print_comparison(done.differences, {its.name: its.said()[lang] for its in variants}, lang)
        typer.echo(f"\nreport  {done.report}\ntables  {done.folder}")


@app.command()
def study(
    file: Annotated[Path, typer.Argument(help="Study file.", metavar="FILE")],
    engine: Engine = "auto",
    out: Annotated[Path | None, typer.Option(help="Result folder; results/NAME if not given.")] = None,
    overwrite: Overwrite = False,
    workers: Workers = None,
    scheduler: Scheduler = None,
    lang: Lang = "en",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Compare, sweep, find what matters or what is best: run what a study file asks for.

    A study that was interrupted goes on where it stopped when the same command is given again.
    """
    from sim.study.load import load_study

    loaded = load_study(file)
    folder = out or Path("results") / loaded.study.name
    from sim.console import progress_bar
    from sim.study.study import Options, conduct

    try:
        with progress_bar(shown=not (quiet or as_json)) as step:
            done = conduct(loaded, folder, Options(engine, workers, scheduler, lang, overwrite), step)
    except KeyboardInterrupt:
        typer.echo("interrupted; the same command goes on where it stopped", err=True)
        raise typer.Exit(INTERRUPTED) from None
    for line in [*done.notes, *([f"{done.failed:,} runs failed; the report names them"] if done.failed else [])]:
        typer.echo(line, err=True)
    if as_json:
        typer.echo(_json_of(done.folder, done.report, **done.tables))
        return
    for text in done.answer:
        typer.echo(text.zh if lang == "zh" else text.en)
    typer.echo(f"\nreport  {done.report}\ntables  {done.folder}")


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(help="Scenario files, presets or study files.", metavar="FILE...")],
) -> None:
    """List everything that is wrong in scenario files and study files.

    The exit code is 2 if anything is.
    """
    from sim.scenario.problems import ScenarioError

    wrong = False
    for file in files:
        try:
            typer.echo(f"ok  {file}: {_checked(file)}")
        except ScenarioError as error:
            wrong = True
            typer.echo(error.render(), err=True)
    raise typer.Exit(REFUSED if wrong else OK)


def _checked(file: str) -> str:
    """Return what a good scenario or study file holds; raise ScenarioError if it is not good."""
    from sim.scenario.load import load
    from sim.study.load import is_study, load_study

    if is_study(Path(file)):
        from sim.study.study import check_study, kind_of

        asked = load_study(Path(file))
        return f"{asked.study.title.en} ({kind_of(asked.study)}, {check_study(asked):,} points)"
    found = load(file).scenario
    counts = (
        f"{len(found.hazards)} hazards, {len(found.departments)} departments, {found.run.replications} replications"
    )
    return f"{found.title.en} ({counts})"


@app.command()
def schema(
    of: Annotated[Literal["scenario", "study"], typer.Argument(help="Files that it is for.")] = "scenario",
) -> None:
    """Print the JSON Schema of scenario files, or of study files."""
    from sim.scenario import schema as scenario_schema

    if of == "scenario":
        typer.echo(scenario_schema.render_schema(), nl=False)
        return
    from sim.study import schema as study_schema

    typer.echo(study_schema.render_schema(), nl=False)


@app.command()
def report(
    result: Annotated[Path, typer.Argument(help="Result folder of a run or a comparison.", metavar="RESULT")],
    lang: Lang = "en",
) -> None:
    """Write the report of a result anew, e.g. in another language."""
    from sim.record.store import read_manifest

    if read_manifest(result).get("kind") == "comparison":
        from sim.show.comparison import write_comparison_report

        typer.echo(write_comparison_report(result, lang))
        return
    from sim.show.report import write_report

    typer.echo(write_report(result, lang))


@app.command()
def explain(
    result: Annotated[Path, typer.Argument(help="Result folder of a run.", metavar="RESULT")],
    case: Annotated[int, typer.Option(min=0, help="Number of the case (column `case` of cases.parquet).")],
    replication: Annotated[int, typer.Option(min=0, help="Replication that it is of.")] = 0,
    against: Annotated[Path | None, typer.Option(metavar="RESULT", help="Another result of the same world.")] = None,
    lang: Lang = "en",
) -> None:
    """Tell the story of one case, and beside it what became of the same issue in another result.

    Results with an event log tell every step, others what their tables know.
    """
    from sim.console import explain_case

    explain_case([folder for folder in (result, against) if folder is not None], replication, case, lang)


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
    from sim.study.refused import Refused, Stopped

    match error:
        case ScenarioError():
            return REFUSED, error.render()
        case IncompleteResult() | EngineMissing() | Refused():
            return REFUSED, str(error)
        case FileExistsError():
            return REFUSED, f"{error.filename} exists already"
        case Stopped():
            return FAILED, f"{error}; what is finished is kept, and the same command goes on"
        case OSError():
            return FAILED, f"{error.filename or 'system'}: {error.strerror or error}"
        case MemoryError() | BrokenProcessPool():
            return FAILED, "a process ended early, most likely for lack of memory; try --workers 1"
    return FAILED, f"unexpected {type(error).__name__}: {error}; `gridgov --debug ...` shows the traceback"
