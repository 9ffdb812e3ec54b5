"""Study files: everything wrong is told at once, each fault where it is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.scenario.presets import preset_folder
from sim.scenario.problems import ScenarioError
from sim.study.files.factors import COLUMNS
from sim.study.files.load import is_study, load_study
from sim.study.files.models import KINDS
from sim.study.files.schema import json_schema, render_schema
from sim.study.kinds.study import check_study
from tests.study.files.studies import HEAD, write

ROOT = preset_folder().parent
EXPERIMENTS = sorted((ROOT / "experiments").glob("*.yaml"))
LINES = HEAD.count("\n")


def faults(folder: Path, text: str, head: str = HEAD) -> list[str]:
    with pytest.raises(ScenarioError) as raised:
        check_study(load_study(write(folder, text, head)))
    return str(raised.value).replace(f"{folder}/", "").splitlines()


def test_words_of_a_study_are_told_with_the_nearest(tmp_path: Path) -> None:
    lines = faults(tmp_path, "kind: sweep\nfactor: {}\nmeasures: [detection_medain_h]\nreplications: 0\n")
    assert any("unknown key 'factor'" in line and "'factors'" in line for line in lines)
    assert any("measures.0: no such measure" in line and "'detection_median_h'" in line for line in lines)
    assert any(line.startswith(f"study.yaml:{LINES + 4}:15: replications: ") for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: swep\n", "did you mean 'sweep'?"),
        ("about: x\n", "missing 'kind'"),
        ("kind: sweep\nfactors: {a: {values: [1]}}\n", "needs one of path, paths and levels"),
        ("kind: sweep\nfactors: {a: {path: grids.count}}\n", "needs values or a range"),
        ("kind: sweep\nfactors: {a: {path: grids.count, range: [40, 30]}}\n", "less than the second"),
        ("kind: sweep\nfactors: {a: {path: grids.count, range: [0, 30], scale: log}}\n", "above zero"),
        ("kind: sweep\nfactors: {a: {path: x.y, values: [1]}}\n", "unknown key 'x'"),
        ("kind: sweep\nfactors: {a: {path: staff.grid_workers.cuont, values: [1]}}\n", "did you mean 'count'?"),
        ("kind: sweep\nfactors: {a: {path: grids.count, values: [30]}}\ndesign: {kind: sobol}\n", "how many points"),
        (
            "kind: sweep\nfactors: {a: {path: grids.count, range: [30, 40]}}\ndesign: {kind: sobol, points: 12}\n",
            "e.g. 8 or 16",
        ),
        ("kind: assumptions\nvariants: {a: {}}\n", "two variants"),
        ("kind: optimise\nfactors: {a: {path: grids.count, values: [30]}}\n", "one or two different measures"),
        (
            "kind: optimise\nfactors: {a: {path: grids.count, values: [30]}}\nminimise: [yearly_cost]\n"
            "subject_to: {detection_median_h: below 3 h}\n",
            "written like 'at most 72 h'",
        ),
        ("kind: compare\nvariants: {a: {}, b: {scenario: vilage-square}}\n", "did you mean 'village-square'?"),
        ("kind: compare\nvariants: {a: {}, b: {set: {grids.count: 3.5}}}\n", "whole number"),
        ("kind: sweep\nfactors: {Point: {path: grids.count, values: [30]}}\n", "a column of the result tables"),
        (
            "kind: sweep\nreplications: {until: {x: 5 %}}\nfactors: {a: {path: grids.count, values: [30]}}\n",
            "no such measure",
        ),
        ("kind: sweep\nfactors: {}\n", "study.yaml:6:1: factors: holds 0, needs 1 or more"),
        ("kind: compare\nvariants: {a: {}}\n", "study.yaml:6:1: variants: holds 1, needs 2 or more"),
        ("kind: sweep\nfactors: {a: {path: grids.count, range: [3]}}\n", "range: holds 1, needs 2 or more"),
        ("kind: sweep\nfactors: {a: {path: grids.count, range: [1, 2], steps: 1}}\n", "steps: must be at least 2"),
    ],
)
def test_what_cannot_be_is_told_where_it_stands(tmp_path: Path, text: str, expected: str) -> None:
    lines = faults(tmp_path, text)
    assert any(expected in line for line in lines), lines
    assert all(line.startswith("study.yaml:") for line in lines)


@pytest.mark.parametrize("digits", [309, 5_000])
@pytest.mark.parametrize(
    "text",
    [
        "kind: sweep\nfactors: {a: {path: grids.count, values: [{n}]}}\n",
        "kind: sweep\nfactors: {a: {path: grids.count, values: [{n}], relative: true}}\n",
        "kind: sweep\nfactors: {a: {path: grids.count, values: ['{n} h']}}\n",
        "kind: sweep\nfactors: {a: {path: grids.count, range: [1, {n}]}}\n",
        "kind: sweep\nfactors: {a: {path: calendar.holidays.{n}, values: [2026-01-01]}}\n",
        "kind: sweep\nfactors: {a: {levels: {one: {calendar.holidays.{n}: 2026-01-01}, two: {}}}}\n",
        "kind: sweep\nreplications: {n}\nfactors: {a: {path: grids.count, values: [30]}}\n",
        "kind: compare\nreplications: {until: {detection_median_h: '{n} h'}}\n"
        "variants: {a: {}, b: {set: {grids.count: 30}}}\n",
        "kind: compare\nvariants: {a: {}, b: {set: {grids.count: {n}}}}\n",
        "kind: optimise\nfactors: {a: {path: grids.count, values: [30]}}\nminimise: [yearly_cost]\n"
        "subject_to: {detection_median_h: at most {n} h}\n",
    ],
)
def test_numbers_of_too_many_digits_are_refused_in_words(tmp_path: Path, text: str, digits: int) -> None:
    lines = faults(tmp_path, text.replace("{n}", "9" * digits))
    assert all(line.startswith("study.yaml:") and "digits" not in line for line in lines), lines


def test_each_target_of_a_rule_is_told_at_its_own_place(tmp_path: Path) -> None:
    until = "replications:\n  until:\n    detection_medain_h: 5 %\n    closing_p90_h: soon\n    yearly_cost: 1 %\n"
    lines = faults(tmp_path, f"kind: sweep\n{until}factors: {{a: {{path: grids.count, values: [30]}}}}\n")
    assert len(lines) == 2
    assert lines[0].startswith(f"study.yaml:{LINES + 4}:5:") and "did you mean 'detection_median_h'" in lines[0]
    assert lines[1].startswith(f"study.yaml:{LINES + 5}:20:") and "soon" in lines[1]


@pytest.mark.parametrize("name", COLUMNS)
def test_factors_have_names_of_their_own_in_the_tables(tmp_path: Path, name: str) -> None:
    text = f"kind: sweep\nfactors:\n  {name}: {{path: grids.count, values: [30]}}\n"
    (line,) = faults(tmp_path, text)
    assert line.startswith(f"study.yaml:{LINES + 3}:3: factors.{name}: is a column of the result tables")
    assert "another name than point, name," in line


def test_all_wrong_points_are_told_at_once_and_each_fault_once(tmp_path: Path) -> None:
    text = (
        "kind: sweep\nfactors:\n  workers: {path: staff.grid_workers.count, values: [20, 3.5]}\n"
        "  cover: {path: mechanisms.density.cover, values: [0.5, 1.5]}\n"
    )
    lines = faults(tmp_path, text)
    assert [line.split(" ")[0] for line in lines] == [f"study.yaml:{LINES + 3}:58:", f"study.yaml:{LINES + 4}:57:"]


def test_a_level_that_cannot_be_is_told_where_it_is_written(tmp_path: Path) -> None:
    text = (
        "kind: sweep\nfactors:\n  way:\n    levels:\n      day: {}\n      none: {staff.grid_workers.roster: nobody}\n"
    )
    assert faults(tmp_path, text)[0].startswith(f"study.yaml:{LINES + 6}:")


def test_relative_values_are_multiples_of_what_the_scenario_says(tmp_path: Path) -> None:
    text = (
        "kind: sweep\nfactors: {crews: {paths: [departments.utilities.crews, departments.utilities.travel.time],"
        " relative: true, range: [0.5, 2], scale: log, steps: 3}}\n"
    )
    file = load_study(write(tmp_path, text))
    crews = file.base.loaded.scenario.departments["utilities"].crews.value
    low, same, high = (setting.sets for setting in file.axes[0].levels())
    assert low[0] == f"departments.utilities.crews={round(crews / 2)}"
    assert high == (f"departments.utilities.crews={2 * crews}", "departments.utilities.travel.time=40 min")
    assert same[1] == "departments.utilities.travel.time=20 min"


def test_the_schema_knows_all_kinds_and_the_one_in_the_documentation_is_current() -> None:
    assert set(json_schema()["discriminator"]["mapping"]) == set(KINDS)
    path = ROOT / "docs" / "study.schema.json"
    assert path.read_text(encoding="utf-8") == render_schema(), f"run: gridgov schema study > {path}"
    assert json.loads(render_schema()) == json_schema()


@pytest.mark.parametrize("path", EXPERIMENTS, ids=lambda path: path.stem)
def test_experiments_are_good_studies(path: Path) -> None:
    assert path.read_text().startswith("# yaml-language-server: $schema=../docs/study.schema.json")
    assert is_study(path)
    file = load_study(path)
    assert file.study.name == path.stem
    assert file.study.about and file.study.title.zh
