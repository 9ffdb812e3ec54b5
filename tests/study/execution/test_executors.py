"""Crews: processes that end with their parent or at a word, and whose death hurts nobody else."""

import os
import signal
import time
from concurrent.futures.process import BrokenProcessPool
from importlib.util import find_spec

import pytest

from sim.study.execution.executors import DaskMissing, SchedulerGone, cluster_crew, local_crew
from sim.study.execution.processes import THREADS


def number() -> int:
    return os.getpid()


def sleepy(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def threads() -> list[str | None]:
    return [os.environ.get(name) for name in THREADS]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_each_worker_is_a_process_of_its_own() -> None:
    with local_crew(2) as crew:
        assert crew.slots() == 2
        at_once = [crew.executor.submit(sleepy, 0.3) for _ in range(2)]
        found = {future.result() for future in at_once}
    assert len(found) == 2
    assert os.getpid() not in found


def test_a_worker_that_dies_takes_only_its_own_work_and_is_replaced() -> None:
    with local_crew(2) as crew:
        other, victim = crew.executor.submit(sleepy, 0.5), crew.executor.submit(die)
        with pytest.raises(BrokenProcessPool):
            victim.result()
        assert other.result() > 0
        again = [crew.executor.submit(sleepy, 0.3) for _ in range(2)]
        assert len({future.result() for future in again}) == 2


def test_an_error_ends_busy_workers_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), local_crew(1) as crew:
        pid = crew.executor.submit(number).result()
        crew.executor.submit(sleepy, 60)
        raise KeyboardInterrupt
    assert time.monotonic() - began < 20
    assert not alive(pid)


def test_numerical_libraries_take_one_thread_in_workers_and_what_they_like_here() -> None:
    before = threads()
    with local_crew(1) as crew:
        assert crew.executor.submit(threads).result() == ["1"] * len(THREADS)
    assert threads() == before


@pytest.mark.skipif(find_spec("distributed") is None, reason="needs Dask")
def test_no_scheduler_is_told_in_a_sentence() -> None:
    import dask
    import distributed  # noqa: F401  its settings come first, or the end of `set` would take them away

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "300ms"}),
        pytest.raises(SchedulerGone, match="no Dask scheduler answers"),
        cluster_crew("tcp://127.0.0.1:1"),
    ):
        pass


def test_without_dask_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(DaskMissing, match="extra 'dask'"), cluster_crew("tcp://127.0.0.1:1"):
        pass
