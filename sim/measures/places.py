"""How communities or grids fare: a row each, for maps, for the worst ones, and for the spread between
them."""

from typing import Literal

import numpy as np
import pandas as pd

from sim.measures.tables import Tables, Watched, hours_between, times

Place = Literal["community", "grid", "street"]
NOWHERE = -1


def by_place(watched: Watched, place: Place) -> pd.DataFrame:
    """Return a row per place, with place as index: issues and cases of the window, `closing_mean_h` and
    `never_reported_share`. The latter two are NaN where a place had no cases or no issues."""
    frame = pd.DataFrame(
        {
            "issues": _somewhere(watched.issues.frame(place).groupby(place).size()),
            "never_reported_share": never_reported_share(watched, place),
            "cases": _somewhere(watched.registered.frame(place).groupby(place).size()),
            "closing_mean_h": closing_mean_h(watched, place),
        }
    )
    return frame.fillna({"issues": 0, "cases": 0}).rename_axis(place)


def never_reported_share(watched: Watched, place: Place) -> pd.Series:
    """Return the share of the issues of the window that nobody found or reported, one for each place with issues."""
    return _somewhere(watched.issues["detected_at"].isna().groupby(watched.issues[place]).mean())


def closing_mean_h(watched: Watched, place: Place) -> pd.Series:
    """Return the mean hours from registration to closing, one for each place with cases; cases still open
    count up to the end of the run."""
    registered = watched.registered
    opened, closed = times(registered, "registered_at"), times(registered, "closed_at")
    hours = hours_between(opened, np.where(np.isnat(closed), watched.stop, closed))
    return _somewhere(pd.Series(hours).groupby(registered[place].to_numpy()).mean())


def _somewhere(values: pd.Series) -> pd.Series:
    return values[values.index != NOWHERE]


def average_by_place(tables: Tables, place: Place) -> pd.DataFrame:
    """Return `by_place` averaged over the replications."""
    frames = [by_place(watched, place) for watched in tables.replications()]
    return pd.concat(frames).groupby(level=0).mean().rename_axis(place)
