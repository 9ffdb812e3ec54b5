"""What a scenario alone tells of its organisation: what it costs in a year, and the hours of grid leaders."""

import math
from collections.abc import Iterable

import numpy as np

from sim.language.quantity import Money
from sim.language.units import DAY_MS, HOUR_MS, YEAR_MS
from sim.measures.office import OfficeHours
from sim.measures.tables import NO_BUDGET, Budget, Organisation
from sim.mechanisms import MECHANISMS
from sim.mechanisms.hours import funding
from sim.mechanisms.stages import committees, councils
from sim.mechanisms.units import incentives
from sim.mechanisms.units.roll_out import part_reached
from sim.plan.rosters import DutyRosters
from sim.scenario.checks.money import balances, ledger
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews
from sim.world.centres import metres_to_centre
from sim.world.grids import grid_count
from sim.world.ground import build_ground, inhabitants

NINE_OF_TEN = 0.9
PARTS = 20
"""Number of parts of the workers by which shifts are found: each shift has a twentieth of them at least."""


def organisation(scenario: Scenario) -> Organisation:
    """Return what measures need to know of a scenario's organisation beside the tables of a run."""
    emergencies = frozenset(name for name, hazard in scenario.hazards.items() if hazard.urgency == "emergency")
    mechanisms = scenario.mechanisms
    return Organisation(
        yuan_per_year=yearly_cost(scenario),
        leader_h_per_week=leader_hours(scenario),
        emergencies=emergencies,
        workers=worker_hours(scenario) if mechanisms.stewards.number() else OfficeHours.never(),
        steward_h_per_week=mechanisms.stewards.weekly_hours() * incentives.mean_there(scenario),
        cadre_h_per_week=mechanisms.talks.weekly_hours(),
        proxy_h_per_week=mechanisms.proxies.weekly_hours(),
        contract_h_per_week=mechanisms.co_building.contract_hours(),
        rooms_h_per_week=mechanisms.co_building.room_hours(),
        council_h_per_week=councils.weekly_person_hours(scenario),
        committee_h_per_week=committees.weekly_person_hours(scenario),
        warned_from=mechanisms.platform.repeats.value,
        warned_within_ms=mechanisms.platform.within.value,
        counter=mechanisms.service_centres.channel,
        centre_m_p90=metres_to_a_centre(scenario),
        absorbed=mechanisms.service_centres.absorbs() * part_reached(scenario, "service_centres"),
        helpers_there=incentives.mean_there(scenario) if mechanisms.incentives.enabled else math.nan,
        budget=budget(scenario),
    )


def metres_to_a_centre(scenario: Scenario) -> float:
    """Return the metres to a service centre that nine of ten households have at most, NaN without centres."""
    centres = scenario.mechanisms.service_centres
    if not centres.enabled:
        return math.nan
    return float(np.quantile(metres_to_centre(build_ground(scenario), int(centres.centres.value)), NINE_OF_TEN))


def budget(scenario: Scenario) -> Budget:
    """Return the money of a scenario; in the first year services cost nothing until the tender is over."""
    own = scenario.mechanisms.funding
    if not own.enabled:
        return NO_BUDGET
    book, people = ledger(scenario), inhabitants(scenario)
    services = funding.yearly_cost(scenario)
    waits = min(own.tender.value / YEAR_MS, 1.0)
    balance = balances(scenario, people.residents, people.residents * people.rate_factor)
    return Budget(book.income, book.spent, services, book.balance + services * waits, float((balance < 0).mean()))


def worker_hours(scenario: Scenario) -> OfficeHours:
    """Return the hours of a run in which any grid worker is on duty by the roster, whoever is absent."""
    run, roster = scenario.run, scenario.staff.grid_workers.roster
    duty = DutyRosters(scenario, math.ceil((run.warmup.value + run.length.value + run.followup.value) / DAY_MS) + 1)
    shifts = [duty.pattern(roster, part, PARTS)[:, :2] for part in range(PARTS)]
    hours = np.unique(np.concatenate(shifts), axis=0)
    until = np.maximum.accumulate(hours[:, 1])
    begins = np.concatenate([[True], hours[1:, 0] > until[:-1]]) if len(hours) else np.zeros(0, dtype=bool)
    ends = np.append(np.flatnonzero(begins)[1:], len(hours)) - 1 if len(hours) else np.zeros(0, dtype=np.int64)
    intervals = np.column_stack([hours[begins, 0], until[ends]]).astype("timedelta64[ms]")
    return OfficeHours(np.datetime64(run.start, "ms") + intervals)


def yearly_cost(scenario: Scenario) -> float:
    """Cost of the organisation in yuan a year; what has no cost in the scenario counts nothing.

    Crews count in each place of theirs: desks in each community, teams in each street, departments once. Mechanisms
    add the items of their own.
    """
    staff, territory = scenario.staff, scenario.territory
    return (
        staff.grid_workers.count.value * _yuan(staff.grid_workers.cost)
        + grid_count(scenario) * _yuan(scenario.grids.cost)
        + _crews([staff.community_desks], territory.communities.value)
        + _crews(staff.street_teams.values(), territory.streets.value)
        + _crews(scenario.departments.values(), 1)
        + sum(part_reached(scenario, its.section) * cost(scenario) for its in MECHANISMS for cost in its.costs.values())
    )


def leader_hours(scenario: Scenario) -> float:
    """Hours a week that each grid leader gives to grids; 0 if there is no leader."""
    leaders = scenario.staff.grid_leaders
    if not leaders.count.value:
        return 0.0
    return leaders.hours_per_grid.value / HOUR_MS * grid_count(scenario) / leaders.count.value


def _crews(units: Iterable[Crews], places: int) -> float:
    return sum(unit.in_all(places) * _yuan(unit.cost) for unit in units)


def _yuan(cost: Money | None) -> float:
    return cost.value if cost is not None else 0.0
