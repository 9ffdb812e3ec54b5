"""What agents work on: issues, cases and jobs, and the servers that do the jobs."""

from typing import Any

from sim.lifecycle.intervals import NEVER
from sim.lifecycle.states import NOBODY, CaseState, Clock, IssueState, JobKind, Kind, Source, Step


class Issue:
    """What is wrong in the street: true state, whether anybody knows or not. Times in ms, NOBODY where not yet."""

    __slots__ = (
        "number", "due", "root", "generation", "key", "community", "hazard", "site", "occurred", "state", "ended",
        "detected", "detected_by", "fixed_by", "option", "joint", "needs", "dangerous", "heals_at", "noticed_at",
        "notices", "finds", "reports", "cases", "case",
    )  # fmt: skip

    def __init__(self, number: int, root: int, generation: int, key: int, community: int, hazard: int, site: int) -> None:
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
        "number", "due", "issue", "key", "token", "source", "channel", "reporter", "finder", "state", "step", "priority",
        "reported", "registered", "dispatched", "responded", "arrived", "claimed", "closed", "limit", "asks_extension",
        "unit", "level", "job", "attempt", "dispatches", "returns", "sent_back", "reopened", "repeats", "overdue",
        "extended", "shelved", "chased", "called_back", "said_solved", "satisfied", "verified", "found_gone", "whistles",
        "first_whistle", "whistled", "assembled", "assembled_late", "parts", "waiting", "asked_again", "summons",
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
        "case", "kind", "clock", "number", "rank", "department", "own_check", "site", "x", "y",
        "queued", "started", "arrived", "finished", "withdrawn", "station", "server",
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

    __slots__ = ("number", "due", "first", "last", "duty", "any_time", "station", "job", "x", "y", "busy", "displaced")

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
