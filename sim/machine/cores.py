"""How many processors this process may use: what the machine has, less what it is kept from.

The smallest of these counts, as far as they are known here: the processors that the process may run on (taskset,
SLURM, containers with a set of processors; Python 3.13 also heeds PYTHON_CPU_COUNT), the share of processor time that
its control group has (containers, systemd), and SLURM_CPUS_PER_TASK. Whoever names a number of workers has that.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

GROUPS = Path("/proc/self/cgroup")
"""Where Linux tells which control groups this process is in."""
TREE = Path("/sys/fs/cgroup")


def cores() -> int:
    """Return how many processors this process may use, at least 1."""
    known = (affinity(), group_limit(), task_limit(os.environ))
    return max(1, min(number for number in known if number is not None))


def affinity() -> int:
    """Return how many processors the process may run on, or how many there are where no system tells that."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def task_limit(environment: Mapping[str, str]) -> int | None:
    """Return the number of processors that SLURM gives to each task, None if it was asked for none."""
    told = environment.get("SLURM_CPUS_PER_TASK", "")
    return int(told) if re.fullmatch(r"0*[1-9][0-9]{0,8}", told) else None


def group_limit(groups: Path = GROUPS, tree: Path = TREE) -> int | None:
    """Return the processors whose time the control group of this process may use, rounded up; None if unlimited.

    A group has no more than the groups that it lies in. Both versions of control groups are read, as
    https://docs.kernel.org/admin-guide/cgroup-v2.html and .../cgroup-v1/ describe them.
    """
    try:
        told = groups.read_text("utf-8")
    except OSError:
        return None
    shares = [share for folder in _folders(told, tree) for share in _shares(folder)]
    return math.ceil(min(shares)) if shares else None


def _folders(told: str, tree: Path) -> Iterator[Path]:
    """Yield the folders of the groups that /proc/self/cgroup tells of, each up to the root of the tree.

    In a container the root may be the group itself, which then is told under its name outside.
    """
    for line in told.splitlines():
        _, controllers, group = line.split(":", 2)
        roots = [tree / name for name in (controllers, "cpu")] if "cpu" in controllers.split(",") else []
        for root in [tree] if controllers == "" else roots:
            path = PurePosixPath(group.lstrip("/"))
            yield from (root / part for part in (path, *path.parents) if ".." not in part.parts)


def _shares(folder: Path) -> Iterator[float]:
    """Yield the processor time that a group may use in each of its periods, if that is limited."""
    try:
        if (folder / "cpu.max").is_file():
            quota, period = (folder / "cpu.max").read_text("utf-8").split()
        else:
            quota, period = ((folder / f"cpu.cfs_{name}_us").read_text("utf-8").strip() for name in ("quota", "period"))
        if quota not in ("max", "-1"):
            yield int(quota) / int(period)
    except (OSError, ValueError, ZeroDivisionError):  # no such group is seen from here, or it has no such limit
        return
