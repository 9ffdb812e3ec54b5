"""What a task needs is known before it begins: near the truth, refused in words, or said beforehand."""

from pathlib import Path

import pytest

from sim.scenario.load import load
from sim.scenario.sizes import EMPTY_BYTES, replication_bytes, size_of
from sim.study.execution.machine import Memory, memory
from sim.study.execution.sizes import (
    MOST_POINTS,
    Load,
    Need,
    TooLarge,
    lasting,
    need_of,
    need_of_run,
    refuse_many_points,
    told,
    weighed,
)
from tests.soak.__main__ import ratios, took

GB = 1e9
ROOMY = Memory(64 * GB, 60 * GB)


def need(runs: int = 4, processes: int = 2, each: float = 1 * GB, main: float = GB / 5, seconds: float = 9.0) -> Need:
    return Need(runs, processes, each, main, seconds)


def test_a_small_run_takes_what_is_stated() -> None:
    told = took("village-square")
    size = size_of(load("village-square").scenario)
    assert told["issues"] == pytest.approx(size.issues, rel=0.1)
    assert told["rows"] == pytest.approx(size.rows, rel=0.2)
    assert 1 / 1.3 < ratios(told, told)[0] < 1.3


@pytest.mark.parametrize(
    ("preset", "sets", "peak"),
    [
        ("jiancaoping-800", ["run.length=52 weeks"], 818e6),
        ("weihai", ["run.length=52 weeks"], 2_385e6),
        ("jiancaoping-800", ["grids.count=100000", "run.length=10 weeks"], 602e6),
    ],
)
def test_memory_is_stated_as_it_was_measured(preset: str, sets: list[str], peak: float) -> None:
    mib = 1.048576  # measured in MiB
    assert replication_bytes(load(preset, sets).scenario) == pytest.approx(peak * mib, rel=0.25)


def test_what_grows_is_counted() -> None:
    few = replication_bytes(load("village-square").scenario)
    for more in (
        "run.length=10 years",
        "population.residents=2000000",
        "territory.places=1000000",
        "staff.grid_workers.count=20000",
    ):
        assert replication_bytes(load("village-square", [more]).scenario) > few + 10e6, more


def test_replications_without_end_are_refused_with_estimate_and_limit() -> None:
    asked = need_of_run(load("village-square", ["run.replications=1000000000000"]).scenario, "reference", 1)
    with pytest.raises(
        TooLarge, match=r"1,000,000,000,000 runs would take about [\d,]+ years on one process"
    ) as refused:
        weighed(asked, lambda: ROOMY)
    assert "at most 366 days" in str(refused.value)


def test_what_does_not_fit_into_the_machine_is_refused() -> None:
    with pytest.raises(TooLarge, match=r"needs about 81 GB of memory \(2 processes\), and this machine has 64 GB"):
        weighed(need(each=40.4 * GB), lambda: ROOMY)


def test_fewer_processes_are_proposed_where_they_fit() -> None:
    with pytest.raises(TooLarge, match="add workers=3"):
        weighed(need(runs=9, processes=8, each=20 * GB), lambda: ROOMY)


def test_so_many_runs_that_their_list_fills_memory_are_refused() -> None:
    with pytest.raises(TooLarge, match="fewer replications or fewer points"):
        weighed(need_of(Load(points=10, most_bytes=EMPTY_BYTES), 1_000_000, "compiled", 32), lambda: ROOMY)


def test_what_is_not_free_is_said_before() -> None:
    (line,) = weighed(need(each=4.4 * GB), lambda: Memory(24 * GB, 6 * GB))
    assert line == "this needs about 9.0 GB of memory, and 6.0 GB are free; workers=1 to the options needs less"


def test_what_lasts_for_days_is_said_before() -> None:
    assert weighed(need(seconds=3 * 86_400.0), lambda: ROOMY) == ["this takes about 3.0 days on 2 processes"]


def test_what_is_small_needs_no_word() -> None:
    assert not weighed(need(), lambda: ROOMY)
    assert not weighed(need(), lambda: None)


def test_the_reference_engine_needs_more() -> None:
    load_of_one = Load().add(load("village-square").scenario)
    slow, fast = (need_of(load_of_one, 5, engine, 1) for engine in ("reference", "compiled"))
    assert slow.seconds > 2 * fast.seconds
    assert slow.bytes > fast.bytes


def test_points_are_refused_by_their_count() -> None:
    refuse_many_points(MOST_POINTS)
    with pytest.raises(TooLarge, match=r"1,000,000,000 points, and at most 1,000,000"):
        refuse_many_points(10**9)


def test_times_are_told_in_units_that_suit() -> None:
    assert [lasting(s) for s in (0.2, 119, 150, 7200, 5e5, 1e11)] == [
        "1 s",
        "119 s",
        "2.5 min",
        "2.0 h",
        "5.8 days",
        "3,171 years",
    ]


def test_a_need_is_told_in_a_line() -> None:
    assert told(need()) == "about 9 s on 2 processes, 2.2 GB of memory"


def machine(root: Path, files: dict[str, str]) -> Memory | None:
    """Return the memory that a machine with these files tells of."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return memory(root)


MEMINFO = {
    "proc/meminfo": "MemTotal: 2000 kB\nMemFree: 100 kB\nMemAvailable: 1500 kB\nSwapTotal: 48 kB\nSwapFree: 0 kB\n"
}


def test_memory_is_what_the_system_says(tmp_path: Path) -> None:
    assert machine(tmp_path, MEMINFO) == Memory(2048 * 1024, 1500 * 1024)


def test_a_container_has_no_more_than_its_groups_allow(tmp_path: Path) -> None:
    groups = {
        "proc/self/cgroup": "0::/box/job\n",
        "sys/fs/cgroup/box/memory.max": "1000000\n",
        "sys/fs/cgroup/box/memory.current": "600000\n",
        "sys/fs/cgroup/box/memory.stat": "anon 1\ninactive_file 100000\n",
        "sys/fs/cgroup/box/job/memory.max": "max\n",
    }
    assert machine(tmp_path, MEMINFO | groups) == Memory(1_000_000, 500_000)


def test_groups_of_the_first_version_count_too(tmp_path: Path) -> None:
    groups = {
        "proc/self/cgroup": "4:cpu:/\n3:memory:/job\n",
        "sys/fs/cgroup/memory/job/memory.limit_in_bytes": "500000\n",
        "sys/fs/cgroup/memory/job/memory.usage_in_bytes": "600000\n",
    }
    assert machine(tmp_path, MEMINFO | groups) == Memory(500_000, 0.0)


def test_a_system_that_does_not_tell_bounds_nothing(tmp_path: Path) -> None:
    assert machine(tmp_path, {}) is None
