"""The simulation: sets up all agents on a plan, hands events to them, and gathers what became of it."""

from collections.abc import Callable
from types import SimpleNamespace

from sim.chance.draws import uniform
from sim.engines.reference.actor import Model
from sim.engines.reference.clock import EventClock
from sim.engines.reference.community import Community
from sim.engines.reference.department import Department, StreetTeam
from sim.engines.reference.entities import Case, Issue, Job
from sim.engines.reference.eventlog import EventLog
from sim.engines.reference.grid_leader import GridLeader
from sim.engines.reference.grid_worker import GridWorker
from sim.engines.reference.nature import Nature
from sim.engines.reference.party_members import PartyMembers
from sim.engines.reference.resident import Resident
from sim.engines.reference.station import Station
from sim.engines.reference.street import Street
from sim.engines.reference.supervisor import Supervisor
from sim.kinds import NOBODY, JobKind, Kind, Level, Source
from sim.lifecycle import hooks
from sim.plan.plan import COMMUNITY, DEPARTMENT, GRID, STREET, Plan
from sim.plan.stations import MEMBERS

KINDS_OF_STATION = {
    GRID: GridWorker,
    COMMUNITY: Community,
    STREET: StreetTeam,
    DEPARTMENT: Department,
    MEMBERS: PartyMembers,
}


class RunClock:
    """The run as an entity of its own: it ends, and its window opens and closes."""

    number = 0

    def __init__(self) -> None:
        self.due: dict[Kind, int] = {}


