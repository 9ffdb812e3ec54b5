"""The supervisor: watches time limits, reminds, escalates, and rates departments at the end of each month."""

from typing import TYPE_CHECKING

from sim.engines.reference.actor import Actor
from sim.engines.reference.department import Department
from sim.engines.reference.entities import Case
from sim.kinds import NOBODY, Kind
from sim.lifecycle import hooks
from sim.mechanisms.queueing import LATE, URGENT
from sim.plan.intervals import after
from sim.plan.plan import DEPARTMENT
from sim.record.activities import KIND, NUMBER

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation

PERMILLE = 1000


class Supervisor(Actor):
    """The one supervisor of the district."""

    number = 0

    def __init__(self, sim: "Simulation") -> None:
        super().__init__(sim)
        self.due: dict[Kind, int] = {}
        self.month = 0

    def set_limit(self, case: Case) -> None:
        """Start the clock of a case that was filed."""
        hazard = self.plan.hazards[case.issue.hazard]
        case.limit = after(self.plan, self.clock.now, hazard.deadline)
        case.asks_extension = hooks.asks_extension(self.plan, case)
        share = self.plan.settings.extension_when
        moment = self.clock.now + int((case.limit - self.clock.now) * share) if case.asks_extension else case.limit
        self.clock.schedule(Kind.LIMIT, case, moment)

    def on_limit(self, case: Case) -> None:
        """An extension is asked for, or the time limit passes."""
        if case.asks_extension:
            self._extend(case)
        else:
            self._remind(case)

    def _extend(self, case: Case) -> None:
        """Grant an extension if nobody has begun: the limit runs once more."""
        case.asks_extension = False
        if case.arrived == NOBODY:
            case.extended = True
            case.limit = after(self.plan, case.limit, self.plan.hazards[case.issue.hazard].deadline)
            self._write("extended", case, case.limit - self.clock.now)
        self.clock.schedule(Kind.LIMIT, case, max(case.limit, self.clock.now))

    def resume_limit(self, case: Case) -> None:
        """Let the limit of a case run on that has to be done again; one that has passed runs once more from now."""
        case.asks_extension = False
        if case.overdue == 0:
            self.clock.schedule(Kind.LIMIT, case, max(case.limit, self.clock.now))
        else:
            self._run_again(case)

    def _run_again(self, case: Case) -> None:
        again = after(self.plan, self.clock.now, self.plan.hazards[case.issue.hazard].deadline)
        self.clock.schedule(Kind.LIMIT, case, again)

    def _remind(self, case: Case) -> None:
        """Remind the unit: first the case moves forward in line, the second time it is escalated."""
        case.overdue += 1
        self._write("deadline_passed", case, case.overdue)
        if case.overdue == 1:
            self.hasten(case, LATE)
            self._run_again(case)
            return
        self._write("escalated", case)
        self.hasten(case, URGENT)
        self._whistle_for(case)

    def hasten(self, case: Case, priority: int) -> None:
        """Move a case to a more urgent class, in the queue too."""
        if priority < case.priority:
            case.priority = priority
            if case.job is not None and case.job.in_queue:
                case.job.station.hasten(case.job, priority)

    def _whistle_for(self, case: Case) -> None:
        """Have the street whistle for a department's case that still waits in its queue."""
        waits = case.job is not None and case.job.in_queue and not case.issue.joint
        if self.plan.settings.for_overdue and waits and self.plan.units[case.unit].level == DEPARTMENT:
            self.sim.street_of(case.issue).joint.summon_late(case)

    def on_month(self) -> None:
        """Rate each department: closed in time, per mille of those closed in the month."""
        for department in self.model.agents_by_type.get(Department, ()):
            if department.closed:
                rating = department.in_time * PERMILLE // department.closed
                self.log.write(
                    self.clock.now, NUMBER["unit_rated"], None, NOBODY, KIND["supervisor"], department.number, rating
                )
            department.closed = department.in_time = 0
        self.look_ahead()

    def look_ahead(self) -> None:
        """Make the next end of a month due."""
        if self.month < len(self.plan.months):
            self.month += 1
            self.clock.schedule(Kind.MONTH, self, self.plan.months[self.month - 1])

    def _write(self, activity: str, case: Case, value: int = 0) -> None:
        self.log.write(self.clock.now, NUMBER[activity], case.issue, case.number, KIND["supervisor"], NOBODY, value)
