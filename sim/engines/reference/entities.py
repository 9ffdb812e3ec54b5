"""What agents work on: issues, cases and jobs, and the servers that do the jobs."""

from typing import Any

from sim.lifecycle.intervals import NEVER
from sim.lifecycle.states import NOBODY, CaseState, Clock, IssueState, JobKind, Kind, Source, Step


class Issue:
    """What is wrong in the street: true state, whether anybody knows or not. Times in ms, NOBODY where not yet."""

    __slots__ = (
        "case",
        "cases",
        "community",
        "dangerous",
        "detected",
        "detected_by",
        "due",
        "ended",
        "finds",
        "fixed_by",
        "generation",
        "hazard",
        "heals_at",
        "joint",
        "key",
        "needs",
        "noticed_at",
        "notices",
        "number",
        "occurred",
        "option",
        "reports",
        "root",
        "site",
        "state",
    )  # fmt: skip

    def __init__(
        self, number: int, root: int, generation: int, key: int, community: int, hazard: int, site: int
    ) -> None:
        self.number = number
        self.due: dict[Kind, int] = {}
        self.root = root
        self.generation = generation
        self.key = key
        self.community = community
        self.hazard = hazard
        self.site = site
        self.occurred = 0
        self.state = IssueState.OPEN
        self.ended = NOBODY
        self.detected = NOBODY
        self.detected_by = NOBODY
        self.fixed_by = NOBODY
        self.option = 0
        self.joint = False
        self.needs = 0
        self.dangerous = False
        self.heals_at = NEVER
        self.noticed_at = NEVER
        self.notices = 0
        self.finds = 0
        self.reports = 0
        self.cases = 0
        self.case: Case | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still there."""
        return self.state == IssueState.OPEN


class Case:
    """The file about an issue. `token` tells its draws from those of other cases of the issue: it names the first report
    or find and leaves room to count attempts."""

    __slots__ = (
        "arrived",
        "asked_again",
        "asks_extension",
        "assembled",
        "assembled_late",
        "attempt",
        "called_back",
        "channel",
        "chased",
        "claimed",
        "closed",
        "dispatched",
        "dispatches",
        "due",
        "extended",
        "finder",
        "first_whistle",
        "found_gone",
        "issue",
        "job",
        "key",
        "level",
        "limit",
        "number",
        "overdue",
        "parts",
        "priority",
        "registered",
        "reopened",
        "repeats",
        "reported",
        "reporter",
        "responded",
        "returns",
        "said_solved",
        "satisfied",
        "sent_back",
        "shelved",
        "source",
        "state",
        "step",
        "summons",
        "token",
        "unit",
        "verified",
        "waiting",
        "whistled",
        "whistles",
    )  # fmt: skip

    def __init__(self, number: int, issue: Issue, source: Source, token: int, now: int) -> None:
        self.number = number
        self.due: dict[Kind, int] = {}
        self.issue = issue
        self.key = issue.key
        self.token = token
        self.source = source
        self.channel = NOBODY
        self.reporter: Any = None
        self.finder = NOBODY
        self.state = CaseState.OPEN
        self.step = Step.NONE
        self.priority = 0
        self.reported = now
        self.registered = self.dispatched = self.responded = self.arrived = self.claimed = self.closed = NOBODY
        self.limit = NEVER
        self.asks_extension = False
        self.unit = NOBODY
        self.level = NOBODY
        self.job: Job | None = None
        self.attempt = 0
        self.dispatches = self.returns = self.sent_back = self.reopened = self.repeats = self.overdue = self.chased = 0
        self.extended = self.shelved = self.called_back = self.said_solved = self.satisfied = False
        self.verified = self.found_gone = False
        self.whistles = 0
        self.first_whistle = self.whistled = self.assembled = NOBODY
        self.assembled_late = False
        self.parts: list[Job] = []
        self.waiting = 0
        self.asked_again = 0
        self.summons = 0


class Job:
    """Something a station must do for a case."""

    __slots__ = (
        "arrived",
        "case",
        "clock",
        "department",
        "finished",
        "kind",
        "number",
        "own_check",
        "queued",
        "rank",
        "server",
        "site",
        "started",
        "station",
        "withdrawn",
        "x",
        "y",
    )  # fmt: skip

    def __init__(self, case: Case, kind: JobKind, number: int, now: int, site: int) -> None:
        self.case = case
        self.kind = kind
        self.clock = Clock.CASES
        self.number = number
        self.rank = 0
        self.department = NOBODY
        self.own_check = False
        self.site = site
        self.queued = now
        self.started = self.arrived = self.finished = NOBODY
        self.withdrawn = False
        self.station: Any = None
        self.server: Server | None = None


class Server:
    """A worker or a crew: where it is and what it does. `first` and `last` bound its intervals for cases."""

    __slots__ = ("any_time", "busy", "displaced", "due", "duty", "first", "job", "last", "number", "station", "x", "y")

    def __init__(self, number: int, record: Any, plan: Any, station: Any) -> None:
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
