"""A grid worker: does the jobs of the beat, and walks and visits when no job calls.

A worker, the station and the beat share a number. In the field a worker first does what waits in the queue, then walks:
the part of patrol that is kept, household visits, the rest of patrol, the beat of an absent neighbour, and in slack
time part of the time again the own beat. Where patrols are spread over the hours, part of the slack that is not walked
comes before all this. A find interrupts the walk.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY, EventKind, Performer, Source
from sim.lifecycle import beat, environment, station, street
from sim.lifecycle.access import due, hazard_of, server_at
from sim.lifecycle.hooks import noticing
from sim.lifecycle.log import write
from sim.lifecycle.services import part
from sim.mechanisms.patrol import PERMILLE
from sim.record.activities import NUMBER

FOUND_ON_PATROL, FOUND_ON_VISIT = NUMBER["found_on_patrol"], NUMBER["found_on_visit"]
SEEN_NOT_BOOKED = NUMBER["seen_not_booked"]
BEFORE, KEEP, VISITS, REST, COVER = range(5)
"""What a worker without jobs does in a duty period, in this order: slack before the walk, the walk; then more slack."""
ACTIVITIES = 5


@part
def on_duty(sim: Any, number: int) -> None:
    """A stint of a worker (number) begins, or the walk comes upon an issue."""
    walk, server = sim.walks[number], hands_of(sim, number)
    if server.job != NOBODY:
        return
    if walk.walking:
        bring_up_to_date(sim, number)
        if comes_upon(sim, number):
            return
    if not walk.walking or sim.now >= walk.until:
        walk.walking = 0
        station.take(sim, sim.stations[number])
        if server.job != NOBODY:
            return
    go_out(sim, number)


@part
def hands_of(sim: Any, number: int) -> Any:
    """A worker (number) as a pair of hands."""
    return server_at(sim, sim.stations[number], 0)


@part
def go_out(sim: Any, number: int) -> None:
    """Let a worker (number) walk on if the stint lasts, else wait for the next one."""
    plan, walk, hours = sim.plan, sim.walks[number], field_hours(sim, number)
    stint = stint_by_now(sim, walk, hours)
    walk.walking = stint >= hours.first and sim.now < plan.closes[stint]
    if walk.walking:
        walk.since = sim.now
        walk.until = plan.closes[stint]
        if plan.stints[stint].period != walk.period:
            begin_period(sim, number, plan.stints[stint])
    plan_next(sim, number)


@part
def field_hours(sim: Any, number: int) -> Any:
    """Calendar of a worker's hours in the field."""
    return sim.plan.calendars[hands_of(sim, number).cases]


@part
def stint_by_now(sim: Any, walk: Any, hours: Any) -> int:
    """A worker's last stint (number) that has begun, first - 1 if none has; found from the last one asked for."""
    stint = max(walk.stint, hours.first - 1)
    while stint + 1 < hours.last and sim.plan.opens[stint + 1] <= sim.now:
        stint += 1
    walk.stint = stint
    return stint


@part
def in_field_at(sim: Any, number: int, t: int) -> int:
    """When a worker is in the field, for a time not before now: then, or when the next stint begins (ms)."""
    hours = field_hours(sim, number)
    stint = max(stint_by_now(sim, sim.walks[number], hours), hours.first)
    while stint < hours.last and sim.plan.closes[stint] <= t:
        stint += 1
    return max(sim.plan.opens[stint], t) if stint < hours.last else NEVER


@part
def begin_period(sim: Any, number: int, stint: Any) -> None:
    """A worker's duty period begins: what is planned for it (ms), and whose beat is covered."""
    walk = sim.walks[number]
    keep = stint.patrol * sim.plan.patrol.keep_permille // PERMILLE
    walk.period = stint.period
    walk.slack_permille = stint.slack_permille
    set_left(sim, number, BEFORE, stint.before)
    set_left(sim, number, KEEP, keep)
    set_left(sim, number, VISITS, stint.visits)
    set_left(sim, number, REST, stint.patrol - keep)
    set_left(sim, number, COVER, stint.cover)
    if walk.covers != NOBODY and sim.walks[walk.covers].coverer == number:
        sim.walks[walk.covers].coverer = NOBODY
    walk.covers = stint.covered
    if stint.covered >= 0:
        sim.walks[stint.covered].coverer = number


@part
def left_of(sim: Any, number: int, activity: int) -> int:
    """Time (ms) left in a worker's duty period of what was planned for an activity."""
    return sim.left[number * ACTIVITIES + activity]


@part
def set_left(sim: Any, number: int, activity: int, ms: int) -> None:
    """Set the time (ms) left of an activity in a worker's duty period."""
    sim.left[number * ACTIVITIES + activity] = ms


@part
def bring_up_to_date(sim: Any, number: int) -> None:
    """Turn the odometers (ms) to where a worker's walk has come by now."""
    walk = sim.walks[number]
    if not walk.walking:
        return
    now = min(sim.now, walk.until)
    ms = now - walk.since
    walk.since = now
    for activity in range(ACTIVITIES):
        if ms <= 0:
            return
        spent = min(ms, left_of(sim, number, activity))
        set_left(sim, number, activity, left_of(sim, number, activity) - spent)
        spend(sim, walk, activity, spent)
        ms -= spent
    slack = ms * walk.slack_permille // PERMILLE
    walk.odometer += slack
    walk.patrolled += slack


