"""What auditors look at and find, what is petitioned, and rates without what nobody can solve."""

from sim.measures.measure import measure
from sim.measures.tables import Watched, share

PEOPLE = 10_000
"""Number of residents by whom petitions are counted."""


@measure("share", None)
def audited_share(watched: Watched) -> float:
    """Share of the cases of the window closed at least once that auditors had looked at by the end of the run."""
    cases = watched.registered
    return share(cases["audited"].sum(), (cases["audited"] | cases["closed_at"].notna()).sum())


@measure("share", "lower")
def audited_untrue_share(watched: Watched) -> float:
    """Share of the cases of the window looked at by auditors of which they found a closing untrue."""
    cases = watched.registered
    return share(cases["found_untrue"].sum(), cases["audited"].sum())


@measure("per 10,000 residents and year", "lower")
def petitions_per_10000(watched: Watched) -> float:
    """Petitions about cases of the window, a year, per 10,000 residents."""
    petitioned = watched.cases.where(watched.cases["petitioned"])
    return share(watched.per_year(petitioned["hazard"]), watched.of_district("residents") / PEOPLE)


@measure("share", "higher")
def truly_resolved_share_solvable(watched: Watched) -> float:
    """Share of the closed cases of the window about issues that can be solved whose issue was truly fixed or gone at
    closing."""
    closed = watched.closed.where(~watched.closed["unsolvable"])
    return share(closed["outcome"].isin(("fixed", "found_gone")).sum(), len(closed))


@measure("share", "higher")
def satisfied_share_valid_solvable(watched: Watched) -> float:
    """Share of the residents' cases of the window about issues that can be solved, with a valid call-back, whose
    reporter was satisfied in the last one."""
    cases = watched.registered
    reached = cases.where((cases["source"] == "resident") & cases["called_back"] & ~cases["unsolvable"])
    return share(reached["satisfied"].sum(), len(reached))


MEASURES = (
    audited_share,
    audited_untrue_share,
    petitions_per_10000,
    truly_resolved_share_solvable,
    satisfied_share_valid_solvable,
)
