"""Assessment: at the end of a month units are scored by what was counted of them, and pressure moves; at a limit, what
pressure makes a unit do.

Two passes in order of number: all scores, then all states. What a unit's stations counted is summed at its first one.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Performer, Step
from sim.lifecycle import ledger, station
from sim.lifecycle.access import issue_of
from sim.lifecycle.hooks import rating
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.services import part, write_row
from sim.mechanisms.assessment import PERMILLE, SCORE_STEP
from sim.record.activities import NUMBER

STATE_MOVED = NUMBER["state_moved"]


@part
def set_up(sim: Any) -> None:
    """Rated units begin with the pressure that they are used to."""
    for number in range(len(sim.stations)):
        if sim.plan.rated_with[number] != NOBODY:
            sim.stations[number].pressure = sim.plan.assessment.start


# -- the end of a month ----------------------------------------------------------------------------------------------


@part
def on_month(sim: Any) -> None:
    """Score all units, then move what they feel."""
    for number in range(len(sim.stations)):
        count_with_unit(sim, number)
    if rating.is_assessed(sim.plan, sim.now):
        for number in range(len(sim.stations)):
            if is_unit(sim, number):
                sim.stations[number].score = rating.score(sim.plan, sim.stations[number])
        for number in range(len(sim.stations)):
            move(sim, number)
    for number in range(len(sim.stations)):
        begin_month(sim.stations[number])


@part
def is_unit(sim: Any, number: int) -> bool:
    """Whether a station (number) is the first of a rated unit."""
    return sim.plan.rated_with[number] == number


@part
def count_with_unit(sim: Any, number: int) -> None:
    """Add what a station (number) counted to the counts of its unit."""
    first = sim.plan.rated_with[number]
    if first == NOBODY or is_unit(sim, number):
        return
    one, unit = sim.stations[number], sim.stations[first]
    unit.closed += one.closed
    unit.in_time += one.in_time
    unit.missed += one.missed
    unit.called += one.called
    unit.solved += one.solved
    unit.pleased += one.pleased
    unit.untrue += one.untrue


@part
def move(sim: Any, number: int) -> None:
    """Move what a station (number) feels: of a unit's first one by its score, of the others as of the first."""
    first = sim.plan.rated_with[number]
    if first == NOBODY:
        return
    one, unit = sim.stations[number], sim.stations[first]
    if first == number:
        unit.pressure = rating.pressure_after(sim.plan, unit, benchmark(sim, number))
        unit.novelty = rating.novelty_after(sim.plan, unit)
        if unit.score != NOBODY:
            value = unit.score * SCORE_STEP + int(unit.pressure * PERMILLE)
            write_row(sim, STATE_MOVED, NOBODY, NOBODY, NOBODY, Performer.SUPERVISOR, number, value)
    one.pressure = unit.pressure
    one.novelty = unit.novelty


@part
def benchmark(sim: Any, number: int) -> int:
    """Score (per mille) that a unit (first station) is held against: the target, or the median of its peers, which are
    the units of its kind; NOBODY if none was scored."""
    if sim.plan.assessment.target != NOBODY:
        return sim.plan.assessment.target
    found = NOBODY
    for other in range(len(sim.stations)):
        if is_peer(sim, number, other) and 2 * not_above(sim, number, sim.stations[other].score) >= peers(sim, number):
            score = sim.stations[other].score
            found = score if found == NOBODY else min(found, score)
    return found


@part
def is_peer(sim: Any, number: int, other: int) -> bool:
    """Whether a station (number) is a scored unit of the kind of another unit."""
    one = sim.stations[other]
    return is_unit(sim, other) and one.kind == sim.stations[number].kind and one.score != NOBODY


@part
def peers(sim: Any, number: int) -> int:
    """Number of scored units of the kind of a unit (number)."""
    count = 0
    for other in range(len(sim.stations)):
        count += is_peer(sim, number, other)
    return count


@part
def not_above(sim: Any, number: int, score: int) -> int:
    """How many of a unit's (number) peers have at most a score (per mille)."""
    count = 0
    for other in range(len(sim.stations)):
        count += is_peer(sim, number, other) and sim.stations[other].score <= score
    return count


@part
def begin_month(one: Any) -> None:
    """Let a station count anew."""
    one.closed = one.in_time = one.missed = one.called = one.solved = one.pleased = one.untrue = one.booked = 0
    one.asked = one.came = 0


# -- a limit passes ----------------------------------------------------------------------------------------------------


@part
def closes_on_paper(sim: Any, case: Any) -> bool:
    """Report a case done whose limit passes and that nobody is on the way for, if its unit does so; whether it did."""
    if case.unit == NOBODY or case.on_paper or not is_untouched(sim, case):
        return False
    place = sim.stations[ledger.station_of_unit(sim, case)]
    if not rating.on_paper(sim.plan, place, case):
        return False
    case.on_paper = 1
    drop(sim, case)
    ledger.say_done(sim, case, place.level)
    return True


@part
def is_untouched(sim: Any, case: Any) -> bool:
    """Whether a case of a unit waits in its queue, for its procedure or for a meeting."""
    if issue_of(sim, case).joint:
        return case.due_step != NOBODY and Step.BLOW <= case.step <= Step.MEET
    return supervisor.waits_for_hands(sim, case) or (case.due_step != NOBODY and case.step == Step.READY)


@part
def drop(sim: Any, case: Any) -> None:
    """Let go of what was to come for a case; a procedure that is not over would have to be run anew."""
    if case.due_step != NOBODY and (case.step == Step.READY or case.step == Step.BLOW):
        case.prepared = 0
    case.due_step = NOBODY
    case.step = Step.NONE
    case.summons = 0
    if case.job != NOBODY:
        job = sim.jobs[case.job]
        station.withdraw(sim, sim.stations[job.station], job)
