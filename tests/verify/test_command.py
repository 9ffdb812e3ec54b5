"""The command `gridgov verify`."""

import json
from collections.abc import Callable

import pytest

from sim.verify import run

Command = Callable[..., tuple[int, str, str]]
FEW = ("verify", "--only", "finite", "--engine", "reference", "--workers", "1")


def test_it_tells_case_formula_source_and_verdict(gridgov: Command) -> None:
    code, out, _ = gridgov(*FEW)
    assert code == 0
    for told in ("finite population", "Palm 1947", "few-homes.yaml", "theory", "standard error", "agrees", "3 of 3"):
        assert told in out


def test_json_has_every_figure_and_a_difference_is_the_exit_code(
    gridgov: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a limit of nothing, all differ."""
    monkeypatch.setattr(run, "LIMIT", 0.0)
    code, out, _ = gridgov(*FEW, "--json")
    found = json.loads(out)
    assert code == 1
    assert {row["verdict"] for row in found} == {"differs"}
    assert set(found[0]) == set(run.Row._fields)


def test_a_word_in_no_case_is_refused_with_the_nearest(gridgov: Command) -> None:
    code, out, told = gridgov("verify", "--only", "tandm")
    assert (code, out) == (2, "")
    assert "'tandem'" in told


def test_every_scenario_is_used() -> None:
    used = {case.scenario for case in run.CASES}
    assert {file.stem for file in run.SCENARIOS.glob("*.yaml")} == used | {"bare"}
