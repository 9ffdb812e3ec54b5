"""Commands that set runs beside each other: compare and study; and the one that writes a report anew."""

from pathlib import Path
from typing import Annotated

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
    Scheduler,
    Seed,
    Sets,
    Workers,
    at_home,
    overrides,
)
from sim.cli.outcome import at_work, conclude, interruptible, result_folder, tell_which
from sim.cli.spoken import say
from sim.said import said

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
    scheduler: Scheduler = None,
    lang: Lang = "en",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Compare scenarios in the same worlds: what differs, how sure that is, and which cases made it.

    For example: gridgov compare village-square :staff.grid_workers.count=27
    """
    from sim.study.execution.executors import refuse_two_places
    from sim.study.files.refused import Refused
    from sim.study.files.variants import refuse_other_worlds, variants_from

    refuse_two_places(workers, scheduler)
    if until and replications is not None:
        raise Refused("--until finds the number of replications; leave --replications out")
    variants = variants_from(scenarios, overrides(sets, replications, seed))
    tell_which([file for variant in variants for file in variant.loaded.files])
    refuse_other_worlds(variants)
    from sim.engines.choice import choose
    from sim.study.execution.processes import start_server

    if workers != 1 and scheduler is None:
        start_server(choose(engine, variants[0].loaded.scenario).engine)
    from sim.console import print_comparison
    from sim.show.text.comparison_notes import comparison_notes
    from sim.show.text.warnings import warnings_of_all
    from sim.study.execution.sizes import weighed
    from sim.study.kinds import comparison
    from sim.study.kinds.run import RunOptions

    variants, question = comparison.asked(variants, until or [], equal_cost)
    if scheduler is None:
        for line in weighed(comparison.need_of_comparison(variants, RunOptions(engine, workers), question.precision)):
            say(line)
    options = RunOptions(engine, workers, events, lang, overwrite, scheduler=scheduler)
    with result_folder(out, f"compare-{variants[0].loaded.scenario.name}") as folder:
        way_on = said("the same command with --out {folder} goes on where it stopped", folder=folder)
        with at_work(way_on, quiet=quiet or as_json) as step:
            done = comparison.compare(variants, folder, options, step, question)
    names = {its.name: its.titles()[lang] for its in variants}
    tables = {"differences": done.differences} if as_json else None
    document = variants[0].loaded.document
    told = comparison_notes(done.notes, names, document, lang)
    notes = [*warnings_of_all([its.loaded for its in variants], lang), *told]
    conclude(done.folder, done.report, notes, tables, lambda: print_comparison(done.differences, names, lang))


def study(
    file: Annotated[Path, typer.Argument(help="Study file.", metavar="FILE")],
    engine: Engine = "auto",
    out: Annotated[
        Path | None, typer.Option(help="Result folder; results/NAME if not given.", callback=at_home)
    ] = None,
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
    from sim.filenames import file_name
    from sim.study.execution.executors import refuse_two_places
    from sim.study.files.load import load_study

    refuse_two_places(workers, scheduler)
    loaded = load_study(file)
    tell_which([file for arm in (loaded.base, *loaded.variants) for file in arm.loaded.files])
    folder = out or Path("results") / file_name(loaded.study.name)
    from sim.engines.choice import choose
    from sim.study.execution.processes import start_server

    if scheduler is None:
        start_server(choose(engine, loaded.base.loaded.scenario).engine)
    from sim.measures.studies import AssumptionsFound, ComparisonFound, SensitivityFound, SweepFound
    from sim.show.pages.studies.page import answer_of
    from sim.show.text.comparison_notes import comparison_notes, unmet_note
    from sim.show.text.labels import in_language
    from sim.show.text.warnings import warnings_of_all
    from sim.study.kinds.study import StudyOptions, run_study

    options = StudyOptions(engine, workers, scheduler, lang, overwrite)
    with at_work("the same command goes on where it stopped", quiet=quiet or as_json) as step:
        done = run_study(loaded, folder, options, step, warn=say)
    notes = warnings_of_all([arm.loaded for arm in (loaded.base, *loaded.variants)], lang)
    if isinstance(done.found, ComparisonFound):
        titles = {name: in_language(title, lang) for name, title in done.found.titles.items()}
        notes += comparison_notes(done.found.notes, titles, loaded.base.loaded.document, lang)
    elif as_json and isinstance(done.found, SweepFound | SensitivityFound | AssumptionsFound):
        notes += unmet_note(done.found.unmet, lang)
    if done.failed:
        notes.append(said("{failed:,} runs failed; the report names them", failed=done.failed))
    answer = "\n".join(answer_of(done.found, lang))
    conclude(done.folder, done.report, notes, done.tables if as_json else None, lambda: typer.echo(answer))


def report(
    result: Annotated[Path, typer.Argument(help="Result folder of a run, a comparison or a study.", metavar="RESULT")],
    lang: Lang = "en",
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Print its first pages to a file, by Chromium, Chrome or Edge.")
    ] = False,
    whole: Annotated[bool, typer.Option("--whole", help="With --pdf: what is folded behind them too.")] = False,
    docx: Annotated[bool, typer.Option("--docx", help="Write its first pages as a document.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Write its first pages as a workbook.")] = False,
) -> None:
    """Write the report of a result anew, in English and Chinese; on request in other formats, in one language."""
    from sim.record.store import read_manifest
    from sim.study.execution.folder import held
    from sim.study.files.refused import Refused

    if whole and not pdf:
        raise Refused("--whole goes with --pdf")
    formats = [name for name, wanted in (("pdf", pdf), ("docx", docx), ("xlsx", xlsx)) if wanted]
    kind = read_manifest(result).get("kind")
    with interruptible("the same command writes it anew"), held(result):
        if kind == "study":
            from sim.study.kinds.rewrite import brief_of_study as brief_of
            from sim.study.kinds.rewrite import rewritten as write
        elif kind == "comparison":
            from sim.show.pages.comparison import comparison_brief as brief_of
            from sim.show.pages.comparison import write_comparison_report as write
        else:
            from sim.show.pages.report import run_brief as brief_of
            from sim.show.pages.report import write_report as write
        path = write(result, lang)
        typer.echo(path)
        if formats:
            from sim.show.pages.page import write_formats

            for written in write_formats(path, brief_of(result, lang), formats, whole=whole):
                typer.echo(written)
