"""What a scenario can hardly mean, told before the loads of its units: workers, hours and days off."""

from __future__ import annotations

from sim.language.contradiction import Doubt
from sim.scenario.checks.hours import nights_are_meant
from sim.scenario.checks.plausible import workers_are_as_many_as_grids
from sim.scenario.checks.public_holidays import all_holidays_are_named
from sim.scenario.models import Scenario

CHECKS = (workers_are_as_many_as_grids, nights_are_meant, all_holidays_are_named)


def doubts_of_people_and_hours(scenario: Scenario) -> list[Doubt]:
    """Return what is doubtful in how many work, when, and on which days."""
    return [doubt for check in CHECKS for doubt in check(scenario)]
