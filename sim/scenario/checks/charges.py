"""Hours that mechanisms charge to units: as parts of their duty, and that no unit has more charged than it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sim.language.contradiction import Contradiction, Path
from sim.language.units import WORKING_DAY_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Charge, Taken, weekly_hours
from sim.mechanisms.units.roll_out import placed_charges
from sim.said import listed, said
from sim.scenario.checks.parts import COMMUNITY, GRID, crews
from sim.scenario.models import Scenario

WORKERS, DESKS = "grid_workers", "community_desks"
"""What charges call the grid workers, and the desks of the communities."""
TOLERANCE = 1e-9
"""Part of a duty by which sums may differ."""


@dataclass(frozen=True)
class Booked:
    """A charge of the mechanism with a section, as a part of its unit's time on duty (below 0: given)."""

    section: str
    unit: str
    of: Taken
    part: float
    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether it is charged on a date."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def called_by_charges(unit: str) -> str:
    """Return what charges call a unit of the plan."""
    return {GRID: WORKERS, COMMUNITY: DESKS}.get(unit, unit)


def charges_of(scenario: Scenario) -> Iterator[tuple[str, Charge]]:
    """Yield all charges of a scenario, each with the section of its mechanism."""
    for mechanism in MECHANISMS:
        for charge in placed_charges(scenario, mechanism):
            yield mechanism.section, charge


def booked(scenario: Scenario) -> list[Booked]:
    """Return all charges as parts of duty; units that have no hours are left out, which `hours_are_there` tells of."""
    found = []
    for section, charge in charges_of(scenario):
        weekly = weekly_hours(scenario, charge.unit)
        if weekly > 0 and charge.hours:
            part = charge.hours / weekly
            found.append(Booked(section, charge.unit, charge.of, part, charge.since, charge.until))
    return found


def hours_are_there(scenario: Scenario) -> Iterator[Contradiction]:
    """No unit has more hours charged, at any time, than what they are taken from has; and it has a name and hours."""
    for section, charge in charges_of(scenario):
        path = ("mechanisms", section)
        if charge.hours > 0 and weekly_hours(scenario, charge.unit) <= 0:
            yield Contradiction(path, said("takes hours of '{unit}', which has none", unit=charge.unit))
    by_unit: dict[str, list[Booked]] = defaultdict(list)
    for each in booked(scenario):
        by_unit[each.unit].append(each)
    for unit, its in by_unit.items():
        yield from _first_overdrawn(scenario, unit, its)


def _first_overdrawn(scenario: Scenario, unit: str, its: list[Booked]) -> Iterator[Contradiction]:
    """Tell of the first date, if any, from which more is taken from a unit than there is."""
    turns = {day for each in its for day in (each.since, each.until) if day is not None}
    weekly = weekly_hours(scenario, unit)
    for day in sorted({date.min, *turns}):
        held = [each for each in its if each.holds(day)]
        for of, there in _parts(scenario, unit).items():
            charged = [each for each in held if each.of in of]
            part = sum(each.part for each in charged)
            if part > there + TOLERANCE:
                since = "" if day == date.min else said(" from {day}", day=day)
                message = said(
                    "{of} of {unit} has {part:,.4g} h a week charged{since}",
                    of=_and(of),
                    unit=unit,
                    part=part * weekly,
                    since=since,
                )
                allowed = said("at most {hours:,.4g} h", hours=max(there, 0.0) * weekly)
                yield Contradiction(_path(charged), message, allowed=allowed)
                return
        if sum(each.part for each in held) < -TOLERANCE:
            yield Contradiction(_path(held), said("{unit} is given more hours than are taken from it", unit=unit))
            return


def _parts(scenario: Scenario, unit: str) -> dict[tuple[Taken, ...], float]:
    """Return the part of a unit's duty that there is of each thing that charges are taken from, alone or together."""
    if unit == WORKERS:
        workers, patrol = scenario.staff.grid_workers, scenario.mechanisms.patrol
        desk, line = workers.desk.value / WORKING_DAY_MS, workers.line.value / WORKING_DAY_MS
        field = 1.0 - desk - line - scenario.mechanisms.assessment.forms_ms() / WORKING_DAY_MS
        target, keep = patrol.target.value / WORKING_DAY_MS, patrol.keep.value / WORKING_DAY_MS
        kept = min(keep, target) if patrol.enabled else 0.0
        walked = target - kept if patrol.enabled else 0.0
        return {
            (Taken.CASES,): 0.0,
            (Taken.DESK,): desk,
            (Taken.LINE,): line,
            (Taken.PATROL,): walked,
            (Taken.PATROL, Taken.FIELD): field - kept,
        }
    share = next(its.share.value for path, its in crews(scenario) if path[-1] == unit)
    found: dict[tuple[Taken, ...], float] = {(of,): 0.0 for of in Taken}
    return found | {(Taken.CASES,): share, (Taken.LINE,): 1.0 - share}


def _and(of: tuple[Taken, ...]) -> str:
    return listed((said(each.value) for each in of), " and ")


def _path(charged: list[Booked]) -> Path:
    """Return the section of the mechanism that charges most."""
    return ("mechanisms", max(charged, key=lambda each: abs(each.part)).section)
