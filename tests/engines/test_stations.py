"""Stations: Little's law, the service that the world holds, and the order of a queue."""

from __future__ import annotations

import numpy as np
import pytest

from sim.kinds import NOBODY, JobKind, StationKind
from sim.language.units import HOUR_MS
from sim.mechanisms.queueing import EMERGENCY, NORMAL
from sim.plan.intervals import worked_by
from sim.world.outcomes import work_content
from tests.engines.runs import Ran, each, variant

QUEUES = ("no_party_members", "sequence", "lead", "few_workers", "overload")


@pytest.mark.parametrize("name", QUEUES)
def test_littles_law_holds_at_every_station(name: str) -> None:
    """Time-average number in line = rate x mean wait, exactly, where everything queued was taken up (Little 1961).

    The number in line is read from the log, waits from the table of jobs.
    """
    ran = variant(name)
    end = ran.plan.run.end
    joined = ran.rows("queued").rename(columns={"value": "station"})[["station", "time_ms"]].assign(step=1)
    taken = ran.rows("set_out").rename(columns={"agent": "station"})
    taken = taken[taken["value"].isin([JobKind.HANDLE, JobKind.PART])][["station", "time_ms"]].assign(step=-1)
    jobs = ran.jobs[ran.jobs["kind"].isin([JobKind.HANDLE, JobKind.PART])]
    checked = 0
    for station, waits in (jobs["started"] - jobs["queued"]).groupby(jobs["station"]):
        came, went = joined[joined["station"] == station], taken[taken["station"] == station]
        if len(came) != len(went) or len(went) != len(waits):
            continue
        area = (end - came["time_ms"]).sum() - (end - went["time_ms"]).sum()
        assert area == waits.sum()
        checked += 1
    assert checked >= 5, "too few stations were emptied for the test to mean anything"


@pytest.mark.parametrize("name", ["base", "no_queueing", "few_grids"])
def test_work_takes_what_the_world_holds_at_the_pace_of_the_unit(name: str) -> None:
    ran = variant(name)
    view, cases = ran.view, ran.cases
    first = cases[(cases["sent_back"] == 0) & (cases["reopened"] == 0) & (cases["found_gone"] == 0)]
    option = ran.issues.set_index(["root", "generation"])["option"]
    jobs = ran.jobs[(ran.jobs["kind"] == JobKind.HANDLE) & ran.jobs["case"].isin(first.index)]
    assert len(jobs) > 300
    for job in each(jobs):
        case = cases.loc[job.case]
        key = int(case["root"]) + (int(case["generation"]) << 56)
        emergency = view.hazards[case["hazard"]].urgency == EMERGENCY
        server = view.servers[job.server]
        hours = view.calendars[server.duty if emergency else server.cases]
        work = work_content(view, int(option[case["root"], case["generation"]]), key, 0)
        took = worked_by(view, hours, job.finished) - worked_by(view, hours, job.arrived)
        assert took == np.floor(work * view.stations[job.station].pace + 0.5)


def test_first_come_is_first_served_without_priorities() -> None:
    ran = variant("no_queueing")
    departments = np.flatnonzero(ran.plan.stations["kind"] == StationKind.DEPARTMENT)
    jobs = ran.jobs[(ran.jobs["kind"] == JobKind.HANDLE) & ran.jobs["station"].isin(departments)]
    emergencies = [i for i, hazard in enumerate(ran.view.hazards) if hazard.urgency == EMERGENCY]
    jobs = jobs[~np.isin(ran.cases["hazard"].to_numpy()[jobs["case"]], emergencies)]
    for _, line in jobs.sort_values(["station", "queued"]).groupby("station"):
        assert line["started"].is_monotonic_increasing


def test_only_cases_with_a_reason_overtake() -> None:
    """With priorities a job goes before one that came earlier if it is urgent, overdue, chased, or to be done again."""
    ran = variant("overload")
    jobs = ran.jobs[(ran.jobs["kind"] == JobKind.HANDLE)].sort_values(["station", "started", "queued"])
    case = ran.cases.loc[jobs["case"]].set_index(jobs.index)
    urgency = np.array([hazard.urgency for hazard in ran.view.hazards])[case["hazard"]]
    reason = (urgency < NORMAL) | (case[["overdue", "chased", "sent_back", "reopened"]] > 0).any(axis=1)
    overtakes = (jobs["station"] == jobs["station"].shift(-1)) & (jobs["queued"] > jobs["queued"].shift(-1))
    assert overtakes.sum() > 50
    assert reason[overtakes].all()
    assert not reason.all()


def displaced_hours(ran: Ran) -> float:
    return float(ran.jobs.loc[ran.jobs["kind"] == JobKind.PART, "displaced"].sum())


def test_a_whistle_displaces_line_duty_and_its_alternatives_do_not() -> None:
    """A whistle that improved everything and displaced nothing would be suspicious."""
    assert displaced_hours(variant("joint")) > 0
    assert displaced_hours(variant("sequence")) == 0
    assert displaced_hours(variant("lead")) == 0


def test_a_wrong_unit_looks_at_a_case_before_it_returns_it() -> None:
    """For two hours of a crew, or less where the case must be returned before; as often as it is returned at most."""
    ran = variant("missent")
    looks = ran.jobs[(ran.jobs["kind"] == JobKind.MISSENT) & (ran.jobs["started"] != NOBODY)]
    returned = ran.rows("returned")
    assert (looks["busy"] <= 2 * HOUR_MS).all()
    assert (looks["busy"] == 2 * HOUR_MS).mean() > 0.5
    back = returned.groupby("case")["time_ms"].max()
    known = looks[looks["case"].isin(back.index)]
    assert len(known) > 100
    assert (known["finished"] <= back.loc[known["case"]].to_numpy()).mean() > 0.95  # of some another return is due
    assert (looks.groupby("case").size().reindex(back.index, fill_value=0) <= returned.groupby("case").size() + 1).all()
