"""Running the cases: replications of each in each engine, by several processes, and the verdicts.

A figure agrees if its mean over independent replications lies within `LIMIT` standard errors of theory. The standard
error has few degrees of freedom, so the distance is told as the normal deviate of the same probability (Student's t).
At 4 a right figure is refused once in 16,000, so one of all of them, some 160, once in a hundred seeds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from scipy import stats

from sim.engines import simulate, simulate_compiled
from sim.language.units import nearest_word
from sim.said import listed, said
from sim.scenario.load import Loaded, load
from sim.study.execution.evaluate import ready
from sim.study.execution.processes import beginning, process_context
from sim.study.files.refused import Refused
from sim.verify import exact, finding, networks, queues
from sim.verify.case import Known, Seen

if TYPE_CHECKING:
    import pandas as pd

CASES: tuple[Known, ...] = (*queues.CASES, *networks.CASES, *finding.CASES, *exact.CASES)
"""All cases, in the order in which they are shown."""

LIMIT = 4.0
"""Normal deviates from theory beyond which a figure differs."""
COARSEST = {"compiled": 0.01, "reference": 0.4}
"""Standard errors above this part of theory would let too much pass; the reference engine is slow, runs short, and is
held to the tables of the other besides."""
SHORT_REPLICATIONS = 5
"""Of the reference engine."""
FARTHEST = 38.0
"""A deviate whose probability is the smallest number there is."""
SAME = "same tables as the compiled engine"

ENGINES = {"compiled": simulate_compiled, "reference": simulate}
SCENARIOS = Path(__file__).with_name("scenarios")
Engine = Literal["compiled", "reference"]
Verdict = Literal["agrees", "differs", "too coarse"]


class Task(NamedTuple):
    """A replication to run: of which case (number), by which engine, the short run or the long one, whether beside the
    other engine, and the seed."""

    case: int
    engine: Engine
    replication: int
    short: bool
    beside: bool
    seed: int


class Row(NamedTuple):
    """One figure of a case in one engine: theory, the mean over replications, its standard error, the distance in
    normal deviates, and the verdict."""

    case: str
    scenario: str
    engine: str
    formula: str
    source: str
    figure: str
    theory: float
    simulated: float
    error: float
    z: float
    verdict: Verdict


def engines_for(wanted: Literal["both", "compiled", "reference"]) -> tuple[tuple[Engine, ...], str]:
    """Return the engines to try, and what is to be said of that; the compiled one is compiled if it alone is wanted.

    Raises EngineMissing if it cannot be.
    """
    from sim.engines.choice import WAY_TO_COMPILED, EngineMissing, what_compiling_lacks

    if wanted == "reference":
        return ("reference",), ""
    lacking = what_compiling_lacks()
    if lacking and wanted == "compiled":
        raise EngineMissing(
            said(
                "the compiled engine cannot run: {lacking}; {way_to_compiled}",
                lacking=lacking,
                way_to_compiled=said(WAY_TO_COMPILED),
            )
        )
    if lacking:
        return ("reference",), said(
            "reference engine only: {lacking}; {way_to_compiled}",
            lacking=lacking,
            way_to_compiled=said(WAY_TO_COMPILED),
        )
    from sim.engines.compiled.cache import is_compiled

    if wanted == "compiled":
        ready()
        return ("compiled",), ""
    if not is_compiled():
        return ("reference",), "reference engine only: the other is not compiled yet; --engine compiled does that first"
    return ("compiled", "reference"), ""


def named(words: Iterable[str]) -> list[Known]:
    """Return the cases whose name or scenario has one of these words in it, or all if there are none.

    Raises Refused if a word is in none.
    """
    wanted = list(words)
    for word in wanted:
        if not any(_has(case, word) for case in CASES):
            nearest = nearest_word(word, [name for case in CASES for name in (case.name, case.scenario)])
            names = listed((case.name for case in CASES), "; ")
            meant = said(", did you mean {nearest!r}?", nearest=nearest)
            hint = meant if nearest else said("; they are {names}", names=names)
            raise Refused(said("no case is called {word!r}{hint}", word=word, hint=hint))
    return [case for case in CASES if not wanted or any(_has(case, word) for word in wanted)]


def _has(case: Known, word: str) -> bool:
    return any(word.lower() in name.lower() for name in (case.name, case.scenario))


def verified(
    engines: Sequence[Engine],
    cases: Iterable[Known] = CASES,
    workers: int | None = None,
    seed: int = 1,
    step: Callable[[str, float], None] = lambda name, share: None,
) -> list[Row]:
    """Run cases by these engines and hold them against theory; `step` is told the case and the share that is done."""
    numbers = [CASES.index(case) for case in cases]
    both = len(engines) > 1
    tasks = [
        Task(number, engine, replication, engine == "reference", both and engine == "reference", seed)
        for number in numbers
        for engine in engines
        for replication in range(loaded_for(number, engine == "reference", seed).scenario.run.replications)
    ]
    found: dict[tuple[int, Engine], list[dict[str, float]]] = {}
    for done, (task, figures) in enumerate(zip(tasks, _each(tasks, workers or os.cpu_count() or 1), strict=True), 1):
        found.setdefault((task.case, task.engine), []).append(figures)
        step(CASES[task.case].name, done / len(tasks))
    return [row for (number, engine), values in found.items() for row in rows(CASES[number], engine, values)]


def _each(tasks: list[Task], workers: int) -> Iterator[dict[str, float]]:
    """Yield the figures of tasks in their order; one worker is this process."""
    if workers == 1:
        yield from map(run_task, tasks)
        return
    with beginning():
        pool = ProcessPoolExecutor(workers, mp_context=process_context())
        results = pool.map(run_task, tasks)
    try:
        yield from results
    finally:
        pool.shutdown(cancel_futures=True)


@cache
def loaded_for(number: int, short: bool, seed: int) -> Loaded:
    """Load the scenario of a case, shortened for the reference engine."""
    case = CASES[number]
    shorter = (f"run.length={case.short}", f"run.replications={SHORT_REPLICATIONS}") if short else ()
    return load(SCENARIOS / f"{case.scenario}.yaml", [f"run.seed={seed}", *case.sets, *shorter])


def run_task(task: Task) -> dict[str, float]:
    """Run one replication; its figures by name."""
    loaded = loaded_for(task.case, task.short, task.seed)
    tables = ENGINES[task.engine](loaded, task.replication)
    figures = dict(CASES[task.case].measured(Seen(loaded.scenario, tables)))
    if task.beside:
        figures[SAME] = float(_equal(tables, simulate_compiled(loaded, task.replication)))
    return figures


def _equal(one: dict[str, pd.DataFrame], other: dict[str, pd.DataFrame]) -> bool:
    return one.keys() == other.keys() and all(table.equals(other[name]) for name, table in one.items())


def rows(case: Known, engine: Engine, values: Sequence[dict[str, float]]) -> list[Row]:
    """Hold the figures of all replications of a case against theory."""
    theory = dict(case.theory(loaded_for(CASES.index(case), False, 1).scenario))
    if SAME in values[0]:
        theory[SAME] = 1.0
    return [
        judged(case, engine, name, expected, [value[name] for value in values], case.exact or name == SAME)
        for name, expected in theory.items()
    ]


def judged(case: Known, engine: Engine, figure: str, theory: float, values: Sequence[float], exact_one: bool) -> Row:
    """Judge one figure from its value in each replication."""
    mean, error = float(np.mean(values)), float(np.std(values, ddof=1)) / len(values) ** 0.5
    z = deviate((mean - theory) / error, len(values) - 1) if error > 0 else 0.0 if mean == theory else FARTHEST
    verdict: Verdict = "agrees" if abs(z) <= LIMIT else "differs"
    if exact_one:
        verdict = "agrees" if all(value == theory for value in values) else "differs"
    elif verdict == "agrees" and error > COARSEST[engine] * abs(theory):
        verdict = "too coarse"
    return Row(case.name, case.scenario, engine, case.formula, case.source, figure, theory, mean, error, z, verdict)


def deviate(t: float, freedom: int) -> float:
    """Return the normal deviate as improbable as a t of so many degrees of freedom."""
    tail = float(stats.t.sf(abs(t), freedom))
    return float(np.sign(t) * min(stats.norm.isf(tail), FARTHEST)) if tail == tail else FARTHEST
