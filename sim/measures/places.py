"""How communities or grids fare: a row each, for maps, for the worst ones, and for the spread between
them."""

from typing import Literal

import numpy as np
import pandas as pd

from sim.measures.tables import Tables, Watched, hours_between, times

Place = Literal["community", "grid", "street"]
NOWHERE = -1


def by_place(watched: Watched, place: Place) -> pd.DataFrame:
    """Return a row per place, with place as index: issues and cases of the window, the mean closing time
    and shares.

    `closing_mean_h` is the mean of hours from registration to closing, cases still open counted up to the
    end of the run; `never_reported_share` is over the issues of the window. NaN where a place had none.
    """
    registered = watched.registered
    opened, closed = times(registered, "registered_at"), times(registered, "closed_at")
    hours = hours_between(opened, np.where(np.isnat(closed), watched.stop, closed))
    unseen = watched.issues["detected_at"].isna()
    frame = pd.DataFrame(
        {
            "issues": unseen.groupby(watched.issues[place]).size(),
            "never_reported_share": unseen.groupby(watched.issues[place]).mean(),
            "cases": registered.groupby(place).size(),
            "closing_mean_h": pd.Series(hours, registered.index).groupby(registered[place]).mean(),
        }
    )
    return frame[frame.index != NOWHERE].fillna({"issues": 0, "cases": 0}).rename_axis(place)


def average_by_place(tables: Tables, place: Place) -> pd.DataFrame:
    """Return `by_place` averaged over the replications."""
    frames = [by_place(watched, place) for watched in tables.replications()]
    return pd.concat(frames).groupby(level=0).mean().rename_axis(place)
