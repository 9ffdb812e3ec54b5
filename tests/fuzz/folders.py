"""Damaged result folders: of a run, a comparison and a study, asked for a report, a story or a check; and studies that
were interrupted, which are to go on."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import typer

from sim.record.contents import STORE
from sim.study.files.points import Point, Result
from tests.fuzz.draw import Draw, Mutant
from tests.fuzz.texts import damaged
from tests.fuzz.trees import changed

SHORT = ["run.stock=empty", "run.warmup=1 day", "run.length=2 days", "run.followup=1 day", "run.replications=2"]
STUDY = """\
name: small
title: Small
kind: sweep
scenario: village-square
set: {run.warmup: 1 day, run.length: 1 day, run.followup: 1 day}
replications: 2
measures: [yearly_cost]
factors: {grids: {path: grids.count, values: [30, 42]}}
"""
MOST_BYTES = 4_000_000
"""Of a file that are damaged; what lies beyond is cut off."""


@dataclass(frozen=True)
class Costs:
    """Stands in for the simulator, so that a study goes on in a moment."""

    def __call__(self, points: Sequence[Point], replication: int) -> list[Result]:
        """Return a cost for each point."""
        return [Result(point.number, replication, {"yearly_cost": 1e7 + point.number}) for point in points]


def templates(home: Path) -> Path:
    """Return a folder with one good result of each kind, and a study that was interrupted, made if it is not there."""
    if (home / "interrupted").is_dir():
        return home
    import sim
    from sim.study.files.load import load_study
    from sim.study.kinds.run import RunOptions
    from sim.study.kinds.study import StudyOptions, run_study

    options = RunOptions("reference", workers=1, report=False)
    home.mkdir(parents=True, exist_ok=True)
    (home / "study.yaml").write_text(STUDY, encoding="utf-8")
    shutil.rmtree(home / "run", ignore_errors=True)
    sim.run(sim.load("village-square", SHORT), home / "run", options)
    shutil.rmtree(home / "comparison", ignore_errors=True)
    sim.compare(sim.variants(["village-square", ":grids.count=30"], SHORT), home / "comparison", options)
    for name in ("study", "interrupted"):
        shutil.rmtree(home / name, ignore_errors=True)
        shutil.rmtree(home / "begun", ignore_errors=True)
        stop = _stop if name == "interrupted" else lambda told, share: None
        with suppress(KeyboardInterrupt):
            asked = load_study(home / "study.yaml")
            run_study(asked, home / "begun", StudyOptions("reference", workers=1), stop, Costs())
        os.replace(home / "begun", home / name)
    return home


def _stop(told: str, share: float) -> None:
    """Interrupt a study when half of its runs are done."""
    if "runs" in told and share >= 0.5:
        raise KeyboardInterrupt


def made_with(home: Path) -> Callable[[Draw, Path], Mutant]:
    """Return what makes damaged copies of the good results in `home`."""

    def make(draw: Draw, folder: Path) -> Mutant:
        rng = draw.rng("base")
        kind = rng.choice(("run", "run", "comparison", "study", "interrupted", "interrupted"))
        mine = folder / kind
        shutil.rmtree(mine, ignore_errors=True)
        shutil.copytree(home / kind, mine, ignore=shutil.ignore_patterns("*.html", "*.svg", "*.png"))
        story = tuple(_damage(each, mine) for each in draw.damages())
        if kind == "interrupted" and rng.random() < 0.7:
            return Mutant(("a study goes on:", *story), lambda: _go_on(home / "study.yaml", mine))
        ask = rng.choice((("report", _report), ("explain", _explain), ("check", _check), ("check", _check)))
        return Mutant((f"{ask[0]} of a {kind}:", *story), lambda: ask[1](mine))

    return make


def _damage(rng: Random, folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        return "nothing is left"
    manifests = [path for path in files if path.suffix in (".json", ".yaml")]
    path = rng.choice(manifests if manifests and rng.random() < 0.4 else files)
    if folder.name == "interrupted" and (folder / STORE).is_file() and rng.random() < 0.7:
        path = folder / STORE
    name = path.relative_to(folder)
    how = rng.random()
    if how < 0.1:
        path.unlink()
        return f"{name} deleted"
    if how < 0.15:
        path.unlink()
        path.mkdir()
        return f"{name} is a folder"
    if how < 0.2:
        other = rng.choice(files)
        shutil.copyfile(other, path) if other != path else None
        return f"{name} replaced by {other.relative_to(folder)}"
    if path.suffix == ".json" and how < 0.8:
        try:
            tree = json.loads(path.read_bytes())
        except ValueError:
            tree = None
        if isinstance(tree, dict):
            told = changed(rng, tree)
            path.write_bytes(json.dumps(tree, default=str).encode("utf-8", "surrogatepass"))
            return f"{name}: {told}"
    raw, told = damaged(rng, path.read_bytes()[:MOST_BYTES])
    path.write_bytes(raw)
    return f"{name}: {told}"


def _report(folder: Path) -> None:
    from sim.cli.studies import report

    with redirect_stdout(io.StringIO()):
        report(folder)


def _explain(folder: Path) -> None:
    from sim.cli.reading import explain

    with redirect_stdout(io.StringIO()):
        explain(folder, case=0)


def _go_on(study: Path, folder: Path) -> None:
    from sim.study.files.load import load_study
    from sim.study.kinds.study import StudyOptions, run_study

    run_study(load_study(study), folder, StudyOptions("reference", workers=1), evaluate=Costs())


def _check(folder: Path) -> None:
    """Check a folder as the command does; what is told on the error stream is refused in words."""
    from sim.cli.scenarios import check
    from sim.study.files.refused import Refused

    told = io.StringIO()
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(told):
            check([str(folder)])
    except typer.Exit as end:
        if end.exit_code:
            raise Refused(told.getvalue()) from None