@part
def spend(sim: Any, walk: Any, activity: int, ms: int) -> None:
    """Turn the odometer of an activity by so many ms."""
    if activity == VISITS:
        walk.visit_odometer += ms
        walk.visited += ms
        return
    if activity == BEFORE:
        return
    walked = sim.walks[walk.covers] if activity == COVER and walk.covers != NOBODY else walk
    walked.odometer += ms
    walk.patrolled += ms


@part
def plan_next(sim: Any, number: int) -> None:
    """Make the next issue on a worker's way (number) due, or the next stint."""
    walk, worker = sim.walks[number], sim.stations[number]
    at = next_find(sim, number) if walk.walking and sim.now <= walk.until else NEVER
    if at > walk.until or not walk.walking:
        at = next_stint(sim, number)
    if at != worker.due_duty:
        worker.due_duty = due(sim, EventKind.DUTY, worker, at)


@part
def next_stint(sim: Any, number: int) -> int:
    """Beginning (ms) of the next stint."""
    walk = sim.walks[number]
    return in_field_at(sim, number, max(sim.now, walk.until) if walk.walking else sim.now)


@part
def next_find(sim: Any, number: int) -> int:
    """Moment (ms) at which the walk comes upon the next issue if nothing interrupts it, NEVER if none in sight."""
    walk = sim.walks[number]
    sight, visit, other = beat.first_sighting(sim, walk), beat.first_visit(sim, walk), NEVER
    covered = walk
    if walk.covers != NOBODY:
        covered = sim.walks[walk.covers]
        other = beat.first_sighting(sim, covered)
    t, odometer = walk.since, walk.odometer
    for activity in range(ACTIVITIES):
        left = left_of(sim, number, activity)
        if activity == BEFORE:
            need = NEVER
        elif activity == VISITS:
            need = visit - walk.visit_odometer
        elif activity == COVER:
            need = other - covered.odometer
        else:
            need = sight - odometer
            odometer += left
        if left > 0 and need <= left:
            return t + max(need, 0)
        t += left
    if walk.slack_permille > 0 and sight < NEVER:
        return t - (-max(sight - odometer, 0) * PERMILLE // walk.slack_permille)
    return NEVER


@part
def comes_upon(sim: Any, number: int) -> bool:
    """Deal with the first issue whose reading (ms) a worker has reached, if it is news; whether there was one."""
    walk = sim.walks[number]
    if sights(sim, number, number):
        return True
    if walk.covers != NOBODY and sights(sim, number, walk.covers):
        return True
    while beat.first_visit(sim, walk) <= walk.visit_odometer:
        if finds(sim, number, beat.take_visit(sim, walk), Source.VISIT, FOUND_ON_VISIT):
            return True
    return False


@part
def sights(sim: Any, number: int, of: int) -> bool:
    """Deal with the first issue that a worker (number) sighted on a beat (number), if it is news; whether there was."""
    walk = sim.walks[of]
    while beat.first_sighting(sim, walk) <= walk.odometer:
        issue = beat.take_sighting(sim, walk)
        if not passes_by(sim, number, of, issue) and finds(sim, number, issue, Source.PATROL, FOUND_ON_PATROL):
            return True
    return False


@part
def passes_by(sim: Any, number: int, of: int, issue: Any) -> bool:
    """Let a worker (number) not book what was seen on a beat (number), if that is how it is; whether it is."""
    worker = sim.stations[number]
    booked = noticing.books(sim.plan, hazard_of(sim, issue), issue, worker, due_by_now(sim))
    if issue.case != NOBODY or booked:
        return False
    issue.finds += 1
    issue.passed_by += 1
    write(sim, SEEN_NOT_BOOKED, issue, NOBODY, Performer.WORKER, number, 0)
    beat.look_again(sim, of, issue)
    return True


@part
def due_by_now(sim: Any) -> float:
    """Finds that are due of each worker by this day of the month, the quota in all of it."""
    quota = sim.plan.assessment.quota
    if quota <= 0 or sim.month == 0:
        return float(quota)
    begun = sim.plan.months[sim.month - 2] if sim.month > 1 else 0
    gone = (sim.now - begun) / (sim.plan.months[sim.month - 1] - begun)
    return quota * min(gone, 1.0)


@part
def finds(sim: Any, number: int, issue: Any, source: Source, activity: int) -> bool:
    """Have a worker (number) book an issue that has no open case; one that has is known and passed by."""
    worker = sim.stations[number]
    if issue.case != NOBODY:
        return False
    worker.booked += 1
    write(sim, activity, issue, NOBODY, Performer.WORKER, number, 0)
    environment.detected(sim, issue, source)
    job = street.take_find(sim, issue, source, worker)
    server = hands_of(sim, number)
    server.x = job.x
    server.y = job.y
    job.station = number
    station.start(sim, worker, server, job)
    return True


@part
def stop_walking(sim: Any, worker: Any) -> None:
    """Stop walking to take up a job."""
    bring_up_to_date(sim, worker.number)
    sim.walks[worker.number].walking = 0
    worker.due_duty = NOBODY
