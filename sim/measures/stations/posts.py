"""Posts: how long they stand vacant, and how much of the work newcomers do."""

from sim.measures.measure import measure
from sim.measures.tables import Watched, share

KINDS = ("worker", "community")
"""Kinds of stations whose posts may fall vacant."""


@measure("days per year", "lower")
def vacancy_days_per_year(watched: Watched) -> float:
    """Days in the window on which posts of grid workers and of crews of community desks were vacant, all posts
    together, per year."""
    return float(watched.stations["vacant_days"].sum()) / watched.years


@measure("share", None)
def newcomer_work_share(watched: Watched) -> float:
    """Hours of jobs of grid workers and community desks in the window by hands in post for less than the time of
    learning, over all hours of their jobs."""
    its = watched.stations[watched.stations["kind"].isin(KINDS)]
    return share(float(its["newcomer_h"].sum()), float(its["busy_h"].sum()))


MEASURES = (vacancy_days_per_year, newcomer_work_share)
