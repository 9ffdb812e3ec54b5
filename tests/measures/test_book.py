"""The book of hours adds up to what rosters give, station by station, whatever mechanisms take."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.measures.office import OfficeHours
from sim.measures.stations.book import AFTER, BEFORE, book_of_hours, station_hours
from sim.measures.tables import Tables
from sim.mechanisms.contract import weekly_hours
from sim.scenario.load import load
from sim.show.text.hours import hours_table
from tests.measures.frames import tables as small

WEEKS = ("run.warmup=1 week", "run.length=3 weeks", "run.followup=2 days", "run.start=2024-05-06")
PLANNED = (
    "{title: x, since: 2024-05-20, until: 2024-05-30, hazards: [litter], patrol: 1 h, units: [sanitation, housing],"
    " borrowed: 0.5}"
)
ALL_ON = (
    "mechanisms.staff_quality={enabled: true, crew_absence: 0.2}",
    "mechanisms.admission={enabled: true, cut: 0.5, felt: 0.5, creep: 0.2, handed_back: 0.3}",
    f"mechanisms.campaigns={{enabled: true, planned: [{PLANNED}]}}",
    "mechanisms.queueing.in_hand=goes_on",
)
SECOND = 1 / 3600
pytestmark = pytest.mark.usefixtures("kernel")


@cache
def of_run(*sets: str, preset: str = "village-square") -> Tables:
    return Tables(simulate_compiled(load(preset, [*WEEKS, *sets]), 0), OfficeHours.never())


@pytest.mark.parametrize(
    ("preset", "sets"),
    [("village-square", ()), ("village-square", ALL_ON), ("jiancaoping-seed", ())],
    ids=["plain", "all on", "seed"],
)
def test_hours_add_up_to_the_roster_and_none_is_spent_twice(preset: str, sets: tuple[str, ...]) -> None:
    tables = of_run(*sets, preset=preset)
    (run,) = tables.replications()
    hours = station_hours(run, tables.frames["charges"])
    hours = hours[hours["kind"] != "members"]
    parts = [*BEFORE, *(name for name in hours.columns if name.startswith("charge ")), *AFTER]
    assert ((hours[parts].sum(axis=1) - hours["rostered"]).abs() <= SECOND * hours["servers"]).all()
    assert (hours[list(BEFORE)] >= -SECOND).all(axis=None)
    assert (hours["absent"] >= 0).all()
    at_work = hours[hours["duty"] > 0]
    assert (at_work["idle"] >= -0.02 * at_work["duty"]).all()  # jobs in hand go on, and have not given back all yet


def test_what_is_charged_is_what_mechanisms_say() -> None:
    tables = of_run(*ALL_ON)
    scenario = load("village-square", [*WEEKS, *ALL_ON]).scenario
    charges = tables.frames["charges"].groupby(["mechanism", "taken_from"], observed=True)["hours"].sum()
    workers = weekly_hours(scenario, "grid_workers")
    assert charges["campaigns", "patrol"] == pytest.approx(-workers / 7.5 * 10 / 7, rel=0.35)
    saved = -charges["admission", "field"]
    of_workers = scenario.staff.grid_workers
    indoors = (of_workers.desk.value + of_workers.line.value) / 27_000_000
    assert saved == pytest.approx(3 * workers * indoors * 0.25, rel=0.15)


def test_a_year_tells_what_mechanisms_move_in_words() -> None:
    years = book_of_hours(of_run(*ALL_ON))
    assert [year.kind for year in years] == ["worker", "community", "street", "department", "auditors"]
    for year in years:
        assert sum(year.spent.values()) == pytest.approx(year.rostered)
    told = hours_table(years, "en")
    assert any("takes" in line and "desk work" in line and "gives" in line for line in told.moved)
    assert len(told.heads) == len(years), "kinds of staff are few: the table fits a page with every mechanism on"
    assert all(len(row) == len(told.heads) + 1 for row in told.rows)
    assert not any("takes 0 h" in line or "gives 0 h" in line for line in told.moved)


def test_a_worker_by_hand() -> None:
    """A week of 40 h: 4 h lost, 10 h at desk and line, 6 h of jobs with 2 h of trips, one of them off duty."""
    station = {
        "kind": "worker", "servers": 1, "rostered_h": 40.0, "duty_h": 36.0, "open_h": 26.0, "busy_h": 6.0,
        "overtime_h": 1.0, "travel_h": 2.0, "patrol_h": 12.0, "visit_h": 3.0, "desk_h": 7.0, "line_h": 3.0,
    }  # fmt: skip
    (year,) = book_of_hours(small(stations=[station]))
    weeks = 365 / 7
    expected = {"travel": 2, "cases": 3, "patrol": 12, "visits": 3, "desk": 7, "line": 3, "idle": 6, "absent": 4}
    assert year.spent == pytest.approx({name: hours * weeks for name, hours in expected.items()})
    assert year.overtime == pytest.approx(weeks)
    assert isinstance(small().frames["charges"], pd.DataFrame)
