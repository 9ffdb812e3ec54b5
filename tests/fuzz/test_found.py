"""What mutants found in study files, each kind once: what is wrong, where it is told, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.scenario.problems import Place, Problem, ScenarioError, shortened
from sim.study.files.load import load_study
from sim.study.kinds.study import check_study
from tests.conftest import Command
from tests.study.files.studies import HEAD, write

LINES = HEAD.count("\n")
GRIDS = "kind: sweep\nfactors: {a: {path: grids.count, values: [30, 42]}}\n"
SWEEP = "kind: sweep\nfactors: {a: "
"""The beginning of a sweep; what its factor is follows."""

FOUND: dict[str, tuple[str, str]] = {
    "a kind that is a list": ("kind: [x]\n", "study.yaml:5:7: kind: no such kind of study (found a list)"),
    "a kind that is a section": ("kind: {x: 1}\n", "study.yaml:5:7: kind: no such kind of study (found a mapping)"),
    "a typo in only": ("kind: assumptions\nonly: [mechanisms.whistel]\n", "did you mean 'mechanisms.whistle'?"),
    "a typo in leave_out": (
        "kind: assumptions\nleave_out: [stafff]\n",
        "study.yaml:6:13: leave_out.0: no number with a",
    ),
    "nothing left": (
        "kind: assumptions\nonly: [mechanisms.patrol.speed]\nleave_out: [mechanisms.patrol]\n",
        "study.yaml:6:7: only: leaves no number with a range to be varied",
    ),
    "a typo in paths": (
        SWEEP + "{paths: [grids.count, staff.grid_wrkers.count], relative: true, values: [1, 2]}}\n",
        "study.yaml:6:36: factors.a.paths.1: unknown key 'grid_wrkers' (found 'staff.grid_wrkers.count'); "
        "did you mean 'grid_workers'?",
    ),
    "no path": (SWEEP + "{paths: [], values: [1, 2]}}\n", "study.yaml:6:"),
    "an empty path": (SWEEP + "{path: '', values: [1, 2]}}\n", "factors.a.path: unknown key ''"),
    "a path below a number": (SWEEP + "{path: run.seed.x, values: [1, 2]}}\n", "'run.seed' holds a single value"),
    "a position that is none": (SWEEP + "{path: rosters.office.shifts.x, values: [1]}}\n", "no position 'x' in a list"),
    "a position too far": (
        SWEEP + "{path: rosters.office.shifts.9.share, values: [1]}}\n",
        "no position '9' in a list",
    ),
    "a multiple of nothing": (
        SWEEP + "{path: grids.households_per_grid, relative: true, values: [1, 2]}}\n",
        "grids.households_per_grid: the scenario says nothing there",
    ),
    "a multiple of a section": (SWEEP + "{path: grids, relative: true, range: [1, 2]}}\n", "grids: is a section"),
    "a multiple without end": (
        SWEEP + "{path: population.households, relative: true, range: [1, 1e308]}}\n",
        "population.households: is too large a number",
    ),
    "replications as a factor": (
        SWEEP + "{path: run.replications, values: [2, 3]}}\n",
        "the study says `replications`",
    ),
    "replications in a level": (
        SWEEP + "{levels: {x: {run.replications: 2}}}}\n",
        "factors.a.levels.x.run.replications: is no value of a scenario",
    ),
    "replications of a variant": (
        "kind: compare\nvariants: {a: {}, b: {set: {run.replications: 2}}}\n",
        "variants.b.set.run.replications: is no value of a scenario",
    ),
    "a value twice": (
        SWEEP + "{path: grids.count, values: [30, 42, 30]}}\n",
        "study.yaml:6:51: factors.a.values.2: is the",
    ),
    "a level twice": (
        SWEEP + "{levels: {x: {grids.count: 30}, y: {grids.count: 30}}}}\n",
        "factors.a.levels.y: sets the same as the level 'x'",
    ),
    "a path moved twice": (
        "kind: sweep\nfactors: {a: {path: grids.count, values: [30]}, b: {path: grids.count, values: [40]}}\n",
        "factors.b.path: is moved by the factor 'a' already",
    ),
    "a value without end": (
        SWEEP + "{path: grids.count, values: [30, .inf]}}\n",
        "a.values.1: expected a finite number",
    ),
    "a range without end": (SWEEP + "{path: grids.count, range: [1, .inf]}}\n", "expected two finite numbers"),
    "a range of no number": (SWEEP + "{path: grids.count, range: [.nan, 3]}}\n", "expected two finite numbers"),
    "a range too long for its scale": (
        SWEEP + "{path: grids.count, range: [1e-300, 1e300], scale: log}}\n",
        "the ends of a range on a log scale lie too far apart",
    ),
    "true as a number": (GRIDS + "replications: true\n", "study.yaml:7:15: replications: expected a whole number"),
    "true as a number of points": (
        GRIDS + "design: {kind: sobol, points: true}\n",
        "study.yaml:7:31: design.points: expected a whole number",
    ),
    "a multiple that is true": (
        SWEEP + "{path: grids.count, relative: true, values: [true, 2]}}\n",
        "relative values are numbers without a unit",
    ),
    "a seed too large": (GRIDS + "design: {kind: sobol, points: 2, seed: 99999999999}\n", "design.seed: "),
    "a measure twice": (GRIDS + "measures: [yearly_cost, yearly_cost]\n", "measures.1: is named before"),
    "a budget below the start": (
        GRIDS + "replications: {until: {yearly_cost: 1 %}, at_least: 9, at_most: 3}\n",
        "replications.at_most: is less than at_least",
    ),
    "more than sure": (
        "kind: optimise\nfactors: {a: {path: grids.count, values: [30]}}\nminimise: [yearly_cost]\n"
        "select: {confidence: 100 %}\n",
        "select.confidence: must lie between 0 and 1",
    ),
    "a variant without a name": (
        "kind: compare\nvariants: {a: {}, '': {}}\n",
        "study.yaml:6:19: variants.: needs a name",
    ),
    "two worlds": (
        "kind: compare\nvariants: {a: {}, b: {set: {run.seed: 9}}}\n",
        "study.yaml:6:19: variants.b: run.seed is 9",
    ),
    "deep nesting": ("kind: sweep\nabout: " + "[" * 60 + "\n", "study.yaml:6:48: nested deeper than 40 levels"),
    "many aliases": ("kind: &a sweep\nx: [" + "*a, " * 200 + "]\n", "study.yaml:6:405: more than 100 aliases"),
    "a character of no text": ("kind: sweep\nabout: x\x1ay\n", "study.yaml:6:9: not valid YAML: the character U+001A"),
}


@pytest.mark.parametrize("name", FOUND)
def test_each_has_a_place_and_a_sentence(tmp_path: Path, name: str) -> None:
    text, said = FOUND[name]
    with pytest.raises(ScenarioError) as raised:
        check_study(load_study(write(tmp_path, text)))
    lines = str(raised.value).replace(f"{tmp_path}/", "").splitlines()
    assert any(said in line for line in lines), lines
    assert all(problem.place.line for problem in raised.value.problems)


def test_check_goes_on_with_the_next_file(gridgov: Command, tmp_path: Path) -> None:
    worlds = write(tmp_path, "kind: compare\nvariants: {a: {}, b: {set: {run.seed: 9}}}\n")
    broken = tmp_path / "b.yaml"
    broken.write_text("kind: [x]\n", encoding="utf-8")
    code, out, err = gridgov("check", worlds, broken, tmp_path, "village-square")
    assert code == 2
    assert out.startswith("ok  village-square: ")
    assert all(str(file) in err for file in (worlds, broken, tmp_path))


def test_long_and_steering_text_is_shown_short_and_plain() -> None:
    told = Problem(Place("a.yaml", 1, 2), "unknown key " + "x" * 5_000, ("y" * 5_000,), repr("z" * 5_000)).render()
    assert len(told) < 2_000
    assert "(5,000 characters)" in told
    assert shortened("a\x1b[31m\nb") == r"a\x1b[31m\nb"
