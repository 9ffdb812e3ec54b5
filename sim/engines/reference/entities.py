"""What agents work on: issues, cases and jobs, and the servers that do the jobs. Times in ms, NOBODY where not yet."""

from dataclasses import dataclass, field
from typing import Any

from sim.kinds import NOBODY, CaseState, Clock, IssueState, JobKind, Kind, Source, Step
from sim.plan.intervals import NEVER


@dataclass(slots=True, eq=False, repr=False)
class Issue:
    """What is wrong in the street: its true state, whether anybody knows of it or not.

    `root`, `generation` and `key` name it in the world, `hazard`, `community`, `site` and `option` are numbers of
    the plan, `needs` is a set of departments as bits, `work` the ms it holds at the first attempt. `notices` counts its
    possible reports, `reports` those made, `finds` its finds by workers, `cases` the cases about it; `case` is the
    open one.
    """

    number: int
    root: int
    generation: int
    key: int
    community: int
    hazard: int
    site: int
    due: dict[Kind, int] = field(default_factory=dict)
    occurred: int = 0
    state: IssueState = IssueState.OPEN
    heals_at: int = NEVER
    ended: int = NOBODY
    fixed_by: int = NOBODY
    detected: int = NOBODY
    detected_by: int = NOBODY
    dangerous: bool = False
    option: int = 0
    work: int = 0
    joint: bool = False
    needs: int = 0
    notices: int = 0
    reports: int = 0
    finds: int = 0
    cases: int = 0
    case: "Case | None" = None

    @property
    def is_open(self) -> bool:
        """Whether it is still there."""
        return self.state == IssueState.OPEN


@dataclass(slots=True, eq=False, repr=False)
class Case:
    """The file about an issue.

    `token` tells its draws from those of other cases of the issue: it names the first report or find and leaves
    room to count attempts. `finder` is the worker who found or verified it, `reporter` the resident who reported
    it, `unit` the unit it was last sent to, `job` the job about it that is waiting or under way. Of joint work:
    `summons` are the departments whistled for and `waiting` those that have not done their part, as bits;
    `asked_again` those that returned it; `parts` the crews' jobs, `whistled` the last whistle.
    """

    number: int
    issue: Issue
    source: Source
    token: int
    reported: int
    key: int = field(init=False)
    due: dict[Kind, int] = field(default_factory=dict)
    state: CaseState = CaseState.OPEN
    step: Step = Step.NONE
    priority: int = 0
    reporter: Any = None
    channel: int = NOBODY
    finder: int = NOBODY
    verified: bool = False
    registered: int = NOBODY
    dispatched: int = NOBODY
    responded: int = NOBODY
    arrived: int = NOBODY
    claimed: int = NOBODY
    closed: int = NOBODY
    limit: int = NEVER
    unit: int = NOBODY
    level: int = NOBODY
    job: "Job | None" = None
    attempt: int = 0
    dispatches: int = 0
    returns: int = 0
    sent_back: int = 0
    reopened: int = 0
    repeats: int = 0
    overdue: int = 0
    chased: int = 0
    asks_extension: bool = False
    extended: bool = False
    shelved: bool = False
    found_gone: bool = False
    called_back: bool = False
    said_solved: bool = False
    satisfied: bool = False
    whistles: int = 0
    first_whistle: int = NOBODY
    whistled: int = NOBODY
    assembled: int = NOBODY
    assembled_late: bool = False
    summons: int = 0
    waiting: int = 0
    asked_again: int = 0
    parts: "list[Job]" = field(default_factory=list)

    def __post_init__(self) -> None:
        self.key = self.issue.key


@dataclass(slots=True, eq=False, repr=False)
class Job:
    """Something a station must do for a case, at a place (x, y in metres).

    The lowest `rank` is taken first. `department` is the number of the department whose part of joint work it is;
    `own_check`: a check made by the finder. Once it has ended, `busy` is the working ms it took of its server,
    `displaced` those of them taken from line duty.
    """

    case: Case
    kind: JobKind
    number: int
    queued: int
    x: float
    y: float
    clock: Clock = Clock.CASES
    rank: int = 0
    department: int = NOBODY
    own_check: bool = False
    started: int = NOBODY
    arrived: int = NOBODY
    finished: int = NOBODY
    busy: int = 0
    displaced: int = 0
    withdrawn: bool = False
    station: Any = None
    server: "Server | None" = None

    @property
    def in_queue(self) -> bool:
        """Whether it waits in the queue of a station."""
        return self.station is not None and self.server is None and not self.withdrawn


class Server:
    """A worker or a crew: where it is (metres), what it does, and the ms its ended jobs took of it.

    `first` and `last` bound its intervals for cases, so that a server is its own calendar of these.
    """

    __slots__ = ("any_time", "busy", "displaced", "due", "duty", "first", "job", "last", "number", "station", "x", "y")

    def __init__(self, number: int, plan: Any, station: Any) -> None:
        record = plan.servers[number]
        self.number = number
        self.due: dict[Kind, int] = {}
        self.first = record.first
        self.last = record.last
        self.duty = plan.calendars[record.duty]
        self.any_time = plan.calendars[record.always]
        self.station = station
        self.job: Job | None = None
        self.x = station.record.x
        self.y = station.record.y
        self.busy = 0
        self.displaced = 0

    def calendar(self, clock: Clock) -> Any:
        """Calendar that bounds jobs on a clock."""
        if clock == Clock.CASES:
            return self
        return self.duty if clock == Clock.DUTY else self.any_time
