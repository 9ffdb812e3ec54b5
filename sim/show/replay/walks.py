"""Where workers and crews were: the places that jobs, and finds in the log, name, in order of time for each of them."""

from __future__ import annotations

import pandas as pd

from sim.show.replay.states import Frames

SEEN_BEFORE = pd.Timedelta(30, "min")
"""How long, at most, a worker is drawn walking to a find: the log says where and when it was, not how it came there."""
AT_A_DESK = "book"
"""The kind of job that nobody goes anywhere for."""
FINDS = ("found_on_patrol", "found_on_visit", "seen_not_booked")


def legs(frames: Frames, issues: pd.DataFrame) -> pd.DataFrame:
    """Return every walk of one replication: who (walker, a number; station), from when on the way, on site from when
    until when (depart, arrive, leave), where (x_m, y_m), about which issue (its root and generation), in order.

    `issues` are all those that may be walked to.
    """
    places = issues[["root", "generation", "x_m", "y_m"]]
    walks = pd.concat(_found(frames, places), ignore_index=True).sort_values(
        ["station", "server", "arrive", "depart"], kind="stable", ignore_index=True
    )
    walks["walker"] = walks.groupby(["station", "server"], sort=True).ngroup()
    last = walks.groupby("walker")["leave"].shift()
    began = walks["depart"].fillna((walks["arrive"] - SEEN_BEFORE).where(last.notna(), walks["arrive"]))
    walks["depart"] = pd.concat([began, last], axis=1).max(axis=1).clip(upper=walks["arrive"])
    return walks


def _found(frames: Frames, places: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the walks that jobs tell of, and those that end with a find of the log."""
    jobs = frames["jobs"]
    out = jobs[(jobs["kind"] != AT_A_DESK) & jobs["started_at"].notna()]
    out = out.merge(frames["cases"][["case", "root", "generation"]], on="case").merge(places, on=["root", "generation"])
    end = frames["district"]["followed_to"].iloc[0]
    arrive = out["arrived_at"].fillna(out["finished_at"]).fillna(end)
    own = out.assign(depart=out["started_at"], arrive=arrive, leave=out["finished_at"].fillna(end))
    columns = ["station", "server", "depart", "arrive", "leave", "x_m", "y_m", "root", "generation"]
    parts = [own[columns]]
    if "events" in frames:
        log = frames["events"]
        finds = log[log["activity"].isin(FINDS) & (log["agent_kind"] == "worker")]
        finds = finds.merge(places, on=["root", "generation"]).rename(columns={"agent": "station"})
        servers = jobs.groupby("station")["server"].min()
        when = finds["local_time"]
        unknown = pd.Series(pd.NaT, index=finds.index, dtype=when.dtype)
        finds = finds.assign(server=finds["station"].map(servers), depart=unknown, arrive=when, leave=when)
        parts.append(finds.dropna(subset="server")[columns].astype({"server": "int64"}))
    return parts
