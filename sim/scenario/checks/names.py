"""Names: whatever one part of a scenario calls by name is there in another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.units import nearest_word
from sim.scenario.checks.parts import COMMUNITY, GRID, crews
from sim.scenario.models import Scenario


def units_are_distinct(scenario: Scenario) -> Iterator[Contradiction]:
    """Teams and departments are told apart by their names, in `handled_by`."""
    taken = {GRID, COMMUNITY}
    teams: list[Path] = [("staff", "street_teams", name) for name in scenario.staff.street_teams]
    departments: list[Path] = [("departments", name) for name in scenario.departments]
    for path in (*teams, *departments):
        if path[-1] in taken:
            yield Contradiction(path, "the name stands for another unit already", of_key=True)
        taken.add(str(path[-1]))


def units_exist(scenario: Scenario) -> Iterator[Contradiction]:
    """Issues are handled by units that exist."""
    units = [GRID, COMMUNITY, *scenario.staff.street_teams, *scenario.departments]
    for name, hazard in scenario.hazards.items():
        for unit in hazard.handled_by:
            yield from _known(("hazards", name, "handled_by", unit), "unit", unit, units, of_key=True)


def departments_exist(scenario: Scenario) -> Iterator[Contradiction]:
    """Joint issues need departments that exist."""
    for name, hazard in scenario.hazards.items():
        for number, department in enumerate(hazard.joint.among if hazard.joint else ()):
            path = ("hazards", name, "joint", "among", number)
            yield from _known(path, "department", department, scenario.departments)


def profiles_exist(scenario: Scenario) -> Iterator[Contradiction]:
    """Rates follow profiles that exist."""
    profiles = scenario.profiles
    for name, hazard in scenario.hazards.items():
        for key, called, known in (
            ("hours", hazard.hours, profiles.hours),
            ("weekdays", hazard.weekdays, profiles.weekdays),
            ("months", hazard.months, profiles.months),
        ):
            if called is not None:
                yield from _known(("hazards", name, key), f"profile of {key}", called, known)


def rosters_exist(scenario: Scenario) -> Iterator[Contradiction]:
    """Everybody works by a roster that exists."""
    called: list[tuple[Path, str]] = [
        (("calendar", "office"), scenario.calendar.office),
        (("staff", "grid_workers", "roster"), scenario.staff.grid_workers.roster),
        (("mechanisms", "party_members", "roster"), scenario.mechanisms.party_members.roster),
        *(((*path, "roster"), unit.roster) for path, unit in crews(scenario)),
    ]
    for path, roster in called:
        yield from _known(path, "roster", roster, scenario.rosters)


def hazards_exist(scenario: Scenario) -> Iterator[Contradiction]:
    """Shocks and prevention bear on hazards that exist."""
    for name in scenario.prevention:
        yield from _known(("prevention", name), "hazard", name, scenario.hazards, of_key=True)
    for number, shock in enumerate(scenario.shocks):
        for name in shock.factors:
            yield from _known(("shocks", number, "factors", name), "hazard", name, scenario.hazards, of_key=True)


def _known(
    path: Path, kind: str, word: str, known: Collection[str], *, of_key: bool = False
) -> Iterator[Contradiction]:
    """Yield a contradiction if a word (the last step of `path` if `of_key`) is not known."""
    if word not in known:
        allowed = f"known here are {', '.join(known)}" if known else "none is known here"
        nearest = nearest_word(word, list(known))
        yield Contradiction(path, f"no such {kind}", nearest, allowed, of_key)
