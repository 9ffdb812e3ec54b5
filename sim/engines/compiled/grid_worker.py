"""A grid worker: does the jobs of the beat, and walks and visits when no job calls.

A worker, the station and the beat share a number. `sightings` and `visits` are heaps of issues by odometer reading.
"""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import nature, station, street
from sim.engines.compiled.clock import schedule
from sim.engines.compiled.eventlog import WORKER, write
from sim.engines.compiled.part import part
from sim.engines.compiled.queue import entered, without_first
from sim.kinds import NOBODY, IssueState, Kind, Source
from sim.lifecycle import hooks
from sim.mechanisms.patrol import PERMILLE
from sim.plan.intervals import NEVER
from sim.record.activities import NUMBER

FOUND_ON_PATROL, FOUND_ON_VISIT = NUMBER["found_on_patrol"], NUMBER["found_on_visit"]
KEEP, VISITS, REST, COVER = range(4)
"""What a worker without jobs does in a duty period, in this order; after it comes slack."""
ACTIVITIES = 4
OPEN, PATROL, VISIT = IssueState.OPEN.value, Source.PATROL.value, Source.VISIT.value


@part
def expect(sim: Any, number: int, issue: Any, hazard: Any, twin: int) -> None:
    """Reckon when a beat's patrols and visits will come upon an issue; `twin` numbers beats on one round."""
    beat, record = sim.workers[number], sim.plan.beats[number]
    bring_up_to_date(sim, number)
    if beat.coverer != NOBODY:
        bring_up_to_date(sim, beat.coverer)
    k = issue.finds * 64 + twin
    sight = hooks.seen(sim.plan, hazard, issue, record, beat.odometer, k)
    if sight != hooks.NO_READING:
        beat.sightings = entered(sim, beat.sightings, sight, issue.number, issue.slot)
    visit = hooks.revealed(sim.plan, hazard, issue, record, beat.visit_odometer, k)
    if visit != hooks.NO_READING:
        beat.visits = entered(sim, beat.visits, visit, issue.number, issue.slot)
    if beat.walking:
        plan_next(sim, number)
    if beat.coverer != NOBODY and sim.workers[beat.coverer].walking:
        plan_next(sim, beat.coverer)


@part
def first_sighting(sim: Any, beat: Any) -> int:
    """Reading of the next issue on a beat that is still there, NEVER if none is."""
    while beat.sightings != NOBODY:
        node = sim.nodes[beat.sightings]
        if sim.states[node.slot] == OPEN:
            return node.rank
        beat.sightings = without_first(sim, beat.sightings)
    return NEVER


@part
def first_visit(sim: Any, beat: Any) -> int:
    """The same of household visits."""
    while beat.visits != NOBODY:
        node = sim.nodes[beat.visits]
        if sim.states[node.slot] == OPEN:
            return node.rank
        beat.visits = without_first(sim, beat.visits)
    return NEVER


@part
def on_duty(sim: Any, number: int) -> None:
    """A stint begins, or the walk comes upon an issue."""
    worker, server = sim.workers[number], sim.servers[sim.plan.stations[number].first_server]
    if server.job != NOBODY:
        return
    if worker.walking:
        bring_up_to_date(sim, number)
        if comes_upon(sim, number):
            return
    if not worker.walking or sim.now >= worker.until:
        worker.walking = 0
        station.take(sim, sim.stations[number])
        if server.job != NOBODY:
            return
    go_out(sim, sim.stations[number])


@part
def go_out(sim: Any, place: Any) -> None:
    """Walk on if the stint lasts, else wait for the next one."""
    plan, number = sim.plan, place.number
    worker, calendar = sim.workers[number], field_of(sim, number)
    stint = stint_at(sim, worker, calendar)
    worker.walking = stint >= calendar.first and sim.now < plan.closes[stint]
    if worker.walking:
        worker.since = sim.now
        worker.until = plan.closes[stint]
        if plan.stints[stint].period != worker.period:
            begin_period(sim, number, plan.stints[stint])
    plan_next(sim, number)


@part
def field_of(sim: Any, number: int) -> Any:
    """Calendar of a worker's hours in the field."""
    return sim.plan.calendars[sim.servers[sim.plan.stations[number].first_server].cases]


@part
def stint_at(sim: Any, worker: Any, calendar: Any) -> int:
    """A worker's last stint that has begun, before the first one if none has; found from the last one asked for."""
    stint = max(worker.stint, calendar.first - 1)
    while stint + 1 < calendar.last and sim.plan.opens[stint + 1] <= sim.now:
        stint += 1
    worker.stint = stint
    return stint


@part
def opens(sim: Any, number: int, t: int) -> int:
    """`next_open` of a worker's hours in the field for a time not before now: t, or when the next stint begins."""
    calendar = field_of(sim, number)
    stint = max(stint_at(sim, sim.workers[number], calendar), calendar.first)
    while stint < calendar.last and sim.plan.closes[stint] <= t:
        stint += 1
    return max(sim.plan.opens[stint], t) if stint < calendar.last else NEVER


