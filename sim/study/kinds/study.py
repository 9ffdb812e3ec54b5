"""A study, from its file to a result folder with tables and a report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sim.engines.choice import choose
from sim.language.quantity import Label
from sim.language.units import counted
from sim.measures.catalogue import MEASURES
from sim.measures.studies import ComparisonFound, StudyFound
from sim.said import said
from sim.scenario.merge import copied
from sim.scenario.models import Scenario
from sim.scenario.problems import Problem, ScenarioError
from sim.show.pages.comparison import COMPARED
from sim.show.pages.report_tables import KEY_FIGURES
from sim.show.pages.study_report import Heading, write_study_report
from sim.study.execution.evaluate import Evaluation
from sim.study.execution.folder import held
from sim.study.execution.identity import identity
from sim.study.execution.runner import Runner
from sim.study.execution.sizes import Load, Need, need_of, refuse_many_points, weighed
from sim.study.files.load import StudyFile, check_points
from sim.study.files.models import Compare, Optimise, Study
from sim.study.files.points import Evaluate, Point
from sim.study.files.precision import Until
from sim.study.files.variants import ONE_WORLD, Variant, differences_of_world
from sim.study.kinds import assumptions, optimise, sensitivity, sweep
from sim.study.kinds.comparison import Question, compare
from sim.study.kinds.origins import refuse_unmeasured, unmeasured_of
from sim.study.kinds.outcomes import Runs
from sim.study.kinds.run import RunOptions, Step, ready_engine
from sim.words import Language

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

SHOWN = (*KEY_FIGURES, "yearly_cost")
"""Measures that are shown if a study names none."""

UNCHANGING = ("title", "about", "measures")
"""What a study file says that changes no run; it stands in `study.yaml` all the same, for the report."""


class Kind(NamedTuple):
    """A kind of study: how many points it has at most, those known beforehand, and what runs and analyses it."""

    counted: Callable[[StudyFile], int]
    planned: Callable[[StudyFile], list[Point]]
    run: Callable[[StudyFile, Sequence[str], Runs], StudyFound]


KINDS = {
    "sweep": Kind(sweep.counted, sweep.planned, sweep.run),
    "sensitivity": Kind(sensitivity.counted, sensitivity.planned, sensitivity.run),
    "assumptions": Kind(assumptions.counted, assumptions.planned, assumptions.run),
    "optimise": Kind(optimise.counted, optimise.planned, optimise.run),
}
"""All kinds but `compare`, which has a report of its own."""


@dataclass(frozen=True)
class StudyOptions:
    """How a study is run, which changes nothing in the answer.

    `workers` is the number of processes on this machine, None for one on each core; `scheduler` the address of a Dask
    cluster to be used instead.
    """

    engine: Literal["auto", "reference", "compiled"] = "auto"
    workers: int | None = None
    scheduler: str | None = None
    language: Language = "en"
    overwrite: bool = False


@dataclass(frozen=True, repr=False)
class Done:
    """A finished study: its folder and report, what it found, and how many of its runs failed."""

    folder: Path
    report: Path
    found: StudyFound | ComparisonFound
    failed: int = 0

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """Return its tables by name."""
        return self.found.tables

    def figures(self, language: Language = "en") -> dict[str, Figure]:
        """Return the figures of its report by name, drawn anew, to be saved or looked at: matplotlib's figures.

        In English if no Chinese font is installed. None of a comparison, whose figures lie in its folder as SVG.
        """
        from sim.show.figures.style import style_for
        from sim.show.pages.studies.page import study_page

        if isinstance(self.found, ComparisonFound):
            return {}
        style = style_for(language)
        return {figure.name: figure.draw(style) for figure in study_page(self.found, style.language).figures}

    def __repr__(self) -> str:
        """Return in a line what the study found, and where it is."""
        failed = f"; {counted(self.failed, 'run')} failed" if self.failed else ""
        return f"<study in {self.folder}, {self.found.kind}: {self.found.held}{failed}>"

    def _repr_html_(self) -> str:
        """Return its answer, for notebooks."""
        from sim.show.pages.notebook import study_html
        from sim.show.pages.studies.page import answer_of

        return study_html(f"study in {self.folder}", answer_of(self.found, "en"))


def check_study(file: StudyFile, step: Step = lambda name, share: None) -> int:
    """Return the number of points that are known beforehand.

    Raises ScenarioError with all that is wrong in any, also with variants that cannot be paired, and TooLarge for more
    points than can be, before any is made.
    """
    return check_sizes(file, step)[0]


def check_sizes(file: StudyFile, step: Step = lambda name, share: None) -> tuple[int, Load]:
    """Return the same, and what a replication of all points of the study takes, those of a search included."""
    load = Load()
    refuse_unmeasured(file)
    if isinstance(file.study, Compare):
        _refuse_other_worlds(file)
        for arm in file.variants:
            load.add(arm.loaded.scenario)
        return len(file.variants), load
    kind = KINDS[kind_of(file.study)]
    counted = kind.counted(file)
    refuse_many_points(counted)
    points = kind.planned(file)
    check_points(file, points, partial(step, said("checking {points:,} points", points=len(points))), load.add)
    return len(points), load.spread_over(counted if isinstance(file.study, Optimise) else len(points))


def need_of_study(file: StudyFile, load: Load, engine: str, workers: int | None) -> Need:
    """Return what a study needs on this machine, as far as it is known before it runs.

    `workers` is the number of processes, None for one on each core. With a rule of precision it is what its least
    number of replications needs.
    """
    asked = file.study.replications
    if isinstance(asked, Until):
        replications = asked.at_least
    elif isinstance(file.study, Compare):
        replications = file.variants[0].loaded.scenario.run.replications
    else:
        replications = asked
    return need_of(load, replications, engine, workers or os.cpu_count() or 1)


def _refuse_other_worlds(file: StudyFile) -> None:
    """Raise ScenarioError if variants have different worlds, each told where it is written."""
    problems = [
        Problem(
            file.document.place(("variants", name), of_key=True),
            said("{told}; {one_world}", told=told, one_world=said(ONE_WORLD)),
            ("variants", name),
        )
        for name, told in differences_of_world(_variants(file))
    ]
    if problems:
        raise ScenarioError(problems)


def kind_of(study: Study) -> str:
    """Return the word that its file has for its kind."""
    return str(getattr(study, "kind", ""))


def run_study(
    file: StudyFile,
    folder: Path,
    options: StudyOptions = StudyOptions(),
    step: Step = lambda name, share: None,
    evaluate: Evaluate | None = None,
    warn: Callable[[str], object] = lambda line: None,
) -> Done:
    """Run what the study asks for and write its result folder.

    A study that was interrupted is taken up where it stopped if it has not changed; nothing is run twice. `evaluate`
    stands in for the simulator, and `warn` is told what one must know before a long or large study. Raises
    ScenarioError for a point that cannot be, TooLarge for a study that this machine cannot run, Refused for a
    comparison on a cluster, and what `Runner` and `compare` raise.
    """
    planned, load = check_sizes(file, step)
    if evaluate is None and options.scheduler is None:
        engine = choose(options.engine, file.base.loaded.scenario).engine
        for line in weighed(need_of_study(file, load, engine, options.workers)):
            warn(line)
    if isinstance(file.study, Compare):
        return _compared(file, folder, options, step)
    evaluate = evaluate or _simulation(file, planned, options, step)
    asked = _with_bases(file)
    texts = {key: asked.pop(key) for key in UNCHANGING if key in asked}
    runner = Runner(
        folder,
        identity(asked, (arm.base for arm in (file.base, *file.variants))),
        evaluate,
        texts=texts,
        workers=options.workers,
        scheduler=options.scheduler,
        overwrite=options.overwrite,
        progress=lambda finished, total, failed: step(_progress(finished, total, failed), finished / max(total, 1)),
    )
    with held(folder):
        with runner:
            found = analysed(file, _runs(runner))
            failures = runner.failures()
            runner.keep(found.tables)
        return write_study(file, folder, found, failures, options.language)


def analysed(file: StudyFile, runs: Runs) -> StudyFound:
    """Return what a study of any kind but `compare` finds in the runs that it asks for."""
    found = KINDS[kind_of(file.study)].run(file, measures_of(file.study), runs)
    return replace(found, unmeasured=unmeasured_of(file))


def measures_of(study: Study) -> Sequence[str]:
    """Return the measures that a study shows."""
    return study.measures or [name for name in SHOWN if name in MEASURES]


def _with_bases(file: StudyFile) -> dict[str, Any]:
    """Return what the study file says, each scenario by the name under which the study keeps it."""
    document: dict[str, Any] = copied(file.document.data)
    document["scenario"] = file.base.base
    for arm in file.variants:
        if "scenario" in document["variants"][arm.name]:
            document["variants"][arm.name]["scenario"] = arm.base
    return document


def _runs(runner: Runner) -> Runs:
    def run(wanted: Iterable[tuple[Point, int]]) -> pd.DataFrame:
        runner.need(wanted)
        return runner.results()

    return run


def _progress(finished: int, total: int, failed: int) -> str:
    bad = said(", {failed:,} failed", failed=failed) if failed else ""
    return said("{finished:,} of {total:,} runs{bad}", finished=finished, total=total, bad=bad)


def _simulation(file: StudyFile, points: int, options: StudyOptions, step: Step) -> Evaluation:
    """Return the evaluation by simulation, on the engine that suits so many runs."""
    asked = file.study.replications
    replications = points * (asked.at_least if isinstance(asked, Until) else asked)
    engine = ready_engine(RunOptions(options.engine), _repeated(file.base.loaded.scenario, replications), step)
    bases = (arm.base for arm in (file.base, *file.variants))
    return Evaluation.of(bases, "compiled" if engine == "compiled" else "reference")


def _repeated(scenario: Scenario, replications: int) -> Scenario:
    return scenario.model_copy(update={"run": scenario.run.model_copy(update={"replications": replications})})


def heading_of(file: StudyFile) -> Heading:
    """Return what stands above the findings of a study."""
    study = file.study
    return Heading(
        study.title,
        _told(study.about),
        kind_of(study),
        file.base.loaded.scenario.title,
        file.base.sets,
        file.base.loaded.document,
    )


def write_study(file: StudyFile, folder: Path, found: StudyFound, failures: pd.DataFrame, language: Language) -> Done:
    """Write figures and report into the folder of a study; return what was done."""
    report = write_study_report(folder, heading_of(file), found, failures, language)
    return Done(folder, report, found, len(failures))


def _told(about: str | Label) -> str | dict[str, str]:
    """Return what is told of a study as a manifest keeps it."""
    return about if isinstance(about, str) else about.model_dump()


def _compared(file: StudyFile, folder: Path, options: StudyOptions, step: Step) -> Done:
    """Run a study of kind `compare`."""
    study = file.study
    asked = study.replications
    rule = asked.precision() if isinstance(asked, Until) else None
    question = Question(study.title.model_dump(), _told(study.about), rule, measures=study.measures)
    run_options = RunOptions(
        options.engine,
        options.workers,
        language=options.language,
        overwrite=options.overwrite,
        scheduler=options.scheduler,
    )
    done = compare(_variants(file), folder, run_options, step, question)
    found = ComparisonFound(
        study.measures or COMPARED,
        {arm.name: arm.title for arm in file.variants},
        done.differences,
        done.causes,
        done.notes,
        unmeasured=unmeasured_of(file),
    )
    return Done(done.folder, done.report, found)


def _variants(file: StudyFile) -> list[Variant]:
    return [Variant(arm.name, arm.loaded, arm.title.model_dump()) for arm in file.variants]
