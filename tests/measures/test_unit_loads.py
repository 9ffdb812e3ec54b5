"""The load of units, by rows written by hand: hours a week, means over replications, the busiest first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.measures.stations.unit_loads import unit_loads
from sim.measures.tables import Tables
from tests.measures.frames import table, tables

DESK = {"kind": "community", "servers": 2, "duty_h": 80.0, "open_h": 40.0}
WORKS = {"kind": "department", "name": "public works", "servers": 1, "duty_h": 40.0, "open_h": 20.0}
STATIONS = [
    {"station": 0, "name": "community 0", **DESK, "busy_h": 36.0},
    {"station": 1, "name": "community 1", **DESK, "busy_h": 4.0},
    {"station": 2, **WORKS, "busy_h": 24.0, "displaced_h": 9.0},
]
JOBS = [
    {"station": 0, "queued_at": "2024-05-06T08:00", "started_at": "2024-05-06T10:00"},
    {"station": 1, "queued_at": "2024-05-07T08:00", "started_at": "2024-05-07T12:00"},
    {"station": 0, "queued_at": "2024-05-01T08:00", "started_at": "2024-05-09T08:00"},  # queued before the window
]


def made(stations: list[dict[str, object]], replications: int = 1) -> Tables:
    repeated = [{**row, "replication": r} for r in range(replications) for row in stations]
    plain = tables(stations=repeated, districts=[{"replication": r} for r in range(replications)])
    queues = [
        {"replication": r, "station": 0, "at": at, "mean_waiting": waiting}
        for r in range(replications)
        for at, waiting in (("2024-05-06", 2.0), ("2024-05-13", 4.0))
    ]
    return replace(plain, frames={**plain.frames, "jobs": table("jobs", JOBS), "queues": table("queues", queues)})


def test_units_and_their_numerators() -> None:
    desks, works = unit_loads(made(STATIONS))
    assert (works.name, works.cases_h, works.open_h, works.busy_h, works.duty_h) == ("public works", 15, 20, 24, 40)
    assert (works.of_cases, works.of_duty) == (0.75, 0.6)
    assert (desks.name, desks.stations, desks.servers) == ("community", 2, 4)
    assert (desks.of_cases, desks.most, desks.by_station) == (0.5, 0.9, (0.9, 0.1))
    assert (desks.waiting, desks.wait_h) == (3.0, 3.0)


def test_replications_are_averaged() -> None:
    one, two = (unit_loads(made(STATIONS, replications)) for replications in (1, 2))
    assert [(its.name, its.open_h, its.waiting) for its in two] == [(its.name, its.open_h, its.waiting) for its in one]


def test_nobody_is_no_share() -> None:
    (unit,) = unit_loads(made([{"station": 0, "kind": "members", "name": "members 0"}]))
    assert unit.of_cases != unit.of_cases
    assert unit.wait_h == pytest.approx(2.0)
