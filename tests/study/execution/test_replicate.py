"""Replications: the same answer from any number of processes, in order, and nothing finished is lost."""

import os
import signal
import time
from collections import Counter
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import parent_process
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from sim.record.store import read_parquet
from sim.study.execution import replicate as replications
from sim.study.execution.executors import Crew
from sim.study.execution.replicate import FolderNotShared, replicate
from sim.study.files.refused import Stopped

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


def dies_in_the_second(
    loaded: Any, replication: int, events: bool = False, heartbeat: Any = None
) -> dict[str, pd.DataFrame]:
    if replication == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return simulate(loaded, replication, events, heartbeat)


def dies_once(loaded: Any, replication: int, events: bool = False, heartbeat: Any = None) -> dict[str, pd.DataFrame]:
    mark = Path(loaded.folder) / "died"
    if replication == 1 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return simulate(loaded, replication, events, heartbeat)


def test_the_work_of_a_process_that_dies_is_done_by_another(tmp_path: Path) -> None:
    loaded: Any = SimpleNamespace(rows=3, folder=str(tmp_path))
    shares: list[float] = []
    files = replicate(loaded, tmp_path / "parts", replications=3, simulate=dies_once, workers=2, progress=shares.append)
    assert read_parquet(files["rows"], None)["replication"].tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert shares == sorted(shares) and shares[-1] == 1.0


def dies_once_late(
    loaded: Any, replication: int, events: bool = False, heartbeat: Any = None
) -> dict[str, pd.DataFrame]:
    begun = list(Path(loaded.folder).glob(f"{replication} begun *"))
    (Path(loaded.folder) / f"{replication} begun {len(begun)}").touch()
    if replication == 30 and not begun:
        os.kill(os.getpid(), signal.SIGKILL)
    heartbeat(0.5)
    return {"rows": pd.DataFrame({"replication": [replication]})}


def test_what_a_process_had_finished_when_it_died_counts_once_and_is_not_run_again(tmp_path: Path) -> None:
    loaded: Any = SimpleNamespace(rows=3, folder=str(tmp_path))
    shares: list[float] = []
    parts = tmp_path / "parts"
    replicate(loaded, parts, replications=60, simulate=dies_once_late, workers=2, progress=shares.append)
    begun = Counter(int(file.name.split()[0]) for file in tmp_path.glob("* begun *"))
    assert begun == Counter({number: 2 if number == 30 else 1 for number in range(60)})
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_a_replication_that_processes_die_of_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="ended early"):
        replicated(tmp_path, replications=3, simulate=dies_in_the_second, workers=2)


class Elsewhere(Executor):
    """Another machine: it does everything at once, and what it writes is not seen here."""

    def __init__(self, parts: Path, has_folder: bool) -> None:
        self.parts, self.has_folder = parts, has_folder

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        own = self.parts.with_name("own")
        if not self.has_folder:
            self.parts.rename(own)
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        if self.has_folder:
            self.parts.rename(own)
        return future


@pytest.mark.parametrize(("has_folder", "why"), [(False, "does not have it"), (True, "does not appear here")])
def test_a_cluster_must_share_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_folder: bool, why: str
) -> None:
    crew = Crew(Elsewhere(tmp_path / "parts", has_folder), lambda: 1, ())
    monkeypatch.setattr(replications, "crew_of", lambda workers, scheduler: nullcontext(crew))
    monkeypatch.setattr(replications, "APPEARS_S", 0.3)
    with pytest.raises(FolderNotShared, match=f"all machines of the cluster share.*{why}"):
        replicated(tmp_path / "parts", replications=2, scheduler="tcp://head:8786")


@pytest.mark.parametrize("damage", ["cut", "gone", "no index"])
def test_a_finished_replication_that_is_damaged_is_run_again(tmp_path: Path, damage: str) -> None:
    whole = replicated(tmp_path, replications=2, workers=1)["rows"]
    file = tmp_path / "1" / ("tables.json" if damage == "no index" else "rows.parquet")
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:100])
    else:
        file.unlink()
    before = (tmp_path / "0" / "rows.parquet").stat().st_ino
    assert_frame_equal(replicated(tmp_path, replications=2, workers=1)["rows"], whole)
    assert (tmp_path / "0" / "rows.parquet").stat().st_ino == before
