"""A comparison: variants on the same worlds, side by side, in a result folder of their own with a report.

The first variant is the one that the others are set against. Each has a folder with all that a run of it alone would
write, so that whatever reads a result reads it too.
"""

from __future__ import annotations

import copy
import hashlib
import os
import shutil
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from sim.engines.choice import choose
from sim.language.units import DAY_MS, QuantityError, counted
from sim.measures.office import OfficeHours
from sim.measures.organisation import yearly_cost
from sim.measures.stations.queues import GrowingQueue, growing_queues
from sim.measures.statistics.warmup import settled, states
from sim.measures.studies import ComparisonNotes
from sim.measures.tables import Tables
from sim.record.beside import write_beside
from sim.record.columns import TABLES
from sim.record.contents import UNFINISHED, clear
from sim.record.store import VARIANTS, read_parquet
from sim.said import said
from sim.scenario.differences import changes
from sim.scenario.load import Loaded
from sim.show.figures.timelines import KEY
from sim.show.pages.comparison import write_comparison_report
from sim.show.pages.notebook import comparison_html
from sim.study.execution.folder import claim, held
from sim.study.execution.measuring import Measured
from sim.study.execution.provenance import provenance, run_key
from sim.study.execution.replicate import ReplicationJob, carry_out
from sim.study.execution.sizes import Load, Need, need_of, weighed
from sim.study.files.precision import Observed, Precision, Until
from sim.study.files.refused import Refused
from sim.study.files.variants import Variant, folders, refuse_other_worlds
from sim.study.kinds.causes import (
    Stories,
    causes,
    counted_pairs,
    lives,
    most_changed,
    same_issues,
    side_by_side,
    timelines,
)
from sim.study.kinds.equal_cost import Balanced, at_equal_cost
from sim.study.kinds.origins import of_variants
from sim.study.kinds.outcomes import difference
from sim.study.kinds.pairs import differences
from sim.study.kinds.run import ENGINES, RunOptions, Step, ready_engine, write_run, writes_events

KIND = "comparison"
"""What the manifest of a comparison's folder says that it is."""

OF_A_VARIANT = ("scenario", "scenario_files", "set", "scenario_sha256")
"""Entries of a manifest that differ from variant to variant."""

MOST_CHANGED = 6
"""How many issues are shown that fared better, and as many that fared worse, for each variant."""


@dataclass(frozen=True)
class Question:
    """What a comparison is asked: its title by language, what it is about, how precisely, and at whose cost.

    Without `precision` there are as many replications as the first scenario says. `balanced` tells of variants whose
    number at `equal_cost` was changed so that they cost what the first one does. `measures` head the report, in this
    order; those of every comparison if none is named.
    """

    title: Mapping[str, str] = field(default_factory=dict)
    about: str | Mapping[str, str] = ""
    precision: Precision | None = None
    equal_cost: str | None = None
    balanced: Mapping[str, Balanced] = field(default_factory=dict)
    measures: Sequence[str] = ()


DEFAULT, UNASKED = RunOptions(), Question()


