"""Those who work: there is somebody for every task, with time for it and a way to get there."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.units import HOUR_MS, WORKING_DAY_MS
from sim.said import said
from sim.scenario.checks.parts import GRID, crews, places_of, travels
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews


def crews_have_time_for_cases(scenario: Scenario) -> Iterator[Contradiction]:
    """Every unit has crews, and they have time for cases."""
    for path, unit in crews(scenario):
        yield from _crews_everywhere(path, unit, places_of(scenario, path))
        if unit.share.value == 0:
            yield Contradiction((*path, "share"), "leaves no time for cases; must be above zero")


def _crews_everywhere(path: Path, unit: Crews, places: int) -> Iterator[Contradiction]:
    """The number of crews is told once, and each place of the unit gets one."""
    if (unit.crews is None) == (unit.total is None):
        many = said("neither") if unit.crews is None else said("both")
        message = said("says {many} of `crews` and `total`", many=many)
        yield Contradiction(path, message, allowed="say one; null takes an inherited one away")
    elif unit.in_all(places) == 0:
        name = "crews" if unit.total is None else "total"
        yield Contradiction((*path, name), "nobody would ever come; take the unit out or give it a crew")
    elif unit.in_all(places) < places:
        message = said("fewer than the {places} places of the unit, so nobody would ever come in some", places=places)
        yield Contradiction((*path, "total"), message, allowed=said("{places} or more", places=places))


def grid_workers_are_there(scenario: Scenario) -> Iterator[Contradiction]:
    """Grid workers who are needed are not always away; where there are none at all, the community desk takes over."""
    workers = scenario.staff.grid_workers
    needed = any(
        hazard.verified_first or (GRID in hazard.handled_by and hazard.handled_by[GRID].share.value > 0)
        for hazard in scenario.hazards.values()
    )
    if needed and workers.count.value > 0 and workers.absence.value == 1:
        yield Contradiction(("staff", "grid_workers", "absence"), "hazards need grid workers; must be below 1")


def grid_workers_leave_their_desks(scenario: Scenario) -> Iterator[Contradiction]:
    """Desk work and line tasks fit into a duty day."""
    workers = scenario.staff.grid_workers
    forms = scenario.mechanisms.assessment.forms_ms()
    indoors = workers.desk.value + workers.line.value + forms
    if indoors > WORKING_DAY_MS:
        hours, day = indoors / HOUR_MS, WORKING_DAY_MS / HOUR_MS
        forms_too = said("desk, line and mechanisms.assessment.paperwork")
        parts = forms_too if forms else said("desk and line")
        message = said(
            "{parts} come to {hours:g} h, more than the {day:g} h of a duty day", parts=parts, hours=hours, day=day
        )
        yield Contradiction(("staff", "grid_workers", "desk"), message)


def travel_is_told_once(scenario: Scenario) -> Iterator[Contradiction]:
    """A trip takes a time, or the time of its way at a speed."""
    for path, travel in travels(scenario):
        if travel.time is not None and travel.speed is not None:
            allowed = "say one; null takes an inherited one away"
            yield Contradiction(path, "says both `time` and `speed`", allowed=allowed)
        if travel.speed is not None and travel.speed.value == 0:
            yield Contradiction((*path, "speed"), "would never arrive; leave it out for no travel")
        if travel.detour is not None and travel.detour.value < 1:
            yield Contradiction((*path, "detour"), "a way is not shorter than the straight line; must be at least 1")
