"""Service centres: who comes to the counter, how far it is, and what is asked there instead of by telephone."""

from sim.measures.measure import measure
from sim.measures.tables import Watched, share


@measure("share", None)
def walk_in_share(watched: Watched) -> float:
    """Share of the registered cases of the window opened by residents whose first report came at the counter."""
    cases = watched.registered.where(watched.registered["source"] == "resident")
    return share((cases["channel"] == watched.organisation.counter).sum(), len(cases))


@measure("m", "lower")
def centre_m_p90(watched: Watched) -> float:
    """Metres as the crow flies to the next service centre that nine of ten households have at most; NaN without any."""
    return watched.organisation.centre_m_p90


@measure("per year", None)
def calls_avoided_per_year(watched: Watched) -> float:
    """Contacts that ask for information which counters answered in the window, a year: the share that they absorb."""
    asked = watched.of_district("consultations") / watched.years
    return asked * watched.organisation.absorbed


MEASURES = (walk_in_share, centre_m_p90, calls_avoided_per_year)
