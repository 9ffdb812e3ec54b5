"""The memory and the services of a run: lists of things, lines as heaps, a log, and the clock."""

from array import array
from collections import defaultdict
from collections.abc import Callable
from heapq import heappop, heappush
from typing import Any, NamedTuple

from sim.engines.reference.agents import MesaModel, Residents, StationAgent
from sim.engines.reference.clock import EventClock, Occasion
from sim.kinds import NEVER, NOBODY, EventKind, IssueState
from sim.lifecycle import agenda, environment, run
from sim.lifecycle.authority.trouble_spot import TroubleSpot
from sim.lifecycle.eyes.look import Look
from sim.lifecycle.grid_worker import ACTIVITIES
from sim.lifecycle.joint_work.summons import Summons
from sim.lifecycle.station import CLOCKS
from sim.lifecycle.things import Case, DoneJob, Issue, Job, Mark, Server, Walk
from sim.plan.plan import Plan
from sim.plan.window import counts_of


class Entry(NamedTuple):
    """An entry of a line."""

    rank: int
    number: int
    slot: int


Line = list[Entry]


class Simulation(MesaModel):
    """A run: the plan, what the lifecycle keeps (`sim.lifecycle.things`), and the services it asks for."""

    def __init__(self, plan: Plan, keep_log: bool, heartbeat: Callable[[int], object] | None = None) -> None:
        super().__init__()
        self.plan = plan.readable()
        self.clock = EventClock(heartbeat)
        self.keep_log = keep_log
        self.log = array("q")
        self._set_up_counts()
        self._set_up_things()
        self.gathered: list[Any] = [None] * plan.most_crews

    def _set_up_counts(self) -> None:
        self.now = self.ended = self.rows = self.next = self.month = self.marked = self.counted = 0
        self.case_count = self.job_count = self.consultations = self.involved = self.trust_of = 0
        self.trust_before = self.trust_now = self.reporters_before = self.reporters_now = 0.0
        self.last = len(self.plan.root)
        self.looks_each = len(self.plan.eyes) + 1 if self.plan.eyes else 0

    def _set_up_things(self) -> None:
        plan = self.plan
        self.issues: list[Issue] = []
        self.states: list[int] = []
        self.looks: list[Look] = []
        self.places: defaultdict[int, TroubleSpot] = defaultdict(TroubleSpot)
        self.cases: list[Case] = []
        self.jobs: list[Job | None] = [None]
        self.free_slots: list[int] = []
        self.summonses: list[Summons] = []
        self.jobs_done: list[DoneJob] = []
        self.taken: set[tuple[int, int]] = set()
        self.stations = [StationAgent(self, number, record) for number, record in enumerate(plan.stations)]
        self.servers = [server for station in self.stations for server in _servers(plan, station)]
        self.walks = [_walk() for station in self.stations if station.walks]
        self.left = [0] * (ACTIVITIES * len(self.walks))
        self.lines: list[Line] = [[] for _ in range(CLOCKS * len(self.stations))]
        self.marks = [Mark() for _ in range(2 * len(self.stations))]
        self.queues = [0] * (counts_of(plan.run) * len(self.stations))
        self.residents = Residents(self)
        self.met = [NOBODY] * plan.first_resident[-1]
        self.homes_met = bytearray(len(plan.first_resident) - 1)

    def let_happen(self) -> None:
        """Let everything happen from the start to the end of the run."""
        run.set_up(self)
        self._expect_primary()
        while not self.ended:
            self.clock.step()

    def _expect_primary(self) -> None:
        """Make the next primary issue of the world due; each brings on the one after it."""
        if self.next < len(self.plan.root):
            time = max(self.plan.time[self.next], 0)
            self.clock.enter(EventKind.OCCURS, self.next, NOBODY, time, self._primary)

    def _primary(self, occasion: Occasion) -> None:
        self.now = occasion.time
        environment.primary_occurs(self)
        self._expect_primary()

    def _happen(self, occasion: Occasion) -> None:
        agenda.happen(self, occasion.time, occasion.kind, occasion.number, occasion.slot)

    # -- services (sim.lifecycle.services) -----------------------------------------------------------------------------

    def schedule(self, kind: int, number: int, slot: int, time: int) -> int:
        """Enter an occasion."""
        if time >= NEVER:
            return NOBODY
        self.clock.enter(kind, number, slot, time, self._happen)
        return time

    def new_issue(self) -> Issue:
        """Append an issue."""
        issue = Issue(slot=len(self.issues))
        self.issues.append(issue)
        self.states.append(IssueState.OPEN)
        self.looks.extend(Look() for _ in range(self.looks_each))
        return issue

    def drop_issue(self) -> None:
        """Remove the last issue."""
        self.issues.pop()
        self.states.pop()
        del self.looks[len(self.looks) - self.looks_each :]

    def new_case(self) -> Case:
        """Append a case."""
        case = Case(number=self.case_count)
        self.case_count += 1
        self.cases.append(case)
        return case

    def new_job(self) -> Job:
        """Put a job into a free slot, or a new one."""
        self.job_count += 1
        if not self.free_slots:
            self.free_slots.append(len(self.jobs))
            self.jobs.append(None)
        slot = self.free_slots.pop()
        job = self.jobs[slot] = Job(slot=slot, number=self.job_count)
        return job

    def free_job(self, job: Job) -> None:
        """Keep the slot for another."""
        job.number = 0
        self.free_slots.append(job.slot)

    def new_summons(self) -> Summons:
        """Append a summons."""
        summons = Summons(number=len(self.summonses))
        self.summonses.append(summons)
        return summons

    def new_done_job(self) -> DoneJob:
        """Append a row."""
        row = DoneJob()
        self.jobs_done.append(row)
        return row

    def is_taken(self, issue: Issue) -> bool:
        """Look into the set of what is open."""
        return (issue.site, issue.hazard) in self.taken

    def take_place(self, issue: Issue) -> None:
        """Add to the set of what is open."""
        self.taken.add((issue.site, issue.hazard))

    def leave_place(self, issue: Issue) -> None:
        """Take out of the set of what is open."""
        self.taken.remove((issue.site, issue.hazard))

    def is_empty(self, line: Line) -> bool:
        """Say whether a heap is empty."""
        return not line

    def entered(self, line: Line, rank: int, number: int, slot: int) -> Line:
        """Push onto a heap."""
        heappush(line, Entry(rank, number, slot))
        return line

    def first_of(self, line: Line) -> Entry:
        """Look at the top of a heap."""
        return line[0]

    def without_first(self, line: Line) -> Line:
        """Pop from a heap."""
        heappop(line)
        return line

    def write_row(
        self, activity: int, root: int, generation: int, case: int, performer: int, agent: int, value: int
    ) -> None:
        """Count a row, and append it if the log is kept."""
        self.rows += 1
        if self.keep_log:
            self.log.extend((self.now, activity, root, generation, case, performer, agent, value))


def _servers(plan: Any, station: StationAgent) -> list[Server]:
    """Servers of a station, at its base."""
    first, record = station.first_server, plan.stations[station.number]
    made = []
    for number in range(first, first + station.servers):
        of = plan.servers[number]
        place = {"station": station.number, "x": record.x, "y": record.y}
        made.append(Server(number=number, cases=of.cases, duty=of.duty, always=of.always, **place))
    return made


def _walk() -> Walk:
    """A worker's walk before its first stint."""
    walk = Walk()
    walk.sightings, walk.visits = [], []  # type: ignore[assignment]
    return walk
