"""Other eyes lowered to records: the finding channels that mechanisms bring, with their hours and mean gaps."""

import numpy as np
from numpy.typing import NDArray

from sim.chance.distribution_table import DistributionTable
from sim.mechanisms import MECHANISMS
from sim.mechanisms.eyes.channel import FindingChannel, Places
from sim.plan.calendars import ALWAYS, Calendars
from sim.plan.groups import mean_inclination
from sim.plan.plan import EYE, Records
from sim.plan.rosters import YEAR_DAYS, DutyRosters
from sim.scenario.hours import DAY
from sim.scenario.models import Scenario
from sim.world.ground import Ground

WEEK_DAYS = 7


def lower_eyes(
    scenario: Scenario, ground: Ground, duty: DutyRosters, calendars: Calendars, table: DistributionTable
) -> tuple[Records, NDArray[np.float64]]:
    """All finding channels of a scenario, a row for each, and their mean gaps (ms) end to end: channel by channel,
    hazard by hazard, community by community. What is reported as it occurs is found by nobody else."""
    places = places_of(scenario, ground, duty)
    at_once = np.array([hazard.at_once for hazard in scenario.hazards.values()])
    rows, gaps = [], [np.zeros(0)]
    for mechanism in MECHANISMS:
        eye = None if mechanism.eyes is None else mechanism.eyes(scenario, places)
        if eye is None:
            continue
        rows.append((*_row(eye, places, duty, calendars, table), mechanism.number))
        gaps.append(np.where(at_once[:, np.newaxis], 0.0, eye.gaps).ravel())
    return np.array(rows, dtype=EYE), np.concatenate(gaps)


def places_of(scenario: Scenario, ground: Ground, duty: DutyRosters) -> Places:
    """What channels are spread over: the communities of a ground, and the hours of rosters in a mean week of a year."""

    def weekly_ms(roster: str | None) -> float:
        yearly = YEAR_DAYS * DAY if roster is None else duty.yearly_ms(roster, 0, 1)
        return yearly / YEAR_DAYS * WEEK_DAYS

    route = np.array([outline.area for outline in ground.outlines]) * scenario.territory.route_density.value
    residents = np.asarray(ground.residents, dtype=np.float64)
    inclined = mean_inclination(scenario, ground)
    return Places(residents, np.diff(ground.first_place).astype(np.float64), route, weekly_ms, inclined)


def _row(
    eye: FindingChannel, places: Places, duty: DutyRosters, calendars: Calendars, table: DistributionTable
) -> tuple[float, ...]:
    hours = ALWAYS if eye.hours is None else duty.pattern(eye.hours, 0, 1)[:, :2]
    part = places.weekly_ms(eye.hours) / (WEEK_DAYS * DAY)
    calendar, registration = calendars.add(hours), table.add(eye.registration)
    return (calendar, eye.source, eye.performer, eye.notes, eye.fixes, registration, eye.verified, eye.covered, part)
