"""Joint work: how a street brings several departments to a case: by whistle, in turn, or under a lead department."""

from typing import TYPE_CHECKING, Any

from sim.engines.reference.department import Department
from sim.engines.reference.entities import Case, Job
from sim.kinds import NOBODY, Clock, JobKind, Kind, Level, Step
from sim.lifecycle import hooks
from sim.mechanisms.queueing import URGENT
from sim.mechanisms.whistle import EMERGENCY, LEAD, SEQUENCE, WHISTLE, arrive_limit, whistle_kind
from sim.plan.intervals import after, finish_together
from sim.record.activities import KIND, NUMBER
from sim.world.outcomes import bits

if TYPE_CHECKING:
    from sim.engines.reference.street import Street


class JointWork:
    """Brings departments together for one street."""

    def __init__(self, street: "Street") -> None:
        self.street = street
        self.sim = street.sim
        self.plan = street.plan
        self.clock = street.clock

    def diagnose(self, case: Case) -> None:
        """The street begins to see that it needs several departments."""
        self.street.next_step(case, Step.DIAGNOSED, after(self.plan, self.clock.now, self.plan.settings.diagnosis))

    def diagnosed(self, case: Case) -> None:
        """It is clear who is needed; the procedure runs, then the departments are called."""
        case.dispatches += 1
        if case.dispatched == NOBODY:
            case.dispatched = self.clock.now
        self.street.write("diagnosed", case, case.issue.needs)
        case.unit = self.sim.department_units[self._lead(case)]
        if case.reporter is not None and case.responded == NOBODY:
            self.clock.schedule(Kind.CONTACT, case, hooks.contacted_at(self.plan, case, self.clock.now))
        hazard = self.plan.hazards[case.issue.hazard]
        self.street.next_step(case, Step.BLOW, hooks.procedure_over(self.plan, hazard, case, self.clock.now))

    def start(self, case: Case) -> None:
        """Call the departments in the way of this organisation."""
        way = self.plan.settings.way
        if way == WHISTLE:
            self.blow(case)
        elif way == SEQUENCE:
            case.waiting = case.issue.needs
            self._next_in_sequence(case)
        else:
            self._ask_all(case)

    # -- by whistle ------------------------------------------------------------------------------------------------

    def summon_late(self, case: Case) -> None:
        """Whistle for one department whose case is twice overdue, instead of letting it wait."""
        job = case.job
        assert job is not None  # the supervisor saw it wait
        job.station.withdraw(job)
        case.summons = 1 << self.plan.units[case.unit].department
        self.blow(case)

    def blow(self, case: Case) -> None:
        """Blow the whistle: each department signs, then contacts the street; the meeting is after the last of them."""
        now = self.clock.now
        case.whistles += 1
        case.whistled = now
        if case.first_whistle == NOBODY:
            case.first_whistle = now
        case.summons = case.summons or case.issue.needs
        case.priority = min(case.priority, URGENT)
        self.street.write("whistle_blown", case, case.whistles)
        kind = self._kind(case)
        ready = now
        for department in bits(case.summons):
            signed = now + hooks.signs_after(self.plan, case, department, kind)
            if kind != EMERGENCY:
                signed = hooks.contacts_at(self.plan, case, department, signed, kind)
            ready = max(ready, signed)
        self.street.next_step(case, Step.CALL, ready)

    def _kind(self, case: Case) -> int:
        return whistle_kind(self.plan.hazards[case.issue.hazard])

    def called(self, case: Case) -> None:
        """All have signed and been in contact: the meeting is fixed."""
        kind = self._kind(case)
        for department in bits(case.summons):
            ms = hooks.signs_after(self.plan, case, department, kind)
            self._write("signed", case, department, ms)
        emergency = kind == EMERGENCY
        at = self.clock.now if emergency else after(self.plan, self.clock.now, self.plan.settings.notice)
        self.street.next_step(case, Step.MEET, at)

    def meet(self, case: Case) -> None:
        """The hour of the meeting: each department that comes sends a crew."""
        case.parts = []
        case.waiting = case.summons
        coming = []
        for department in bits(case.summons):
            station = self.station(department)
            comes = station.answers_whistle(case, department)
            self._write("summoned" if comes else "failed_to_come", case, department)
            if comes:
                coming.append(self._part(case, department, self._hours(case)))
        self.clock.schedule(Kind.HOLD, case, self._patience(case, NOBODY))
        for job in coming:
            self.station(job.department).receive(job)

    def _hours(self, case: Case) -> Clock:
        """Hours that a whistle may use: those on duty; any in an emergency, or once it was escalated."""
        escalated = case.whistles > self.plan.settings.attempts
        return Clock.ANY if escalated or self._kind(case) == EMERGENCY else Clock.DUTY

    def _patience(self, case: Case, arrived: int) -> int:
        """Moment at which the meeting breaks up: crews wait so long, and none comes after the limit to arrive."""
        if arrived != NOBODY:
            return after(self.plan, arrived, self.plan.settings.hold)
        limit = after(self.plan, case.whistled, arrive_limit(self.plan, self._kind(case)))
        return max(limit, after(self.plan, self.clock.now, self.plan.settings.hold))

    def _part(self, case: Case, department: int, clock: Clock) -> Job:
        job = self.sim.new_job(case, JobKind.PART)
        job.department = department
        job.clock = clock
        case.parts.append(job)
        return job

    def on_site(self, job: Job) -> int | None:
        """A crew is on site: it waits for the others (None), or works if it came alone; ms of work."""
        case = job.case
        self.street.arrived(case)
        if job.clock == Clock.CASES:
            return self._work(case)
        here = [part for part in case.parts if part.arrived != NOBODY]
        if len(here) < case.waiting.bit_count():
            if len(here) == 1:
                self.clock.schedule(Kind.HOLD, case, self._patience(case, self.clock.now))
            return None
        calendars = [part.server.calendar(part.clock) for part in here if part.server is not None]
        if finish_together(self.plan, calendars, len(calendars), self.clock.now, 1) <= case.due[Kind.HOLD]:
            self._begin(case, calendars)
        return None

    def _work(self, case: Case) -> int:
        """Work (ms) that those on site find; a look if the issue is gone."""
        if not self.street.finds_issue(case):
            return hooks.LOOK_MS
        return hooks.joint_service(self.plan, self.plan.hazards[case.issue.hazard], case.issue, case)

    def _begin(self, case: Case, calendars: list[Any]) -> None:
        """All are here, and on duty together before patience ends: work in the hours common to all rosters."""
        self.clock.cancel(Kind.HOLD, case)
        if case.assembled == NOBODY:
            limit = after(self.plan, case.first_whistle, arrive_limit(self.plan, self._kind(case)))
            case.assembled = self.clock.now
            case.assembled_late = self.clock.now > limit
        self.street.write("assembled", case, self.clock.now - case.first_whistle)
        end = finish_together(self.plan, calendars, len(calendars), self.clock.now, self._work(case))
        for part in case.parts:
            if part.server is not None:
                self.clock.schedule(Kind.DONE, part.server, end)

    def on_hold(self, case: Case) -> None:
        """Those on site have waited long enough: all leave, and the whistle is blown again; at last it is escalated."""
        here = sum(part.arrived != NOBODY for part in case.parts)
        self.street.write("crews_left", case, here)
        if case.whistles == self.plan.settings.attempts:
            self.street.write("escalated", case, kind="supervisor")
        parts, case.parts = case.parts, []
        self.blow(case)
        for part in parts:
            part.station.withdraw(part)

    def part_done(self, job: Job) -> None:
        """A department has done its part; after the last the case is claimed done."""
        case = job.case
        self._write("part_done", case, job.department)
        case.waiting &= ~(1 << job.department)
        if case.waiting == 0:
            case.parts = []
            case.summons = 0
            self.street.ledger.claim(case, Level.JOINT)
        elif self.plan.settings.way == SEQUENCE and job.clock == Clock.CASES:
            hazard = self.plan.hazards[case.issue.hazard]
            case.attempt += 1
            self.street.next_step(case, Step.ASK_AGAIN, hooks.procedure_over(self.plan, hazard, case, self.clock.now))
        elif self.plan.settings.way == LEAD and job.clock == Clock.CASES:
            self._lead_if_last(case)

    # -- without whistle -------------------------------------------------------------------------------------------

    def _next_in_sequence(self, case: Case) -> None:
        """Send the case to the next department; one that returns it first is asked again."""
        department = bits(case.waiting)[0]
        if hooks.returns_part(self.plan, case, department) and not case.asked_again >> department & 1:
            self._returned(case, 1 << department)
        else:
            self._queue(case, department)

    def _ask_all(self, case: Case) -> None:
        """The lead department asks all others at once; it does its own part last."""
        case.waiting = case.issue.needs
        others = bits(case.issue.needs)[1:]
        returned = sum(1 << d for d in others if hooks.returns_part(self.plan, case, d))
        if returned:
            self._returned(case, returned)
        for department in others:
            if not returned >> department & 1:
                self._queue(case, department)

    def _lead(self, case: Case) -> int:
        return bits(case.issue.needs)[0]

    def _lead_if_last(self, case: Case) -> None:
        if case.waiting == 1 << self._lead(case):
            self._queue(case, self._lead(case))

    def _returned(self, case: Case, departments: int) -> None:
        case.asked_again |= departments
        case.returns += 1
        for department in bits(departments):
            self._write("part_returned", case, department)
        self.street.next_step(case, Step.ASK_AGAIN, hooks.returned_at(self.plan, case, self.clock.now))

    def ask_again(self, case: Case) -> None:
        """Ask once more: those who returned their part, or the next department in line."""
        if self.plan.settings.way == SEQUENCE:
            self._next_in_sequence(case)
            return
        again, case.asked_again = case.asked_again, 0
        for department in bits(again):
            self._queue(case, department)

    def _queue(self, case: Case, department: int) -> None:
        station = self.station(department)
        self.street.write("queued", case, station.number)
        case.job = self._part(case, department, Clock.CASES)
        station.receive(case.job)

    # ------------------------------------------------------------------------------------------------------------

    def station(self, department: int) -> Department:
        """Station of a department by its number."""
        return self.sim.departments[department]

    def _write(self, activity: str, case: Case, department: int, value: int = 0) -> None:
        number = self.station(department).number
        self.sim.log.write(self.clock.now, NUMBER[activity], case.issue, case.number, KIND["department"], number, value)
