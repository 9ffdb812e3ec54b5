"""What a scenario alone tells of its organisation: what it costs in a year, and the hours of grid leaders."""

from collections.abc import Iterable

from sim.language.quantity import Money
from sim.language.units import HOUR_MS
from sim.measures.tables import Organisation
from sim.mechanisms import MECHANISMS
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews
from sim.world.grids import grid_count


def organisation(scenario: Scenario) -> Organisation:
    """Return what measures need to know of a scenario's organisation beside the tables of a run."""
    emergencies = frozenset(name for name, hazard in scenario.hazards.items() if hazard.urgency == "emergency")
    return Organisation(yearly_cost(scenario), leader_hours(scenario), emergencies)


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
        + sum(cost(scenario) for mechanism in MECHANISMS for cost in mechanism.costs.values())
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
