"""The work that an issue of a hazard brings in the mean, by unit: booking, verifying, handling, checking, joint work,
and looks at what was sent wrongly.

Done again after false claims included; overdue cases that are whistled for, and what party members take, are not.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sim.language.distribution import DurationDistribution
from sim.language.units import DAY_MS, HOUR_MS, MINUTE_MS, WORKING_DAY_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Authority
from sim.mechanisms.queueing import EMERGENCY
from sim.plan.hazards import URGENCY
from sim.plan.offered.finds import Found
from sim.scenario.checks.parts import COMMUNITY, GRID
from sim.scenario.hazards import Hazard
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews, Travel

HANDS_AFTER = 4 * HOUR_MS
"""Wait (ms) for hands, beside the procedure, in which issues may heal: assumed (grade E, 1 to 24 h); with it as many
are gone as in runs of the district (parking that patrols find: 40 %). It moves loads by a few parts in a hundred."""
WORKER_AFTER = 6 * HOUR_MS
"""Wait (ms) of residents' reports for the worker who verifies them: assumed (grade E, 1 to 24 h), likewise."""
LOOK = MINUTE_MS
"""Time on site to see that an issue is gone, ms (`sim.lifecycle.hooks.working.LOOK_MS`)."""
MEAN_WAY = 0.5214
"""Mean distance of two points of a square as a share of its side (Ghosh 1951)."""


class Rework(NamedTuple):
    """Number of times that a case is done once more: if workers check it, and if residents are asked about it."""

    checked: float
    asked: float


class OfCases:
    """The work (ms of time for cases) that each issue of a hazard brings to each unit, in one organisation."""

    def __init__(self, scenario: Scenario) -> None:
        """Look up what all hazards share."""
        self.scenario = scenario
        staff = scenario.staff
        self.has_workers = staff.grid_workers.count.value > 0
        self.units: dict[str, Crews] = {COMMUNITY: staff.community_desks, **staff.street_teams, **scenario.departments}
        self.worker_trip = _trip(staff.grid_workers.travel, self._beat_side())
        self.rework = self._chances()
        self.names = {id(hazard): name for name, hazard in scenario.hazards.items()}
        self.authority: dict[tuple[str, str], list[Authority]] = defaultdict(list)
        for row in (row for each in MECHANISMS if each.authority is not None for row in each.authority(scenario)):
            self.authority[row.hazard, row.unit].append(row)

    def of(self, hazard: Hazard, found: Found) -> Mapping[str, float]:
        """Return ms by unit for each issue of a hazard that becomes known as told."""
        ms: dict[str, float] = defaultdict(float)
        asked, resident = hazard.verified_first and self.scenario.mechanisms.dispatch.enabled, found.resident
        verified = asked and self.has_workers
        if verified:
            resident *= found.still_there(WORKER_AFTER)
            ms[GRID] += found.resident * (self.scenario.mechanisms.dispatch.verify_work.value + self.worker_trip)
        spot = found.patrol * hazard.fixed_on_the_spot.value
        patrol = self.scenario.mechanisms.patrol
        ms[GRID] += (found.patrol + found.visit) * patrol.booking.value + spot * patrol.spot_work.mean()
        own = found.patrol - spot + found.visit + (resident if verified else 0.0)
        others = 0.0 if verified else resident
        there = found.still_there(HANDS_AFTER + _by_the_calendar(hazard.procedure))
        joint = hazard.joint.share.value if hazard.joint else 0.0
        self._missent(ms, hazard, (own + others) * (1.0 - joint))
        for again, cases in ((self.rework.checked, own), (self.rework.asked, others)):
            self._handled(ms, hazard, cases * (1.0 - joint), there, again)
            self._together(ms, hazard, cases * joint, again)
        ledger = self.scenario.mechanisms.ledger
        if ledger.enabled and self.has_workers:
            jobs = own * (1.0 + self.rework.checked) * ledger.checked.value
            ms[GRID] += jobs * (ledger.check_work.value + self.worker_trip)
        return ms

    def _handled(self, ms: dict[str, float], hazard: Hazard, cases: float, there: float, again: float) -> None:
        """Add what cases of one unit hold: a trip each, and work where the issue is still there."""
        rework = self.scenario.mechanisms.ledger.rework.value
        for name, handling in hazard.handled_by.items():
            for taker, part, factor in self._takers(hazard, name):
                unit = COMMUNITY if taker == GRID and not self.has_workers else taker
                trip = self.worker_trip if unit == GRID else _trip(self.units[unit].travel, 0.0)
                work = handling.work.mean() * factor
                once = trip + there * work + (1.0 - there) * LOOK + there * again * (trip + rework * work)
                ms[unit] += cases * handling.share.value * part * once * self._of_case_time(hazard, unit)

    def _takers(self, hazard: Hazard, unit: str) -> Iterator[tuple[str, float, float]]:
        """Yield who handles what falls to a unit: names, shares and factors on work. What crews take over that have
        left the unit stays with it, as their hours do here."""
        left = 1.0
        for row in self.authority.get((self.names.get(id(hazard), ""), unit), ()):
            if row.by in self.units or row.by == GRID:
                yield row.by, left * row.share, row.work
                left *= 1.0 - row.share
        yield unit, left, 1.0

    def _together(self, ms: dict[str, float], hazard: Hazard, cases: float, again: float) -> None:
        """Add what joint cases hold for each department that is needed: a trip, the wait for the others, the work."""
        if hazard.joint is None or not cases:
            return
        whistle = self.scenario.mechanisms.whistle
        called = whistle.enabled and whistle.way == "whistle"
        wait = whistle.hold.value / 2 if called else 0.0
        for name, chance in _needed(hazard, list(self.scenario.departments)).items():
            work = hazard.joint.work_of(name).mean() * (1.0 + again)
            each = (work + wait + _trip(self.units[name].travel, 0.0)) * hazard.joint.crews_of(name)
            ms[name] += cases * chance * each * (self.units[name].share.value if called else 1.0)

    def _missent(self, ms: dict[str, float], hazard: Hazard, cases: float) -> None:
        """Add the looks of crews, at cases that were sent to their unit by mistake: to any but the right one alike."""
        dispatch, emergencies = self.scenario.mechanisms.dispatch, self.scenario.mechanisms.emergencies
        if dispatch.return_work is None or not dispatch.enabled:
            return
        if emergencies.enabled:
            danger = hazard.dangerous.value if emergencies.dangerous_first else 0.0
            cases *= 0.0 if URGENCY[hazard.urgency] == EMERGENCY else 1.0 - danger
        wrong, units = dispatch.wrong_unit.value, [GRID, *self.units]
        looks = cases * (wrong / (1.0 - wrong) if wrong < 1.0 else 1.0) / (len(units) - 1)
        for right, handling in hazard.handled_by.items():
            for name in units:
                if name != right:
                    unit = COMMUNITY if name == GRID and not self.has_workers else name
                    ms[unit] += looks * handling.share.value * dispatch.return_work.value

    def _of_case_time(self, hazard: Hazard, unit: str) -> float:
        """Part of a job's hours that is taken from the time for cases: emergencies use all hours on duty alike."""
        all_duty = unit != GRID and URGENCY[hazard.urgency] == EMERGENCY
        return self.units[unit].share.value if all_duty else 1.0

    def _chances(self) -> Rework:
        ledger = self.scenario.mechanisms.ledger
        if not ledger.enabled:
            return Rework(0.0, 0.0)
        own = ledger.own_checks.value
        seen = own * ledger.own_detects.value + (1.0 - own) * ledger.other_detects.value
        desk, false = ledger.desk_check.value, ledger.false_claims.value
        checked = false * (desk + (1.0 - desk) * (ledger.checked.value * seen if self.has_workers else 0.0))
        asked = false * (desk + (1.0 - desk) * ledger.reached.value)
        return Rework(*(chance / (1.0 - chance) if chance < 1.0 else 1.0 for chance in (checked, asked)))

    def _beat_side(self) -> float:
        """Side (m) of the square that one worker walks."""
        return math.sqrt(self.scenario.territory.area.value / max(self.scenario.staff.grid_workers.count.value, 1))