@dataclass(frozen=True, repr=False)
class Comparison:
    """A finished comparison: its folder and report, the tables that stand there, the number of its replications, what
    one must know of it, and the result folder of each variant by its name, the first one first."""

    folder: Path
    report: Path
    differences: pd.DataFrame
    causes: pd.DataFrame
    replications: int
    notes: ComparisonNotes
    runs: Mapping[str, Path] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Return in a line what was compared, and where it is."""
        return f"<comparison in {self.folder}: {', '.join(self.runs)}; {counted(self.replications, 'replication')}>"

    def _repr_html_(self) -> str:
        """Return its key figures, for notebooks."""
        return comparison_html(f"comparison in {self.folder}", self.differences)


def compare(
    variants: Sequence[Variant],
    folder: str | Path,
    options: RunOptions = DEFAULT,
    step: Step = lambda name, share: None,
    question: Question = UNASKED,
) -> Comparison:
    """Simulate all variants in the same worlds, write the result folder and its report, and return what was found.

    An interrupted comparison of the same variants in `folder` is taken up where it stopped. Raises OtherWorld if the
    variants cannot be paired, FolderTaken if the folder holds anything else, FolderBusy, NotWritable and EngineMissing,
    and TooLarge.
    """
    refuse_other_worlds(variants)
    of_variants(variants)
    if options.scheduler is None:
        weighed(need_of_comparison(variants, options, question.precision))
    folder = Path(folder)
    with held(folder):
        return _compare(variants, folder, options, step, question)


def _compare(
    variants: Sequence[Variant], folder: Path, options: RunOptions, step: Step, question: Question
) -> Comparison:
    began = time.monotonic()
    engine = ready_engine(options, variants[0].loaded.scenario, step)
    jobs = _jobs(variants, folder, engine, options)
    replications, unmet = _replicated(variants, jobs, options, step, question.precision)
    step("writing", 1.0)
    clear(folder, keep=(UNFINISHED,))
    variants = [_repeatable(variant, replications) for variant in variants]
    wall_s = time.monotonic() - began
    origins = {variant.name: provenance(variant.loaded, engine, wall_s) for variant in variants}
    tables = _written(variants, jobs, folder, origins, options)
    period = _period(variants[0].loaded)
    common = {key: value for key, value in origins[variants[0].name].items() if key not in OF_A_VARIANT}
    places = places_of(variants, folder)
    write_beside(folder, tables, {**_manifest(variants, question, unmet), **period, **common}, places)
    report = write_comparison_report(folder, options.language)
    shutil.rmtree(folder / UNFINISHED)
    notes = _notes(variants, question, unmet, tables)
    runs = {variant.name: place for variant, place in zip(variants, places, strict=True)}
    return Comparison(folder, report, tables["differences"], tables["causes"], replications, notes, runs)


def need_of_comparison(
    variants: Sequence[Variant], options: RunOptions = DEFAULT, precision: Precision | None = None
) -> Need:
    """Return what a comparison needs on this machine, with a rule of precision at least; raises EngineMissing."""
    first, load = variants[0].loaded.scenario, Load()
    for variant in variants:
        load.add(variant.loaded.scenario)
    replications = first.run.replications if precision is None else precision.further({})
    engine = choose(options.engine, first).engine
    return need_of(load, replications, engine, options.workers or os.cpu_count() or 1)


def _notes(
    variants: Sequence[Variant], question: Question, unmet: Sequence[str], tables: Mapping[str, pd.DataFrame]
) -> ComparisonNotes:
    """Return what was changed for equal cost, targets that were not reached, and where the warm-up was too short or
    queues grew."""
    states, growing = tables["states"], tables["growing"]
    given = variants[0].loaded.scenario.run.warmup.value / DAY_MS
    found = {variant.name: settled(states[states["variant"] == variant.name]) for variant in variants}
    short = {name: its for name, its in found.items() if its.beyond(given)}
    grew = {name: int((growing["variant"] == name).sum()) for name in growing["variant"].unique()}
    return ComparisonNotes(_equal_cost(question), unmet, given, short, grew)


def _equal_cost(question: Question) -> dict[str, dict[str, Any]]:
    """Return what was changed for equal cost, by variant."""
    return {
        name: {"path": question.equal_cost, "before": its.before, "after": its.after, "left_over_yuan": its.left_over}
        for name, its in question.balanced.items()
    }


def asked(variants: Sequence[Variant], until: Sequence[str], equal_cost: str | None) -> tuple[list[Variant], Question]:
    """Return the variants and the question of a command line: `MEASURE=WIDTH` by measure, a path for equal cost.

    Raises Refused if one of them cannot be understood or met.
    """
    precision = None
    if until:
        if wrong := next((given for given in until if "=" not in given), None):
            raise Refused(said("--until {wrong}: expected MEASURE=WIDTH, e.g. 'closing_median_h=2 %'", wrong=wrong))
        widths = dict(given.partition("=")[::2] for given in until)
        try:
            precision = Until(until=widths).precision()
        except QuantityError as error:
            raise Refused(said("--until: {why}", why=error.told)) from None
    if equal_cost is None:
        return list(variants), Question(precision=precision)
    changed, found = at_equal_cost(variants, equal_cost)
    return changed, Question(precision=precision, equal_cost=equal_cost, balanced=found)


def _jobs(variants: Sequence[Variant], folder: Path, engine: str, options: RunOptions) -> tuple[ReplicationJob, ...]:
    """Return a job for each variant; its replications are kept under the key of all of them."""
    events = all(writes_events(options, variant.loaded.scenario) for variant in variants)
    loaded = [_without_number(variant.loaded) for variant in variants]
    named = zip(variants, loaded, strict=True)
    key = " ".join(f"{variant.name} {run_key(plain, engine, events)}" for variant, plain in named)
    parts = claim(folder, hashlib.sha256(key.encode()).hexdigest()[:16], options.overwrite)
    simulate = Measured(ENGINES[engine])
    places = folders(variants)
    return tuple(ReplicationJob(simulate, its.loaded, events, parts / places[its.name]) for its in variants)


def _without_number(loaded: Loaded) -> Loaded:
    """Return a scenario without its number of replications, which changes nothing in any of them."""
    document = copy.deepcopy(loaded.document)
    document["run"].pop("replications")
    return replace(loaded, document=document)


def _replicated(
    variants: Sequence[Variant],
    jobs: tuple[ReplicationJob, ...],
    options: RunOptions,
    step: Step,
    precision: Precision | None,
) -> tuple[int, tuple[str, ...]]:
    """Run as many replications as are asked for or needed; return their number and the targets not reached."""
    total = variants[0].loaded.scenario.run.replications if precision is None else precision.further({})
    while True:
        tell = partial(step, said("simulating {total} times", total=total))
        carry_out(jobs, total, options.workers, options.scheduler, tell)
        if precision is None:
            return total, ()
        observed = _observed(jobs, total, precision)
        more = max(precision.further(seen) for seen in observed)
        if more == 0:
            return total, tuple(dict.fromkeys(name for seen in observed for name in precision.unmet(seen)))
        total += more


def _observed(jobs: Sequence[ReplicationJob], replications: int, precision: Precision) -> list[dict[str, Observed]]:
    """Return, for each variant but the first, its differences from the first in the measures that have a target."""
    first, *others = [_measures(job, replications).pivot(index="replication", columns="measure") for job in jobs]
    base = first["value"]
    return [
        {
            name: Observed(
                difference(base[name].to_numpy(float), other["value"][name].to_numpy(float)), base[name].to_numpy(float)
            )
            for name in precision.targets
        }
        for other in others
    ]


def _measures(job: ReplicationJob, replications: int) -> pd.DataFrame:
    """Return the measures of the finished replications of a variant."""
    return read_parquet(job.files(replications)["measures"], None)


def _repeatable(variant: Variant, replications: int) -> Variant:
    """Return a variant whose scenario asks for the replications that were run."""
    loaded = variant.loaded
    document = copy.deepcopy(loaded.document)
    document["run"]["replications"] = replications
    run = loaded.scenario.run.model_copy(update={"replications": replications})
    scenario = loaded.scenario.model_copy(update={"run": run})
    return replace(variant, loaded=replace(loaded, scenario=scenario, document=document))


class _Found:
    """Gathers what the tables of the variants say, one variant after the other, the first one first."""

    def __init__(self) -> None:
        self.measures: dict[str, pd.DataFrame] = {}
        self.rows: dict[str, list[pd.DataFrame]] = {"causes": [], "changed": [], "pairs": [], "same": [], "states": []}
        self.growing: list[tuple[str, *tuple[Any, ...]]] = []
        self.base: tuple[str, Stories, pd.DataFrame] | None = None

    def add(self, variant: Variant, frames: Mapping[str, pd.DataFrame]) -> None:
        """Take in the tables of a variant, all replications together."""
        tables = Tables(frames, OfficeHours.never())
        self.measures[variant.name] = frames["measures"]
        self._keep("states", variant, states(tables, np.datetime64(variant.loaded.scenario.run.start)))
        self.growing += [(variant.name, *queue) for queue in growing_queues(frames["queues"], frames["stations"])]
        own, stories = lives(tables), Stories.of(tables)
        if self.base is None:
            self.base = variant.name, stories, own
            return
        name, base, base_lives = self.base
        joined = side_by_side(base_lives, own)
        self._keep("causes", variant, causes(joined))
        self._keep("pairs", variant, counted_pairs(joined))
        self._keep("same", variant, same_issues(joined))
        changed = most_changed(joined, MOST_CHANGED)
        for side, its in ((name, base), (variant.name, stories)):
            self._keep("changed", variant, changed.merge(timelines(its, changed), on=KEY).assign(side=side))

    def _keep(self, table: str, variant: Variant, frame: pd.DataFrame) -> None:
        frame.insert(0, "variant", variant.name)
        self.rows[table].append(frame)

    def tables(self, put_in: Mapping[str, Collection[str]], unmeasured: Collection[str]) -> dict[str, pd.DataFrame]:
        """Return the tables of the comparison by name; what a variant puts in and what is unmeasured get no verdict."""
        measures = [frame.assign(variant=name) for name, frame in self.measures.items()]
        columns = ["variant", "replication", "measure", "value"]
        return {
            "measures": pd.concat(measures, ignore_index=True)[columns],
            "differences": differences(self.measures, put_in, unmeasured),
            "growing": pd.DataFrame(self.growing, columns=["variant", *GrowingQueue._fields]),
            **{name: pd.concat(frames, ignore_index=True) for name, frames in self.rows.items()},
        }


def _written(
    variants: Sequence[Variant],
    jobs: Sequence[ReplicationJob],
    folder: Path,
    origins: Mapping[str, Any],
    options: RunOptions,
) -> dict[str, pd.DataFrame]:
    """Write the result folder of each variant; return the tables of the comparison."""
    found = _Found()
    for variant, job, place in zip(variants, jobs, places_of(variants, folder), strict=True):
        _write_one(variant, job, place, origins[variant.name], options, found)
    return found.tables(*of_variants(variants))


def places_of(variants: Sequence[Variant], folder: Path) -> list[Path]:
    """Return the result folder of each variant inside that of its comparison."""
    names = folders(variants)
    return [folder / VARIANTS / names[variant.name] for variant in variants]


def _write_one(
    variant: Variant, job: ReplicationJob, folder: Path, origin: Mapping[str, Any], options: RunOptions, found: _Found
) -> None:
    """Write the result folder of a variant and take in what is found there; its tables are let go of on return."""
    files = job.files(variant.loaded.scenario.run.replications)
    write_run(variant.loaded, folder, files, origin, options)
    found.add(variant, {name: read_parquet(its, TABLES.get(name)) for name, its in files.items()})


def _manifest(variants: Sequence[Variant], question: Question, unmet: Sequence[str]) -> dict[str, Any]:
    """Return what the manifest of a comparison says of its variants and of what was asked."""
    first = variants[0].loaded.document
    entries = [
        {
            "name": variant.name,
            "title": variant.titles(),
            "set": list(variant.loaded.sets),
            "cost_yuan_per_year": yearly_cost(variant.loaded.scenario),
            "changes": [change._asdict() for change in changes(first, variant.loaded.document)],
        }
        for variant in variants
    ]
    asked = {
        "title": dict(question.title),
        "about": question.about,
        "equal_cost": _equal_cost(question),
        "unmet": list(unmet),
    }
    return {"kind": KIND, **asked, "measures": list(question.measures), "variants": entries}


def _period(loaded: Loaded) -> dict[str, Any]:
    """Return when the window of all variants was, when their runs ended, and how long they warmed up."""
    run = loaded.scenario.run
    start = np.datetime64(run.start, "ms")
    opens, closes, ends = np.cumsum([run.warmup.value, run.length.value, run.followup.value])
    days = {"window_from": opens, "window_to": closes - 1}
    return {
        **{name: str((start + np.timedelta64(int(ms), "ms")).astype("datetime64[D]")) for name, ms in days.items()},
        "followed_to": str(start + np.timedelta64(int(ends), "ms")),
        "warmup_days": run.warmup.value / DAY_MS,
    }
