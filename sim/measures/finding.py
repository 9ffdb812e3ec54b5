"""Who finds what, and who puts it right."""

from sim.measures.measure import measure
from sim.measures.rows import Rows
from sim.measures.tables import Watched, share

BELOW_DEPARTMENTS = ("spot", "grid", "community", "members", "street")


@measure("share", None)
def patrol_share_street_order(watched: Watched) -> float:
    """Share of patrol's finds among the registered street-order cases of the window found by patrol or
    reported by residents."""
    source = watched.registered.where(watched.registered["stream"] == "street_order")["source"]
    return share((source == "patrol").sum(), source.isin(("patrol", "resident")).sum())


@measure("share", None)
def patrol_share_all(watched: Watched) -> float:
    """Share of the registered cases of the window that patrol found."""
    return share((watched.registered["source"] == "patrol").sum(), len(watched.registered))


@measure("finds per hour", None)
def finds_per_patrol_hour(watched: Watched) -> float:
    """Cases found by patrol in the window, per hour of patrol in the window."""
    return share((watched.cases["source"] == "patrol").sum(), watched.stations["patrol_h"].sum())


@measure("share", None)
def fixed_on_the_spot_share(watched: Watched) -> float:
    """Share of the registered cases of the window found by patrol that were fixed on the spot."""
    patrol = watched.registered.where(watched.registered["source"] == "patrol")
    return share((patrol["level"] == "spot").sum(), len(patrol))


@measure("share", None)
def street_level_share_street_order(watched: Watched) -> float:
    """Share of the closed street-order cases of the window that somebody did which were done on the spot, in
    the grid, by the community, by members or by the street."""
    return _below_departments(watched.closed.where(watched.closed["stream"] == "street_order"))


@measure("share", None)
def street_level_share_all(watched: Watched) -> float:
    """Share of the closed cases of the window that somebody did which were done on the spot, in the grid, by
    the community, by members or by the street."""
    return _below_departments(watched.closed)


@measure("share", None)
def members_share(watched: Watched) -> float:
    """Share of the closed cases of the window that somebody did which party members did off hours."""
    return share((watched.closed["level"] == "members").sum(), (watched.closed["level"] != "").sum())


def _below_departments(cases: Rows) -> float:
    return share(cases["level"].isin(BELOW_DEPARTMENTS).sum(), (cases["level"] != "").sum())


MEASURES = (
    patrol_share_street_order,
    patrol_share_all,
    finds_per_patrol_hour,
    fixed_on_the_spot_share,
    street_level_share_street_order,
    street_level_share_all,
    members_share,
)
