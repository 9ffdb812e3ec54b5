"""What it costs: the organisation over a year, by resident and by what it puts right."""

from sim.measures.measure import measure
from sim.measures.tables import Watched, share


@measure("yuan per year", "lower")
def yearly_cost(watched: Watched) -> float:
    """Yearly cost of workers, crews, grids and mechanisms, yuan."""
    return watched.organisation.yuan_per_year


@measure("yuan per resident and year", "lower")
def cost_per_resident_year(watched: Watched) -> float:
    """Yearly cost of workers, crews, grids and mechanisms over residents, yuan."""
    return share(watched.organisation.yuan_per_year, watched.of_district("residents"))


@measure("yuan per issue", "lower")
def cost_per_fixed_issue(watched: Watched) -> float:
    """Cost of the window over the issues that occurred in it and were truly fixed, yuan."""
    fixed = int((watched.issues["state"] == "fixed").sum())
    return share(watched.organisation.yuan_per_year * watched.years, fixed)


@measure("h per week", None)
def leader_h_per_week(watched: Watched) -> float:
    """Hours a week that each grid leader gives to grids: hours per grid times grids over leaders."""
    return watched.organisation.leader_h_per_week


MEASURES = (yearly_cost, cost_per_resident_year, cost_per_fixed_issue, leader_h_per_week)
