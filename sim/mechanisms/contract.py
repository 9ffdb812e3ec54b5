"""The contract of a mechanism: what each file of this folder says of itself, in one row that drives all others.

Schema, lowering, random streams, checks, `gridgov mechanisms`, the list of what is on in reports and the contract
tests are made from `sim.mechanisms.MECHANISMS`; nothing else lists mechanisms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import nan
from typing import TYPE_CHECKING, Any, Protocol

from sim.chance.draws import NO_DRAWS, Draws
from sim.kinds import Activity
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.mechanisms.eyes.channel import FindingChannel, Places
from sim.mechanisms.stages.stage import Stages

if TYPE_CHECKING:
    from sim.chance.distribution_table import DistributionTable

Number = float | int
Lowered = Mapping[str, Number | Sequence[Number]]
"""What a mechanism hands to its rules: single numbers and lists of numbers, by name, as `plan.<section>.<name>`."""


class Evidence(StrEnum):
    """What is known of a mechanism's effect, for the question a scenario asks of it."""

    MEASURED = "measured"
    """Somebody measured the effect where something like it was done."""
    STRUCTURE_ONLY = "structure only"
    """How it works is described, its hours and steps are known or reasoned; the size of the effect is not."""
    NONE = "none"
    """Nobody has measured anything of it."""


class Parameters(Protocol):
    """What a scenario may say of a mechanism: a section of numbers with units, off by `enabled: false`."""

    enabled: bool

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers its rules read, neutral ones if it is off; distributions become numbers of the table."""


class Taken(StrEnum):
    """What hours are taken from."""

    CASES = "cases"
    """The hours that a unit's crews have for cases."""
    LINE = "line"
    """The rest of their duty, or the line tasks of grid workers."""
    DESK = "desk"
    """Desk work of grid workers."""
    PATROL = "patrol"
    """Planned patrol of grid workers, and their time in the field with it."""
    FIELD = "field"
    """Time of grid workers in the field, of which patrol, visits, jobs and slack are made in their order."""


@dataclass(frozen=True)
class Charge:
    """Hours of staff that a mechanism takes from what they are spent on, or gives to it if below zero.

    `unit` is `grid_workers`, `community_desks`, a street team or a department by its name in the scenario; `hours` a
    week without holidays, of all its crews together (`weekly_hours` of them there are); charged evenly
    over duty, from a date on and until before another, if these are given. What is taken here and given there is two
    charges: together they move hours, and the mechanism itself gets none.
    """

    unit: str
    hours: float
    of: Taken
    since: date | None = None
    until: date | None = None


def weekly_hours(scenario: Any, unit: str) -> float:
    """Hours on duty that all crews of a unit have in a week without holidays, absences and vacancies deducted; NaN
    if it has no roster that can be read, 0 if there is no such unit.

    `unit` is what charges call it. Of shifts with dates it is a week in which they are worked.
    """
    staff, places = scenario.staff, scenario.territory
    if unit == "grid_workers":
        workers = staff.grid_workers
        there = scenario.mechanisms.staff_quality.present(unit) * (1.0 - workers.absence.value)
        return _weekly(scenario, workers.roster, workers.count.value, 1) * there
    units = {
        "community_desks": (staff.community_desks, int(places.communities.value)),
        **{name: (team, int(places.streets.value)) for name, team in staff.street_teams.items()},
        **{name: (its, 1) for name, its in scenario.departments.items()},
    }
    if unit not in units:
        return 0.0
    crews, of = units[unit]
    present = scenario.mechanisms.staff_quality.present(unit)
    if crews.crews is not None:
        return _weekly(scenario, crews.roster, crews.crews.value, of) * present
    return _weekly(scenario, crews.roster, crews.in_all(of), 1) * present  # shared out: nearly


def _weekly(scenario: Any, roster: str, crews: int, places: int) -> float:
    """Hours a week of so many crews in each of some places; NaN if their roster cannot be read, which is told there."""
    try:
        return float(places * scenario.rosters[roster].weekly_hours(int(crews)))
    except (KeyError, ValueError):
        return nan


Charges = Callable[[Any], Iterable[Charge]]
"""The hours that a mechanism takes in a scenario; none if it is off."""


