"""Departments: sets of them as bits, their stations, and what they do in joint work as the log tells it."""

from __future__ import annotations

from typing import Any

from sim.kinds import Performer
from sim.lifecycle.log import write_case
from sim.lifecycle.services import part


@part
def first_department(departments: int) -> int:
    """First department (number) of a set (bits)."""
    first = 0
    while not departments >> first & 1:
        first += 1
    return first


@part
def size_of(departments: int) -> int:
    """Number of departments of a set (bits)."""
    size = 0
    while departments:
        departments &= departments - 1
        size += 1
    return size


@part
def has(departments: int, department: int) -> bool:
    """Whether a set (bits) has a department (number)."""
    return (departments >> department & 1) > 0


@part
def station_of(sim: Any, department: int) -> Any:
    """Station of a department (number)."""
    return sim.stations[sim.plan.units[sim.plan.departments[department]].first_station]


@part
def write_of(sim: Any, activity: int, case: Any, department: int, value: int) -> None:
    """Log what a department (number) does with a case: an activity (number) and its value."""
    write_case(sim, activity, case, Performer.DEPARTMENT, station_of(sim, department).number, value)
