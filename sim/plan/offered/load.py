"""The load of each unit: work expected in a year over hours for cases, and how many crews would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.language.contradiction import Path
from sim.language.units import DAY_MS, HOUR_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Taken
from sim.mechanisms.units.roll_out import part_reached
from sim.plan.charges import DutyCharges
from sim.plan.offered.finds import eyes_of, found, worker_hours, yearly_duty
from sim.plan.offered.work import OfCases
from sim.plan.rosters import DutyRosters
from sim.plan.stations import crews_by_place
from sim.scenario.checks.charges import called_by_charges
from sim.scenario.checks.parts import GRID, crews
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews
from sim.scenario.territory import exposed
from sim.world.ground import Inhabitants, inhabitants, share_out

Floats = NDArray[np.float64]
MOST = 0.95
"""Load (share) above which a queue is told of: it is not yet endless, but its mean depends on how long one looks."""
MOST_CREWS = 10_000
"""Crews in one place beyond which nobody looks for how many would do."""


@dataclass(frozen=True)
class UnitLoad:
    """A unit beside its work: hours a year of work and of time for cases, one for each place of it.

    `peak` is the factor on the work of the unit in the month of the window in which most comes, `month` that month (1
    to 12); `crews` those in all, `enough` how many would do in all, shared out by residents, and `each` in each place,
    with no load above `MOST` in the mean of a year (NaN: no number).
    """

    path: Path
    name: str
    work_h: Floats
    hours_h: Floats
    crews: int
    enough: float
    each: float
    peak: float = 1.0
    month: int = 0

    @property
    def loads(self) -> Floats:
        """Load of each place: infinite where work comes and nobody has time."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.work_h > 0, self.work_h / self.hours_h, 0.0)

    @property
    def load(self) -> float:
        """Load of all places together."""
        work, hours = float(self.work_h.sum()), float(self.hours_h.sum())
        return work / hours if hours else float("inf") if work else 0.0

    @property
    def worst(self) -> int:
        """The place with the highest load."""
        return int(np.argmax(self.loads))


def offered_loads(scenario: Scenario) -> list[UnitLoad]:
    """Return the load of the grid workers and of each desk, team and department; nothing is drawn but the ground."""
    rosters = DutyRosters(scenario, 1)
    people = inhabitants(scenario)
    work = _work_by_unit(scenario, rosters, people)
    loads = [_of_workers(scenario, rosters, work.get(GRID, {}))] if scenario.staff.grid_workers.count.value else []
    for path, unit in crews(scenario):
        name = "community" if path[-1] == "community_desks" else str(path[-1])
        loads.append(_of_crews(scenario, rosters, people, path, name, unit, work.get(name, {})))
    return loads


def _work_by_unit(scenario: Scenario, rosters: DutyRosters, people: Inhabitants) -> dict[str, dict[str, float]]:
    """Return the hours of work a year that each hazard brings to each unit, in the whole district."""
    eyes, of_cases = eyes_of(scenario, rosters), OfCases(scenario)
    work: dict[str, dict[str, float]] = {}
    for name, hazard in scenario.hazards.items():
        issues = exposed(scenario, hazard) * hazard.rate.value * _left(scenario, name)
        for unit, ms in of_cases.of(hazard, found(scenario, hazard, eyes)).items():
            work.setdefault(unit, {})[name] = float(issues * ms / HOUR_MS)
    return work


def _left(scenario: Scenario, hazard: str) -> float:
    """Return the share of the issues of a hazard that is not prevented, by what is removed everywhere and always."""
    left = 1.0 - (scenario.prevention[hazard].value if hazard in scenario.prevention else 0.0)
    for each in MECHANISMS:
        rows = [] if each.removals is None or part_reached(scenario, each.section) < 1 else each.removals(scenario)
        for row in rows:
            if row.hazard == hazard and row.community is None and row.since is None and row.until is None:
                left *= 1.0 - row.share
    return left


