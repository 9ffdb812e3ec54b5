"""What a run of a scenario will hold, counted before anything is made: issues, rows of the log, and memory.

The formulas, and how well they meet what was measured, stand in docs/reliability.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sim.language.contradiction import Path
from sim.language.units import DAY_MS, YEAR_MS
from sim.mechanisms import MECHANISMS
from sim.scenario.territory import exposed

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

HISTORY_YEARS = 182 / 365
"""Years before the start from which a stationary stock is drawn (`HISTORY_DAYS` of sim/world/occurrences.py)."""
ROWS_PER_ISSUE = 9.0
"""Rows of the log for each issue, consultations apart; measured on the presets (8 to 9)."""
EMPTY_BYTES = 166e6
"""A process that has loaded everything and holds nothing, bytes; it also writes Parquet files, by `WRITER_BYTES`."""
WRITER_BYTES = 44e6
"""What the library that writes Parquet files takes for itself, bytes."""
DRAWING_BYTES = 150.0
"""Bytes for each primary issue and consultation while the world is drawn."""
DRAWN_BYTES = 60.0
"""Bytes for each of them afterwards, as long as the run lasts."""
ISSUE_BYTES = 800.0
"""Bytes for each issue (recurrences included), with its cases, jobs and pending events, in the kernel and in tables."""
RESIDENT_BYTES, SITE_BYTES = (40.0, 20.0), (60.0, 40.0)
"""Bytes for each resident, and for each household and public place: while the world is drawn, and afterwards."""
GRID_BYTES = 1000.0
"""Bytes for each grid, most of them its outline."""
DUTY_BYTES = 120.0
"""Bytes for each worker or crew and each day of the run: calendars of its duty, and of its hours for cases."""
MOST_BYTES = 64e9
"""Memory that a replication may need, bytes: as much as large machines have."""

WINDOW: tuple[Path, ...] = (("run", "warmup"), ("run", "length"), ("run", "followup"))


class Size(NamedTuple):
    """What one replication holds: issues that occur in it, primary issues and consultations that are drawn (those
    before the start included), rows of its log, and days on duty of all who work."""

    issues: float
    drawn: float
    rows: float
    duty_days: float


def in_gb(count: float) -> str:
    """Return bytes as text in GB (10^9 bytes), to two digits and no more."""
    gb = count / 1e9
    return f"{gb:,.0f}" if gb >= 9.95 else f"{gb:.1f}"


def run_ms(scenario: Scenario) -> float:
    """Return how long a run is, warm-up and follow-up included, in ms."""
    run = scenario.run
    return run.warmup.value + run.length.value + run.followup.value


def expected_issues(scenario: Scenario) -> dict[Path, float]:
    """Return the issues expected in a replication by the path of what makes them occur, consultations too."""
    days = run_ms(scenario) / DAY_MS
    residents = scenario.population.residents.value
    people = {name: exposed(scenario, hazard) for name, hazard in scenario.hazards.items()}
    expected: dict[Path, float] = {
        ("consultations",): residents * scenario.consultations.value * days * DAY_MS / YEAR_MS
    }
    for name, hazard in scenario.hazards.items():
        counted = days + _shock_days(scenario, name, days)
        expected["hazards", name, "rate"] = people[name] * hazard.rate.value * counted * DAY_MS / YEAR_MS
    return expected


def _shock_days(scenario: Scenario, hazard: str, most: float) -> float:
    """Return the days of usual occurrence that shocks add, at most `most` times their factor for each."""
    return sum(
        min(shock.days.value, most) * max(shock.factors[hazard].value - 1, 0)
        for shock in scenario.shocks
        if hazard in shock.factors
    )


def size_of(scenario: Scenario) -> Size:
    """Return what one replication of a scenario holds."""
    expected = expected_issues(scenario)
    consultations = expected.pop(("consultations",))
    issues = sum(expected.values())
    primary = consultations
    for name, hazard in scenario.hazards.items():
        again = hazard.recurs.share.value if hazard.recurs else 0.0
        primary += expected["hazards", name, "rate"] * (1.0 - again)
    yearly = sum(hazard.rate.value * exposed(scenario, hazard) for hazard in scenario.hazards.values())
    before = yearly * HISTORY_YEARS if scenario.run.stock == "stationary" else 0.0
    days = run_ms(scenario) / DAY_MS
    return Size(issues, primary + before, issues * ROWS_PER_ISSUE, staff_of(scenario) * days)


def staff_of(scenario: Scenario) -> float:
    """Return the number of grid workers and crews, those of communities and streets in each; and of mechanisms."""
    staff, territory = scenario.staff, scenario.territory
    teams = sum(team.in_all(territory.streets.value) for team in staff.street_teams.values())
    desks = staff.community_desks.in_all(territory.communities.value)
    departments = sum(it.in_all(1) for it in scenario.departments.values())
    return staff.grid_workers.count.value + desks + teams + departments + crews_of_mechanisms(scenario)


def crews_of_mechanisms(scenario: Scenario) -> float:
    """Return the number of crews that mechanisms bring beside staff and departments."""
    return sum(mechanism.crews(scenario) for mechanism in MECHANISMS if mechanism.crews is not None)


def grids_of(scenario: Scenario) -> float:
    """Return the number of grids, whichever way it is told; the checks of grids need not have passed."""
    grids, households = scenario.grids, scenario.population.households.value
    if grids.count is not None:
        return grids.count.value
    each = grids.households_per_grid.value if grids.households_per_grid else 0.0
    return households / each if each else 0.0


def replication_bytes(scenario: Scenario) -> float:
    """Return the most memory (bytes) that a process needs for a replication: while the world is drawn, or at the end.

    Measured with the compiled engine.
    """
    size, people = size_of(scenario), scenario.population.residents.value
    sites = scenario.population.households.value + scenario.territory.places.value
    drawing = EMPTY_BYTES + DRAWING_BYTES * size.drawn + RESIDENT_BYTES[0] * people + SITE_BYTES[0] * sites
    end = EMPTY_BYTES + WRITER_BYTES + DRAWN_BYTES * size.drawn + ISSUE_BYTES * size.issues
    end += RESIDENT_BYTES[1] * people + SITE_BYTES[1] * sites
    return max(drawing, end) + GRID_BYTES * grids_of(scenario) + DUTY_BYTES * size.duty_days
