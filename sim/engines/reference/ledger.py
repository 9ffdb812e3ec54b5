"""The ledger of a street: claims, checks, closing, call-backs, and what comes back."""

from typing import TYPE_CHECKING

from sim.engines.reference.entities import Case, Job
from sim.kinds import NOBODY, CaseState, JobKind, Kind, Level, Source, Step
from sim.lifecycle import hooks
from sim.mechanisms.queueing import LATE
from sim.plan.plan import DEPARTMENT
from sim.record.activities import KIND, NUMBER

if TYPE_CHECKING:
    from sim.engines.reference.street import Street


class Ledger:
    """Keeps the cases of one street until they are written off."""

    def __init__(self, street: "Street") -> None:
        self.street = street
        self.sim = street.sim
        self.plan = street.plan
        self.clock = street.clock

    def claim(self, case: Case, level: Level) -> None:
        """A unit says that a case is done: truly or not, checked or not. Its time limit stands still from here on."""
        case.claimed = self.clock.now
        case.level = level
        self.clock.cancel(Kind.LIMIT, case)
        if case.issue.is_open and hooks.truly_fixed(self.plan, case):
            self.sim.nature.fix(case.issue, level)
        self.street.write("claimed_done", case, int(not case.issue.is_open))
        if case.issue.is_open and hooks.desk_sees(self.plan, case):
            self.send_back(case)
        elif case.source != Source.RESIDENT or case.verified:
            self._check(case)
        else:
            self.close(case)

    def _check(self, case: Case) -> None:
        """Have a claim of street order checked on site, by the finder or by another worker."""
        who = hooks.checker(self.plan, case)
        finder = self.sim.workers[case.finder]
        leader = self.sim.leaders[case.issue.community]
        own = who == hooks.CHECK_BY_FINDER
        worker = leader.worker_for(case, finder if own else leader.other_than(case.finder))
        if who == hooks.NO_CHECK or worker is None:
            self.close(case)
        else:
            self.street.give(worker, case, JobKind.CHECK, own)

    def checked(self, job: Job) -> None:
        """A check is made: a false claim that is seen goes back."""
        case = job.case
        sees = case.issue.is_open and hooks.check_sees(self.plan, case, job.own_check)
        self.street.write("checked", case, int(not sees), kind="worker")
        if sees:
            self.send_back(case)
        else:
            self.close(case)

    def send_back(self, case: Case) -> None:
        """Have a case done again by the unit that claimed it."""
        case.sent_back += 1
        self.street.write("sent_back", case)
        self.do_again(case)

    def do_again(self, case: Case) -> None:
        """Another attempt, before new cases."""
        case.attempt += 1
        case.priority = min(case.priority, LATE)
        self.sim.supervisor.resume_limit(case)
        if case.issue.joint:
            self.street.joint.start(case)
        else:
            self.street.hand_over(case)

    def close(self, case: Case) -> None:
        """Write a case off; the resident who reported it learns what became of it."""
        solved = not case.issue.is_open
        self.street.write("closed", case, int(solved))
        in_time = case.claimed <= case.limit
        self.put_away(case, CaseState.CLOSED)
        self._count(case, in_time)
        if case.source == Source.RESIDENT:
            case.reporter.learns(solved and in_time)
            if self.plan.settings.reached > 0.0:
                self.street.next_step(case, Step.CALL_BACK, hooks.called_back_at(self.plan, case, self.clock.now))
        if not solved:
            self.sim.expect_finds(case.issue, self.plan.hazards[case.issue.hazard])

    def _count(self, case: Case, in_time: bool) -> None:
        unit = self.plan.units[case.unit]
        if unit.level == DEPARTMENT:
            self.sim.stations[unit.first_station].counts_closing(in_time)

    def put_away(self, case: Case, state: CaseState) -> None:
        """Take a case off the desk, whatever was still to come for it."""
        case.state = state
        case.closed = self.clock.now
        case.job = None
        case.issue.case = None
        for kind in (Kind.LIMIT, Kind.CHASE, Kind.CONTACT):
            self.clock.cancel(kind, case)

    def call_back(self, case: Case) -> None:
        """Ask the resident: solved? satisfied? What was not solved is opened again."""
        if not hooks.reached(self.plan, case):
            return
        case.called_back = True
        case.said_solved = not case.issue.is_open
        case.satisfied = hooks.satisfied(self.plan, case, case.said_solved, case.claimed > case.limit)
        self.sim.log.write(
            self.clock.now, NUMBER["rated"], case.issue, case.number, KIND["resident"], case.reporter.number,
            int(case.said_solved) + 2 * int(case.satisfied),
        )  # fmt: skip
        if case.issue.is_open and case.issue.case is None:
            self.reopen(case)

    def reopen(self, case: Case) -> None:
        """Open a closed case again: the same case, the same unit, before new ones; its limit stays."""
        case.reopened += 1
        case.state = CaseState.OPEN
        case.closed = NOBODY
        case.issue.case = case
        self.street.write("reopened", case)
        self.street.expect_chase(case)
        self.do_again(case)
