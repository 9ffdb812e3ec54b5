"""Replications: the same answer from any number of processes, in order, and nothing finished is lost."""

import time
from multiprocessing import parent_process
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from sim.study.replicate import replicate

LOADED: Any = SimpleNamespace(rows=3)


def simulate(loaded: Any, replication: int, events: bool = False, heartbeat: Any = None) -> dict[str, pd.DataFrame]:
    """An engine that takes longer for earlier replications, so that processes finish out of order."""
    for step in range(3):
        heartbeat(step / 3)
        time.sleep(0.02 * (4 - replication))
    rows = pd.DataFrame({"replication": replication, "value": np.arange(loaded.rows) + 0.1 * replication})
    rows["elsewhere"] = parent_process() is not None
    tables = {"rows": rows, "ground": pd.DataFrame({"grid": [0, 1], "name": ["a", "b"]})}
    return {**tables, "log": rows} if events else tables


def fails_in_the_second(
    loaded: Any, replication: int, events: bool = False, heartbeat: Any = None
) -> dict[str, pd.DataFrame]:
    if replication == 1:
        raise ValueError("no such day")
    return simulate(loaded, replication, events, heartbeat)


def test_rows_come_in_the_order_of_replications() -> None:
    rows = replicate(LOADED, replications=3, simulate=simulate, workers=1)["rows"]
    assert rows["replication"].tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert rows["value"].tolist() == [0, 1, 2, 0.1, 1.1, 2.1, 0.2, 1.2, 2.2]


def test_a_table_without_replications_is_kept_once() -> None:
    ground = replicate(LOADED, replications=3, simulate=simulate, workers=1)["ground"]
    assert ground["name"].tolist() == ["a", "b"]


def test_any_number_of_processes_gives_the_same_tables() -> None:
    here = replicate(LOADED, replications=4, simulate=simulate, events=True, workers=1)
    there = replicate(LOADED, replications=4, simulate=simulate, events=True, workers=3)
    assert here.keys() == there.keys() == {"rows", "ground", "log"}
    assert not here["rows"].pop("elsewhere").any()
    assert there["rows"].pop("elsewhere").all()
    for name in ("rows", "ground"):
        assert_frame_equal(here[name], there[name])


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_rises_from_nothing_to_all(workers: int) -> None:
    shares: list[float] = []
    replicate(LOADED, replications=3, simulate=simulate, workers=workers, progress=shares.append)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert shares == sorted(shares)
    assert len(shares) > 3


def test_after_a_failure_the_finished_ones_are_not_run_again(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such day"):
        replicate(LOADED, replications=2, simulate=fails_in_the_second, workers=1, parts=tmp_path)
    before = (tmp_path / "0" / "rows.parquet").stat().st_mtime_ns
    rows = replicate(LOADED, replications=3, simulate=simulate, workers=1, parts=tmp_path)["rows"]
    assert (tmp_path / "0" / "rows.parquet").stat().st_mtime_ns == before
    assert rows["replication"].tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_a_failure_in_a_process_is_told_and_ends_the_others(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such day"):
        replicate(LOADED, replications=8, simulate=fails_in_the_second, workers=2, parts=tmp_path)
    assert len([part for part in tmp_path.iterdir() if not part.name.startswith(".")]) < 7
    assert not (tmp_path / "1").exists()
