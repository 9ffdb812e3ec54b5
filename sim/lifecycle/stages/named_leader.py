"""Named leaders: they take stuck cases, in their street or in the district, and hold each until it is closed.

A stuck case has a LEAD job. As long as no slot is free it stands in the chain of its street's leaders, who need not
choose in the order of joining; nobody waits there, so it does not count as one in line.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY, CaseState, EventKind, JobKind, StationKind, Step
from sim.lifecycle import community, station, street
from sim.lifecycle.access import area_of, case_of, due, hazard_of, issue_of, server_at
from sim.lifecycle.hooks import leading
from sim.lifecycle.log import write_case
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.services import free_job, part
from sim.mechanisms.queueing import URGENT
from sim.record.activities import NUMBER

LED = NUMBER["led"]
OF_STREETS, OF_DISTRICT = StationKind.STREET_LEADER.value, StationKind.DISTRICT_LEADER.value


@part
def are_there(sim: Any) -> bool:
    """Whether there are leaders."""
    return sim.plan.first_of_kind[OF_STREETS] != NOBODY


@part
def watch(sim: Any, case: Any) -> None:
    """Make the moment due at which a case that is filed is stuck because of its age."""
    if are_there(sim):
        at = leading.stuck_at(sim.plan, case)
        if at < NEVER:
            case.due_stuck = due(sim, EventKind.STUCK, case, max(at, sim.now))


@part
def consider(sim: Any, case: Any) -> None:
    """Let leaders take a case, or have it wait for them, if it is stuck and none has it."""
    if not are_there(sim) or case.lead != NOBODY or not is_under_way(case):
        return
    if not leading.is_stuck(sim.plan, case, sim.now):
        return
    job = station.make_job(sim, case, JobKind.LEAD)
    case.lead = job.slot
    own = of_street(sim, area_of(sim, issue_of(sim, case)).street)
    job.station = own.number
    if not takes(sim, own, job) and not takes(sim, of_district(sim), job):
        community.offer(sim, own, job)


@part
def is_under_way(case: Any) -> bool:
    """Whether a case is filed and open, and not on the shelf."""
    on_shelf = case.due_step != NOBODY and case.step == Step.RESUME
    return case.registered != NOBODY and case.state == CaseState.OPEN and not on_shelf


@part
def of_street(sim: Any, number: int) -> Any:
    """The leaders of a street (number)."""
    return sim.stations[sim.plan.first_of_kind[OF_STREETS] + number]


@part
def of_district(sim: Any) -> Any:
    """The leaders of the district."""
    return sim.stations[sim.plan.first_of_kind[OF_DISTRICT]]


@part
def takes(sim: Any, leaders: Any, job: Any) -> bool:
    """Have leaders take a case if they have a free slot; whether they do."""
    for position in range(leaders.servers):
        slot = server_at(sim, leaders, position)
        if slot.job == NOBODY:
            lead(sim, leaders, slot, job)
            return True
    return False


@part
def lead(sim: Any, leaders: Any, slot: Any, job: Any) -> None:
    """Leaders take a case into a free slot of theirs: it becomes urgent, and its procedure shorter."""
    case = case_of(sim, job)
    job.station = leaders.number
    job.server = slot.number
    job.started = job.arrived = sim.now
    slot.job = job.slot
    slot.case = case.number
    case.leader = leaders.number
    case.led += 1
    write_case(sim, LED, case, leaders.performer, leaders.number, sim.now - case.reported)
    supervisor.hasten(sim, case, URGENT)
    hasten_procedure(sim, case)


@part
def hasten_procedure(sim: Any, case: Any) -> None:
    """Shorten what is left of a procedure that a case waits for."""
    if case.due_step != NOBODY and (case.step == Step.READY or case.step == Step.BLOW):
        hazard = hazard_of(sim, issue_of(sim, case))
        over = leading.procedure_over(sim.plan, hazard, case, sim.now, case.due_step)
        if over < case.due_step:
            street.next_step(sim, case, case.step, over)


@part
def let_go(sim: Any, case: Any) -> None:
    """A case is closed: whoever leads it, or would have, has no more to do with it, and takes another."""
    if case.lead == NOBODY:
        return
    job = sim.jobs[case.lead]
    leaders = sim.stations[job.station]
    case.lead = case.leader = NOBODY
    if job.server == NOBODY:
        community.call_in(sim, leaders, job)
        free_job(sim, job)
        return
    slot = sim.servers[job.server]
    station.release(sim, leaders, slot, job)
    free_job(sim, job)
    take_next(sim, leaders, slot)


@part
def take_next(sim: Any, leaders: Any, slot: Any) -> None:
    """Have leaders take into a free slot the case that weighs most of those that wait: in their street, or anywhere."""
    first = sim.plan.first_of_kind[OF_STREETS]
    worst = NOBODY
    if leaders.kind == OF_STREETS:
        worst = heaviest(sim, leaders, worst)
    else:
        for number in range(first, first + sim.plan.count_of_kind[OF_STREETS]):
            worst = heaviest(sim, sim.stations[number], worst)
    if worst != NOBODY:
        job = sim.jobs[worst]
        community.call_in(sim, sim.stations[job.station], job)
        lead(sim, leaders, slot, job)


@part
def heaviest(sim: Any, leaders: Any, other: int) -> int:
    """The case (slot of its job) that weighs most of those that wait for leaders of a street and another one, which is
    NOBODY or a slot too; of equals the one that has waited longer."""
    worst = other
    slot = leaders.first_offer
    while slot != NOBODY:
        if worst == NOBODY or weight_of(sim, slot) > weight_of(sim, worst):
            worst = slot
        slot = sim.jobs[slot].later
    return worst


@part
def weight_of(sim: Any, slot: int) -> float:
    """What the case of a job (slot) weighs now."""
    case = case_of(sim, sim.jobs[slot])
    return leading.weight(sim.plan, hazard_of(sim, issue_of(sim, case)), case, sim.now)