@dataclass(frozen=True)
class Authority:
    """A unit that takes over cases which fall to another.

    Of the cases of a hazard that fall to `unit` a `share` is handled by `by` (units by their names in the scenario),
    with so many times the work; of issues that occur from a date on, if one is given. Which these are is drawn, so that
    those of a smaller share are among those of a larger.
    """

    hazard: str
    unit: str
    by: str
    share: float
    work: float = 1.0
    since: date | None = None


Authorities = Callable[[Any], Iterable[Authority]]
"""Who takes over what in a scenario; none if the mechanism is off. Of several the first in the list of mechanisms."""


@dataclass(frozen=True)
class Removal:
    """A cause removed: a share of the primary issues of a hazard never occurs.

    In a community by number, or in all; from a date on and until before another, if these are given.
    """

    hazard: str
    share: float
    community: int | None = None
    since: date | None = None
    until: date | None = None


Removals = Callable[[Any], Iterable[Removal]]
"""What is removed in a scenario; nothing if the mechanism is off. Several multiply, as 1 - share."""

Check = Callable[[Any], Iterator[Contradiction]]
"""Finds, in a whole scenario, what contradicts a mechanism."""

Eyes = Callable[[Any, Places], FindingChannel | None]
"""The finding channel that a mechanism brings in a scenario, over its places; None if it is off or has none."""

Cost = Callable[[Any], float]
"""Yuan a year that a mechanism costs in a scenario; 0 if it is off."""

Crews = Callable[[Any], float]
"""Crews that a mechanism brings in a scenario, in all places; 0 if it is off."""


@dataclass(frozen=True)
class Mechanism:
    """One mechanism: its number in the list of mechanisms, the section of a scenario that sets it, and what it brings.

    `parameters` is the model of the section. `headline` names the measures that say most about what it does and whom
    it costs, those that say most first: comparisons in which it changes show them. `puts_in` has, for each parameter
    that enters the own mark of measures, these measures (`sim.mechanisms.put_in`); in all others its difference comes
    out. A dot leads into a section or the entries of a list. `draws` are the purposes of its random numbers, `checks`
    what a scenario must not say of it, `activities` the rows of the log that only it writes, `eyes` its finding
    channel, by which the stock at the start is thinned too, as in a district that has it; `costs` what it costs beside
    the staff that the scenario names, by name of the item, and `charges` the hours of that staff. `authority` says who
    takes over what, `removals` what is kept from occurring, `crews` are those that it brings beside staff and
    departments, `stages` what cases pass on their way. `everywhere` says why it cannot be at work in some communities
    only (`roll_out`), as all others can; `standing`, that it is arranged before the start, so that it has places and no
    day. The docstring of its file tells sources and side effects.
    """

    code: str
    section: str
    parameters: type[Model]
    evidence: Evidence
    headline: Sequence[str]
    puts_in: Mapping[str, Sequence[str]]
    draws: Draws = NO_DRAWS
    checks: tuple[Check, ...] = ()
    activities: tuple[Activity, ...] = ()
    eyes: Eyes | None = None
    costs: Mapping[str, Cost] = field(default_factory=dict)
    charges: Charges | None = None
    authority: Authorities | None = None
    removals: Removals | None = None
    crews: Crews | None = None
    stages: Stages | None = None
    everywhere: str | None = None
    standing: bool = False

    @property
    def number(self) -> int:
        """The number in its code, by which its marks are drawn."""
        return int(self.code[1:])

    @property
    def required(self) -> bool:
        """Whether every scenario must have its section: some of its fields have no neutral value."""
        return any(parameter.is_required() for parameter in self.parameters.model_fields.values())


def is_on(mechanism: Mechanism, scenario: Any) -> bool:
    """Whether a scenario has the mechanism at work."""
    return bool(getattr(scenario.mechanisms, mechanism.section).enabled)


def all_draws(mechanisms: Iterable[Mechanism]) -> Draws:
    """The draws of several mechanisms together."""
    draws = [mechanism.draws for mechanism in mechanisms]
    return Draws(
        run=tuple(name for each in draws for name in each.run),
        territory=tuple(name for each in draws for name in each.territory),
    )
