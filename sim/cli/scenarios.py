"""Commands on scenarios: run one, check, write and describe them."""

import os
import sys
from collections.abc import Callable
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
from sim.cli.outcome import FAILED, OK, REFUSED, at_work, conclude, explained, result_folder, tell_which
from sim.cli.spoken import say, tell
from sim.said import listed, said, said_by


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
    tell_which(loaded.files)
    # After the scenario, so that what is wrong in it is told at once.
    from sim.engines.choice import choose

    choice = choose(engine, loaded.scenario)
    if scheduler is None:
        from sim.study.execution.sizes import need_of_run, weighed

        for line in weighed(need_of_run(loaded.scenario, engine, workers)):
            say(line)
    if scheduler is None and process_count(choice.engine, loaded.scenario, workers) > 1:
        start_server(choice.engine)
    from sim.console import print_summary
    from sim.study.kinds import run as study

    if not (quiet or as_json):
        say(said("{engine} engine: {why}", engine=said(choice.engine), why=said(choice.why)))
    options = study.RunOptions(engine, workers, events, lang, overwrite, report, scheduler)
    with result_folder(out, loaded.scenario.name) as folder:
        way_on = said("the same command with --out {folder} goes on where it stopped", folder=folder)
        with at_work(way_on, quiet=quiet or as_json) as step:
            done = study.run(loaded, folder, options, step)
    tables = {"summary": done.summary} if as_json else None
    conclude(done.folder, done.report, done.notes, tables, lambda: print_summary(done.summary, lang))


def check(
    files: Annotated[
        list[str], typer.Argument(help="Scenario files, presets, study files or result folders.", metavar="FILE...")
    ],
    lang: Lang = "en",
) -> None:
    """List everything that is wrong in scenario files and study files.

    Warnings tell what is hardly meant, such as units with more work than hours; the file is good all the same.
    Of a result folder: what is missing, was changed, or is not from gridgov. The exit code is 2 if anything is
    wrong, 1 if a file could not be checked; the others are checked all the same.
    """
    codes = {OK}
    for file in files:
        try:
            if os.path.isdir(file):
                codes.add(OK if _is_sound(Path(file)) else REFUSED)
                continue
            with at_work("nothing was begun", quiet=False) as step:
                found, warnings = _checked(file, lang, step)
        except Exception as error:  # whatever is the matter with one file, the others are looked at too
            if "--debug" in sys.argv:
                raise
            code, message = explained(error)
            codes.add(code)
            say(message if message.startswith(file) else said("{where}: {what}", where=file, what=message))
        else:
            say(said("ok  {file}: {found}", file=file, found=found), err=False)
            for line in warnings:
                say(line)
    raise typer.Exit(FAILED if FAILED in codes else max(codes))


def holidays(
    years: Annotated[list[int], typer.Argument(help="Years.", metavar="YEAR...", min=1900, max=2100)],
    table: Annotated[
        bool, typer.Option("--table", help="As rows to be pasted into the sheet of holidays of a table.")
    ] = False,
    lang: Lang = "en",
) -> None:
    """Write China's public holidays, and the weekend days worked in exchange, as part of a scenario's calendar.

    The exit code is 2 if those of a year are not announced or not known.
    """
    from sim.scenario.checks.public_holidays import holidays_of_china

    known = {year: holidays_of_china(year) for year in years}
    if table:
        from sim.workbook.layout import OFF, WORKED

        closed = [(day, OFF) for its in known.values() if its for day in its.holidays]
        worked = [(day, WORKED) for its in known.values() if its for day in its.workdays]
        for day, word in sorted(closed + worked):
            typer.echo(f"{day}\t{word.of(lang)}")
    for what in ("holidays", "workdays") if any(known.values()) and not table else ():
        typer.echo(f"{what}:")
        for day in (day for its in known.values() if its for day in getattr(its, what)):
            typer.echo(f"  - {day}")
    missing = [str(year) for year, its in known.items() if its is None]
    if missing:
        say(said("the public holidays of {years} are not known", years=listed(missing)))
    raise typer.Exit(REFUSED if missing else OK)


def _is_sound(folder: Path) -> bool:
    """Print what is wrong in a result folder, and what lies there besides; return whether nothing is wrong."""
    from sim.record.checking import check_folder
    from sim.record.store import IncompleteResult

    try:
        found = check_folder(folder)
    except IncompleteResult as error:
        say(said_by(error))
        return False
    for name, what in found.wrong:
        say(said("{file} {what}", file=folder / name, what=said(what)))
    if not found.wrong:
        told = said("{kind}, {files} files as they were written", kind=said(found.kind), files=found.files)
        say(said("ok  {file}: {found}", file=folder, found=told), err=False)
    for name, what in found.besides:
        say(said("    {file} {what}", file=folder / name, what=said(what)), err=False)
    return not found.wrong


