"""What an organisation costs in a year: workers, crews and grids, as far as the scenario names a cost for them."""

from collections.abc import Iterable

from sim.language.quantity import Money
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews


def yearly_cost(scenario: Scenario, grids: int, communities: int) -> float:
    """Cost of the organisation in yuan a year; what has no cost in the scenario counts nothing.

    Crews count in each place of theirs: desks in each community, teams in each street, departments once.
    """
    staff = scenario.staff
    return (
        staff.grid_workers.count.value * _yuan(staff.grid_workers.cost)
        + grids * _yuan(scenario.grids.cost)
        + communities * _crews([staff.community_desks])
        + scenario.territory.streets.value * _crews(staff.street_teams.values())
        + _crews(scenario.departments.values())
    )


def _crews(units: Iterable[Crews]) -> float:
    return sum(unit.crews.value * _yuan(unit.cost) for unit in units)


def _yuan(cost: Money | None) -> float:
    return cost.value if cost is not None else 0.0
