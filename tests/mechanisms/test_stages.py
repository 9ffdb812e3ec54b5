"""Corners of stops on the way: marks that nobody asks for are neutral; without agreement there is only delay."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.plan.lower import lower
from sim.scenario.load import load
from tests.plain import PLAIN

PERIOD = ("run.length=2 weeks", "run.warmup=1 week", "run.followup=1 week")
SESSIONS = "rosters.sessions={shifts: [{share: 1, week: {wed: '19:00-21:00'}}]}"
ALWAYS = "rosters.whenever={always: true, shifts: []}"
COUNCIL = (SESSIONS, "mechanisms.councils.enabled=true", "mechanisms.councils.roster=sessions")
COMMITTEE = (
    ALWAYS,
    "mechanisms.committees.enabled=true",
    "mechanisms.committees.levels={all: {place: community, roster: whenever, decides: 1}}",
    "mechanisms.committees.item=0 min",
)
UNCLEAR = ("hazards.parking.unclear=1", "hazards.estate.unclear=1", "mechanisms.dispatch.wrong_unit=0")
pytestmark = pytest.mark.usefixtures("kernel")


@cache
def tables(*sets: str) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *sets]), 0, events=True)


def told(frames: dict[str, pd.DataFrame], activity: str) -> pd.DataFrame:
    events = frames["events"]
    return events[events["activity"] == activity].groupby("case").last()


def test_marks_of_the_world_are_neutral_where_nobody_asks_for_them() -> None:
    without = tables("hazards.parking.contested=1")
    assert without["events"].equals(tables()["events"])
    assert without["cases"].loc[without["cases"]["hazard"] == "parking", "contested"].all()


def test_a_council_that_never_agrees_only_delays() -> None:
    frames = tables(*COUNCIL, "hazards.parking.contested=1", "mechanisms.councils.agrees=0")
    heard = frames["cases"][frames["cases"]["hearings"] > 0]
    assert len(heard) > 10 and (heard["settled_by"].astype(str) == "").all()
    done = heard[heard["dispatched_at"].notna()]
    assert len(done) > 5 and (done["hearings"] == 2).all()
    # a session a week, and on extra working days; who was not agreed on comes before another session
    assert (done["dispatched_at"] - done["registered_at"] >= pd.Timedelta("1 day")).all()
    assert (done["dispatched_at"] - done["registered_at"]).median() >= pd.Timedelta("7 days")
    ended = done[(done["state"] == "closed") & (done["level"] != "spot")]
    assert (ended["unit"].astype(str) == ended["handler"].astype(str)).all()


def test_committees_that_always_meet_and_decide_give_a_case_to_its_owner_at_its_first_return() -> None:
    frames = tables(*COMMITTEE, *UNCLEAR)
    unclear = frames["cases"]["unclear"] & ~frames["cases"]["joint"]
    decided = frames["cases"][unclear & (frames["cases"]["hearings"] > 0)].set_index("case")
    assert len(decided) > 20
    assert (decided["returns"] == 1).all() and not decided["caught"].any()
    returned, accepted = told(frames, "returned"), told(frames, "accepted")
    both = returned.index.intersection(accepted.index).intersection(decided.index)
    assert (returned.loc[both, "time_ms"] == accepted.loc[both, "time_ms"]).all()
    ended = decided[decided["state"] == "closed"]
    assert (ended["unit"].astype(str) == ended["handler"].astype(str)).all()


def test_without_committees_the_community_has_what_nobody_owns() -> None:
    frames = tables(*UNCLEAR, "mechanisms.committees.bounces=2")
    caught = frames["cases"][frames["cases"]["caught"]]
    assert len(caught) > 20 and (caught["returns"] == 2).all()
    ended = caught[caught["state"] == "closed"]
    assert (ended["unit"].astype(str) == "community").all()


def test_sessions_without_quorum_are_not_held() -> None:
    half = lower(
        load("village-square", [*COUNCIL, "mechanisms.councils.quorum=0.5", "run.length=40 weeks"]).scenario, 0
    )
    plan = half[0]
    council = plan.stations[plan.stations["kind"] == plan.units[plan.unit_names.index("council")]["kind"]]
    servers = plan.servers[council["first_server"]]
    held, planned = (
        np.mean(plan.calendars["last"][servers[of]] - plan.calendars["first"][servers[of]])
        for of in ("cases", "rostered")
    )
    assert 0.3 < held / planned < 0.7


def test_nobody_is_lost_on_the_way() -> None:
    """Each case that came before a stage is waiting for a hearing, was settled, or went on."""
    frames = tables(*COUNCIL, *COMMITTEE, *UNCLEAR, "hazards.parking.contested=1", "mechanisms.councils.agrees=0.5")
    staged, settled, other = (told(frames, name) for name in ("staged", "decided", "not_decided"))
    cases = frames["cases"].set_index("case").loc[staged.index]
    went_on = cases["settled_by"].astype(str) != ""
    waiting = ~staged.index.isin(settled.index) & ~staged.index.isin(other.index)
    assert len(staged) > 30 and len(settled) > 5
    assert (went_on | cases["dispatched_at"].notna() | waiting | (cases["state"] == "open")).all()