def _of_workers(scenario: Scenario, rosters: DutyRosters, work: dict[str, float]) -> UnitLoad:
    """The load of all grid workers together: their jobs over their time in the field, before any patrol."""
    count = int(scenario.staff.grid_workers.count.value)
    hours, needed = worker_hours(scenario, rosters)[1] / HOUR_MS, sum(work.values())
    enough = float(np.ceil(count * needed / (MOST * hours))) if hours else float("nan")
    path = ("staff", "grid_workers", "count")
    peak, month = _peak(scenario, work)
    return UnitLoad(path, GRID, np.array([needed]), np.array([hours]), count, max(enough, 1), enough, peak, month)


def _of_crews(
    scenario: Scenario, rosters: DutyRosters, people: Inhabitants, path: Path, name: str, unit: Crews,
    work: dict[str, float],
) -> UnitLoad:  # fmt: skip
    """The load of a unit of crews, place by place: work is shared out as issues are."""
    residents, share = people.of(path)
    needed = sum(work.values()) * share
    taken = DutyCharges(scenario).in_window(called_by_charges(name), Taken.CASES)
    present = scenario.mechanisms.staff_quality.present(called_by_charges(name))
    of_cases = min(max(unit.share.value - taken, 0.0), 1.0) * present

    def hours(count: int) -> float:
        return yearly_duty(scenario, rosters, unit.roster, count) * of_cases / HOUR_MS

    now = crews_by_place(unit, residents)
    known: dict[int, float] = {}
    hours_h = np.array([known.setdefault(count, hours(count)) for count in now])
    least = [_crews_for(needs, hours, now[place]) for place, needs in enumerate(needed.tolist())]
    peak, month = _peak(scenario, work)
    key = "crews" if unit.total is None else "total"
    enough = _shared_out(least, residents) if len(least) > 1 else float(least[0])
    return UnitLoad((*path, key), name, needed, hours_h, sum(now), enough, float(max(least)), peak, month)


def _crews_for(needed_h: float, hours: Callable[[int], float], now: int) -> float:
    """Fewest crews in one place with a load of at most `MOST`; what one crew has serves to guess where to look."""
    one = hours(max(now, 1)) / max(now, 1)
    if one <= 0 or needed_h / one > MOST * MOST_CREWS:
        return float("nan")
    count = max(int(needed_h / (MOST * one)) - 2, 1)
    while hours(count) * MOST < needed_h:
        count += 1
    return count


def _shared_out(least: list[float], residents: NDArray[Any]) -> float:
    """Fewest crews in all that, shared out by residents, give each place what it needs at least."""
    needed = np.array(least)
    if np.isnan(needed).any():
        return float("nan")

    def would_do(total: int) -> bool:
        return bool((crews_shared(total, residents) >= needed).all())

    low, high = int(needed.sum()) - 1, int(needed.sum())  # fewer cannot do
    while not would_do(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if would_do(middle) else (middle, high)
    return high


def crews_shared(total: int, residents: NDArray[Any]) -> NDArray[np.int64]:
    """Crews in each place, shape (places,), of a unit of which so many are shared out by residents (places,)."""
    return share_out(total, residents.astype(float), least=1)


def _peak(scenario: Scenario, work: dict[str, float]) -> tuple[float, int]:
    """Return the highest monthly factor on the work of a unit among the months of the window, and that month."""
    total = sum(work.values())
    if not total:
        return 1.0, 0
    factors = {month: _month_factor(scenario, work, month) / total for month in months_of_window(scenario)}
    month = max(factors, key=lambda month: factors[month])
    return factors[month], month


def months_of_window(scenario: Scenario) -> list[int]:
    """Return the months of which a week at least lies in the window (or the one it begins in), 1 to 12, in order."""
    run = scenario.run
    first = run.start + timedelta(days=int(run.warmup.value // DAY_MS))
    days = min(max(int(run.length.value // DAY_MS), 1), 366)
    dates: list[date] = [first + timedelta(days=day) for day in range(days)]
    count = {month: sum(each.month == month for each in dates) for month in dict.fromkeys(d.month for d in dates)}
    return [month for month, its in count.items() if its >= 7] or [first.month]


def _month_factor(scenario: Scenario, work: dict[str, float], month: int) -> float:
    """Return the work a year that there would be if every month were like this one."""
    whole = 0.0
    for name, hours in work.items():
        profile = scenario.hazards[name].months
        weights = scenario.profiles.months[profile] if profile else [1.0] * 12
        whole += hours * weights[month - 1] * len(weights) / sum(weights)
    return whole
