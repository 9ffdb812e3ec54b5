"""What is asked of this machine, estimated before anything is allocated: runs, memory and time.

What can never be is refused with estimate and limit; what will be long or tight is said. The formulas, and how well
they meet what was measured, stand in docs/reliability.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.engines.choice import choose
from sim.machine.remedy import way_out
from sim.said import said
from sim.scenario.sizes import EMPTY_BYTES, grids_of, in_gb, replication_bytes, size_of
from sim.study.execution.machine import Memory, memory
from sim.study.execution.processes import process_count
from sim.study.files.refused import Refused

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

START_S, REPLICATION_S = 1.5, 0.1
"""Seconds until a command begins to simulate; seconds of each replication, whatever its size."""
ROW_S = {"compiled": 0.8e-6, "reference": 30e-6}
"""Processor seconds for each row of the log by engine, with its part of tables, measures and files."""
DRAWN_S, RESIDENT_S, GRID_S = 0.4e-6, 0.2e-6, 1.0e-4
"""Processor seconds for each primary issue drawn, each resident and each grid."""
OBJECT_FACTOR = 2.5
"""Factor of the reference engine's memory, which holds Python objects, over that of the compiled one."""
RUN_BYTES = 24e3
"""Bytes that the main process keeps for each run: its place in the order of work, and all its measures."""
POINT_BYTES = 2e3
"""Bytes that it keeps for each point of a study."""
CHECK_S = 0.012
"""Processor seconds to read the scenario of a point and to check it."""
MOST_POINTS = 1_000_000
"""Points of a study at most: to check so many takes hours."""
MOST_DAYS, LONG_DAYS = 366.0, 1.0
"""Days of computing above which a task is refused, and above which it is said beforehand how long it takes."""
DAY_S = 86_400.0


@dataclass
class Load:
    """What a replication of each of some scenarios takes, added up: their number, rows of the log, seconds of drawing
    their worlds, and the memory (bytes) of the one that needs most."""

    points: int = 0
    rows: float = 0.0
    world_s: float = 0.0
    most_bytes: float = EMPTY_BYTES

    def add(self, scenario: Scenario) -> Load:
        """Add a scenario; return the same object."""
        size, people = size_of(scenario), scenario.population.residents.value
        self.points += 1
        self.rows += size.rows
        self.world_s += DRAWN_S * size.drawn + RESIDENT_S * people + GRID_S * grids_of(scenario)
        self.most_bytes = max(self.most_bytes, replication_bytes(scenario))
        return self

    def spread_over(self, points: int) -> Load:
        """Return the load of so many scenarios like these."""
        factor = points / max(self.points, 1)
        return Load(points, self.rows * factor, self.world_s * factor, self.most_bytes)


class TooLarge(Refused):
    """What was asked needs more than there is; the message says how much, and what to change."""


@dataclass(frozen=True)
class Need:
    """What a task needs: runs (replications of all points), processes at once, bytes of each and of the main process,
    and seconds on the wall."""

    runs: int
    processes: int
    process_bytes: float
    main_bytes: float
    seconds: float

    @property
    def bytes(self) -> float:
        """Return the memory of all processes together; one alone is the main process."""
        if self.processes == 1:
            return self.process_bytes + self.main_bytes - EMPTY_BYTES
        return self.processes * self.process_bytes + self.main_bytes


