"""A beat: what one worker walks, and which issues its patrols and visits will come upon, by reading of its odometers.

A beat is numbered like the worker whose own it is; another may cover it in the worker's absence.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY
from sim.language.checks import LEAST_REPEAT_MS
from sim.lifecycle import grid_worker
from sim.lifecycle.access import hazard_of, is_open_at, site_of
from sim.lifecycle.hooks import noticing
from sim.lifecycle.services import entered, first_of, is_empty, part, without_first

WORKERS_OF_ROUND = 64
"""Room for the workers of one round in the number of a sighting's draw."""


@part
def expect_finds(sim: Any, issue: Any) -> None:
    """Let all beats past an issue reckon when they come upon it."""
    number, position = site_of(sim, issue).beat, 0
    while number != NOBODY:
        expect(sim, number, issue, position)
        number, position = sim.plan.beats[number].next_on_round, position + 1


@part
def expect(sim: Any, number: int, issue: Any, position: int) -> None:
    """Reckon when a beat's patrols and visits will come upon an issue; `position` counts the beats of one round."""
    walk = sim.walks[number]
    grid_worker.bring_up_to_date(sim, number)
    if walk.coverer != NOBODY:
        grid_worker.bring_up_to_date(sim, walk.coverer)
    note_readings(sim, walk, number, issue, position)
    if walk.walking:
        grid_worker.plan_next(sim, number)
    if walk.coverer != NOBODY and sim.walks[walk.coverer].walking:
        grid_worker.plan_next(sim, walk.coverer)


@part
def note_readings(sim: Any, walk: Any, number: int, issue: Any, position: int) -> None:
    """Note the readings (ms) at which a beat's (number) patrol will see an issue and its visits will be told of it, if
    ever."""
    beat = sim.plan.beats[number]
    hazard, k = hazard_of(sim, issue), issue.finds * WORKERS_OF_ROUND + position
    patrolled, visited = walk.odometer, walk.visit_odometer
    if issue.occurred < 0 and issue.detected == NOBODY:
        patrolled = noticing.odometer_then(sim.plan, beat, issue, beat.walked)
        visited = noticing.odometer_then(sim.plan, beat, issue, beat.visited)
    keen = noticing.keenness(sim.plan, number, sim.now)
    sight = noticing.seen(sim.plan, hazard, issue, beat, patrolled, k, keen)
    if sight != noticing.NO_READING:
        walk.sightings = entered(sim, walk.sightings, sight, issue.number, issue.slot)
    visit = noticing.revealed(sim.plan, hazard, issue, beat, visited, k)
    if visit != noticing.NO_READING:
        walk.visits = entered(sim, walk.visits, visit, issue.number, issue.slot)


@part
def look_again(sim: Any, number: int, issue: Any) -> None:
    """Reckon when the patrol of a beat (number) will see an issue again that it saw and did not book.

    That is after a minute of patrol at least: what repeats in no time never ends.
    """
    walk, beat = sim.walks[number], sim.plan.beats[number]
    k = issue.finds * WORKERS_OF_ROUND + place_on_round(sim, number, issue)
    after = walk.odometer + LEAST_REPEAT_MS
    keen = noticing.keenness(sim.plan, number, sim.now)
    sight = noticing.seen(sim.plan, hazard_of(sim, issue), issue, beat, after, k, keen)
    if sight != noticing.NO_READING:
        walk.sightings = entered(sim, walk.sightings, sight, issue.number, issue.slot)


@part
def place_on_round(sim: Any, number: int, issue: Any) -> int:
    """Place of a beat (number) among those of the round that passes an issue, from 0."""
    other, position = site_of(sim, issue).beat, 0
    while other != number and other != NOBODY:
        other, position = sim.plan.beats[other].next_on_round, position + 1
    return position


@part
def found_then(sim: Any, issue: Any) -> int:
    """Moment (ms) at which rounds came upon an issue before the start, as if they went on evenly; NEVER if not."""
    plan, hazard, first = sim.plan, hazard_of(sim, issue), NEVER
    number, position = site_of(sim, issue).beat, 0
    while number != NOBODY:
        beat = plan.beats[number]
        walked, visited = beat.walked, beat.visited
        then = noticing.odometer_then(plan, beat, issue, walked)
        sight = noticing.seen(plan, hazard, issue, beat, then, position, noticing.keenness(plan, number, 0))
        visit = noticing.revealed(
            plan, hazard, issue, beat, noticing.odometer_then(plan, beat, issue, visited), position
        )
        if sight != noticing.NO_READING and sight <= 0:
            first = min(first, max(int(sight / walked), issue.occurred))
        if visit != noticing.NO_READING and visit <= 0:
            first = min(first, max(int(visit / visited), issue.occurred))
        number, position = beat.next_on_round, position + 1
    return first


@part
def first_sighting(sim: Any, walk: Any) -> int:
    """Reading (ms of patrol) of the next issue on a beat that is still there, NEVER if none is."""
    while not is_empty(sim, walk.sightings):
        entry = first_of(sim, walk.sightings)
        if is_open_at(sim, entry.slot):
            return entry.rank
        walk.sightings = without_first(sim, walk.sightings)
    return NEVER


@part
def first_visit(sim: Any, walk: Any) -> int:
    """The same of household visits (ms of visits)."""
    while not is_empty(sim, walk.visits):
        entry = first_of(sim, walk.visits)
        if is_open_at(sim, entry.slot):
            return entry.rank
        walk.visits = without_first(sim, walk.visits)
    return NEVER


@part
def take_sighting(sim: Any, walk: Any) -> Any:
    """The first issue sighted, which is not expected any more."""
    issue = sim.issues[first_of(sim, walk.sightings).slot]
    walk.sightings = without_first(sim, walk.sightings)
    return issue


@part
def take_visit(sim: Any, walk: Any) -> Any:
    """The first issue that a household tells of, which is not expected any more."""
    issue = sim.issues[first_of(sim, walk.visits).slot]
    walk.visits = without_first(sim, walk.visits)
    return issue
