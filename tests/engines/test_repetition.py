"""The same seed gives the same bytes; another seed, another replication, other numbers; processes do not matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from sim.engines import simulate
from sim.record.columns import TABLES
from sim.record.store import write_parquet
from sim.scenario.load import load
from sim.study.execution.replicate import replicate
from tests.engines.runs import ran

BRIEF = ("run.stock=empty", "run.warmup=1 day", "run.length=1 week", "run.followup=3 days")


def bytes_of_cases(folder: Path, seed: int, replication: int) -> bytes:
    file = folder / f"{seed}.parquet"
    tables = simulate(load("village-square", [*BRIEF, f"run.seed={seed}"]), replication)
    write_parquet(file, tables["cases"], TABLES["cases"])
    return file.read_bytes()


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    first = bytes_of_cases(tmp_path, 5, 0)
    assert first == bytes_of_cases(tmp_path, 5, 0)
    assert first != bytes_of_cases(tmp_path, 6, 0)
    assert first != bytes_of_cases(tmp_path, 5, 1)


def test_one_process_or_two(tmp_path: Path) -> None:
    loaded = load("village-square", BRIEF)
    one, two = (
        replicate(loaded, tmp_path / str(n), replications=2, simulate=simulate, workers=n, events=True) for n in (1, 2)
    )
    assert one.keys() == two.keys()
    assert "events" in one
    for name, files in one.items():
        assert [file.read_bytes() for file in files] == [file.read_bytes() for file in two[name]]


def test_a_longer_run_has_the_same_beginning() -> None:
    """Up to the end of the shorter run every row of the log is the same; the window and its marks leave no trace."""
    shorter, longer = ran(*BRIEF), ran(*BRIEF, "run.followup=10 days")
    end = shorter.plan.run.end
    beginning = longer.log[longer.log["time_ms"] < end]
    assert_frame_equal(shorter.log[shorter.log["time_ms"] < end], beginning)


@pytest.mark.parametrize("followup", ["0 days", "1 hour"])
def test_a_run_may_end_with_its_window(followup: str) -> None:
    brief = ran("run.warmup=0 days", "run.length=3 days", f"run.followup={followup}")
    assert len(brief.cases) > 0
    assert (brief.outcome.stations["busy"] > 0).any()
