"""Damaged result folders: of a run, a comparison and a study, asked for a report, a story or a check."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

import typer

from tests.fuzz.draw import Draw, Mutant
from tests.fuzz.texts import damaged
from tests.fuzz.trees import changed

SHORT = ["run.warmup=1 day", "run.length=2 days", "run.followup=1 day", "run.replications=2"]
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


def templates(home: Path) -> Path:
    """Return a folder with one good result of each kind, made if it is not there."""
    if (home / "study").is_dir():
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
    run_study(load_study(home / "study.yaml"), home / "begun", StudyOptions("reference", workers=1))
    os.replace(home / "begun", home / "study")
    return home


def made_with(home: Path) -> Callable[[Draw, Path], Mutant]:
    """Return what makes damaged copies of the good results in `home`."""

    def make(draw: Draw, folder: Path) -> Mutant:
        rng = draw.rng("base")
        kind = rng.choice(("run", "run", "comparison", "study"))
        mine = folder / kind
        shutil.rmtree(mine, ignore_errors=True)
        shutil.copytree(home / kind, mine, ignore=shutil.ignore_patterns("*.html", "*.svg", "*.png"))
        story = tuple(_damage(each, mine) for each in draw.damages())
        ask = rng.choice((("report", _report), ("explain", _explain), ("check", _check), ("check", _check)))
        return Mutant((f"{ask[0]} of a {kind}:", *story), lambda: ask[1](mine))

    return make


def _damage(rng: Random, folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        return "nothing is left"
    manifests = [path for path in files if path.suffix in (".json", ".yaml")]
    path = rng.choice(manifests if manifests and rng.random() < 0.4 else files)
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
    raw, told = damaged(rng, path.read_bytes()[:200_000])
    path.write_bytes(raw)
    return f"{name}: {told}"


def _report(folder: Path) -> None:
    from sim.cli.studies import report

    with redirect_stdout(io.StringIO()):
        report(folder)


def _explain(folder: Path) -> None:
    from sim.cli.studies import explain

    with redirect_stdout(io.StringIO()):
        explain(folder, case=0)


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
