"""A small run with its event log, made once for all tests of this folder."""

from pathlib import Path

import pytest

import sim
from sim.study.kinds.run import RunOptions

SETS = ("run.warmup=1 day", "run.length=1 day", "run.followup=1 day", "run.replications=2")


@pytest.fixture(scope="session")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of the village square: three days, two replications."""
    folder = tmp_path_factory.mktemp("reading") / "square"
    options = RunOptions("reference", workers=1, report=False)
    sim.run(sim.load("village-square", SETS), folder, options)
    return folder
