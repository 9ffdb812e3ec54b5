"""A street: its desk takes reports and finds, files them, finds the unit, and takes cases back from wrong ones."""

from typing import TYPE_CHECKING

from sim.engines.reference.actor import Actor
from sim.engines.reference.entities import Case, Issue, Job
from sim.engines.reference.grid_worker import GridWorker
from sim.engines.reference.joint import JointWork
from sim.engines.reference.ledger import Ledger
from sim.engines.reference.resident import Resident
from sim.engines.reference.station import Station
from sim.kinds import NOBODY, CaseState, Clock, JobKind, Kind, Level, Source, Step
from sim.lifecycle import hooks
from sim.mechanisms.queueing import EMERGENCY, LATE
from sim.plan.intervals import after
from sim.plan.plan import COMMUNITY, DEPARTMENT, GRID
from sim.record.activities import KIND, NUMBER

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation

TOKEN_SOURCE, TOKEN_ROOM = 36, 16
"""A case's token: source in the bits from 36, number of the report or find from 16, room for attempts below."""


class Street(Actor):
    """One street office, with its ledger of cases and its way of bringing departments together."""

    def __init__(self, sim: "Simulation", number: int) -> None:
        super().__init__(sim)
        self.number = number
        self.ledger = Ledger(self)
        self.joint = JointWork(self)
        self.steps = {
            Step.FILE: self.file_report,
            Step.RETURNED: self.take_back,
            Step.RESUME: self.resume,
            Step.READY: self.hand_over,
            Step.CALL_BACK: self.ledger.call_back,
            Step.DIAGNOSED: self.joint.diagnosed,
            Step.BLOW: self.joint.start,
            Step.CALL: self.joint.called,
            Step.MEET: self.joint.meet,
            Step.ASK_AGAIN: self.joint.ask_again,
        }

    def write(self, activity: str, case: Case, value: int = 0, kind: str = "street") -> None:
        """Log what the street does with a case."""
        self.log.write(self.clock.now, NUMBER[activity], case.issue, case.number, KIND[kind], self.number, value)

    def next_step(self, case: Case, step: Step, at: int) -> None:
        """Make the next step of a case due."""
        case.step = step
        self.clock.schedule(Kind.STEP, case, at)

    def on_step(self, case: Case) -> None:
        """Take the step of a case that is due."""
        step, case.step = case.step, Step.NONE
        self.steps[step](case)

    def take_report(self, issue: Issue, resident: Resident) -> None:
        """A resident reports an issue: merged with its open case, or the beginning of one."""
        case = issue.case
        activity = NUMBER["reported"]
        number = case.number if case is not None else self.sim.case_count
        self.log.write(self.clock.now, activity, issue, number, KIND["resident"], resident.number, resident.channel)
        if case is not None:
            case.repeats += 1
            self.write("merged", case, kind="desk")
            return
        case = self._open(issue, Source.RESIDENT, issue.notices)
        case.reporter = resident
        case.channel = resident.channel
        self.next_step(case, Step.FILE, hooks.filed_at(self.plan, case, self.clock.now))
        self.expect_chase(case)

    def take_find(self, issue: Issue, source: Source, finder: GridWorker) -> Job:
        """A worker found an issue: a case, and the finder's job of booking it, or fixing it on the spot."""
        issue.finds += 1
        case = self._open(issue, source, issue.finds)
        case.finder = finder.number
        hazard = self.plan.hazards[issue.hazard]
        spot = source == Source.PATROL and hooks.fixed_on_the_spot(self.plan, hazard, issue)
        case.job = self.sim.new_job(case, JobKind.SPOT if spot else JobKind.BOOK)
        return case.job

    def _open(self, issue: Issue, source: Source, number: int) -> Case:
        token = ((source + 1) << TOKEN_SOURCE) | (number << TOKEN_ROOM)
        case = self.sim.new_case(issue, source, token)
        case.priority = self.plan.hazards[issue.hazard].urgency
        issue.case = case
        issue.cases += 1
        return case

    def expect_chase(self, case: Case) -> None:
        """Reckon when the reporter will lose patience."""
        self.clock.schedule(Kind.CHASE, case, hooks.chased_at(self.plan, case, self.clock.now))

    def on_chase(self, case: Case) -> None:
        """The reporter has lost patience."""
        case.reporter.chases(case)
        self.log.write(
            self.clock.now,
            NUMBER["chased"],
            case.issue,
            case.number,
            KIND["resident"],
            case.reporter.number,
            case.chased,
        )
        self.sim.supervisor.hasten(case, LATE)
        self.expect_chase(case)

    def on_contact(self, case: Case) -> None:
        """The unit contacts the resident."""
        self.responded(case)
        self.write("contacted", case)

    def responded(self, case: Case) -> None:
        """Note the first response to a case."""
        if case.responded == NOBODY:
            case.responded = self.clock.now

    def file_report(self, case: Case) -> None:
        """File a report that is on the desk; some are verified on site first."""
        if hooks.verified_first(self.plan, self.plan.hazards[case.issue.hazard]):
            worker = self._worker_at(case)
            if worker is not None:
                case.verified = True
                case.finder = worker.number
                self.give(worker, case, JobKind.VERIFY)
                return
        self.file(case)

    def verified(self, case: Case) -> None:
        """A report was verified: file it if the issue is there, else cancel it."""
        if case.issue.is_open:
            self.write("verified", case, kind="worker")
            self.file(case)
            return
        self.write("cancelled", case, kind="worker")
        self.ledger.put_away(case, CaseState.CANCELLED)

    def file(self, case: Case) -> None:
        """File a case, start its limit, and send it on its way."""
        case.registered = self.clock.now
        self.sim.supervisor.set_limit(case)
        self.write("registered", case, case.limit - self.clock.now, kind="desk")
        if case.issue.joint:
            self.joint.diagnose(case)
        else:
            self.dispatch(case)

    def file_done(self, case: Case) -> None:
        """File and close a case that its finder has fixed on the spot."""
        case.registered = case.dispatched = case.responded = case.arrived = self.clock.now
        self.sim.supervisor.set_limit(case)
        self.write("registered", case, case.limit - self.clock.now, kind="desk")
        if case.issue.is_open:
            self.sim.nature.fix(case.issue, Level.SPOT)
        self.write("fixed_on_the_spot", case, kind="worker")
        case.claimed = self.clock.now
        case.level = Level.SPOT
        case.unit = self.sim.grid_unit
        self.ledger.close(case)

    def dispatch(self, case: Case) -> None:
        """Send a case to a unit; a wrong one will return it, the right one accepts."""
        right = self.plan.options[case.issue.option].unit
        named = hooks.unit_named(self.plan, case, right)
        case.dispatches += 1
        if case.dispatched == NOBODY:
            case.dispatched = self.clock.now
        self.write("dispatched", case, named)
        case.unit = named
        if named != right:
            self.next_step(case, Step.RETURNED, hooks.returned_at(self.plan, case, self.clock.now))
        else:
            self.accept(case)

    def take_back(self, case: Case) -> None:
        """A wrong unit returns a case."""
        case.returns += 1
        self.write("returned", case, case.unit)
        self.dispatch(case)

    def accept(self, case: Case) -> None:
        """The right unit accepts: contact with the resident, then what the procedure demands."""
        self.write("accepted", case, case.unit)
        if case.source == Source.RESIDENT and case.responded == NOBODY:
            self.clock.schedule(Kind.CONTACT, case, hooks.contacted_at(self.plan, case, self.clock.now))
        if hooks.shelved(self.plan, case):
            self._shelve(case)
            return
        ready = hooks.procedure_over(self.plan, self.plan.hazards[case.issue.hazard], case, self.clock.now)
        if ready > self.clock.now:
            self.next_step(case, Step.READY, ready)
        else:
            self.hand_over(case)  # before the hands that are now free choose their next job

    def _shelve(self, case: Case) -> None:
        case.shelved = True
        self.clock.cancel(Kind.LIMIT, case)
        self.write("shelved", case)
        self.next_step(case, Step.RESUME, after(self.plan, self.clock.now, self.plan.settings.shelved_for))

    def resume(self, case: Case) -> None:
        """Take up a shelved case again."""
        self.write("resumed", case)
        self.hand_over(case)

    def hand_over(self, case: Case) -> None:
        """Put a case in the queue of the station that has to handle it; an emergency may take crews from line duty."""
        station = self.station_for(case)
        self.write("queued", case, station.number)
        case.job = self.sim.new_job(case, JobKind.HANDLE)
        if case.priority == EMERGENCY:
            case.job.clock = Clock.DUTY
        station.receive(case.job)

    def station_for(self, case: Case) -> Station:
        """Station of the case's unit at its place; a community's desk where there is no grid worker."""
        unit = self.plan.units[case.unit]
        community = case.issue.community
        if unit.level == GRID:
            worker = self._worker_at(case)
            return worker if worker is not None else self.sim.desks[community]
        if unit.level == DEPARTMENT:
            return self.sim.stations[unit.first_station]
        return self.sim.stations[unit.first_station + (community if unit.level == COMMUNITY else self.number)]

    def _worker_at(self, case: Case) -> GridWorker | None:
        """Worker of the beat where the issue is, or the colleague the leader names."""
        beat = self.plan.sites[case.issue.site].beat
        wanted = self.sim.workers[beat] if beat != NOBODY else None
        return self.sim.leaders[case.issue.community].worker_for(case, wanted)

    def give(self, worker: Station, case: Case, kind: JobKind, own_check: bool = False) -> None:
        """Give a worker a job about a case."""
        case.job = self.sim.new_job(case, kind)
        case.job.own_check = own_check
        worker.receive(case.job)

    def arrived(self, case: Case) -> None:
        """Hands are on site to handle a case."""
        if case.arrived == NOBODY:
            case.arrived = self.clock.now
        self.responded(case)

    def finds_issue(self, case: Case) -> bool:
        """Whether those on site find the issue still there."""
        if not case.issue.is_open:
            case.found_gone = True
            self.write("found_gone", case)
        return case.issue.is_open
