"""Joint work: those who meet end together, those who fail are whistled for again, and parts come in their order."""

from __future__ import annotations

import pandas as pd
import pytest

from sim.kinds import NOBODY, CaseState, JobKind
from tests.engines.runs import Ran, variant

WHISTLES = ("joint", "unwilling", "tired")
WAYS = (*WHISTLES, "sequence", "lead")


def parts(ran: Ran) -> pd.DataFrame:
    """Jobs of joint work, with what each case needs."""
    jobs = ran.jobs[(ran.jobs["kind"] == JobKind.PART) & (ran.jobs["started"] != NOBODY)]
    needs = ran.issues.set_index(["root", "generation"])["needs"]
    cases = ran.cases
    bits = needs.reindex(pd.MultiIndex.from_frame(cases[["root", "generation"]])).to_numpy()
    joint = cases["joint"].to_numpy()
    return jobs.assign(
        needed=[int(bits[c]).bit_count() for c in jobs["case"]], joint=[bool(joint[c]) for c in jobs["case"]]
    )


def share_that_failed(ran: Ran) -> float:
    failed, came = len(ran.rows("failed_to_come")), len(ran.rows("summoned"))
    return failed / (failed + came)


@pytest.mark.parametrize("name", WAYS)
def test_every_way_ends_joint_cases(name: str) -> None:
    cases = variant(name).cases
    done = cases[(cases["joint"] == 1) & (cases["state"] == CaseState.CLOSED)]
    assert len(done) >= 10


@pytest.mark.parametrize("name", WHISTLES)
def test_crews_that_meet_end_together(name: str) -> None:
    ran = variant(name)
    done = ran.rows("part_done")[["case", "time_ms"]].drop_duplicates().rename(columns={"time_ms": "finished"})
    ended = parts(ran).merge(done, on=["case", "finished"])
    for (case, _), together in ended.groupby(["case", "finished"]):
        if together["joint"].all():
            assert len(together) == together["needed"].iloc[0], case
            assert together["station"].is_unique
            assembled = ran.rows("assembled").query("case == @case")["time_ms"]
            assert together["arrived"].max() in set(assembled)


def test_a_whistle_without_answer_is_blown_again_and_escalated() -> None:
    ran = variant("unwilling")
    attempts = ran.plan.mechanisms["whistle"].attempts
    whistles = ran.rows("whistle_blown").groupby("case").size()
    assert (whistles == ran.cases["whistles"].loc[whistles.index]).all()
    assert (whistles > attempts).any()
    assert len(ran.rows("crews_left")) > 0
    blown = ran.rows("whistle_blown")[["case", "time_ms", "value"]]
    answers = ran.rows("failed_to_come")[["case", "time_ms"]]
    last = pd.merge_asof(answers, blown, on="time_ms", by="case")
    assert last["value"].max() == attempts, "once escalated all come"


def test_tired_departments_fail_more_often() -> None:
    assert share_that_failed(variant("tired")) > share_that_failed(variant("joint")) + 0.05


def test_unwilling_departments_fail_more_often() -> None:
    assert share_that_failed(variant("unwilling")) > share_that_failed(variant("joint")) + 0.1


def test_crews_wait_no_longer_than_they_may() -> None:
    """Crews that leave had been on site for `hold` at most (half an hour on the clock here)."""
    ran = variant("unwilling")
    left = ran.rows("crews_left")[["case", "time_ms"]].rename(columns={"time_ms": "finished"})
    waited = parts(ran).merge(left, on=["case", "finished"])
    waited = waited[waited["arrived"] != NOBODY]
    assert len(waited) > 10
    assert ((waited["finished"] - waited["arrived"]) <= 30 * 60_000).all()


def test_one_department_after_the_other() -> None:
    ran = variant("sequence")
    worked = parts(ran).sort_values(["case", "started"])
    same = worked["case"] == worked["case"].shift()
    assert same.sum() > 10
    assert (worked["queued"] >= worked["finished"].shift())[same].all()
    assert not len(ran.rows("whistle_blown"))


@pytest.mark.parametrize("name", ["crews", "crews_in_turn", "crews_and_a_lead"])
def test_no_crew_has_two_parts_of_what_is_asked_together(name: str) -> None:
    """As many crews have a part as their department was asked for: two of urban management, three of utilities."""
    ran = variant(name)
    worked = parts(ran)
    rounds = worked.groupby(["case", "station", "queued"])
    assert (rounds["server"].nunique() == rounds.size()).all()
    most = rounds.size().groupby("station").max()
    of_unit = {ran.plan.unit_names[ran.plan.stations["unit"][station]]: crews for station, crews in most.items()}
    assert (of_unit["urban_management"], of_unit["utilities"]) == (2, 3)


def test_the_lead_department_is_last() -> None:
    ran = variant("lead")
    worked = parts(ran)
    whole = worked.groupby("case").filter(lambda part: len(part) == part["needed"].iloc[0])
    last = whole.sort_values("queued").groupby("case").tail(1).set_index("case")
    others = whole.sort_values("queued").groupby("case").head(-1).groupby("case")["finished"].max()
    assert len(others) > 10
    assert (last["queued"].loc[others.index] >= others).all()


def test_a_part_is_returned_once_at_most() -> None:
    for name in ("sequence", "lead"):
        returned = variant(name).rows("part_returned")
        assert len(returned) > 0
        assert not returned.duplicated(["case", "agent"]).any() or (variant(name).cases["sent_back"] > 0).any()
