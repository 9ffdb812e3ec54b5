"""What holds in every run, whatever is switched on or off and whoever is missing."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from sim.kinds import NOBODY, CaseState, Clock, IssueState, JobKind, Source
from sim.mechanisms.queueing import EMERGENCY
from sim.plan.intervals import next_open, worked_by
from sim.plan.window import Window
from sim.world.outcomes import healing_time, root_hazard
from tests.engines.runs import VARIANTS, Ran, each, variant


@pytest.fixture(params=VARIANTS)
def ran(request: pytest.FixtureRequest) -> Ran:
    return variant(request.param)


def counts(frame: pd.DataFrame, activity: str) -> pd.Series:
    """Rows of an activity by case."""
    return frame[frame["activity"] == activity].groupby("case").size()


def times_in_order(cases: pd.DataFrame, *columns: str) -> bool:
    """Whether the known times of each case do not fall from one column to the next."""
    times = cases[list(columns)].where(cases[list(columns)] != NOBODY).ffill(axis=1)
    return bool((times.diff(axis=1).iloc[:, 1:].fillna(0) >= 0).all(axis=None))


def test_the_log_is_in_order_of_time(ran: Ran) -> None:
    assert ran.log["time_ms"].is_monotonic_increasing
    assert ran.log["time_ms"].between(0, ran.plan.run.end).all()
    assert len(ran.log) == ran.outcome.rows


def test_no_issue_is_lost(ran: Ran) -> None:
    issues, primary = ran.issues, ran.issues["generation"] == 0
    assert not issues.duplicated(["root", "generation"]).any()
    born = ran.plan.root[ran.plan.time >= 0].tolist()
    ours = issues[primary & (issues["occurred"] >= 0)]
    assert set(ours["root"]) == {root for root in born if root_hazard(root) < len(ran.plan.hazards)}
    announced = ran.rows("recurs")
    coming = announced["time_ms"] + announced["value"] < ran.plan.run.end
    assert (~primary).sum() == coming.sum()


def test_an_issue_is_in_one_state(ran: Ran) -> None:
    issues = ran.issues
    is_in = {state: issues["state"] == state for state in IssueState}
    assert ((issues["ended"] == NOBODY) == is_in[IssueState.OPEN]).all()
    came = (IssueState.OPEN, IssueState.HEALED, IssueState.FIXED)
    assert len(ran.rows("occurred")) == sum(is_in[state].sum() for state in came)
    for state in (IssueState.HEALED, IssueState.ABSORBED, IssueState.PREVENTED):
        assert len(ran.rows(state.name.lower())) == is_in[state].sum()
    assert ((issues["fixed_by"] != NOBODY) == is_in[IssueState.FIXED]).all()
    assert (issues["cases"][is_in[IssueState.ABSORBED] | is_in[IssueState.PREVENTED]] == 0).all()


def test_what_heals_does_so_when_the_world_says(ran: Ran) -> None:
    healed = ran.issues[ran.issues["state"] == IssueState.HEALED]
    for issue in each(healed.head(300)):
        key = issue.root + (issue.generation << 56)
        assert issue.ended - issue.occurred == healing_time(ran.view, ran.view.hazards[issue.hazard], key)


def test_an_open_place_has_one_issue_of_a_hazard(ran: Ran) -> None:
    there = ran.issues[~ran.issues["state"].isin([IssueState.ABSORBED, IssueState.PREVENTED])]
    there = there.assign(ended=there["ended"].where(there["ended"] != NOBODY, ran.plan.run.end + 1))
    there = there.sort_values(["site", "hazard", "occurred", "generation"])
    same = (there["site"] == there["site"].shift()) & (there["hazard"] == there["hazard"].shift())
    assert (there["occurred"] >= there["ended"].shift())[same].all()


def test_every_case_begins_with_a_find_or_a_first_report(ran: Ran) -> None:
    found = len(ran.rows("found_on_patrol", "found_on_visit", "seen_by_channel"))
    asked = set(ran.rows("asked_company")["case"]) - set(ran.rows("reported")["case"])
    reported = len(ran.rows("reported")) - len(ran.rows("merged"))
    assert len(ran.cases) == found + reported + len(asked)
    assert (ran.cases["source"] == Source.RESIDENT).sum() == reported + len(asked)
    assert ran.cases["repeats"].sum() == len(ran.rows("merged"))


def test_a_case_closes_once_more_than_it_reopens_at_most(ran: Ran) -> None:
    number = pd.RangeIndex(len(ran.cases))
    closed, reopened, cancelled, settled = (
        counts(ran.log, name).reindex(number, fill_value=0) for name in ("closed", "reopened", "cancelled", "settled")
    )
    balance = closed + cancelled + settled - reopened
    assert balance.isin([0, 1]).all()
    state = ran.cases["state"].to_numpy()
    assert ((balance == 1) == (state != CaseState.OPEN)).all()
    assert ((cancelled == 1) == (state == CaseState.CANCELLED)).all()
    assert (reopened == ran.cases["reopened"]).all()


def test_an_issue_has_one_open_case_at_a_time(ran: Ran) -> None:
    open_cases = ran.cases[ran.cases["state"] == CaseState.OPEN]
    assert not open_cases.duplicated(["root", "generation"]).any()
    per_issue = ran.cases.groupby(["root", "generation"]).size()
    known = ran.issues.set_index(["root", "generation"])["cases"]
    assert (known.reindex(per_issue.index) == per_issue).all()
    assert known.sum() == len(ran.cases)


def test_times_of_a_case_come_in_order(ran: Ran) -> None:
    cases = ran.cases
    assert times_in_order(cases, "occurred", "detected", "reported", "registered", "dispatched", "claimed", "closed")
    assert times_in_order(cases, "registered", "dispatched", "responded")
    assert times_in_order(cases, "registered", "dispatched", "arrived", "claimed")
    assert times_in_order(cases, "first_whistle", "assembled")


def test_a_server_does_one_job_at_a_time(ran: Ran) -> None:
    jobs = ran.jobs.sort_values(["server", "started", "finished"])
    jobs = jobs[jobs["started"] != NOBODY]
    same = jobs["server"] == jobs["server"].shift()
    assert (jobs["started"] >= jobs["finished"].shift())[same].all()
    assert (jobs["queued"] <= jobs["started"]).all()
    assert (jobs["started"] <= jobs["finished"]).all()


def clocks_of(ran: Ran, job: Any, whistles: dict[tuple[int, int], int]) -> tuple[Clock, Clock]:
    """Hours in which a job may be taken up, and those in which it goes on, as the model says it.

    An emergency may use any hour, if the scenario says so, else all on duty; a whistle all hours on duty, hours agreed
    on after so many whistles, any hour once it is escalated; all else begins in the hours for cases, and goes on
    through duty if the scenario says so. `whistles` has the number of the whistle by case and time.
    """
    view, case = ran.view, {name: column[job.case] for name, column in ran.outcome.cases_with_issues().items()}
    danger = ran.outcome.issues["dangerous"][ran.outcome.cases["issue"][job.case]] > 0
    emergency = view.hazards[case["hazard"]].urgency == EMERGENCY or (danger and view.emergencies.dangerous_first)
    if job.kind == JobKind.PART and (job.case, job.queued) in whistles:
        blown = whistles[job.case, job.queued]
        if not emergency and blown > view.whistle.agreed_after:
            return Clock.AGREED, Clock.ANY
        clock = Clock.ANY if emergency or blown > view.whistle.attempts or was_led(ran, job) else Clock.DUTY
        return clock, clock
    if emergency and job.kind == JobKind.HANDLE:
        clock = Clock.ANY if view.emergencies.any_hour else Clock.DUTY
        return clock, clock
    goes_on = view.queueing.goes_on and not view.stations[job.station].walks and job.kind != JobKind.LEAD
    return Clock.CASES, Clock.DUTY if goes_on else Clock.CASES


def was_led(ran: Ran, job: Any) -> bool:
    """Whether a leader had the case of a job when its crews were sent."""
    held = ran.jobs[(ran.jobs["kind"] == JobKind.LEAD) & (ran.jobs["case"] == job.case)]
    return bool(((held["started"] <= job.queued) & (job.queued <= held["finished"])).any())


def test_jobs_begin_on_duty_and_take_open_time(ran: Ran) -> None:
    view = ran.view
    blown = ran.rows("whistle_blown")[["case", "time_ms", "value"]]
    summons = pd.merge_asof(ran.rows("summoned")[["case", "time_ms"]], blown, on="time_ms", by="case")
    whistles = {(row.case, row.time_ms): row.value for row in each(summons)}
    for job in each(ran.jobs[ran.jobs["started"] != NOBODY]):
        begins, goes_on = clocks_of(ran, job, whistles)
        server = view.servers[job.server]
        calendars = [view.calendars[number] for number in (server.cases, server.duty, server.always)] + [view.working]
        assert job.kind == JobKind.LEAD or next_open(view, calendars[begins], job.started) == job.started
        busy, on_duty, for_cases = (
            worked_by(view, calendars[clock], job.finished) - worked_by(view, calendars[clock], job.started)
            for clock in (goes_on, min(goes_on, Clock.DUTY), Clock.CASES)
        )
        displaced = 0 if begins == Clock.CASES else on_duty - for_cases
        assert (job.busy, job.displaced, job.overtime) == (busy, displaced, busy - on_duty)


def test_hours_of_the_window_are_not_more_than_there_are(ran: Ran) -> None:
    window, stations = Window(ran.plan), ran.outcome.stations
    on_duty = stations["busy"] - stations["overtime"] + stations["patrolled"] + stations["visited"]
    assert (on_duty <= window.duty_ms() + 1).all()
    assert all((hours >= 0).all() for hours in stations.values())


def test_trips_are_the_open_time_from_setting_out_to_arriving(ran: Ran) -> None:
    view, run = ran.view, ran.plan.run
    expected = [0.0] * len(ran.plan.stations)
    for job in pd.DataFrame(ran.outcome.jobs).itertuples():
        server = view.servers[job.server]
        number = server.always if job.overtime > 0 else server.duty if job.displaced > 0 else server.cases
        arrived = job.arrived if job.arrived != NOBODY else job.finished
        start, end = (min(max(int(t), run.warmup), run.window) for t in (job.started, arrived))
        if job.started != NOBODY and end > start:
            calendar = view.calendars[number]
            expected[job.station] += worked_by(view, calendar, end) - worked_by(view, calendar, start)
    assert Window(ran.plan).travel_ms(ran.outcome.jobs).tolist() == expected
