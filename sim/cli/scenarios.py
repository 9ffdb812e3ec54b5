"""Commands on scenarios: run one, check, write and describe them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from sim.cli.options import (
    Engine,
    Events,
    Json,
    Lang,
    Out,
    Overwrite,
    Quiet,
    Replications,
    Report,
    Scheduler,
    Seed,
    Sets,
    Workers,
    overrides,
)
from sim.cli.outcome import OK, REFUSED, at_work, conclude

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
    scheduler: Scheduler = None,
    report: Report = True,
    lang: Lang = "en",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Run a scenario and write tables and a report.

    The headlines are printed; everything is in the result folder.
    """
    from sim.scenario.load import load
    from sim.study.execution.executors import refuse_two_places
    from sim.study.execution.processes import process_count, start_server

    refuse_two_places(workers, scheduler)
    if (workers or 1) > 1:  # then it need not wait until the scenario tells how many are worth it
        start_server(engine)
    loaded = load(scenario, overrides(sets, replications, seed))
    folder = out or Path("results") / f"{loaded.scenario.name}-{datetime.now():%Y%m%d-%H%M%S}"
    # After the scenario, so that what is wrong in it is told at once.
    from sim.engines.choice import choose

    choice = choose(engine, loaded.scenario)
    if scheduler is None and process_count(choice.engine, loaded.scenario, workers) > 1:
        start_server(choice.engine)
    from sim.console import print_summary
    from sim.study.kinds import run as study

    if not (quiet or as_json):
        typer.echo(f"{choice.engine} engine: {choice.why}", err=True)
    options = study.RunOptions(engine, workers, events, lang, overwrite, report, scheduler)
    way_on = f"the same command with --out {folder} goes on where it stopped"
    with at_work(way_on, quiet=quiet or as_json) as step:
        done = study.run(loaded, folder, options, step)
    tables = {"summary": done.summary} if as_json else None
    conclude(done.folder, done.report, done.notes, tables, lambda: print_summary(done.summary, lang))


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
            for note in _noted(file):
                typer.echo(f"    {note}", err=True)
        except ScenarioError as error:
            wrong = True
            typer.echo(error.render(), err=True)
    raise typer.Exit(REFUSED if wrong else OK)


def holidays(
    years: Annotated[list[int], typer.Argument(help="Years.", metavar="YEAR...", min=1900, max=2100)],
) -> None:
    """Write China's public holidays, and the weekend days worked in exchange, as part of a scenario's calendar.

    The exit code is 2 if those of a year are not announced or not known.
    """
    from sim.scenario.checks.public_holidays import holidays_of_china

    known = {year: holidays_of_china(year) for year in years}
    for what in ("holidays", "workdays"):
        typer.echo(f"{what}:")
        for day in (day for its in known.values() if its for day in getattr(its, what)):
            typer.echo(f"  - {day}")
    missing = [str(year) for year, its in known.items() if its is None]
    if missing:
        typer.echo(f"the public holidays of {', '.join(missing)} are not known", err=True)
    raise typer.Exit(REFUSED if missing else OK)


def _noted(file: str) -> list[str]:
    """Return what must be known of a good scenario, or of the one that a good study file is about."""
    from sim.scenario.checks.public_holidays import holidays_note
    from sim.scenario.load import load
    from sim.study.files.load import is_study, load_study

    path = Path(file)
    return holidays_note(load_study(path).base.loaded.scenario if is_study(path) else load(file).scenario)


def _checked(file: str) -> str:
    """Return what a good scenario or study file holds; raise ScenarioError if it is not good."""
    from sim.scenario.load import load
    from sim.study.files.load import is_study, load_study

    if is_study(Path(file)):
        from sim.study.kinds.study import check_study, kind_of

        asked = load_study(Path(file))
        return f"{asked.study.title.en} ({kind_of(asked.study)}, {check_study(asked):,} points)"
    found = load(file).scenario
    counts = (
        f"{len(found.hazards)} hazards, {len(found.departments)} departments, {found.run.replications} replications"
    )
    return f"{found.title.en} ({counts})"


def schema(
    of: Annotated[Literal["scenario", "study"], typer.Argument(help="Files that it is for.")] = "scenario",
) -> None:
    """Print the JSON Schema of scenario files, or of study files."""
    from sim.scenario import schema as scenario_schema

    if of == "scenario":
        typer.echo(scenario_schema.render_schema(), nl=False)
        return
    from sim.study.files import schema as study_schema

    typer.echo(study_schema.render_schema(), nl=False)


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


def new(name: Annotated[str, typer.Argument(help="Name of the scenario; the file is NAME.yaml.")]) -> None:
    """Write a small scenario file to begin with.

    It extends the teaching case `village-square`.
    """
    from sim.language.model import is_one_word

    if not is_one_word(name):
        typer.echo(f"'{name}' is not a name: one word of letters, digits, '-', '_' and '.'", err=True)
        raise typer.Exit(REFUSED)
    path = Path(f"{name}.yaml")
    with path.open("x", encoding="utf-8") as file:
        file.write(NEW_SCENARIO.format(name=json.dumps(path.stem, ensure_ascii=False)))
    typer.echo(f"{path} written; try: gridgov run {path}")
