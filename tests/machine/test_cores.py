"""No more processors are used than this process may use: by its affinity, its control group and SLURM."""

import os
from pathlib import Path

import pytest

from sim.machine import cores


def limits(tmp_path: Path, told: str, files: dict[str, str]) -> int | None:
    """Return the limit that a tree of control groups sets."""
    tree = tmp_path / "tree"
    for name, content in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(content)
    (tmp_path / "cgroup").write_text(told)
    return cores.group_limit(tmp_path / "cgroup", tree)


def test_a_container_has_the_quota_of_its_group(tmp_path: Path) -> None:
    assert limits(tmp_path, "0::/\n", {"cpu.max": "150000 100000\n"}) == 2  # one and a half, rounded up


def test_a_group_has_no_more_than_those_that_it_lies_in(tmp_path: Path) -> None:
    files = {"user/cpu.max": "300000 100000\n", "user/job/cpu.max": "max 100000\n", "other/cpu.max": "100000 100000\n"}
    assert limits(tmp_path, "0::/user/job\n", files) == 3


def test_the_first_version_of_groups_is_read(tmp_path: Path) -> None:
    files = {"cpu,cpuacct/job/cpu.cfs_quota_us": "50000\n", "cpu,cpuacct/job/cpu.cfs_period_us": "100000\n"}
    files |= {"cpu,cpuacct/cpu.cfs_quota_us": "-1\n", "cpu,cpuacct/cpu.cfs_period_us": "100000\n"}
    assert limits(tmp_path, "5:memory:/job\n4:cpu,cpuacct:/job\n", files) == 1


@pytest.mark.parametrize("told", ["", "0::/\n", "0::/../outside\n", "3:name=systemd:/x:y\n"])
def test_without_a_quota_there_is_no_limit(tmp_path: Path, told: str) -> None:
    assert limits(tmp_path, told, {"cpu.max": "max 100000\n"}) is None


def test_no_control_groups_are_no_limit(tmp_path: Path) -> None:
    assert cores.group_limit(tmp_path / "absent", tmp_path) is None


@pytest.mark.parametrize(
    ("told", "limit"), [("4", 4), ("", None), ("0", None), ("-2", None), ("2(x3)", None), ("²", None)]
)
def test_slurm_tells_the_processors_of_a_task(told: str, limit: int | None) -> None:
    assert cores.task_limit({"SLURM_CPUS_PER_TASK": told}) == limit
    assert cores.task_limit({}) is None


@pytest.mark.parametrize("limit", [1, 3])
def test_the_smallest_limit_counts(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(cores, "affinity", lambda: 8)
    monkeypatch.setattr(cores, "group_limit", lambda: 4)
    monkeypatch.setenv("SLURM_CPUS_PER_TASK", str(limit))
    assert cores.cores() == limit
    monkeypatch.setenv("SLURM_CPUS_PER_TASK", "64")
    assert cores.cores() == 4


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system has no affinity")
def test_taskset_is_heeded() -> None:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        assert cores.cores() == 1
    finally:
        os.sched_setaffinity(0, before)
