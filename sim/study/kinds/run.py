"""A run: the replications of one scenario, measured, in a result folder of their own with a report."""

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from sim.engines import simulate, simulate_compiled
from sim.engines.choice import choose, expected_rows
from sim.language.units import DAY_MS, HOUR_MS, counted
from sim.measures.office import OfficeHours
from sim.measures.stations.queues import growing_queues
from sim.measures.statistics.warmup import COLUMNS, goes_through_seasons, settled, states
from sim.measures.summary import indicator_table, summarise
from sim.measures.tables import Tables
from sim.record.columns import TABLES, columns_of
from sim.record.contents import UNFINISHED, clear
from sim.record.store import read_parquet, write_results
from sim.said import said
from sim.scenario.load import Loaded, dump
from sim.show.text.verdicts import warmup_verdict
from sim.show.text.warnings import growth_lines, warning_lines
from sim.study.execution.folder import claim, held
from sim.study.execution.measuring import Measured
from sim.study.execution.processes import process_count
from sim.study.execution.provenance import provenance, run_key
from sim.study.execution.replicate import Simulate, replicate
from sim.study.execution.sizes import need_of_run, weighed
from sim.study.files.figures import refuse_unknown_figures
from sim.words import Language

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.models import Scenario

ENGINES: dict[str, Simulate] = {"reference": simulate, "compiled": simulate_compiled}
LOGGED_ROWS = 500_000
"""Runs expected to have no more rows write the event log unasked: it is small, and what one looks into."""

Step = Callable[[str, float], object]
"""Told what is being done, and the share of the replications that is done, from 0 to 1."""


@dataclass(frozen=True)
class RunOptions:
    """How a scenario is run, which changes nothing in the answer.

    `workers` is the number of processes, None for one on each core if that pays; `scheduler` the address of a Dask
    cluster to be used instead, whose machines must all see the result folder; `events` writes the event log of a large
    run too; `overwrite` replaces what the result folder holds; without `report` there are tables only.
    """

    engine: Literal["auto", "reference", "compiled"] = "auto"
    workers: int | None = None
    events: bool = False
    language: Language = "en"
    overwrite: bool = False
    report: bool = True
    scheduler: str | None = None


@dataclass(frozen=True, repr=False)
class RunResult:
    """A finished run: its folder and report if it has one, the measures and summary that stand in the folder as csv,
    and what must be known before they are read."""

    folder: Path
    report: Path | None
    measures: "pd.DataFrame"
    summary: "pd.DataFrame"
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return in a line what the run left, and where."""
        replications = counted(self.measures["replication"].nunique(), "replication")
        return (
            f"<run in {self.folder}: {replications}, {len(self.summary)} measures, {counted(len(self.notes), 'note')}>"
        )

    def _repr_html_(self) -> str:
        """Return its key figures, for notebooks."""
        from sim.show.pages.notebook import run_html

        return run_html(f"run in {self.folder}", self.summary, self.notes)


def run(
    loaded: Loaded, folder: str | Path, options: RunOptions = RunOptions(), step: Step = lambda name, share: None
) -> RunResult:
    """Simulate the replications that the scenario asks for and write the result folder.

    An interrupted run of the same scenario in `folder` is taken up where it stopped. Raises FolderTaken if
    the folder holds anything else, unless it may be overwritten, FolderBusy, NotWritable, EngineMissing, TooLarge, and
    ScenarioError for figures of the field that are of no measure.
    """
    folder = Path(folder)
    with held(folder):
        return _run(loaded, folder, options, step)


def _run(loaded: Loaded, folder: Path, options: RunOptions, step: Step) -> RunResult:
    began = time.monotonic()
    if options.scheduler is None:
        weighed(need_of_run(loaded.scenario, options.engine, options.workers))
    refuse_unknown_figures(loaded)
    engine = ready_engine(options, loaded.scenario, step)
    events = writes_events(options, loaded.scenario)
    files = replicate(
        loaded,
        claim(folder, run_key(loaded, engine, events), options.overwrite),
        replications=loaded.scenario.run.replications,
        simulate=Measured(ENGINES[engine]),
        workers=process_count(engine, loaded.scenario, options.workers),
        scheduler=options.scheduler,
        events=events,
        progress=lambda share: step("simulating", share),
    )
    step("writing", 1.0)
    clear(folder, keep=(UNFINISHED,))
    origin = provenance(loaded, engine, time.monotonic() - began)
    run = write_run(loaded, folder, files, origin, options)
    shutil.rmtree(folder / UNFINISHED)
    return run


def write_run(
    loaded: Loaded, folder: Path, files: Mapping[str, Sequence[Path]], origin: Mapping[str, Any], options: RunOptions
) -> RunResult:
    """Write the result folder of a run; `files` make its tables, the measures too, and `origin` is its provenance."""
    measures = read_parquet(files["measures"], None)
    summary = summarise(measures, loaded.scenario.run.followup.value / HOUR_MS)
    csv = {"measures": measures, "summary": summary}
    if loaded.scenario.indicators is not None:
        csv["indicators"] = indicator_table(loaded.scenario.indicators, summary)
    write_results(folder, {**files, **csv}, dump(loaded.document), origin)
    report = _report(folder, options.language) if options.report else None
    language = options.language
    notes = (*_growth_notes(files, loaded, language), *_warmup_notes(files, loaded.scenario, language))
    return RunResult(folder, report, measures, summary, (*warning_lines(loaded, language), *notes))


def _report(folder: Path, language: Language) -> Path:
    """Write the report of a result folder; drawing is loaded only where something is drawn."""
    from sim.show.pages.report import write_report

    return write_report(folder, language)


def ready_engine(options: RunOptions, scenario: "Scenario", step: Step = lambda name, share: None) -> str:
    """Return the name of the engine to run a scenario on, compiled if need be; raises EngineMissing."""
    engine, why = choose(options.engine, scenario)
    step(said("{engine} engine: {why}", engine=said(engine), why=said(why)), 0.0)
    if engine == "compiled":
        from sim.engines.compiled.cache import compile_now

        compile_now()
    return engine


def writes_events(options: RunOptions, scenario: "Scenario") -> bool:
    """Say whether a run writes its event log: if asked to, or if it is small."""
    return options.events or expected_rows(scenario) <= LOGGED_ROWS


def _growth_notes(files: Mapping[str, Sequence[Path]], loaded: Loaded, language: Language) -> list[str]:
    """Return a sentence for each queue that grew, nothing if none did or nobody can tell."""
    queues, stations = (read_parquet(files[name], TABLES[name]) for name in ("queues", "stations"))
    return growth_lines(growing_queues(queues, stations), loaded.document, language)


def _warmup_notes(files: Mapping[str, Sequence[Path]], scenario: "Scenario", language: Language) -> list[str]:
    """Return a warning if the warm-up of a run was too short, nothing if it was not or nobody can tell."""
    run = scenario.run
    if goes_through_seasons((run.warmup.value + run.length.value + run.followup.value) / DAY_MS):
        return []
    days = run.warmup.value / DAY_MS
    frames = {name: read_parquet(files[name], columns_of(name, chosen)) for name, chosen in COLUMNS.items()}
    found = settled(states(Tables(frames, OfficeHours.never()), np.datetime64(run.start)))
    return [warmup_verdict(found, days, language)] if found.beyond(days) else []
