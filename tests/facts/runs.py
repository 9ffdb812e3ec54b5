"""Running the experiments of facts: each arm and replication once, kept so that what was interrupted goes on."""

from __future__ import annotations

import hashlib
import itertools
import json
import math
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.engines import simulate_compiled
from sim.engines.compiled.cache import compile_now
from sim.scenario.load import Loaded, load
from sim.scenario.problems import ScenarioError
from sim.study.execution.measuring import measured
from sim.study.execution.provenance import numbers_digest
from sim.study.files.load import StudyFile, load_study, points
from tests.facts.claims import Found
from tests.facts.probes import Probe

STUDIES = Path(__file__).parents[2] / "experiments" / "facts"
BASE = ("base", "jiancaoping-tenth", ("run.length=26 weeks",))
REPLICATIONS = 14
"""Replications of the base case as it is; studies say theirs."""

Row = dict[str, float]


class NotInTheModel(Exception):
    """A study sets what the scenario does not know; the message names it."""


@dataclass(frozen=True)
class Experiment:
    """Arms by name, each a scenario, and how many replications each has."""

    arms: Mapping[str, Loaded]
    replications: int


def experiment(study: str | None, replications: int | None = None, sets: Sequence[str] = ()) -> Experiment:
    """Return the experiment of a study file, or of the base case (None); raises NotInTheModel.

    `replications` and `sets`, assignments laid over all arms, make it shorter.
    """
    if study is None:
        name, scenario, own = BASE
        return Experiment({name: load(scenario, [*own, *sets])}, replications or REPLICATIONS)
    try:
        file = load_study(STUDIES / f"{study}.yaml")
        arms = _variants(file, sets) if file.variants else _points(file, sets)
    except ScenarioError as error:
        raise NotInTheModel(", ".join(dict.fromkeys(_unknown(error)))) from None
    asked = file.study.replications
    assert isinstance(asked, int), "studies of facts count their replications"
    return Experiment(arms, replications or asked)


def _variants(file: StudyFile, sets: Sequence[str]) -> dict[str, Loaded]:
    return {arm.name: load(arm.base, [*arm.sets, *sets]) for arm in file.variants}


def _points(file: StudyFile, sets: Sequence[str]) -> dict[str, Loaded]:
    """Return the points of a sweep by the values of their factors: `1.4`, `together 0.3`."""
    made = points(file, itertools.product(*(axis.levels() for axis in file.axes)))
    return {
        " ".join(_spelled(value) for _, value in point.factors): load(point.base, [*point.sets, *sets])
        for point in made
    }


def _unknown(error: ScenarioError) -> Iterator[str]:
    for problem in error.problems:
        if "unknown key" not in problem.message:
            raise error
        yield ".".join(map(str, problem.path)) if problem.path[:1] != ("factors",) else str(problem.found).strip("'\"")


def _spelled(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def run(experiment: Experiment, probes: Sequence[Probe], kept: Path | None = None) -> Found:
    """Run an experiment and return what it found; what lies in the file `kept` from the same code is not run again."""
    compile_now()
    key = _key(experiment, probes)
    known: dict[str, Row] = {}
    if kept is not None and kept.exists():
        told = json.loads(kept.read_text("utf-8"))
        known = told["rows"] if told["key"] == key else {}
    for name, loaded in experiment.arms.items():
        for replication in range(experiment.replications):
            at = f"{name} #{replication}"
            if at not in known:
                known[at] = _row(loaded, replication, probes)
                if kept is not None:
                    _keep(kept, {"key": key, "rows": known})
    numbers = range(experiment.replications)
    names = {name: known[f"{name} #0"] for name in experiment.arms}
    return Found(
        {arm: {name: [known[f"{arm} #{r}"][name] for r in numbers] for name in row} for arm, row in names.items()}
    )


def _row(loaded: Loaded, replication: int, probes: Sequence[Probe]) -> Row:
    tables = simulate_compiled(loaded, replication)
    row = dict(measured(loaded.scenario, tables).set_index("measure")["value"])
    for probe in probes:
        row |= probe(loaded, tables)
    return {name: float(value) if math.isfinite(value) else math.nan for name, value in row.items()}


def _key(experiment: Experiment, probes: Sequence[Probe]) -> str:
    of = hashlib.sha256(numbers_digest().encode())
    for name, loaded in experiment.arms.items():
        of.update(f"{name}{json.dumps(loaded.document, default=str, sort_keys=True)}".encode())
    of.update(" ".join(probe.__name__ for probe in probes).encode())
    of.update((Path(__file__).parent / "probes.py").read_bytes())
    return of.hexdigest()


def _keep(path: Path, told: Mapping[str, object]) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
        json.dump(told, file)
    os.replace(file.name, path)
