"""How many issues of a hazard become known, and through whom: competing rates in the mean of a year.

While an issue is open, patrols, visits and residents come upon it at rates of their own, and it may heal: whichever is
first. Rates are those of the whole week, so what hangs on the hour (noise at night) comes out somewhat high.
"""

from typing import NamedTuple

import numpy as np

from sim.language.units import DAY_MS, WORKING_DAY_MS, YEAR_MS
from sim.mechanisms.contract import Taken
from sim.plan.charges import DutyCharges
from sim.plan.rosters import YEAR_DAYS, DutyRosters
from sim.scenario.checks.charges import WORKERS
from sim.scenario.hazards import Hazard
from sim.scenario.models import Scenario


class Eyes(NamedTuple):
    """How often those on their rounds come by: passes of a public place or a home, and visits to a home, per ms."""

    passes: float
    visits: float


class Found(NamedTuple):
    """Of one issue of a hazard: the chances that patrol, a visit or a resident finds it, and of those found the share
    that would heal with its mean time (ms)."""

    patrol: float
    visit: float
    resident: float
    healing: float
    heals_after: float

    def still_there(self, after: float) -> float:
        """Share of the issues found that are not gone so long (ms) after."""
        return 1.0 - self.healing + (self.healing / (1.0 + after / self.heals_after) if self.healing else 0.0)


def yearly_duty(scenario: Scenario, rosters: DutyRosters, roster: str, count: int) -> float:
    """Ms on duty in a year of so many crews of one roster, each on the shifts that its roster gives it."""
    shifts = scenario.rosters[roster].shifts
    if not shifts or not count:
        return count * rosters.yearly_ms(roster, 0, 1) if count else 0.0
    ends = np.cumsum([each.share.value for each in shifts])
    shift = np.searchsorted(ends, (np.arange(count) + 0.5) / count, side="right")
    _, first, crews = np.unique(np.minimum(shift, len(shifts) - 1), return_index=True, return_counts=True)
    return sum(many * rosters.yearly_ms(roster, int(crew), count) for crew, many in zip(first, crews, strict=True))


def worker_hours(scenario: Scenario, rosters: DutyRosters) -> tuple[float, float]:
    """Ms that all grid workers have in a year, absences and vacancies deducted: on duty, and in the field.

    What mechanisms take is that of the mean day of the observation period.
    """
    workers = scenario.staff.grid_workers
    there = scenario.mechanisms.staff_quality.present(WORKERS) * (1.0 - workers.absence.value)
    duty = yearly_duty(scenario, rosters, workers.roster, workers.count.value) * there
    charges = DutyCharges(scenario)
    taken = sum(charges.in_window(WORKERS, of) for of in (Taken.PATROL, Taken.FIELD))
    indoors = min(max((workers.desk.value + workers.line.value) / WORKING_DAY_MS + taken, 0.0), 1.0)
    return duty, duty * (1.0 - indoors)


def eyes_of(scenario: Scenario, rosters: DutyRosters) -> Eyes:
    """Return how often the grid workers come by, as planned: jobs take none of their rounds."""
    patrol, duty = scenario.mechanisms.patrol, worker_hours(scenario, rosters)
    route_ms = scenario.territory.area.value * scenario.territory.route_density.value
    route_ms /= patrol.speed.value / 1000.0 if patrol.speed.value else 1.0
    homes = scenario.population.households.value
    if not patrol.enabled or duty[0] <= 0 or route_ms <= 0:
        return Eyes(0.0, 0.0)
    field = duty[1] / duty[0]
    target, keep = patrol.target.value / WORKING_DAY_MS, patrol.keep.value / WORKING_DAY_MS
    target = max(target - DutyCharges(scenario).in_window(WORKERS, Taken.PATROL), min(target, keep))
    kept = min(keep, field)
    asked = homes * patrol.visits.value * patrol.visit_time.value / duty[0]
    visits = min(asked, field - kept)
    rest = min(target - kept, field - kept - visits)
    walked = kept + rest + patrol.slack.value * (field - kept - visits - rest)
    year = YEAR_DAYS * DAY_MS
    seen = visits / asked * patrol.visits.value / YEAR_MS if asked > 0 else 0.0
    return Eyes(walked * duty[0] / route_ms / year, seen)


def found(scenario: Scenario, hazard: Hazard, eyes: Eyes) -> Found:
    """Return what becomes of an issue of a hazard: who finds it, if anybody does."""
    heals = hazard.heals.share.value if hazard.heals else 0.0
    after = hazard.heals.after.mean() if hazard.heals else 0.0
    heals = heals if after > 0 else 0.0
    rates = (
        eyes.passes * hazard.seen_per_pass.value,
        eyes.visits * hazard.revealed_per_visit.value if hazard.place == "home" else 0.0,
        hazard.noticed.value * hazard.reports.value / DAY_MS if scenario.mechanisms.reporting.enabled else 0.0,
    )
    total = sum(rates)
    if hazard.at_once:
        return Found(0.0, 0.0, 1.0, heals, after)
    if total <= 0:
        return Found(0.0, 0.0, 0.0, 0.0, after)
    of_healing = heals * total / (total + 1.0 / after) if heals else 0.0
    known = (1.0 - heals) + of_healing
    patrol, visit, resident = (known * rate / total for rate in rates)
    return Found(patrol, visit, resident, of_healing / known if known else 0.0, after)
