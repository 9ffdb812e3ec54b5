"""Figures of facts that are no measures of the catalogue, read from the tables of one replication."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from scipy.stats import norm

from sim.scenario.load import Loaded

Frames = Mapping[str, pd.DataFrame]
MONTH_DAYS = 30
LAGS = (3, 4, 5)
"""Days by which the hotline led later patrol cases in Beijing."""
LILLIEFORS = 0.895
"""Over the root of n: the 5 % bound of the distance of a normal with fitted mean and variance, for large n."""
LEAST = 30
"""Cases that a category or a team needs to be looked at by itself."""


def in_window(frames: Frames) -> pd.DataFrame:
    """Return the registered cases that were reported in the window, with `hours` from registration to closing."""
    cases, row = frames["cases"], frames["district"].iloc[0]
    reported = cases["reported_at"]
    chosen = cases[(reported >= row["window_from"]) & (reported < row["window_to"]) & cases["registered_at"].notna()]
    chosen = chosen[chosen["state"] != "cancelled"]
    return chosen.assign(hours=(chosen["closed_at"] - chosen["registered_at"]) / pd.Timedelta("1h"))


def closing(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return mean over median of closing hours, pooled and by category; the spread of logs within categories of what
    residents opened; and how a lognormal misses: the distance of the best one over its 5 % bound (Lilliefors 1967), and
    the lower quartile of the one through median and upper quartile over the real one."""
    closed = in_window(frames).dropna(subset=["hours"])
    hours = closed["hours"].to_numpy() + 1 / 60  # those fixed on the spot are closed at once
    by = closed.groupby("hazard", observed=True)
    counts = by.size()
    enough = counts[counts >= LEAST].index
    ratio = (by["hours"].mean() / by["hours"].median())[enough]
    residents = closed[closed["source"] == "resident"]
    spread = np.log(residents["hours"] + 1 / 60).groupby(residents["hazard"], observed=True).agg(["std", "size"])
    spread = spread[spread["size"] >= LEAST]
    log = np.sort(np.log(hours))
    fitted = norm.cdf((log - log.mean()) / log.std(ddof=1))
    steps = np.arange(len(log) + 1) / len(log)
    distance = max((steps[1:] - fitted).max(), (fitted - steps[:-1]).max())
    q1, q2, q3 = np.quantile(hours, (0.25, 0.5, 0.75))
    return {
        "pooled_mean_to_median": float(hours.mean() / q2),
        "category_mean_to_median": float(ratio.median()),
        "category_log_sd": float(np.average(spread["std"], weights=spread["size"])),
        "lognormal_distance": float(distance * np.sqrt(len(log)) / LILLIEFORS),
        "lognormal_q1_ratio": float(q2 * q2 / q3 / q1),
    }


