"""Rounds: whose draws decide what is seen again, what was found before the start, how many finds are due by now."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import NEVER, NOBODY
from sim.lifecycle import beat, grid_worker, past
from sim.lifecycle.hooks import noticing
from sim.lifecycle.things import Issue, Walk
from tests.lifecycle.recording import Recording

Patch = pytest.MonkeyPatch


def streets(*next_on_round: int, **own: Any) -> Any:
    """A run with beats, one after another on a round that begins at the first; they walk a tenth of the time and visit
    a fifth of it."""
    beats = [SimpleNamespace(next_on_round=after, walked=0.1, visited=0.2) for after in next_on_round]
    posts = {
        "stations": [SimpleNamespace(first_server=number) for number in range(len(beats))],
        "servers": [SimpleNamespace(tenures=0) for _ in beats],
        "staff_quality": SimpleNamespace(unseeing=0.0),
    }
    plan = SimpleNamespace(sites=[SimpleNamespace(beat=0)], beats=beats, hazards=[None], **posts, **own)
    return Recording(plan=plan, walks=[Walk(odometer=500) for _ in beats])


@pytest.mark.parametrize("finds", [0, 1, 7])
def test_each_find_of_each_beat_of_a_round_has_a_draw_of_its_own(monkeypatch: Patch, finds: int) -> None:
    """Whether it is reckoned as the issue occurs, or when somebody passed by it and will see it again."""
    draws: list[int] = []

    def seen(plan: Any, hazard: Any, issue: Any, beat: Any, odometer: int, k: int, keen: float) -> int:
        draws.append(k)
        return noticing.NO_READING

    monkeypatch.setattr(noticing, "seen", seen)
    monkeypatch.setattr(noticing, "revealed", lambda *given: noticing.NO_READING)
    sim, issue = streets(1, 2, NOBODY), Issue(finds=finds)
    for position in range(len(sim.plan.beats)):
        beat.note_readings(sim, sim.walks[position], position, issue, position)
    assert draws == [finds * beat.WORKERS_OF_ROUND + position for position in range(3)]
    for number in range(3):
        beat.look_again(sim, number, issue)
    assert draws[3:] == draws[:3]


def test_what_was_passed_by_is_not_seen_again_within_a_minute(monkeypatch: Patch) -> None:
    after: list[int] = []
    monkeypatch.setattr(
        noticing,
        "seen",
        lambda plan, hazard, issue, beat, odometer, k, keen: after.append(odometer) or noticing.NO_READING,
    )
    beat.look_again(streets(NOBODY), 0, Issue())
    assert after == [60_500]


# -- before the start ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sights", "visits", "found"),
    [
        ({0: -100}, {}, -1000),  # a tenth of the time is walked
        ({}, {0: -100}, -500),  # and a fifth of it visited
        ({0: -100}, {0: -300}, -1500),
        ({0: -700}, {}, -5000),  # not before it occurred, though rounds went on more evenly then than they do
        ({}, {0: -1400}, -5000),
        ({1: -200, 2: -300}, {2: -50}, -3000),
        ({1: -200}, {2: -50}, -2000),
        ({}, {1: -150}, -750),
        ({0: 0}, {}, 0),
        ({0: 1}, {1: 1}, NEVER),
        ({}, {}, NEVER),
    ],
)
def test_the_first_round_that_came_upon_an_issue_found_it(
    monkeypatch: Patch, sights: dict[int, int], visits: dict[int, int], found: int
) -> None:
    """Readings below 0 are of before the start; the issue occurred 5,000 ms before it. Draws are those of the first
    find, by the place of a beat on the round."""
    monkeypatch.setattr(noticing, "odometer_then", lambda plan, beat, issue, pace: 0)
    monkeypatch.setattr(
        noticing, "seen", lambda plan, hazard, issue, beat, odo, k, keen: sights.get(k, noticing.NO_READING)
    )
    monkeypatch.setattr(
        noticing, "revealed", lambda plan, hazard, issue, beat, odo, k: visits.get(k, noticing.NO_READING)
    )
    assert beat.found_then(streets(1, 2, NOBODY), Issue(occurred=-5000)) == found


@pytest.mark.parametrize(
    ("found", "reported", "heals", "there"),
    [
        (1, 1, 1, True),
        (NEVER, NEVER, NEVER, True),
        (0, 1, 1, False),
        (1, 0, 1, False),
        (1, 1, 0, False),
        (-5, NEVER, NEVER, False),
    ],
)
def test_what_is_found_or_heals_by_the_start_is_not_there_any_more(
    monkeypatch: Patch, found: int, reported: int, heals: int, there: bool
) -> None:
    monkeypatch.setattr(past, "find_site", lambda sim, issue: None)
    monkeypatch.setattr(beat, "found_then", lambda sim, issue: found)
    monkeypatch.setattr(past, "reported_at", lambda sim, issue, channels: reported)
    monkeypatch.setattr(noticing, "found_by_channels", lambda plan, issue: 0.0)
    monkeypatch.setattr(past, "heals_at", lambda sim, issue: heals)
    assert past.still_there(Recording(plan=None), Issue()) is there


# -- a quota of finds ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quota", "month", "now", "due"),
    [
        (10, 1, 0, 0.0),
        (10, 1, 250, 2.5),
        (1, 1, 250, 0.25),
        (10, 1, 1000, 10.0),  # the last moment of the month
        (10, 2, 1000, 0.0),  # and the first of the next, which is three times as long
        (10, 2, 2500, 5.0),
        (10, 2, 9000, 10.0),  # there is no month after it
        (0, 1, 250, 0.0),
        (-1, 1, 250, -1.0),  # no quota
    ],
)
def test_a_quota_falls_due_day_by_day(quota: int, month: int, now: int, due: float) -> None:
    plan = SimpleNamespace(assessment=SimpleNamespace(quota=quota), months=[1000, 4000])
    assert grid_worker.due_by_now(Recording(plan=plan, month=month, now=now)) == due


def test_where_no_month_ends_all_of_a_quota_is_due() -> None:
    plan = SimpleNamespace(assessment=SimpleNamespace(quota=4), months=[])
    assert grid_worker.due_by_now(Recording(plan=plan, month=0, now=50)) == 4.0
