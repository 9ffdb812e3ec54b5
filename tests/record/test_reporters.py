"""Who had reported: counted again from the log of the teaching case, and the share of the busiest by hand."""

import math

import numpy as np
import pytest

from sim.kinds import CaseState
from sim.record.reporters import reporters, share_of_busiest
from sim.scenario.hours import DAY
from tests.engines.runs import each, ran

LONG = ("run.warmup=2 weeks", "run.length=10 weeks", "run.followup=2 weeks")


def test_those_who_had_reported_are_those_whom_the_log_names():
    run = ran(*LONG)
    window = run.plan.run.window
    log = run.rows("reported")
    log = log[log["time_ms"] < window]
    number, case, opened = {}, {}, {}
    for row in each(log):
        number[row.agent] = number.get(row.agent, 0) + 1
        case.setdefault(row.agent, row.case)
        opened.setdefault(row.agent, row.time_ms)
    issue_of = run.outcome.cases["issue"]
    others = dict.fromkeys(number, 0)
    for row in each(log):
        others[row.agent] += int(issue_of[row.case] != issue_of[case[row.agent]])
    told = run.outcome.reporters
    assert len(told["reports"]) == len(number) > 100
    assert sorted(told["reports"]) == sorted(number.values())
    assert sorted(told["others"]) == sorted(others.values())
    assert sorted(told["first_case"]) == sorted(case.values())
    row = reporters(run.outcome, window)
    assert row["residents_involved"] == [len(number)] and len(number) < run.outcome.involved
    early = [agent for agent, at in opened.items() if at <= window - 28 * DAY]
    fixed = [agent for agent in early if _in_time(run, case[agent])]
    assert row["first_fixed"] == [len(fixed)] and row["first_not_fixed"] == [len(early) - len(fixed)]
    assert row["first_fixed_again"] == [sum(others[agent] > 0 for agent in fixed)]
    assert 0 < row["first_not_fixed_again"][0] == sum(others[agent] > 0 for agent in early if agent not in set(fixed))


def _in_time(run, number):
    case = {name: int(column[number]) for name, column in run.outcome.cases.items()}
    ended = int(run.outcome.issues["ended"][case["issue"]])
    return case["state"] == CaseState.CLOSED and case["closed"] <= case["limit"] and 0 <= ended <= case["closed"]


def test_reports_on_a_day_on_which_the_issue_had_been_reported():
    run = ran(*LONG)
    days = {}
    for row in each(run.rows("reported")):
        days.setdefault((row.root, row.generation), []).append(row.time_ms // DAY)
    expected = sum(len(its) - len(set(its)) for its in days.values())
    assert int(run.outcome.issues["same_day"].sum()) == expected > 0


@pytest.mark.parametrize(
    ("reports", "part", "expected"),
    [
        ([1, 1, 1, 1], 0.25, 0.25),
        ([7, 1, 1, 1], 0.25, 0.7),
        ([7, 1, 1, 1], 0.125, 0.35),  # half of the busiest
        ([1, 3, 6], 0.5, 0.75),  # the first, and half of the second
        ([2], 1.0, 1.0),
    ],
)
def test_the_share_of_the_busiest(reports, part, expected):
    assert share_of_busiest(np.array(reports), part) == pytest.approx(expected)


def test_the_busiest_of_nobody():
    assert math.isnan(share_of_busiest(np.array([], dtype=np.int64), 0.01))
