"""Ten ways to break a scenario, through the whole way of reading one and through the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from tests.scenario.conftest import Write

Command = Callable[..., tuple[int, str, str]]

BROKEN: dict[str, tuple[str | bytes, str]] = {
    "a typing error in a key": (
        "extends: village-square\nrun:\n  lenght: 4 weeks\n",
        "a.yaml:3:3: run.lenght: unknown key 'lenght'; keys here are followup, length, replications, seed, start, "
        "stock, warmup; did you mean 'length'?",
    ),
    "a wrong unit": (
        "extends: village-square\nrun: {length: 4 weks}\n",
        "a.yaml:2:15: run.length: unknown unit 'weks' (found '4 weks'); a duration is written like '20 min', "
        "'4 working hours', '7 days'; did you mean 'weeks'?",
    ),
    "a negative rate": (
        "extends: village-square\nhazards:\n  noise:\n    rate: -1 per resident per year\n",
        "a.yaml:4:11: hazards.noise.rate: must not be negative (found '-1 per resident per year'); a rate per "
        "resident is written like '160 per 1000 residents per year', '0.9 per resident per year'",
    ),
    "an unknown department": (
        "extends: village-square\nhazards:\n  noise:\n    handled_by:\n      polise: {share: 0, work: 20 min}\n",
        "a.yaml:5:7: hazards.noise.handled_by.polise: no such unit (found 'polise'); known here are grid, "
        "community, sanitation, enforcement, urban_management, utilities, market_supervision, housing, "
        "municipal_works, civil_affairs, police, traffic_police, environment, emergency, planning, culture, "
        "agriculture, education, health; did you mean 'police'?",
    ),
    "a roster that is never open": (
        "extends: village-square\nrosters:\n  watch:\n    shifts: []\n",
        "a.yaml:3:3: rosters.watch: is never open; say `always: true` or give shifts",
    ),
    "a circle of files": (
        "extends: a.yaml\n",
        "a.yaml:1:10: extends: extends goes round in a circle: a.yaml -> a.yaml (found 'a.yaml')",
    ),
    "a key that is there twice": (
        "extends: village-square\ngrids: {count: 50}\ngrids: {count: 60}\n",
        "a.yaml:3:1: grids: duplicate key 'grids', first on line 2",
    ),
    "a file that was cut off": (
        "extends: village-square\ngrids: {count: 50\n",
        "a.yaml:3:1: the file ends too early: expected ',' or '}', but got '<stream end>' while parsing a flow mapping",
    ),
    "a file in another encoding": (
        "extends: village-square\ntitle: 网格\n".encode("gbk"),
        "a.yaml:2:8: not UTF-8 text: byte 31 is 0xcd; save the file as UTF-8",
    ),
    "an empty file": ("", "a.yaml: the file is empty"),
}


@pytest.fixture(params=BROKEN)
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """Return each broken file with what is to be said of it."""
    text, said = BROKEN[request.param]
    path = tmp_path / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path, said


def test_one_fault_gets_one_line(broken: tuple[Path, str]) -> None:
    path, said = broken
    with pytest.raises(ScenarioError) as caught:
        load(path)
    assert caught.value.render() == said.replace("a.yaml:", f"{path}:", 1)


def test_the_command_line_tells_the_same_and_ends_with_two(gridgov: Command, broken: tuple[Path, str]) -> None:
    path, said = broken
    for command in ("check", "run"):
        assert gridgov(command, path) == (2, "", said.replace("a.yaml:", f"{path}:", 1) + "\n")


def test_all_faults_of_all_kinds_come_at_once(write: Write, gridgov: Command) -> None:
    text = """\
extends: village-square
run: {lenght: 4 weeks, warmup: 2}
grids: {households_per_grid: 250}
hazards:
  litter: {hours: dya, handled_by: {polise: {share: 0.1, work: 20 min}}}
prevention: {liter: 0.1}
"""
    code, out, err = gridgov("check", write("a.yaml", text))
    assert (code, out) == (2, "")
    assert re.findall(r"a\.yaml:(\d+):\d+: ([\w.]+):", err) == [
        ("2", "run.lenght"),
        ("2", "run.warmup"),
        ("3", "grids"),
        ("5", "hazards.litter.hours"),
        ("5", "hazards.litter.handled_by"),
        ("5", "hazards.litter.handled_by.polise"),
        ("6", "prevention.liter"),
    ]