@part
def begin_period(sim: Any, number: int, stint: Any) -> None:
    """A duty period begins: what is planned for it."""
    worker = sim.workers[number]
    keep = stint.patrol * sim.plan.settings.keep_permille // PERMILLE
    worker.period = stint.period
    sim.left[number * ACTIVITIES + KEEP] = keep
    sim.left[number * ACTIVITIES + VISITS] = stint.visits
    sim.left[number * ACTIVITIES + REST] = stint.patrol - keep
    sim.left[number * ACTIVITIES + COVER] = stint.cover
    if worker.covers != NOBODY and sim.workers[worker.covers].coverer == number:
        sim.workers[worker.covers].coverer = NOBODY
    worker.covers = stint.covered
    if stint.covered >= 0:
        sim.workers[stint.covered].coverer = number


@part
def bring_up_to_date(sim: Any, number: int) -> None:
    """Turn the odometers to where the walk has come by now."""
    worker = sim.workers[number]
    if not worker.walking:
        return
    now = min(sim.now, worker.until)
    ms = now - worker.since
    worker.since = now
    for activity in range(ACTIVITIES):
        if ms <= 0:
            return
        spent = min(ms, sim.left[number * ACTIVITIES + activity])
        sim.left[number * ACTIVITIES + activity] -= spent
        spend(sim, worker, activity, spent)
        ms -= spent
    slack = ms * sim.plan.settings.slack_permille // PERMILLE
    worker.odometer += slack
    worker.patrolled += slack


@part
def spend(sim: Any, worker: Any, activity: int, ms: int) -> None:
    """Turn the odometer of an activity."""
    if activity == VISITS:
        worker.visit_odometer += ms
        worker.visited += ms
        return
    beat = sim.workers[worker.covers] if activity == COVER and worker.covers != NOBODY else worker
    beat.odometer += ms
    worker.patrolled += ms


@part
def plan_next(sim: Any, number: int) -> None:
    """Make the next issue on the way due, or the next stint."""
    worker, place = sim.workers[number], sim.stations[number]
    due = next_find(sim, number) if worker.walking and sim.now <= worker.until else NEVER
    if due > worker.until or not worker.walking:
        due = next_stint(sim, number)
    if due != place.due_duty:
        place.due_duty = schedule(sim, Kind.DUTY.value, number, number, due)


@part
def next_stint(sim: Any, number: int) -> int:
    """Beginning of the next stint."""
    worker = sim.workers[number]
    return opens(sim, number, max(sim.now, worker.until) if worker.walking else sim.now)


@part
def next_find(sim: Any, number: int) -> int:
    """Moment at which the walk comes upon the next issue if nothing interrupts it, NEVER if none in sight."""
    worker = sim.workers[number]
    sight, visit, other = first_sighting(sim, worker), first_visit(sim, worker), NEVER
    covered = worker
    if worker.covers != NOBODY:
        covered = sim.workers[worker.covers]
        other = first_sighting(sim, covered)
    t, odometer = worker.since, worker.odometer
    for activity in range(ACTIVITIES):
        left = sim.left[number * ACTIVITIES + activity]
        if activity == VISITS:
            need = visit - worker.visit_odometer
        elif activity == COVER:
            need = other - covered.odometer if worker.covers != NOBODY else NEVER
        else:
            need = sight - odometer
            odometer += left
        if left > 0 and need <= left:
            return t + max(need, 0)
        t += left
    permille = sim.plan.settings.slack_permille
    if permille > 0 and sight < NEVER:
        return t - (-max(sight - odometer, 0) * PERMILLE // permille)
    return NEVER


@part
def comes_upon(sim: Any, number: int) -> bool:
    """Deal with the first issue whose reading is reached, if it is news; whether there was one."""
    worker = sim.workers[number]
    if sights(sim, number, worker):
        return True
    if worker.covers != NOBODY and sights(sim, number, sim.workers[worker.covers]):
        return True
    while first_visit(sim, worker) <= worker.visit_odometer:
        issue = sim.issues[sim.nodes[worker.visits].slot]
        worker.visits = without_first(sim, worker.visits)
        if finds(sim, number, issue, VISIT, FOUND_ON_VISIT):
            return True
    return False


@part
def sights(sim: Any, number: int, beat: Any) -> bool:
    """Deal with the first issue sighted on a beat, if it is news; whether there was one."""
    while first_sighting(sim, beat) <= beat.odometer:
        issue = sim.issues[sim.nodes[beat.sightings].slot]
        beat.sightings = without_first(sim, beat.sightings)
        if finds(sim, number, issue, PATROL, FOUND_ON_PATROL):
            return True
    return False


@part
def finds(sim: Any, number: int, issue: Any, source: int, activity: int) -> bool:
    """Book an issue that has no open case; one that has is known and passed by."""
    if issue.case != NOBODY:
        return False
    write(sim, activity, issue, NOBODY, WORKER, number, 0)
    nature.detected(sim, issue, source)
    job = street.take_find(sim, issue, source, number)
    server = sim.servers[sim.plan.stations[number].first_server]
    server.x = job.x
    server.y = job.y
    job.station = number
    station.start(sim, sim.stations[number], server, job)
    return True


@part
def stop_walking(sim: Any, place: Any) -> None:
    """Stop walking to take up a job."""
    bring_up_to_date(sim, place.number)
    sim.workers[place.number].walking = 0
    place.due_duty = NOBODY
