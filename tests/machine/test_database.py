"""Threads, forks and notebooks: DuckDB is used by each alone."""

import multiprocessing
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

import sim
from sim.record.columns import TABLES
from sim.record.store import read_parquet, read_results, write_parquet
from sim.study.kinds.run import RunOptions

DAY = ["run.length=1 d", "run.warmup=0 d", "run.followup=0 d", "run.replications=1"]
NOTEBOOK = """
import __main__, sys, types
from pathlib import Path
import pandas as pd

class Shell:
    config = {"IPKernelApp": {}}

del __main__.__file__
sys.modules["IPython"] = types.ModuleType("IPython")
sys.modules["IPython"].get_ipython = Shell
sys.modules["ipywidgets"] = None

import duckdb
try:
    duckdb.connect().execute("SET enable_progress_bar = false")
except duckdb.Error:
    print("DuckDB takes this for a notebook")

from sim.record.store import read_parquet, write_parquet
from sim.study.execution.store import StudyStore
write_parquet(Path("numbers.parquet"), pd.DataFrame({"number": [1, 2]}), None)
print(read_parquet(Path("numbers.parquet"), None)["number"].sum())
StudyStore(Path("study"), {}).close()
"""


def numbers(folder: Path) -> Path:
    path = folder / "numbers.parquet"
    write_parquet(path, pd.DataFrame({"number": range(1000)}), None)
    return path


def total(path: Path) -> int:
    return int(read_parquet(path, None)["number"].sum())


def test_threads_read_and_write_at_once(tmp_path: Path) -> None:
    words = pd.DataFrame({"number": range(1000), "word": [f"w{n % 7}" for n in range(1000)]})

    def again(place: int) -> int:
        for turn in range(10):
            write_parquet(tmp_path / f"{place}-{turn}.parquet", words, None)
        return sum(total(tmp_path / f"{place}-{turn}.parquet") for turn in range(10))

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(again, range(16))) == {10 * 499_500}


def test_threads_run_and_read_at_once(tmp_path: Path) -> None:
    loaded = sim.load("village-square", DAY)

    def run(folder: Path) -> pd.DataFrame:
        if not folder.exists():
            sim.run(loaded, folder, RunOptions("reference", 1, report=False))
        return read_results(folder).tables["cases"]

    first = run(tmp_path / "first")
    assert list(first) == [column.name for column in TABLES["cases"]]
    with ThreadPoolExecutor(8) as pool:
        for cases in pool.map(
            run, [tmp_path / "first", tmp_path / "second", tmp_path / "third", *[tmp_path / "first"] * 5]
        ):
            pd.testing.assert_frame_equal(first, cases)


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")
def test_a_fork_after_a_read_reads_and_runs(tmp_path: Path) -> None:
    path, loaded = numbers(tmp_path), sim.load("village-square", DAY)
    assert total(path) == 499_500

    def child() -> None:
        total(path)
        sim.run(loaded, tmp_path / "run", RunOptions("reference", workers=2, report=False))

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join(60)
    process.kill()
    assert process.exitcode == 0
    assert read_results(tmp_path / "run").manifest["complete"]
    assert total(path) == 499_500, "the parent goes on"


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")
def test_a_plain_fork_ends_in_peace(tmp_path: Path) -> None:
    script = f"""
import os
from pathlib import Path
from sim.record.store import read_parquet
path = Path({str(numbers(tmp_path))!r})
read_parquet(path, None)
child = os.fork()
assert len(read_parquet(path, None)) == 1000
if child:
    print("child", os.waitpid(child, 0)[1])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("child 0\n", "")


def test_a_notebook_without_widgets_writes_and_reads(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-"], input=NOTEBOOK, capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.splitlines() == ["DuckDB takes this for a notebook", "3"], done.stderr
