"""Cases without chance: every start worked out anew, and nothing that is lost or made."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np

from sim.verify.case import Known, Seen
from sim.verify.replay import Line, replayed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from sim.scenario.models import Scenario

STARTS, ENDS = "starts that differ", "ends that differ"
CLASSES = {"emergency": 0, "urgent": 1, "normal": 3}
EVERY_WORK = ("hazards.urgent.handled_by.community.work=17 min", "hazards.normal.handled_by.community.work=23 min")


def _none(*names: str) -> Callable[[Scenario], Mapping[str, float]]:
    return lambda scenario: dict.fromkeys(names, 0.0)


def _replayed(seen: Seen) -> dict[str, float]:
    """All jobs of the desk, from when they came and what work they held, worked out by the rules as they are told.

    Only those that came in the observation period are compared: what had not ended at the end of the run has no row.
    """
    jobs = seen.tables["jobs"].sort_values(["queued_at", "case"]).reset_index(drop=True)
    cases = seen.tables["cases"].set_index("case").loc[jobs["case"]]
    issues = seen.tables["issues"].set_index(["root", "generation"])["work_min"]
    work = issues.loc[list(zip(cases["root"], cases["generation"], strict=True))].to_numpy()
    scenario, start = seen.scenario, np.datetime64(seen.scenario.run.start, "ms")
    desk, queueing = scenario.staff.community_desks, scenario.mechanisms.queueing
    classes = np.array([CLASSES[scenario.hazards[name].urgency] for name in cases["hazard"]])
    shifts = scenario.rosters[desk.roster].shifts
    line = Line(
        crews=desk.in_all(1),
        ageing=int(queueing.ageing.value) if queueing.enabled else 0,
        hours=shifts[0].week["mon-sun"] if shifts else "00:00-24:00",
    )
    starts, ends = replayed(line, _ms(jobs["queued_at"], start), np.rint(work * 60_000).astype(np.int64), classes)
    compared = (jobs["queued_at"] < seen.window[1]).to_numpy()
    if not compared.any():
        return {STARTS: nan, ENDS: nan}
    return {
        STARTS: float((_ms(jobs["started_at"], start) != starts)[compared].sum()),
        ENDS: float((_ms(jobs["finished_at"], start) != ends)[compared].sum()),
    }


def _ms(moments: pd.Series[pd.Timestamp], start: np.datetime64) -> np.ndarray:
    found: np.ndarray = (moments.to_numpy() - start).astype("timedelta64[ms]").astype(np.int64)
    return found


def _kept(seen: Seen) -> dict[str, float]:
    """What must be none: each is a count of rows that stand for nothing or that nothing stands for."""
    issues, cases, jobs = (seen.tables[name] for name in ("issues", "cases", "jobs"))
    key = ["root", "generation"]
    names = pd_index(issues, key)
    filed = cases.groupby(key).size().reindex(names, fill_value=0).to_numpy()
    parents = pd_index(issues[issues["generation"] > 0].assign(generation=lambda i: i["generation"] - 1), key)
    ended = issues["state"].isin(("healed", "fixed")).to_numpy()
    over = ended | (issues["state"] == "absorbed").to_numpy()
    of_case = issues.set_index(key).loc[list(zip(cases["root"], cases["generation"], strict=True))]
    closed = (cases["state"] == "closed").to_numpy()
    stations = seen.tables["stations"]
    return {
        "issues named twice": float(names.duplicated().sum()),
        "issues whose cases are not all there": float((filed != issues["cases"].to_numpy()).sum()),
        "cases without an issue": float((~pd_index(cases, key).isin(names)).sum()),
        "recurrences of what has not ended": float((~parents.isin(names[ended]) & parents.isin(names)).sum()),
        "ended issues without an end, and others with one": float((over != issues["ended_at"].notna()).sum()),
        "found issues without a case, and others with one": float((issues["detected_at"].notna() != (filed > 0)).sum()),
        "closed cases without a closing, and others with one": float((closed != cases["closed_at"].notna()).sum()),
        "closed as fixed, and the issue is not": float(
            ((cases["outcome"] == "fixed").to_numpy() & ~of_case["state"].isin(("healed", "fixed")).to_numpy()).sum()
        ),
        "jobs without a case": float((~jobs["case"].isin([*cases["case"], -1])).sum()),
        "jobs out of order": float(
            ((jobs["started_at"] < jobs["queued_at"]) | (jobs["arrived_at"] < jobs["started_at"])
             | (jobs["finished_at"] < jobs["arrived_at"])).sum()
        ),
        "stations open longer than on duty": float((stations["open_h"] > stations["duty_h"] + 1e-9).sum()),
    }  # fmt: skip


def pd_index(frame: pd.DataFrame, key: list[str]) -> pd.MultiIndex:
    """Return some columns of a frame as an index."""
    import pandas as pd

    return pd.MultiIndex.from_frame(frame[key])


KEPT = (
    "issues named twice", "issues whose cases are not all there", "cases without an issue",
    "recurrences of what has not ended", "ended issues without an end, and others with one",
    "found issues without a case, and others with one", "closed cases without a closing, and others with one",
    "closed as fixed, and the issue is not", "jobs without a case", "jobs out of order",
    "stations open longer than on duty",
)  # fmt: skip
RULES = "docs/model.md, 4 and 7 (S08); every start by hand"
REPLAY = ("run.length=40 days", "run.replications=4")

CASES = (
    Known("replay, first come, first served", "three-crews", "each start from arrivals and works", RULES,
         _none(STARTS, ENDS), _replayed, REPLAY, exact=True),
    Known("replay, strict priorities", "two-classes", "each start from arrivals and works", RULES,
         _none(STARTS, ENDS), _replayed, (*REPLAY, *EVERY_WORK), exact=True),
    Known("replay, ageing", "two-classes", "each start from arrivals and works", RULES, _none(STARTS, ENDS), _replayed,
         (*REPLAY, *EVERY_WORK, "mechanisms.queueing.ageing=20 min"), exact=True),
    Known("replay, shifts and closing time", "day-shift", "each start from arrivals and works", RULES,
         _none(STARTS, ENDS), _replayed,
         ("run.length=100 days", "run.replications=4", "hazards.issue.handled_by.community.work=16 min"), exact=True),
    Known("nothing is lost", "everything", "counts that must be none", "conservation of issues, cases and jobs",
         _none(*KEPT), _kept, short="2 weeks", exact=True),
)  # fmt: skip
