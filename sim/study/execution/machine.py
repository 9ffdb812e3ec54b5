"""The memory of this machine: how much there is, and how much of it is free, containers' limits included."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path("/")


class Memory(NamedTuple):
    """Memory in bytes: all that processes here may have, swap included, and what is free now."""

    total: float
    free: float


def memory(root: Path = ROOT) -> Memory | None:
    """Return the memory that this process and its children may use; None where the system does not tell.

    On Linux it is read from /proc/meminfo and from the limits of all control groups that the process is in, of both
    versions; elsewhere the size of the machine is asked for, and taken as free. `root` is where the file system begins.
    """
    whole = _of_machine(root)
    if whole is None:
        return None
    bounds = [whole, *_of_groups(root)]
    return Memory(min(bound.total for bound in bounds), max(min(bound.free for bound in bounds), 0.0))


def _of_machine(root: Path) -> Memory | None:
    try:
        lines = (root / "proc/meminfo").read_text("ascii").splitlines()
    except OSError:
        return _of_system() if root == ROOT else None
    entries = (line.partition(":") for line in lines)
    kib = {name: float(rest.split()[0]) for name, _, rest in entries if rest.split()}
    if "MemTotal" not in kib:
        return None
    free = kib.get("MemAvailable", kib.get("MemFree", kib["MemTotal"]))
    return Memory((kib["MemTotal"] + kib.get("SwapTotal", 0.0)) * 1024, (free + kib.get("SwapFree", 0.0)) * 1024)


def _of_system() -> Memory | None:
    try:
        whole = float(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    except (AttributeError, OSError, ValueError):
        return None
    return Memory(whole, whole) if whole > 0 else None


def _of_groups(root: Path) -> Iterator[Memory]:
    """Yield the bounds of the process's control groups and of all groups around them."""
    try:
        lines = (root / "proc/self/cgroup").read_text("utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if not controllers:
            top, names = root / "sys/fs/cgroup", ("memory.max", "memory.current")
        elif "memory" in controllers.split(","):
            top, names = root / "sys/fs/cgroup/memory", ("memory.limit_in_bytes", "memory.usage_in_bytes")
        else:
            continue
        group = top / path.lstrip("/")
        while group.is_relative_to(top):
            limit, used = (_number(group / name) for name in names)
            if limit is not None:
                yield Memory(limit, limit - (used or 0.0) + _given_back(group))
            group = group.parent


def _number(file: Path) -> float | None:
    """Return the number in a file; None if it says `max`, or cannot be read."""
    try:
        return float(file.read_text("ascii"))
    except (OSError, ValueError):
        return None


def _given_back(group: Path) -> float:
    """Return the bytes that a group uses only to remember files, and gives back when they are needed."""
    try:
        entries = (line.split() for line in (group / "memory.stat").read_text("ascii").splitlines())
        return sum(float(count) for name, count in entries if name == "inactive_file")
    except (OSError, ValueError):
        return 0.0