def need_of(load: Load, replications: int, engine: str, processes: int) -> Need:
    """Return what so many replications of scenarios need, run by an engine (`compiled` or `reference`).

    `processes` is how many there may be at once.
    """
    runs = load.points * replications
    processes = max(1, min(processes, runs))
    held = load.most_bytes
    if engine == "reference":
        held = EMPTY_BYTES + (held - EMPTY_BYTES) * OBJECT_FACTOR
    main = EMPTY_BYTES + RUN_BYTES * runs + POINT_BYTES * load.points
    rounds = -(-runs // processes)
    mean = (load.points * REPLICATION_S + load.world_s + ROW_S[engine] * load.rows) / max(load.points, 1)
    return Need(runs, processes, held, main, START_S + rounds * mean)


def need_of_run(scenario: Scenario, engine: str = "auto", workers: int | None = None) -> Need:
    """Return what a run of a scenario needs on this machine; raises EngineMissing.

    `engine` may be `auto`; `workers` is the number of processes, None for as many as are worth it.
    """
    chosen = choose(engine, scenario).engine
    processes = process_count(chosen, scenario, workers)
    return need_of(Load().add(scenario), scenario.run.replications, chosen, processes)


def weighed(need: Need, has: Callable[[], Memory | None] = memory) -> list[str]:
    """Return what must be known before a task begins, a line each; raise TooLarge if it cannot be done here."""
    days = need.seconds / DAY_S
    if days > MOST_DAYS:
        raise TooLarge(
            said(
                "{runs:,.0f} runs would take about {seconds} on {processes}, and at most {most:.0f} "
                "days are begun: ask for fewer replications, fewer points or a shorter run.length",
                runs=need.runs,
                seconds=lasting(need.seconds),
                processes=_processes(need),
                most=MOST_DAYS,
            )
        )
    found = has()
    lines: list[str] = []
    if found is not None:
        if need.bytes > found.total:
            raise TooLarge(_too_little(need, found))
        if need.bytes > found.free:
            lines.append(
                said(
                    "this needs about {bytes} GB of memory, and {free} GB are free{less}",
                    bytes=in_gb(need.bytes),
                    free=in_gb(found.free),
                    less=said("; {option} needs less", option=_workers(_fitting(need, found.free)))
                    if need.processes > 1
                    else "",
                )
            )
    if days > LONG_DAYS:
        lines.append(
            said("this takes about {seconds} on {processes}", seconds=lasting(need.seconds), processes=_processes(need))
        )
    return lines


def refuse_many_points(points: int) -> None:
    """Raise TooLarge for a number of points that no study may have: more than `MOST_POINTS`, how many it says."""
    if points > MOST_POINTS:
        raise TooLarge(
            said(
                "the design has {points:,} points, and at most {most:,} can be checked and run: "
                "fewer steps or factors, or a design that spreads points (latin_hypercube or sobol)",
                points=points,
                most=MOST_POINTS,
            )
        )


def told(need: Need) -> str:
    """Return a task's need as a part of a line: runs, time, memory."""
    return said(
        "about {seconds} on {processes}, {bytes} GB of memory",
        seconds=lasting(need.seconds),
        processes=_processes(need),
        bytes=in_gb(need.bytes),
    )


def lasting(seconds: float) -> str:
    """Return a time in the unit that suits it, to two digits: `12 s`, `1.5 h`, `3,200 years`."""
    for size, unit in ((365 * DAY_S, "years"), (DAY_S, "days"), (3600.0, "h"), (60.0, "min")):
        if seconds >= 2 * size:
            count = seconds / size
            return said("{count} {unit}", count=f"{count:,.0f}" if count >= 9.95 else f"{count:.1f}", unit=said(unit))
    return said("{count} {unit}", count=f"{max(seconds, 1.0):.0f}", unit=said("s"))


def _processes(need: Need) -> str:
    return said("one process") if need.processes == 1 else said("{number} processes", number=need.processes)


def _fitting(need: Need, free: float) -> int:
    """Return with how many processes a task fits into so much memory (bytes); at least one."""
    return max(1, int((free - need.main_bytes) // need.process_bytes))


def _workers(number: int) -> str:
    return way_out(f"--workers {number}", said("workers={number} to the options", number=number))


def _too_little(need: Need, found: Memory) -> str:
    remedy = said("a shorter run.length, lower rates or fewer residents")
    if need.main_bytes > found.total:
        remedy = said("ask for fewer replications or fewer points")
    elif need.processes > 1 and need.process_bytes + need.main_bytes <= found.total:
        remedy = said("add {option}", option=_workers(_fitting(need, found.total)))
    return said(
        "this needs about {bytes} GB of memory ({processes}), and this machine has {total} GB: {remedy}",
        bytes=in_gb(need.bytes),
        processes=_processes(need),
        total=in_gb(found.total),
        remedy=remedy,
    )
