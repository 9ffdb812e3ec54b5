"""How much happens and how much of it is filed, as totals of the district scaled to a year."""

from sim.measures.measure import measure
from sim.measures.tables import Watched, share

_SEASON = "Scaled from the window to 365 days: a window in one season is not a year."
_FILES = "More cases are not worse: they may be issues that were there before and are now seen."


@measure("per year", None, label="Issues", caution=_SEASON)
def issues_per_year(watched: Watched) -> float:
    """Issues that occurred in the window, recurrences included, absorbed and prevented ones not, scaled
    to a year."""
    return len(watched.issues) / watched.years


@measure("per year", None, label="Registered cases", caution=_FILES)
def cases_per_year(watched: Watched) -> float:
    """Cases reported in the window and registered, scaled to a year."""
    return len(watched.registered) / watched.years


@measure("per year", None, label="Cases found by patrol", caution=_FILES)
def cases_patrol_per_year(watched: Watched) -> float:
    """Cases found by patrol in the window and registered, scaled to a year."""
    return _from(watched, "patrol") / watched.years


@measure("per year", None, label="Cases found by household visits", caution=_FILES)
def cases_visit_per_year(watched: Watched) -> float:
    """Cases found by household visits in the window and registered, scaled to a year."""
    return _from(watched, "visit") / watched.years


@measure(
    "per year",
    None,
    label="Cases reported by residents",
    caution="Reports are signals of need: fewer of them is no success by itself.",
)
def cases_resident_per_year(watched: Watched) -> float:
    """Cases reported by residents in the window and registered, repeats merged, scaled to a year."""
    return _from(watched, "resident") / watched.years


@measure(
    "per resident and year",
    None,
    label="Tickets of residents",
    caution="Reports are signals of need: fewer of them is no success by itself.",
)
def tickets_per_resident_year(watched: Watched) -> float:
    """Cases reported by residents in the window and registered, and all repeat reports merged into
    registered cases of the window, per resident and year."""
    tickets = _from(watched, "resident") + int(watched.registered["repeats"].sum())
    return share(tickets / watched.years, watched.of_district("residents"))


@measure(
    "repeats per case",
    "lower",
    label="Repeat reports",
    caution="A more trusted hotline is also called more often.",
)
def repeats_per_case(watched: Watched) -> float:
    """Repeat reports merged into the registered cases of the window, per case."""
    return share(watched.registered["repeats"].sum(), len(watched.registered))


def _from(watched: Watched, source: str) -> int:
    return int((watched.registered["source"] == source).sum())


MEASURES = (
    issues_per_year,
    cases_per_year,
    cases_patrol_per_year,
    cases_visit_per_year,
    cases_resident_per_year,
    tickets_per_resident_year,
    repeats_per_case,
)
