"""Specimen of S26, the named leader: with slots for all it is a class, and never more cases than slots."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.scenario.load import load
from tests.mechanisms.specimen import DOWN, UP, Specimen, of
from tests.plain import PLAIN

SPECIMEN = Specimen(
    on=(
        "mechanisms.named_leader.enabled=true",
        "mechanisms.named_leader.slots.street=10",
        "mechanisms.named_leader.slots.district=10",
        "mechanisms.named_leader.overdue=1",
        "mechanisms.named_leader.shortens=0.3",
        "mechanisms.named_leader.hours=2 h",
    ),
    moves=("open_age_p95_days", DOWN),
    side_effect=("leader_h_on_cases_per_week", UP),
    drawn={
        "slots.street": (1, 0, 40),
        "slots.district": (1, 0, 3),
        "overdue": (1, 2),
        "after": (None, "1 h", "2 days", "4 wh"),
        "shortens": (0.5, 0, 1),
        "hours": ("2 h", "0 h"),
        "roster": (None, "office", "grid"),
    },
    given=("hazards.estate.deadline=4 wh", "hazards.estate.rate=300 per 1000 residents per year"),
    nothing={
        "no slots": of(
            "named_leader",
            **{"slots.street": 0, "slots.district": 0, "overdue": 1, "after": "1 day", "shortens": 0, "hours": "2 h"},
        ),
    },
    contradictions=(
        ("mechanisms: {named_leader: {roster: x}}", "mechanisms.named_leader.roster: no such roster"),
        (
            "mechanisms: {named_leader: {enabled: true, slots: {street: 3}, hours: 50 h}}",
            "mechanisms.named_leader.hours: more than the leaders are on duty in a week",
        ),
        (
            "mechanisms: {named_leader: {enabled: true, slots: {district: 3}, overdue: null}}",
            "mechanisms.named_leader.overdue: no case is ever stuck",
        ),
        ("mechanisms: {named_leader: {hours: 2 wh}}", "mechanisms.named_leader.hours: runs on the calendar"),
    ),
    comes_out=frozenset({"shortens"}),  # a part of a time among several
)


PERIOD = ("run.length=4 weeks", "run.warmup=1 week", "run.followup=3 weeks")
ALL_OVERDUE = ("hazards.estate.deadline=4 wh", "hazards.estate.rate=300 per 1000 residents per year")
pytestmark = pytest.mark.usefixtures("kernel")


def leaders(street: int, district: int = 0, **own: object) -> tuple[str, ...]:
    """Assignments that let leaders lead so many cases, with other numbers of theirs."""
    numbers = {"enabled": "true", "slots.street": street, "slots.district": district, **own}
    return tuple(f"mechanisms.named_leader.{name}={value}" for name, value in numbers.items())


@cache
def tables(*sets: str) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *ALL_OVERDUE, *sets]), 0, events=True)


def test_with_slots_for_all_it_is_a_class_for_all_over_the_trigger() -> None:
    """What is twice overdue is urgent anyhow, so nothing else happens where nobody is whistled for."""
    silent = "mechanisms.whistle.enabled=false"
    events = tables(silent, *leaders(2000))["events"]
    others = events[events["activity"] != "led"].reset_index(drop=True)
    assert (events["activity"] == "led").sum() > 20
    assert others.equals(tables(silent)["events"])


def test_no_leader_has_more_cases_than_slots_and_each_until_it_is_closed() -> None:
    told = tables(*leaders(2, 1, overdue=1, after="3 days", shortens=0.5, hours="2 h"))
    led = told["jobs"][told["jobs"]["kind"] == "lead"]
    assert len(led) > 20
    for _, its in led.groupby("station"):
        for at in its["started_at"]:
            slots = {"street_leader": 2, "district_leader": 1}[told["stations"]["kind"].iloc[its["station"].iloc[0]]]
            assert ((its["started_at"] <= at) & (its["finished_at"] > at)).sum() <= slots
    ends = told["events"][told["events"]["activity"] == "closed"][["case", "local_time"]]
    ended = led.merge(ends, left_on=["case", "finished_at"], right_on=["case", "local_time"])
    assert len(ended) == len(led)


def test_a_case_takes_its_hours_of_a_leader_each_week() -> None:
    told = tables(*leaders(2, overdue=1, hours="5 h"))
    led = told["jobs"][told["jobs"]["kind"] == "lead"]
    weeks = (led["finished_at"] - led["started_at"]).dt.total_seconds().sum() / (7 * 86400)
    assert led["busy_h"].sum() / weeks == pytest.approx(5.0, rel=0.2)
