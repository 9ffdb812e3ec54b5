"""Damaged scenario files: presets as they stand, files of `gridgov new`, and files that say sections of them anew."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from sim.cli.new_scenario import small
from sim.scenario.load import Loaded, load
from sim.scenario.merge import copied
from sim.scenario.presets import preset_folder
from sim.scenario.source import parse
from tests.fuzz.draw import Draw, Mutant
from tests.fuzz.files import damaged_file

RUN_SHARE = 0.02
"""Share of accepted scenarios that are also lowered and run for a day."""
SMALL = 12_000
"""Households of a district that is small enough to be run among thousands of mutants."""
BASES = ("small", "small", "sections", "sections", "sections", "sections", "new")
A_DAY = ("run.warmup=0 d", "run.length=1 day", "run.followup=0 d", "run.replications=1")


def make(draw: Draw, folder: Path) -> Mutant:
    """Return a damaged scenario."""
    rng = draw.rng("base")
    base = "jiancaoping" if rng.random() < 0.03 else rng.choice(BASES)
    path = _home(folder) / "mutant.yaml"
    tree, raw, name = _document(base, rng)
    story = damaged_file(draw, tree, path, raw)
    runs = draw.rng("run").random() < RUN_SHARE

    def attempt() -> None:
        loaded = load(path)
        if runs:
            run_a_day(loaded, path)

    return Mutant((f"{name}:", *story), attempt, path)


def _home(folder: Path) -> Path:
    """Return a folder in which the presets lie beside the mutant, so that it may extend their files."""
    for preset in preset_folder().glob("*.yaml"):
        if not (folder / preset.name).exists():
            (folder / preset.name).write_bytes(preset.read_bytes())
    return folder


def _document(base: str, rng: Random) -> tuple[dict[str, Any], bytes | None, str]:
    """Return a good document as a tree, its text as its author wrote it (if it has one), and its name."""
    if base == "new":
        raw = small("mine").encode()
        return copied(parse(raw.decode(), "new").data), raw, "gridgov new"
    if base == "sections":
        whole = resolved(rng.choice(("village-square", "jiancaoping-tenth")))
        sections = rng.sample(sorted(whole), rng.randint(1, 3))
        tree = {"extends": "village-square", **{name: copied(_part(whole[name], rng)) for name in sections}}
        return tree, None, f"sections {', '.join(sections)}"
    names = [file.stem for file in sorted(preset_folder().glob("*.yaml")) if file.stem != "jiancaoping"]
    name = "jiancaoping" if base == "jiancaoping" else rng.choice(names)
    raw = (preset_folder() / f"{name}.yaml").read_bytes()
    return copied(parse(raw.decode(), name).data), raw, name


def _part(section: Any, rng: Random) -> Any:
    """Return a section, of a large one some entries."""
    if not isinstance(section, dict) or len(section) < 4:
        return section
    return {name: section[name] for name in rng.sample(sorted(section), 3)}


@cache
def resolved(preset: str) -> dict[str, Any]:
    """Return all that a preset says, not to be changed."""
    return load(preset).document


def run_a_day(loaded: Loaded, path: Path) -> None:
    """Run an accepted scenario for a day by the reference engine if it is small; raise ValueError for nonsense."""
    from sim.engines import simulate
    from sim.scenario.problems import ScenarioError

    if loaded.scenario.population.households.value > SMALL:
        return
    try:
        short = load(path, A_DAY)
    except ScenarioError:  # e.g. a shock that begins on a later day
        return
    cases = simulate(short, 0)["cases"]
    for name in cases.columns[cases.columns.str.endswith(("_min", "_h"))]:
        if (cases[name] < 0).any():
            raise ValueError(f"{name} is negative")
