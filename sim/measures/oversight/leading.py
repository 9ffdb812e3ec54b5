"""Named leaders: how old what is open gets, how many cases are led, and what that costs leaders and others."""

import numpy as np
import pandas as pd

from sim.measures.measure import measure
from sim.measures.tables import Watched, share, times

LEADERS = ("street_leader", "district_leader")
DAY = np.timedelta64(1, "D")


@measure("days", "lower")
def open_age_p95_days(watched: Watched) -> float:
    """Days since their report under which 95 % of the registered cases are that are open as the window ends."""
    cases = watched.every_registered
    closed = times(cases, "closed_at")
    still = (times(cases, "registered_at") < watched.end) & (np.isnat(closed) | (closed >= watched.end))
    ages = (watched.end - times(cases, "reported_at")[still]) / DAY
    return float(np.quantile(ages, 0.95)) if len(ages) else float("nan")


@measure("share", None)
def led_share(watched: Watched) -> float:
    """Share of the registered cases of the window that a named leader had taken by the end of the run."""
    return share((watched.registered["led"] > 0).sum(), len(watched.registered))


@measure("h per week", None)
def leader_h_on_cases_per_week(watched: Watched) -> float:
    """Hours that named leaders gave to the cases they led in the window, per week."""
    return _leader_hours(watched) / watched.weeks


@measure("h", "lower")
def leader_h_per_closing(watched: Watched) -> float:
    """Hours that named leaders gave to cases in the window, over the cases led that were closed in it."""
    cases = watched.every_registered
    closed = times(cases, "closed_at")
    in_window = (closed >= watched.start) & (closed < watched.end)
    return share(_leader_hours(watched), (in_window & (cases["led"] > 0).to_numpy()).sum())


@measure("cases", "lower")
def overtaken_per_led_case(watched: Watched) -> float:
    """Number of cases of the same unit and street dispatched before a case of the window which a named leader had, and
    that somebody came for after it, in the mean of those led cases."""
    names = ("dispatched_at", "arrived_at", "unit", "street", "led", "reported_at")
    frame = watched.every_registered.frame(*names).astype({"unit": str})
    frame = frame[frame["arrived_at"].notna()]
    led = frame[(frame["led"] > 0) & (frame["reported_at"] >= watched.start) & (frame["reported_at"] < watched.end)]
    groups = {key: its for key, its in frame.groupby(["unit", "street"])} if len(led) else {}
    overtaken = sum(
        _overtaken(groups[unit, street], sent, came)
        for unit, street, sent, came in led[["unit", "street", "dispatched_at", "arrived_at"]].itertuples(index=False)
    )
    return share(overtaken, len(led))


def _overtaken(others: pd.DataFrame, sent: pd.Timestamp, came: pd.Timestamp) -> int:
    """Number of cases dispatched before a moment and first come for after another."""
    return int(((others["dispatched_at"] < sent) & (others["arrived_at"] > came)).sum())


def _leader_hours(watched: Watched) -> float:
    stations = watched.stations
    return float(stations["busy_h"][stations["kind"].isin(LEADERS)].sum())


MEASURES = (
    open_age_p95_days,
    led_share,
    leader_h_on_cases_per_week,
    leader_h_per_closing,
    overtaken_per_led_case,
)
