"""Which engine takes a run."""

import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from sim.engines import choice
from sim.engines.choice import EngineMissing, choose
from sim.scenario.load import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(name="scenario")
def _scenario():
    return load("village-square").scenario


@pytest.fixture(name="with_numba")
def _with_numba(monkeypatch):
    """Have it look as if numba of some version were installed, or none at all."""

    def install(found):
        def version(name):
            assert name == "numba"
            if found is None:
                raise PackageNotFoundError(name)
            return found

        monkeypatch.setattr(choice, "version", version)

    return install


def test_the_engine_that_is_asked_for_is_taken(scenario):
    assert choose("reference", scenario) == ("reference", "as asked")
    assert choose("compiled", scenario) == ("compiled", "as asked")


@pytest.mark.parametrize("tested", ["0.61.0", "0.61.2rc1", "0.68.1"])
def test_a_compiler_that_was_tested_is_used(tested, scenario, with_numba):
    with_numba(tested)
    assert choose("compiled", scenario).engine == "compiled"


LACKING = [
    (None, "numba, which compiles it, is not installed"),
    ("0.60.9", "numba 0.60.9 is installed, and the kernel was tested with versions from 0.61 and before 0.69"),
    ("0.69.0rc1", "numba 0.69.0rc1 is installed"),
    ("1.0", "numba 1.0 is installed"),
    ("0.7", "numba 0.7 is installed"),
    ("odd", "numba odd is installed"),
]


@pytest.mark.parametrize(("found", "told"), LACKING)
def test_without_it_the_reference_engine_runs_and_says_how_to_get_the_other(found, told, scenario, with_numba):
    with_numba(found)
    engine, why = choose("auto", scenario)
    assert engine == "reference"
    assert why.startswith(told)
    assert "pip install 'gridgov[fast]'" in why


@pytest.mark.parametrize(("found", "told"), LACKING)
def test_without_it_asking_for_the_compiled_engine_is_refused(found, told, scenario, with_numba):
    with_numba(found)
    with pytest.raises(EngineMissing, match="the compiled engine cannot run") as refused:
        choose("compiled", scenario)
    assert told in str(refused.value)
    assert "pip install 'gridgov[fast]'" in str(refused.value)


def test_a_refused_engine_is_an_error_without_a_traceback(gridgov, with_numba, tmp_path):
    with_numba("0.1.0")
    code, _, told = gridgov("run", "village-square", "--engine", "compiled", "--out", tmp_path / "run")
    assert code == 2
    assert "numba 0.1.0 is installed" in told and "Traceback" not in told
    assert not (tmp_path / "run").exists()


def test_what_is_installed_is_what_was_tested():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first, beyond = (".".join(map(str, release)) for release in choice.NUMBA)
    assert project["optional-dependencies"]["fast"] == [f"numba>={first},<{beyond}"]
    pinned = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line)
    installed = tuple(map(int, pinned["numba"].split(".")[:2]))
    assert choice.NUMBA[0] <= installed < choice.NUMBA[1]
    assert installed == (choice.NUMBA[1][0], choice.NUMBA[1][1] - 1), "the newest version that was tested"
