"""Funds: what there is for mechanisms, what is left of it, what services do for their money, and what is given freely.

Hours that volunteers give stand beside the money, and are never reckoned in it.
"""

import numpy as np

from sim.measures.measure import measure
from sim.measures.tables import Watched, share


@measure("yuan per year", None)
def income_of_mechanisms(watched: Watched) -> float:
    """Yuan a year that there are for mechanisms, by rule and beside it; nothing told where funding is off."""
    return watched.organisation.budget.income


@measure("yuan", None)
def unspent_money(watched: Watched) -> float:
    """Yuan of the income that mechanisms do not cost in the first year, in which services begin after the tender."""
    return watched.organisation.budget.unspent


@measure("share", "lower")
def communities_short_of_money(watched: Watched) -> float:
    """Share of the communities whose part of what mechanisms cost is more than their income."""
    return watched.organisation.budget.short


@measure("yuan per issue", "lower")
def mechanisms_cost_per_fixed_issue(watched: Watched) -> float:
    """Cost of mechanisms in the window over the issues that occurred in it and were truly fixed, yuan; the rest of the
    cost per issue is pay of workers and crews."""
    fixed = int((watched.issues["state"] == "fixed").sum())
    return share(watched.organisation.budget.mechanisms * watched.years, fixed)


@measure("yuan per case", "lower")
def services_cost_per_case(watched: Watched) -> float:
    """Cost of purchased services in the window over the cases that they closed and truly fixed, yuan."""
    cases = watched.closed
    theirs = (cases["moved_by"].astype(str) == "funding") & (cases["outcome"].astype(str) == "fixed")
    return share(watched.organisation.budget.services * watched.years, int(theirs.sum()))


@measure("h per week", None)
def given_h_per_week(watched: Watched) -> float:
    """Hours a week that volunteers give in the window: walks of stewards, and jobs of party members off hours."""
    stewards = watched.organisation.steward_h_per_week
    members = watched.stations[watched.stations["kind"] == "members"]
    return float(np.nan_to_num(stewards)) + float(members["busy_h"].sum()) / watched.weeks


@measure("share", "higher")
def helpers_active_share(watched: Watched) -> float:
    """Share of the helpers said (stewards, party members, partners) who are there, mean over the window's months."""
    return watched.organisation.helpers_there


MEASURES = (
    income_of_mechanisms,
    unspent_money,
    communities_short_of_money,
    mechanisms_cost_per_fixed_issue,
    services_cost_per_case,
    given_h_per_week,
    helpers_active_share,
)
