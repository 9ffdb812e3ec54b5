"""A script that runs replications in several processes needs no guard: they do not begin it again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import multiprocessing
import sys
from pathlib import Path
import sim
from sim.study.execution import processes
from sim.study.kinds.run import RunOptions

print("begun")
if sys.argv[1] == "spawn":  # as on macOS and Windows
    processes.process_context = lambda: multiprocessing.get_context("spawn")
    from sim.study.execution import executors
    executors.process_context = processes.process_context
loaded = sim.load("village-square", ["run.length=1 d", "run.warmup=0 d", "run.followup=0 d", "run.replications=2"])
done = sim.run(loaded, Path("result"), RunOptions("reference", workers=2, report=False))
print(done.measures["replication"].nunique(), "replications,", Path(__file__).name, __spec__)
"""

OWN_FUNCTION = """
from pathlib import Path
from sim.study.execution.executors import local_crew

def double(number):
    return 2 * number

if __name__ == "__main__":
    with local_crew(1) as crew:
        print(crew.executor.submit(double, 4).result())
"""


@pytest.mark.parametrize("begin", ["usual", pytest.param("spawn", marks=pytest.mark.long)])
def test_a_script_without_a_guard_runs_once(tmp_path: Path, begin: str) -> None:
    (tmp_path / "study.py").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "study.py", begin], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.splitlines() == ["begun", "2 replications, study.py None"], done.stderr
    assert not done.stderr


def test_a_function_of_the_script_is_found(tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text(OWN_FUNCTION, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "own.py"], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.splitlines() == ["8"], done.stderr


def test_what_is_set_for_processes_is_set_back() -> None:
    from sim.study.execution.processes import THREADS, beginning

    script, before = sys.modules["__main__"], dict(os.environ)
    file, spec = getattr(script, "__file__", None), script.__spec__
    with beginning():
        assert {os.environ[name] for name in THREADS} == {"1"}
        assert getattr(script, "__file__", None) is None
    assert (getattr(script, "__file__", None), script.__spec__) == (file, spec)
    assert dict(os.environ) == before