def _checked(file: str, lang: Literal["en", "zh"], step: Callable[[str, float], object]) -> tuple[str, list[str]]:
    """Return what a good scenario or study file holds and needs, and warnings; raise ScenarioError or Refused.

    `step` is told what is being checked, and the share done.
    """
    from sim.engines.choice import choose
    from sim.language.units import counted
    from sim.scenario.load import load
    from sim.show.text.warnings import warning_lines
    from sim.study.execution.sizes import need_of_run, told, weighed
    from sim.study.files.figures import refuse_unknown_figures
    from sim.study.files.load import is_study, load_study

    if is_study(Path(file)):
        from sim.study.kinds.study import check_sizes, kind_of, need_of_study

        asked = load_study(Path(file))
        tell_which(asked.base.loaded.files)
        points, load_of_points = check_sizes(asked, step)
        engine = choose("auto", asked.base.loaded.scenario).engine
        need = need_of_study(asked, load_of_points, engine, None)
        noted = warning_lines(asked.base.loaded, lang)
        title, counts = (
            asked.study.title,
            [said(kind_of(asked.study)), counted(points, "point"), counted(need.runs, "run")],
        )
    else:
        loaded = load(file)
        tell_which(loaded.files)
        refuse_unknown_figures(loaded)
        found = loaded.scenario
        noted = warning_lines(loaded, lang)
        need, title = need_of_run(found), found.title
        counts = [counted(len(found.hazards), "hazard"), counted(len(found.departments), "department")]
        counts.append(counted(found.run.replications, "replication"))
    what = said("{title} ({counts}; {need})", title=getattr(title, lang), counts=listed(counts), need=told(need))
    return what, [*weighed(need), *noted]


def schema(
    of: Annotated[Literal["scenario", "study", "tables"], typer.Argument(help="What it is of.")] = "scenario",
) -> None:
    """Print the JSON Schema of scenario files or of study files, or what the tables of a run hold."""
    from sim.scenario import schema as scenario_schema

    if of == "scenario":
        typer.echo(scenario_schema.render_schema(), nl=False)
        return
    if of == "tables":
        from sim.record.described import tables_page

        typer.echo(tables_page(), nl=False)
        return
    from sim.study.files import schema as study_schema

    typer.echo(study_schema.render_schema(), nl=False)


def mechanisms(
    name: Annotated[str | None, typer.Argument(help="One mechanism, to see its parameters.")] = None,
    seeds: Annotated[
        bool, typer.Option("--seeds", help="The phrases of the source documents, and what carries each.")
    ] = False,
    lang: Lang = "en",
) -> None:
    """Tell what the mechanisms do, and their numbers.

    Without a name, a line for each; with one, what it does, its sources, and every number that it takes. With `--seeds`
    what the source documents say, phrase by phrase: the mechanisms that carry it, or why none does.
    """
    from sim.console import columns, print_lines

    if seeds:
        from sim.phrases import told

        if name is not None:
            raise typer.BadParameter("a NAME or --seeds, not both")
        print_lines(told(lang))
        return
    from sim.describe import WIDTH, mechanism_names, mechanism_overview, mechanism_page
    from sim.language.units import nearest_word

    if name is None:
        print_lines(*mechanism_overview())
    elif name in mechanism_names():
        typer.echo(mechanism_page(name, min(WIDTH, columns())))
    else:
        near = nearest_word(name, mechanism_names())
        hint = said("; did you mean {nearest!r}?", nearest=near) if near else ""
        known = listed(mechanism_names())
        raise typer.BadParameter(
            said("no mechanism {name!r}; there are {known}{hint}", name=name, known=known, hint=hint)
        )


def places(lang: Lang = "en") -> None:
    """List the presets: how large each place is, what is on there, and how well its numbers are known."""
    from sim.console import print_lines
    from sim.places import told

    print_lines(told(lang))


def new(
    name: Annotated[
        str | None, typer.Argument(help="Name of the scenario; the file is NAME.yaml. A table may say it instead.")
    ] = None,
    residents: Annotated[
        str | None,
        typer.Option(help="Scale ground, people, grids, workers and crews to so many."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="What reports call it, in either language; unsaid: NAME.")] = None,
    template: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a table to fill in, e.g. town.xlsx, and nothing else.")
    ] = None,
    from_excel: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Make the scenario of a filled table.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file of that name.")] = False,
    lang: Lang = "en",
) -> None:
    """Write a scenario file to begin with, or the table to make one of.

    It extends the teaching case `village-square`: as small as that, or with `--residents` as large as you say, or as a
    table filled in says (`--template`, `--from-excel`; needs the extra `excel`).
    """
    from sim.cli.new_scenario import NotAName, NotANumber, wanted
    from sim.scenario.presets import is_preset
    from sim.scenario.problems import ScenarioError

    if sum(way is not None for way in (residents, template, from_excel)) > 1:
        raise typer.BadParameter("one of --residents, --template and --from-excel")
    if template is not None:
        _write_table(template, lang, overwrite)
        return
    if name is None and from_excel is None:
        raise typer.BadParameter("say a NAME, or --from-excel FILE")
    try:
        path, text, noted = wanted(name, title, residents, from_excel, lang, tell)
    except NotAName as error:
        say(said_by(error))
        raise typer.Exit(REFUSED) from None
    except NotANumber as error:
        raise typer.BadParameter(said("residents: {why}", why=said(said_by(error)))) from None
    except ScenarioError as error:
        typer.echo(error.render(tell), err=True)
        raise typer.Exit(REFUSED) from None
    with path.open("w" if overwrite else "x", encoding="utf-8") as file:
        file.write(text)
    for line in noted:
        typer.echo(line, err=True)
    say(said("{file} written; try: gridgov check {file}, then: gridgov run {file}", file=path), err=False)
    if is_preset(path.stem):
        say(said("a preset has this name too: without its ending, {name} stands for the preset", name=path.stem))


def _write_table(file: Path, lang: Literal["en", "zh"], overwrite: bool) -> None:
    """Write the table that is to be filled in."""
    from sim.workbook.template import write_template

    if file.suffix not in ("", ".xlsx"):
        raise typer.BadParameter(said("{file}: a workbook ends in .xlsx", file=file))
    file = file.with_suffix(".xlsx")
    write_template(file, lang, overwrite=overwrite)
    say(said("{file} written; fill it in, then: gridgov new NAME --from-excel {file}", file=file), err=False)
