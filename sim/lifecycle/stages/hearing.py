"""Hearings: a case comes before a stage, is heard in a session, and is settled, heard again, sent up or let go on."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, JobKind, Performer, Step
from sim.lifecycle import ledger, station, street
from sim.lifecycle.access import issue_of
from sim.lifecycle.hooks import staging
from sim.lifecycle.log import write_as, write_case
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

STAGED, DECIDED, NOT_DECIDED = NUMBER["staged"], NUMBER["decided"], NUMBER["not_decided"]
GOES_ON, AGAIN, GOES_UP = range(3)
"""What becomes of a case that was not settled, as the log tells it."""


@part
def comes_before(sim: Any, case: Any, point: int) -> bool:
    """Bring a case before a stage at a point (number) of its way, if one takes it there; whether one does."""
    number = staging.stage_for(sim.plan, issue_of(sim, case), case, point)
    if number == NOBODY:
        return False
    case.rounds = 0
    bring(sim, case, number)
    return True


@part
def bring(sim: Any, case: Any, number: int) -> None:
    """A case comes before a stage (number) for the first time."""
    case.stage = number
    case.stages |= 1 << number
    join(sim, case)


@part
def join(sim: Any, case: Any) -> None:
    """A case joins those that wait for a session of its stage."""
    unit = sim.plan.units[sim.plan.stages[case.stage].unit]
    place = sim.stations[ledger.station_of(sim, unit, issue_of(sim, case))]
    write_as(sim, STAGED, case, Performer.STREET, place.number)
    job = station.make_job(sim, case, JobKind.STAGE)
    case.job = job.slot
    station.receive(sim, place, job)


@part
def heard(sim: Any, case: Any, place: Any) -> None:
    """A stage at a place has heard a case."""
    stage = sim.plan.stages[case.stage]
    case.rounds += 1
    case.hearings += 1
    if staging.settles(sim.plan, case):
        settle(sim, case, place)
    elif case.rounds < stage.upto:
        write_case(sim, NOT_DECIDED, case, place.performer, place.number, AGAIN)
        street.next_step(sim, case, Step.HEARD_AGAIN, staging.heard_again_from(sim.plan, case, sim.now))
    elif stage.above != NOBODY:
        write_case(sim, NOT_DECIDED, case, place.performer, place.number, GOES_UP)
        bring(sim, case, stage.above)
    else:
        write_case(sim, NOT_DECIDED, case, place.performer, place.number, GOES_ON)
        case.stage = NOBODY
        street.dispatch(sim, case)


@part
def settle(sim: Any, case: Any, place: Any) -> None:
    """A stage at a place settles a case, which is sent to whom it says."""
    case.settled_by = sim.plan.stages[case.stage].mechanism
    case.stage = NOBODY
    write_case(sim, DECIDED, case, place.performer, place.number, 0)
    if staging.spares_procedure(case):
        case.prepared = 1
        issue_of(sim, case).agreed = 1
    street.dispatch(sim, case)
