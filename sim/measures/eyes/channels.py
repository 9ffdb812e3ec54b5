"""What finding channels find, and the hours that volunteers and cadres spend for it."""

import numpy as np
import pandas as pd

from sim.measures.measure import measure
from sim.measures.office import Times
from sim.measures.rows import Rows
from sim.measures.tables import Watched, share, times


@measure("per year", None)
def found_by_stewards_per_year(watched: Watched) -> float:
    """Issues that stewards reported or fixed at once in the window, a year."""
    reported = watched.per_year(_reported(watched, "steward")["hazard"])
    return reported + watched.per_year(_fixed_at_once(watched)["hazard"])


@measure("per year", None)
def fixed_by_stewards_per_year(watched: Watched) -> float:
    """Issues that stewards fixed at once in the window, a year."""
    return watched.per_year(_fixed_at_once(watched)["hazard"])


@measure("share", None)
def stewards_off_duty_share(watched: Watched) -> float:
    """Share of the finds of stewards in the window that were made while no grid worker was on duty."""
    reported, fixed = times(_reported(watched, "steward"), "reported_at"), times(_fixed_at_once(watched), "ended_at")
    found: Times = np.concatenate([reported, fixed])
    a_minute_on: Times = (found + np.timedelta64(1, "m")).astype("datetime64[ms]")
    worked = watched.organisation.workers.between(found, a_minute_on)
    return share((worked <= 0.0).sum(), len(found))


@measure("h", "lower")
def steward_h_per_find(watched: Watched) -> float:
    """Hours that stewards walked in the window, over what they reported or fixed at once in it."""
    found = len(_reported(watched, "steward")) + len(_fixed_at_once(watched))
    return share(watched.organisation.steward_h_per_week * watched.weeks, found)


@measure("per year", None)
def found_by_cameras_per_year(watched: Watched) -> float:
    """Cases that cameras opened in the window, a year."""
    return watched.per_year(_reported(watched, "camera")["hazard"])


@measure("per year", None)
def found_in_talks_per_year(watched: Watched) -> float:
    """Cases that cadres opened in the window for what they heard in talks, a year."""
    return watched.per_year(_reported(watched, "talk")["hazard"])


@measure("per year", None)
def found_by_service_per_year(watched: Watched) -> float:
    """Cases that stations for groups opened in the window for what they heard on visits, a year."""
    return watched.per_year(_reported(watched, "service")["hazard"])


@measure("h", "lower")
def cadre_h_per_find(watched: Watched) -> float:
    """Hours that cadres sat in talks in the window, over the cases that they opened in it."""
    return share(watched.organisation.cadre_h_per_week * watched.weeks, len(_reported(watched, "talk")))


@measure("per year", None)
def found_by_proxies_per_year(watched: Watched) -> float:
    """Cases that proxies opened in the window for what they were told on their calls, a year."""
    return watched.per_year(_reported(watched, "proxy")["hazard"])


@measure("h", "lower")
def proxy_h_per_find(watched: Watched) -> float:
    """Hours that proxies called on homes in the window, over the cases that they opened in it."""
    return share(watched.organisation.proxy_h_per_week * watched.weeks, len(_reported(watched, "proxy")))


@measure("per year", None)
def repeat_warnings_per_year(watched: Watched) -> float:
    """Warnings in the window, a year: a hazard of which so many cases came at one place in so long a time."""
    warned = _warnings(watched)
    inside = warned["at"].between(watched.start, watched.end, inclusive="left")
    return watched.per_year(warned["hazard"][inside])


@measure("share", None)
def repeat_warnings_hit_share(watched: Watched) -> float:
    """Share of the warnings of the window followed up for so long after which another case about the hazard came at
    the place in that time."""
    warned = _warnings(watched)
    inside = warned["at"].between(watched.start, watched.end, inclusive="left")
    followed = inside & (warned["at"] + _warned_within(watched) <= watched.stop)
    return share(warned["hit"][followed].sum(), followed.sum())


def _reported(watched: Watched, source: str) -> Rows:
    return watched.cases.where(watched.cases["source"] == source)


def _fixed_at_once(watched: Watched) -> Rows:
    ended = times(watched.every_issue, "ended_at")
    mine = (watched.every_issue["fixed_by"] == "stewards").to_numpy()
    return watched.every_issue.where(mine & (ended >= watched.start) & (ended < watched.end))


def _warned_within(watched: Watched) -> np.timedelta64:
    return np.timedelta64(int(watched.organisation.warned_within_ms), "ms")


def _warnings(watched: Watched) -> pd.DataFrame:
    return watched.once("warnings from repeats", lambda: _warn(watched))


def _warn(watched: Watched) -> pd.DataFrame:
    """Return all warnings of a run, a row for each: when, of which hazard, and whether another case came in time.

    Cases about a hazard at a place are counted anew after each warning.
    """
    repeats, within = watched.organisation.warned_from, _warned_within(watched)
    issues = watched.every_issue.frame("root", "generation", "site")
    cases = watched.every_case.frame("root", "generation", "hazard", "reported_at").merge(issues)
    cases = cases.sort_values(["site", "hazard", "reported_at"]).reset_index(drop=True)
    at = cases["reported_at"].to_numpy(dtype="datetime64[ms]")
    place = cases.groupby(["site", "hazard"], observed=True, sort=False).ngroup().to_numpy()
    back = repeats - 1
    ready = np.flatnonzero((place[back:] == place[:-back]) & (at[back:] - at[:-back] <= within)) + back
    warned: list[int] = []
    for row in ready.tolist():
        if not warned or row - back > warned[-1]:
            warned.append(row)
    after = np.minimum(np.array(warned, dtype=np.int64) + 1, max(len(cases) - 1, 0))
    hit = (after != warned) & (place[after] == place[warned]) & (at[after] - at[warned] <= within)
    return pd.DataFrame({"at": at[warned], "hazard": cases["hazard"].to_numpy()[warned], "hit": hit})


MEASURES = (
    found_by_stewards_per_year,
    fixed_by_stewards_per_year,
    stewards_off_duty_share,
    steward_h_per_find,
    found_by_cameras_per_year,
    found_in_talks_per_year,
    cadre_h_per_find,
    found_by_proxies_per_year,
    proxy_h_per_find,
    found_by_service_per_year,
    repeat_warnings_per_year,
    repeat_warnings_hit_share,
)