def _needed(hazard: Hazard, departments: list[str]) -> dict[str, float]:
    """Return the chance that a joint issue of a hazard needs each department: the one in charge, others alike."""
    assert hazard.joint is not None
    leads = {name: its.share.value for name, its in hazard.handled_by.items() if name in departments}
    whole = sum(leads.values())
    size = sum(number * share.value for number, share in hazard.joint.departments.items())
    chances: dict[str, float] = defaultdict(float)
    for lead, share in leads.items():
        chances[lead] += share / whole if whole else 0.0
        among = [name for name in hazard.joint.among if name != lead]
        for name in among:
            chances[name] += (share / whole if whole else 0.0) * min((size - 1.0) / len(among), 1.0)
    return chances


def _trip(travel: Travel, side: float) -> float:
    """Mean ms of a trip: as told, or the mean way in a square of this side (m) at the speed."""
    if travel.time is not None:
        return travel.time.mean()
    speed = travel.speed.value if travel.speed else 0.0
    detour = travel.detour.value if travel.detour else 1.0
    return MEAN_WAY * side * detour / speed * 1000.0 if speed else 0.0


def _by_the_calendar(procedure: DurationDistribution | None) -> float:
    """Mean ms of the calendar that a procedure takes: nights count the more, the more of a working day it needs."""
    if procedure is None:
        return 0.0
    mean = procedure.mean()
    if procedure.clock != "working":
        return mean
    nights = DAY_MS / WORKING_DAY_MS * 7 / 5 - 1.0
    return mean * (1.0 + nights * min(mean / WORKING_DAY_MS, 1.0))