def tickets_a_day(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the variance over the mean of residents' cases a day."""
    cases = in_window(frames)
    days = cases[cases["source"] == "resident"].groupby(cases["reported_at"].dt.date).size()
    return {"tickets_vmr": float(days.var() / days.mean())}


def by_source(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the share of patrol's finds in each stream, and on time in street order by who found it."""
    cases = in_window(frames)
    street = cases[cases["stream"] == "street_order"]
    due = street[street["due_at"] <= frames["district"]["followed_to"].iloc[0]]
    found = cases.assign(patrol=cases["source"] == "patrol").groupby("stream", observed=True)["patrol"].mean()
    return {
        "patrol_street_order": float(found["street_order"]),
        "patrol_request": float(found["request"]),
        "street_order_on_time_patrol": float(due.loc[due["source"] == "patrol", "on_time"].mean()),
        "street_order_on_time_residents": float(due.loc[due["source"] == "resident", "on_time"].mean()),
    }


def by_handler(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the mean hours to closing of cases of departments and of those below, open ones up to the end."""
    cases, stop = in_window(frames), frames["district"]["followed_to"].iloc[0]
    until = cases["closed_at"].fillna(stop) - cases["registered_at"]
    departments = frames["stations"].query("kind == 'department'")["name"]
    theirs = cases["handler"].isin(departments)
    hours = until / pd.Timedelta("1h")
    return {"departments_mean_h": float(hours[theirs].mean()), "below_mean_h": float(hours[~theirs].mean())}


def hard_cases(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the share truly resolved within the limit, of the cases of departments, one or several, whose limit has
    passed."""
    cases = in_window(frames)
    cases = cases[cases["due_at"] <= frames["district"]["followed_to"].iloc[0]]
    departments = frames["stations"].query("kind == 'department'")["name"]
    hard = cases[cases["joint"] | cases["handler"].isin(departments)]
    resolved = hard["on_time"].astype(bool) & hard["outcome"].isin(("fixed", "found_gone"))
    return {"hard_truly_in_time": float(resolved.mean())}


def by_class(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return, of what community desks handle, hours within which 95 % of normal cases were closed and the mean of the
    urgent ones; those open count up to the end."""
    urgency = {name: hazard.urgency for name, hazard in loaded.scenario.hazards.items()}
    cases, stop = in_window(frames), frames["district"]["followed_to"].iloc[0]
    cases = cases[cases["handler"] == "community"]
    hours = (cases["closed_at"].fillna(stop) - cases["registered_at"]) / pd.Timedelta("1h")
    normal = cases["hazard"].map(urgency).astype(str) == "normal"
    return {"normal_p95_h": float(hours[normal].quantile(0.95)), "urgent_mean_h": float(hours[~normal].mean())}


def by_team(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the spread of on-time shares over departments, and their rank correlation with utilisation."""
    cases = in_window(frames)
    cases = cases[cases["due_at"] <= frames["district"]["followed_to"].iloc[0]]
    stations = frames["stations"].query("kind == 'department' and open_h > 0").set_index("name")
    by = cases.groupby("handler", observed=True)["on_time"]
    shares = by.mean()[by.size() >= LEAST]
    shares = shares[shares.index.isin(stations.index)]
    load = (stations["busy_h"] / stations["open_h"]).reindex(shares.index.astype(str))
    ranks = shares.rank().to_numpy(), load.rank().to_numpy()
    return {"teams_spread": float(shares.max() - shares.min()), "teams_by_load": float(np.corrcoef(*ranks)[0, 1])}


def by_community(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the highest over the lowest community's share of request issues that residents reported within a week, and
    of request issues for each community."""
    issues, row = frames["issues"], frames["district"].iloc[0]
    occurred = issues["occurred_at"]
    chosen = issues[(occurred >= row["window_from"]) & (occurred < row["window_to"]) & (issues["stream"] == "request")]
    chosen = chosen[~chosen["state"].isin(("absorbed", "prevented"))]
    soon = (chosen["detected_at"] - chosen["occurred_at"] <= pd.Timedelta("7d")) & (chosen["detected_by"] == "resident")
    speed = -np.log1p(-soon.groupby(chosen["community"]).mean())  # of a week, were reports Poisson
    count = chosen.groupby("community").size()
    return {"speed_ratio": float(speed.max() / speed.min()), "issues_ratio": float(count.max() / count.min())}


def quotas(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the share of worker-months with one to 1.2 times the quota of finds (14), and their mean severity."""
    row, jobs = frames["district"].iloc[0], frames["jobs"]
    finds = jobs[jobs["kind"].isin(("book", "spot")) & (jobs["queued_at"] >= row["window_from"])]
    finds = finds[finds["queued_at"] < row["window_to"]]
    workers = frames["stations"].query("kind == 'worker'")["station"]
    months = pd.PeriodIndex(finds["queued_at"], freq="M")
    counts = finds.groupby([finds["station"].to_numpy(), months]).size()
    whole = pd.MultiIndex.from_product([workers, months.unique()[1:-1]])
    number = counts.reindex(whole).fillna(0)
    patrol = in_window(frames).query("source == 'patrol'")
    severity = frames["issues"].groupby("hazard", observed=True)["severity"].first()
    return {
        "at_quota_share": float(((number >= 14) & (number <= 14 * 1.2)).mean()),
        "finds_severity": float(patrol["hazard"].map(severity).astype(float).mean()),
    }


def lagged(loaded: Loaded, frames: Frames) -> dict[str, float]:
    """Return the correlation of residents' street-order cases with patrol's 3 to 5 days later, by community and day,
    the means of communities and weekdays taken off."""
    cases = in_window(frames)
    cases = cases[cases["stream"] == "street_order"]
    day = cases["reported_at"].dt.normalize()
    counts = cases.groupby(["source", "community", day], observed=True).size()
    days = pd.date_range(day.min(), day.max())
    parts = {}
    for source in ("resident", "patrol"):
        table = counts[source].unstack("community").reindex(days).fillna(0.0)
        parts[source] = table - table.groupby(table.index.day_of_week).transform("mean")
    reported, found = (parts[source].to_numpy() for source in ("resident", "patrol"))
    pairs = [(reported[:-lag].ravel(), found[lag:].ravel()) for lag in LAGS]
    return {"hotline_lag": float(np.mean([np.corrcoef(a, b)[0, 1] for a, b in pairs]))}


Probe = Callable[[Loaded, Frames], dict[str, float]]
