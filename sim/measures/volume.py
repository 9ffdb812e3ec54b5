"""How much happens and how much of it is filed, as totals of the district scaled to a year.

The scenario's own seasons are taken out, hazard by hazard, so that a window in May can stand beside a year.
"""

import pandas as pd

from sim.measures.measure import measure
from sim.measures.tables import Watched, share


@measure("per year", None)
def issues_per_year(watched: Watched) -> float:
    """Issues that occurred in the window, recurrences included, absorbed and prevented ones not, scaled
    to a year."""
    return watched.per_year(watched.issues["hazard"])


@measure("per year", None)
def cases_per_year(watched: Watched) -> float:
    """Cases reported in the window and registered, scaled to a year."""
    return watched.per_year(watched.registered["hazard"])


@measure("per year", None)
def cases_patrol_per_year(watched: Watched) -> float:
    """Cases found by patrol in the window and registered, scaled to a year."""
    return watched.per_year(_hazards_from(watched, "patrol"))


@measure("per year", None)
def cases_visit_per_year(watched: Watched) -> float:
    """Cases found by household visits in the window and registered, scaled to a year."""
    return watched.per_year(_hazards_from(watched, "visit"))


@measure("per year", None)
def cases_resident_per_year(watched: Watched) -> float:
    """Cases reported by residents in the window and registered, repeats merged, scaled to a year."""
    return watched.per_year(_hazards_from(watched, "resident"))


@measure("per resident and year", None)
def tickets_per_resident_year(watched: Watched) -> float:
    """Cases reported by residents in the window and registered, and all repeat reports merged into
    registered cases of the window, per resident and year."""
    cases = watched.registered
    tickets = cases["repeats"] + (cases["source"] == "resident")
    return share(watched.per_year(cases["hazard"], tickets), watched.of_district("residents"))


@measure("repeats per case", "lower")
def repeats_per_case(watched: Watched) -> float:
    """Repeat reports merged into the registered cases of the window, per case."""
    return share(watched.registered["repeats"].sum(), len(watched.registered))


@measure("per resident and year", None)
def contacts_per_resident_year(watched: Watched) -> float:
    """Contacts answered at once, and tickets of residents (cases they opened, and repeat reports), of the window, per
    resident and year."""
    return share((_consultations(watched) + _tickets(watched)) / watched.years, watched.of_district("residents"))


@measure("share", None)
def consultation_share(watched: Watched) -> float:
    """Share of the contacts of the window (answered at once, or tickets of residents) that were answered at once."""
    consultations = _consultations(watched)
    return share(consultations, consultations + _tickets(watched))


@measure("share", "lower")
def repeat_share_tickets(watched: Watched) -> float:
    """Share of residents' tickets of the window (cases they opened, and repeat reports merged into any registered case)
    that are repeat reports."""
    cases = watched.registered
    return share(int(cases["repeats"].sum()), _tickets(watched))


@measure("repeats per case", "lower")
def repeats_per_resident_case(watched: Watched) -> float:
    """Repeat reports merged into the registered cases of the window that residents opened, per such case."""
    return _repeats_of(watched, "resident")


@measure("repeats per case", None)
def repeats_per_patrol_case(watched: Watched) -> float:
    """Reports of residents merged into the registered cases of the window that patrol had opened, per such case."""
    return _repeats_of(watched, "patrol")


def _tickets(watched: Watched) -> int:
    cases = watched.registered
    return int(cases["repeats"].sum()) + int((cases["source"] == "resident").sum())


def _consultations(watched: Watched) -> float:
    return watched.of_district("consultations")


def _repeats_of(watched: Watched, source: str) -> float:
    repeats = watched.registered.where(watched.registered["source"] == source)["repeats"]
    return share(repeats.sum(), len(repeats))


def _hazards_from(watched: Watched, source: str) -> "pd.Series[str]":
    return watched.registered.where(watched.registered["source"] == source)["hazard"]


MEASURES = (
    issues_per_year,
    cases_per_year,
    cases_patrol_per_year,
    cases_visit_per_year,
    cases_resident_per_year,
    tickets_per_resident_year,
    contacts_per_resident_year,
    consultation_share,
    repeat_share_tickets,
    repeats_per_resident_case,
    repeats_per_patrol_case,
    repeats_per_case,
)
