"""Threads: work on large arrays and files side by side, where nobody else wants the cores.

Numpy and DuckDB let other threads run while they work. The processes that run replications have one core each, so
they do one thing after the other.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import parent_process
from typing import TypeVar

from sim.machine.cores import cores

A = TypeVar("A")
B = TypeVar("B")


def side_by_side(do: Callable[[A], B], things: Iterable[A]) -> list[B]:
    """Return what `do` gives for each of the things, in their order; what it raises is raised here."""
    if parent_process() is not None:
        return [do(thing) for thing in things]
    with ThreadPoolExecutor(cores()) as pool:
        return list(pool.map(do, things))
