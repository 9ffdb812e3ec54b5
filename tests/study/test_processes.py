"""More processes: what they have loaded when they begin, and that Ctrl-C waits until they have."""

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from threading import Thread

import pytest

from sim.study.processes import THREADS, ctrl_c_later, more


def of_worker() -> tuple[int, bool, list[str | None]]:
    return os.getpid(), "sim.lifecycle.lower" in sys.modules, [os.environ.get(name) for name in THREADS]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process is started anew")
def test_a_process_begins_with_all_loaded_and_one_thread() -> None:
    with ProcessPoolExecutor(1, more()) as pool:
        pid, loaded, threads = pool.submit(of_worker).result()
    assert pid != os.getpid()
    assert loaded
    assert threads == ["1"] * len(THREADS)


def test_ctrl_c_waits_until_all_have_begun() -> None:
    begun = []
    with pytest.raises(KeyboardInterrupt), ctrl_c_later():
        signal.raise_signal(signal.SIGINT)
        begun.append("all")
    assert begun == ["all"]
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_other_threads_are_not_asked_for_ctrl_c() -> None:
    begun = []

    def begin() -> None:
        with ctrl_c_later():
            begun.append("all")

    thread = Thread(target=begin)
    thread.start()
    thread.join()
    assert begun == ["all"]
