"""A run: the replications of one scenario, measured, in a result folder of their own with a report."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from sim.engines import simulate, simulate_compiled
from sim.engines.choice import choose, expected_rows
from sim.lifecycle.rosters import DutyBook
from sim.measures.office import OfficeHours
from sim.measures.summary import measure_all, summarise
from sim.measures.tables import Tables
from sim.record.store import write_results
from sim.scenario.load import Loaded, dump
from sim.show.report import write_report
from sim.show.style import Language
from sim.study.folder import UNFINISHED, claim
from sim.study.provenance import provenance, run_key
from sim.study.replicate import Simulate, replicate
from sim.world.occurrences import seasons

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.models import Scenario

ENGINES: dict[str, Simulate] = {"reference": simulate, "compiled": simulate_compiled}
LOGGED_ROWS = 500_000
"""Runs expected to have no more rows write the event log unasked: it is small, and what one looks into."""

Step = Callable[[str, float], object]
"""Told what is being done, and the share of the replications that is done, from 0 to 1."""


@dataclass(frozen=True)
class Options:
    """How a scenario is run, which changes nothing in the answer.

    `workers` is the number of processes, None for one on each core; `events` writes the event log of a large
    run too; `overwrite` replaces what the result folder holds.
    """

    engine: Literal["auto", "reference", "compiled"] = "auto"
    workers: int | None = None
    events: bool = False
    language: Language = "en"
    overwrite: bool = False


@dataclass(frozen=True)
class Run:
    """A finished run: its folder and report, and the measures and summary that stand in the folder as csv."""

    folder: Path
    report: Path
    measures: "pd.DataFrame"
    summary: "pd.DataFrame"


def run(loaded: Loaded, folder: Path, options: Options = Options(), step: Step = lambda name, share: None) -> Run:
    """Simulate the replications that the scenario asks for and write the result folder.

    An interrupted run of the same scenario in `folder` is taken up where it stopped. Raises FolderTaken if
    the folder holds anything else, unless it may be overwritten, and EngineMissing.
    """
    began = time.monotonic()
    engine, why = choose(options.engine, loaded.scenario)
    step(f"{engine} engine: {why}", 0.0)
    if engine == "compiled":
        from sim.engines.compiled.cache import compile_now

        compile_now()
    events = options.events or expected_rows(loaded.scenario) <= LOGGED_ROWS
    frames = replicate(
        loaded,
        replications=loaded.scenario.run.replications,
        simulate=ENGINES[engine],
        workers=options.workers,
        events=events,
        progress=lambda share: step("simulating", share),
        parts=claim(folder, run_key(loaded, engine, events), options.overwrite),
    )
    step("measuring", 1.0)
    measures = measure_all(Tables(frames, office_hours(loaded.scenario), seasons(loaded.scenario)))
    summary = summarise(measures)
    step("writing", 1.0)
    tables = {**frames, "measures": measures, "summary": summary}
    write_results(folder, tables, dump(loaded.document), provenance(loaded, engine, time.monotonic() - began))
    shutil.rmtree(folder / UNFINISHED)
    return Run(folder, write_report(folder, options.language), measures, summary)


def office_hours(scenario: "Scenario") -> OfficeHours:
    """Return the working hours by which limits are counted, from the start to the end of the run."""
    period = scenario.run
    length_ms = period.warmup.value + period.length.value + period.followup.value
    days = int(-(-length_ms // (timedelta(days=1) / timedelta(milliseconds=1))))
    offsets = DutyBook(scenario, days).office()[:, :2].astype("timedelta64[ms]")
    return OfficeHours(np.datetime64(period.start, "ms") + offsets)