class Simulation(Model):
    """One replication: a Mesa model whose time is an event clock.

    `run` lets it happen. Then `cases`, `jobs_done` and the issues of `nature` hold what became of it, and `marks` the
    hours (ms) of all stations at the opening and the closing of the window, `trust_marks` the residents involved and
    their trust before and after.
    """

    def __init__(self, plan: Plan, keep_log: bool, heartbeat: Callable[[float], object] | None = None) -> None:
        super().__init__()
        self.plan: SimpleNamespace = plan.readable()
        end = plan.settings.end
        self.clock = EventClock(None if heartbeat is None else lambda now: heartbeat(now / end))
        self.log = EventLog(keep_log)
        self.nature = Nature(self)
        self.cases: list[Case] = []
        self.jobs_done: list[Job] = []
        self.job_count = 0
        self.residents: dict[int, Resident] = {}
        self.marks: list[list[tuple[int, ...]]] = []
        self.trust_marks: list[tuple[int, float, float]] = []
        self._set_up_agents()
        self._set_up_handlers()

    def _set_up_agents(self) -> None:
        plan = self.plan
        self.stations: list[Station] = []
        for number, record in enumerate(plan.stations):
            self.stations.append(KINDS_OF_STATION[record.level](self, number))
        self.workers = [station for station in self.stations if isinstance(station, GridWorker)]
        self.desks = [station for station in self.stations if isinstance(station, Community)]
        self.department_units = [n for n, unit in enumerate(plan.units) if unit.level == DEPARTMENT]
        self.departments = [station for station in self.stations if isinstance(station, Department)]
        self.grid_unit = next(n for n, unit in enumerate(plan.units) if unit.level == GRID)
        self.leaders = [GridLeader(self, number) for number in range(len(plan.communities))]
        self.supervisor = Supervisor(self)
        self.streets = [Street(self, n) for n in range(1 + max(area.street for area in plan.communities))]

    def _set_up_handlers(self) -> None:
        self.clock.handlers = {
            Kind.END: lambda _: self.clock.end(),
            Kind.MARK: lambda _: self.on_mark(),
            Kind.DONE: lambda server: server.station.done(server),
            Kind.ARRIVED: lambda server: server.station.arrive(server),
            Kind.HOLD: lambda case: self.street_of(case.issue).joint.on_hold(case),
            Kind.LIMIT: self.supervisor.on_limit,
            Kind.STEP: lambda case: self.street_of(case.issue).on_step(case),
            Kind.CONTACT: lambda case: self.street_of(case.issue).on_contact(case),
            Kind.CHASE: lambda case: self.street_of(case.issue).on_chase(case),
            Kind.OPEN: lambda station: station.take(),
            Kind.DUTY: lambda worker: worker.on_duty(),
            Kind.EVENING: lambda members: members.on_evening(),
            Kind.NOTICED: self.nature.on_noticed,
            Kind.OCCURS: self.nature.on_occurs,
            Kind.MONTH: lambda supervisor: supervisor.on_month(),
        }

    def run(self) -> None:
        """Let everything happen from the start to the end of the run."""
        self.bounds = RunClock()
        settings = self.plan.settings
        self.clock.schedule(Kind.END, self.bounds, settings.end)
        self.clock.schedule(Kind.MARK, self.bounds, settings.warmup)
        for worker in self.workers:
            worker.go_out()
        for pool in self.agents_by_type[PartyMembers]:
            pool.look_ahead()
        self.supervisor.look_ahead()
        self.nature.schedule_next()
        self.clock.run()

    # -- what agents ask of the district ---------------------------------------------------------------------------

    def street_of(self, issue: Issue) -> Street:
        """Street office in charge where an issue is."""
        return self.streets[self.plan.communities[issue.community].street]

    def in_window(self, now: int) -> bool:
        """Whether a moment lies in the watched window."""
        return bool(self.plan.settings.warmup <= now < self.plan.settings.window)

    @property
    def case_count(self) -> int:
        """Cases so far; the number of the next one."""
        return len(self.cases)

    def new_case(self, issue: Issue, source: Source, token: int) -> Case:
        """Open a case."""
        case = Case(len(self.cases), issue, source, token, self.clock.now)
        self.cases.append(case)
        return case

    def new_job(self, case: Case, kind: JobKind) -> Job:
        """Make a job about a case, at its issue's place."""
        self.job_count += 1
        site = self.plan.sites[case.issue.site]
        return Job(case, kind, self.job_count, self.clock.now, site.x, site.y)

    def reporter(self, issue: Issue) -> Resident | None:
        """Resident who may report an issue next, living near; None where the household is empty."""
        plan = self.plan
        area = plan.communities[issue.community]
        home = area.first_home - plan.communities[0].first_home + hooks.household(plan, issue)
        first, last = plan.first_resident[home], plan.first_resident[home + 1]
        if first == last:
            return None
        number = first + int(uniform(plan.draw.reporter, issue.key, issue.notices) * (last - first))
        if number not in self.residents:
            self.residents[number] = Resident(self, number)
        return self.residents[number]

    def expect_finds(self, issue: Issue, hazard: object) -> None:
        """Let all beats past an issue reckon when they come upon it."""
        beat, twin = self.plan.sites[issue.site].beat, 0
        while beat != NOBODY:
            self.workers[beat].beat.expect(issue, hazard, twin)
            beat, twin = self.plan.beats[beat].twin, twin + 1

    # -- what happens on site --------------------------------------------------------------------------------------

    def on_site(self, station: Station, job: Job) -> int | None:
        """A server has come to its job: ms of work it finds, or None if it waits for others."""
        case = job.case
        street = self.street_of(case.issue)
        if job.kind == JobKind.PART:
            return street.joint.on_site(job)
        if job.kind in (JobKind.HANDLE, JobKind.CLAIMED):
            street.arrived(case)
            if not street.finds_issue(case):
                return hooks.LOOK_MS
        return hooks.service(
            self.plan, self.plan.hazards[case.issue.hazard], station.record, case.issue, case, job.kind
        )

    def on_job_done(self, station: Station, job: Job) -> None:
        """A server has done its job: the case goes on."""
        case = job.case
        street = self.street_of(case.issue)
        if job.kind == JobKind.BOOK:
            street.file(case)
        elif job.kind == JobKind.SPOT:
            street.file_done(case)
        elif job.kind == JobKind.VERIFY:
            street.verified(case)
        elif job.kind == JobKind.CHECK:
            street.ledger.checked(job)
        elif job.kind == JobKind.PART:
            street.joint.part_done(job)
        elif job.kind == JobKind.CLAIMED:
            street.ledger.claim(case, Level.MEMBERS)
        else:
            street.ledger.claim(case, Level(station.record.level))

    # -- what is noted ---------------------------------------------------------------------------------------------

    def on_mark(self) -> None:
        """The window opens or closes: note the hours of all stations so far, and trust."""
        for worker in self.workers:
            worker.bring_up_to_date()
        rows: list[tuple[int, ...]] = []
        for station in self.stations:
            walked = (station.patrolled, station.visited) if isinstance(station, GridWorker) else (0, 0)
            rows.append((*station.hours_so_far(), *walked, station.waiting))
        self.marks.append(rows)
        people = self.residents.values()
        self.trust_marks.append((len(people), sum(r.first_trust for r in people), sum(r.trust for r in people)))
        if len(self.marks) == 1:
            self.clock.schedule(Kind.MARK, self.bounds, self.plan.settings.window)
