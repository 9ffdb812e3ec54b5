"""Replications: the same answer from any number of processes, in order, and nothing finished is lost."""

import signal
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from sim.record.store import read_parquet
from sim.study.execution.replicate import replicate

LOADED: Any = SimpleNamespace(rows=3)


def simulate(loaded: Any, replication: int, events: bool = False, heartbeat: Any = None) -> dict[str, pd.DataFrame]:
    """An engine that takes longer for earlier replications, so that processes finish out of order."""
    for step in range(3):
        heartbeat(step / 3)
        time.sleep(0.02 * (4 - replication))
    rows = pd.DataFrame({"replication": replication, "value": np.arange(loaded.rows) + 0.1 * replication})
    rows["elsewhere"] = parent_process() is not None
    ground = {"grid": [0, 1], "community": 0, "street": 0, "households": 9, "route_m": 1.0, "outline": ["a", "b"]}
    tables = {"rows": rows, "map": pd.DataFrame(ground)}
    return {**tables, "log": rows} if events else tables


def replicated(parts: Path, **asked: Any) -> dict[str, pd.DataFrame]:
    files = replicate(LOADED, parts, **{"simulate": simulate, **asked})
    return {name: read_parquet(its, None) for name, its in files.items()}


def fails_in_the_second(
    loaded: Any, replication: int, events: bool = False, heartbeat: Any = None
) -> dict[str, pd.DataFrame]:
    if replication == 1:
        raise ValueError("no such day")
    return simulate(loaded, replication, events, heartbeat)


def test_rows_come_in_the_order_of_replications(tmp_path: Path) -> None:
    rows = replicated(tmp_path, replications=3, workers=1)["rows"]
    assert rows["replication"].tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert rows["value"].tolist() == [0, 1, 2, 0.1, 1.1, 2.1, 0.2, 1.2, 2.2]


def test_the_map_is_kept_once(tmp_path: Path) -> None:
    ground = replicated(tmp_path, replications=3, workers=1)["map"]
    assert ground["outline"].tolist() == ["a", "b"]


def test_any_number_of_processes_gives_the_same_tables(tmp_path: Path) -> None:
    here = replicated(tmp_path / "here", replications=4, events=True, workers=1)
    there = replicated(tmp_path / "there", replications=4, events=True, workers=3)
    assert here.keys() == there.keys() == {"rows", "map", "log"}
    assert not here["rows"].pop("elsewhere").any()
    assert there["rows"].pop("elsewhere").all()
    for name in ("rows", "map"):
        assert_frame_equal(here[name], there[name])


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_rises_from_nothing_to_all(tmp_path: Path, workers: int) -> None:
    shares: list[float] = []
    replicated(tmp_path, replications=3, workers=workers, progress=shares.append)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert shares == sorted(shares)
    assert len(shares) > 3


def test_after_a_failure_the_finished_ones_are_not_run_again(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such day"):
        replicated(tmp_path, replications=2, simulate=fails_in_the_second, workers=1)
    before = (tmp_path / "0" / "rows.parquet").stat().st_mtime_ns
    rows = replicated(tmp_path, replications=3, workers=1)["rows"]
    assert (tmp_path / "0" / "rows.parquet").stat().st_mtime_ns == before
    assert rows["replication"].tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def slow(loaded: Any, replication: int, events: bool = False, heartbeat: Any = None) -> dict[str, pd.DataFrame]:
    for step in range(200):
        heartbeat(step / 200)
        time.sleep(0.1)
    return {}


@pytest.mark.usefixtures("heeding_ctrl_c")
def test_ctrl_c_while_processes_begin_is_answered_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    submit = ProcessPoolExecutor.submit

    def interrupted(*args: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return submit(*args)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", interrupted)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        replicated(tmp_path, replications=4, simulate=slow, workers=2)
    assert time.monotonic() - began < 10.0


def test_a_failure_in_a_process_is_told_and_ends_the_others(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such day"):
        replicated(tmp_path, replications=8, simulate=fails_in_the_second, workers=2)
    assert len([part for part in tmp_path.iterdir() if not part.name.startswith(".")]) < 7
    assert not (tmp_path / "1").exists()
