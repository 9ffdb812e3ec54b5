"""Processes: how many, what they have loaded when they begin, and that Ctrl-C waits until they have."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from threading import Thread

import pytest

from sim.scenario.load import load
from sim.study.execution.processes import THREADS, beginning, process_context, process_count


@pytest.mark.parametrize(
    ("engine", "preset", "count"),
    [
        ("compiled", "village-square", 1),
        ("compiled", "jiancaoping-800", 3),
        ("reference", "village-square", 3),
    ],
)
def test_only_few_rows_of_the_compiled_engine_are_not_worth_a_second_process(
    monkeypatch: pytest.MonkeyPatch, engine: str, preset: str, count: int
) -> None:
    monkeypatch.setattr("sim.study.execution.processes.cores", lambda: 3)
    assert process_count(engine, load(preset, ["run.replications=4"]).scenario) == count


def test_there_are_as_many_processes_as_wished_but_no_more_than_replications() -> None:
    scenario = load("village-square", ["run.replications=4"]).scenario
    assert [process_count("compiled", scenario, wanted) for wanted in (1, 3, 9)] == [1, 3, 4]


def of_worker() -> tuple[int, bool, bool, list[str | None]]:
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    return os.getpid(), "sim.plan.lower" in sys.modules, blocked, [os.environ.get(name) for name in THREADS]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process is started anew, and loads for itself")
def test_a_process_begins_with_all_loaded_one_thread_and_deaf_to_ctrl_c() -> None:
    with ProcessPoolExecutor(1, process_context()) as pool, beginning():
        future = pool.submit(of_worker)
    pid, loaded, blocked, threads = future.result()
    assert pid != os.getpid()
    assert loaded
    assert blocked
    assert threads == ["1"] * len(THREADS)


def test_what_lies_in_the_users_folder_is_not_taken_for_a_part_of_this(tmp_path: Path) -> None:
    (tmp_path / "sim.py").write_text("raise SystemExit('the wrong sim')")
    asked = ["run", "village-square", "--set", "run.length=7d", "--replications", "2", "--workers", "2", "--no-report"]
    command = [Path(sys.executable).with_name("gridgov"), *asked, "--quiet", "--out", "out"]
    ended = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "out" / "manifest.json").is_file()


@pytest.mark.usefixtures("heeding_ctrl_c")
def test_ctrl_c_waits_until_all_have_begun() -> None:
    begun = []
    with pytest.raises(KeyboardInterrupt), beginning():
        signal.raise_signal(signal.SIGINT)
        begun.append("all")
    assert begun == ["all"]
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_another_thread_may_begin_processes_too() -> None:
    begun = []

    def begin() -> None:
        with beginning():
            begun.append("all")

    thread = Thread(target=begin)
    thread.start()
    thread.join()
    assert begun == ["all"]
