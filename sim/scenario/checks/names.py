"""Names: whatever one part of a scenario calls by name is there in another."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping

from sim.language.contradiction import Contradiction, Path
from sim.language.model import Model
from sim.language.units import nearest_word
from sim.said import listed, said
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
        for department in hazard.joint.parts if hazard.joint else ():
            part = ("hazards", name, "joint", "parts", department)
            yield from _known(part, "department", department, scenario.departments, of_key=True)


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
                yield from _known(("hazards", name, key), said("profile of {key}", key=said(key)), called, known)


def rosters_exist(scenario: Scenario) -> Iterator[Contradiction]:
    """Everybody works by a roster that exists."""
    for path, roster in _rosters(scenario):
        yield from _known(path, "roster", roster, scenario.rosters)


def _rosters(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield every roster that somebody works by, with the place that says so."""
    yield ("calendar", "office"), scenario.calendar.office
    yield ("staff", "grid_workers", "roster"), scenario.staff.grid_workers.roster
    for path, unit in crews(scenario):
        yield (*path, "roster"), unit.roster
    for section, its in scenario.mechanisms:
        yield from _rosters_in(its, ("mechanisms", section))


def _rosters_in(its: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every roster that a part of a scenario names, in whatever depth, with its place."""
    if isinstance(its, Model):
        for name, value in its:
            if name == "roster" and isinstance(value, str):
                yield (*path, name), value
            else:
                yield from _rosters_in(value, (*path, name))
    elif isinstance(its, dict | list):
        for key, value in its.items() if isinstance(its, dict) else enumerate(its):
            yield from _rosters_in(value, (*path, key))


ALIKE = 0.8
"""Likeness (difflib's ratio) from which a name that nothing calls is taken for a misspelling of another."""


def names_are_meant(scenario: Scenario) -> Iterator[Contradiction]:
    """What nothing calls is not a misspelling of what is called: an inherited entry that was to be changed."""
    units: set[str] = {GRID, COMMUNITY}
    for hazard in scenario.hazards.values():
        units |= {*hazard.handled_by, *(hazard.joint.among if hazard.joint else ())}
    rosters = {roster for _, roster in _rosters(scenario)}
    hazards = scenario.hazards.values()
    for path, names, called in (
        (("staff", "street_teams"), scenario.staff.street_teams, units),
        (("departments",), scenario.departments, units),
        (("rosters",), scenario.rosters, rosters),
        (("profiles", "hours"), scenario.profiles.hours, {hazard.hours for hazard in hazards}),
        (("profiles", "weekdays"), scenario.profiles.weekdays, {hazard.weekdays for hazard in hazards}),
        (("profiles", "months"), scenario.profiles.months, {hazard.months for hazard in hazards}),
    ):
        yield from _misspelt(path, names, called)


def _misspelt(path: Path, names: Mapping[str, object], called: Collection[str | None]) -> Iterator[Contradiction]:
    """Yield a contradiction for each name that nothing calls and that is almost one of those called."""
    for name in names:
        nearest = nearest_word(name, [other for other in names if other in called and other != name])
        if name in called or nearest is None or _without_digits(name) == _without_digits(nearest):
            continue
        if difflib.SequenceMatcher(None, name, nearest).ratio() >= ALIKE:
            message = said("nothing calls it, and the name is almost that of {nearest!r}", nearest=nearest)
            yield Contradiction((*path, name), message, nearest, of_key=True)


def _without_digits(name: str) -> str:
    return re.sub(r"\d", "", name)


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
        allowed = said("known here are {names}", names=listed(known)) if known else "none is known here"
        nearest = nearest_word(word, list(known))
        yield Contradiction(path, said("no such {kind}", kind=said(kind)), nearest, allowed, of_key)
