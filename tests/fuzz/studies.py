"""Damaged study files: those of experiments/, and small ones of the kinds that are not there."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from sim.scenario.merge import copied
from sim.scenario.presets import preset_folder
from sim.scenario.source import parse
from sim.study.files.load import check_points, load_study
from sim.study.files.models import Compare
from tests.fuzz.draw import Draw, Mutant
from tests.fuzz.files import damaged_file

POINTS = 3
"""Points of each study that are loaded; thousands of mutants leave no time for all."""

HEAD = "name: small\ntitle: {en: Small, zh: 小}\nscenario: village-square\nset: {run.length: 2 weeks}\n"
SMALL = {
    "morris": HEAD + "kind: sensitivity\ndesign: {method: morris, points: 2, levels: 4}\nfactors:\n"
    "  workers: {path: staff.grid_workers.count, range: [20, 60]}\n"
    "  pace: {path: mechanisms.patrol.speed, range: [1.2 km/h, 3 km/h], scale: log}\n",
    "sobol": HEAD + "kind: sensitivity\ndesign: {method: sobol, points: 4, second_order: true}\nfactors:\n"
    "  crews: {paths: [departments.housing.crews, departments.utilities.crews], relative: true, range: [0.8, 1.5]}\n"
    "  grids: {path: grids.count, values: [30, 42]}\n",
    "levels": HEAD + "kind: sweep\nreplications: {until: {detection_median_h: 5 %, yearly_cost: 1 %}, at_most: 20}\n"
    "factors:\n  cover:\n    title: {en: Cover, zh: 代巡}\n    levels:\n      nobody: {mechanisms.density.cover: 0}\n"
    "      neighbour: {mechanisms.density.cover: 0.5, mechanisms.density.split: halves}\n"
    "  work: {path: hazards.litter.rate, relative: true, values: [0.5, 1, 2]}\n",
    "spread": HEAD + "kind: sweep\ndesign: {kind: latin_hypercube, points: 5, seed: 2}\nmeasures: [yearly_cost]\n"
    "factors:\n  grids: {path: grids.count, range: [20, 60], steps: 4}\n",
    "optimise": HEAD + "kind: optimise\nminimise: [yearly_cost]\nsubject_to: {closing_p90_h: at most 400 h}\n"
    "trials: 6\nbatch: 2\nselect: {finalists: 2, confidence: 95 %, tolerance: 2 %, at_least: 3, at_most: 6}\n"
    "factors:\n  grids: {path: grids.count, values: [20, 60]}\n",
    "assumptions": HEAD + "kind: assumptions\nonly: [mechanisms.patrol, staff]\nleave_out: [mechanisms.patrol.speed]\n"
    "variants: {few: {set: {grids.count: 30}}, many: {scenario: jiancaoping-tenth, title: Many}}\n",
    "compare": HEAD + "kind: compare\nreplications: {until: {detection_median_h: 2 %}}\nmeasures: [yearly_cost]\n"
    "variants: {a: {}, b: {title: {en: B, zh: 乙}, set: {grids.count: 30, staff.grid_workers.roster: office}}}\n",
}


def make(draw: Draw, folder: Path) -> Mutant:
    """Return a damaged study file."""
    files = {file.stem: file.read_bytes() for file in sorted((preset_folder().parent / "experiments").glob("*.yaml"))}
    known = files | {name: text.encode() for name, text in SMALL.items()}
    name = draw.rng("base").choice([*files, *SMALL, *SMALL])
    path = folder / "mutant.yaml"
    story = damaged_file(draw, copied(parse(known[name].decode(), name).data), path, known[name])
    return Mutant((f"{name}:", *story), lambda: checked(path), path)


def checked(path: Path) -> None:
    """Do what `gridgov check` does with a study file, with a few of its points only."""
    from sim.study.kinds.study import KINDS, check_study, kind_of

    file = load_study(path)
    if isinstance(file.study, Compare):
        check_study(file)
        return
    points = KINDS[kind_of(file.study)].planned(file)
    check_points(file, islice(points, POINTS), lambda share: None, lambda scenario: None)
