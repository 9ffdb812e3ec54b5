"""Kinds: of whatever the model has several kinds of, one typed row each.

Words of the log and of the tables, routing, tables of kinds and labels derive from these rows; nothing else in the
house numbers kinds. What a station is (`StationKind`), where its stations stand (`Scope`), and who is said to have done
a case (`Level`) are three things.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple, Self

NOBODY = -1
"""No unit, station, case or time."""
NEVER = 1 << 62
"""A time (ms) after every run."""


class Scope(IntEnum):
    """What there is one station of a unit for."""

    DISTRICT = 0
    STREET = 1
    COMMUNITY = 2
    GRID = 3


class Level(IntEnum):
    """Who did a case or fixed an issue, in the tables."""

    GRID = 0
    COMMUNITY = 1
    STREET = 2
    DEPARTMENT = 3
    MEMBERS = 4
    SPOT = 5
    JOINT = 6
    STEWARDS = 7
    COMPANY = 8
    PARTNERS = 9


class Performer(IntEnum):
    """Who performs what a row of the log tells.

    The agent's number beside it is that of a resident, station, community or street; NOBODY for the only one of a kind.
    """

    WORLD = 0
    RESIDENT = 1
    WORKER = 2
    LEADER = 3
    COMMUNITY = 4
    STREET = 5
    DEPARTMENT = 6
    MEMBERS = 7
    SUPERVISOR = 8
    DESK = 9
    AUDITORS = 10
    STEWARDS = 11
    CAMERAS = 12
    CADRES = 13
    LEADERS = 14
    SERVICE = 15
    PROXIES = 16
    COMPANIES = 17
    PARTNERS = 18
    COUNCIL = 19
    COMMITTEE = 20


class StationKind(IntEnum):
    """Kinds of stations, whoever takes up jobs.

    `scope`: what there is one of a unit for. `level`: who is said to have done what it does. `performer`: as whom the
    log tells of it. `walks`: has a beat and finds issues. `paced`: works at a pace of its own. `rated`: its unit is
    rated at the end of each month.
    """

    scope: Scope
    level: Level
    performer: Performer
    walks: bool
    paced: bool
    rated: bool

    def __new__(
        cls, number: int, scope: Scope, level: Level, performer: Performer, walks: bool, paced: bool, rated: bool
    ) -> Self:
        """Make the kind of a number."""
        kind = int.__new__(cls, number)
        kind._value_ = number
        kind.scope, kind.level, kind.performer = scope, level, performer
        kind.walks, kind.paced, kind.rated = walks, paced, rated
        return kind

    #                scope            level             performer             walks  paced  rated
    WORKER = (0, Scope.GRID, Level.GRID, Performer.WORKER, True, True, False)
    COMMUNITY = (1, Scope.COMMUNITY, Level.COMMUNITY, Performer.COMMUNITY, False, False, False)
    STREET = (2, Scope.STREET, Level.STREET, Performer.STREET, False, True, False)
    DEPARTMENT = (3, Scope.DISTRICT, Level.DEPARTMENT, Performer.DEPARTMENT, False, False, True)
    MEMBERS = (4, Scope.COMMUNITY, Level.MEMBERS, Performer.MEMBERS, False, False, False)
    AUDITORS = (5, Scope.DISTRICT, Level.DEPARTMENT, Performer.AUDITORS, False, False, False)
    SUNK = (6, Scope.STREET, Level.STREET, Performer.STREET, False, False, False)
    TEAM = (7, Scope.STREET, Level.JOINT, Performer.STREET, False, False, False)
    STREET_LEADER = (8, Scope.STREET, Level.STREET, Performer.LEADERS, False, False, False)
    DISTRICT_LEADER = (9, Scope.DISTRICT, Level.DEPARTMENT, Performer.LEADERS, False, False, False)
    SERVICE = (10, Scope.STREET, Level.STREET, Performer.STREET, False, False, False)
    CONTRACTOR = (11, Scope.STREET, Level.STREET, Performer.STREET, False, False, False)
    COMPANY = (12, Scope.COMMUNITY, Level.COMPANY, Performer.COMPANIES, False, False, False)
    PARTNERS = (13, Scope.COMMUNITY, Level.PARTNERS, Performer.PARTNERS, False, False, False)
    COUNCIL = (14, Scope.COMMUNITY, Level.COMMUNITY, Performer.COUNCIL, False, False, False)
    COMMITTEE = (15, Scope.DISTRICT, Level.DEPARTMENT, Performer.COMMITTEE, False, False, False)


class EventKind(IntEnum):
    """Kinds of events. At one instant they happen in this order, within a kind by the number of their entity.

    What ends comes before what begins, so that hands freed at an instant can take up what is due at it. There is room
    for 64 kinds; `sim.lifecycle.agenda` says who handles each.
    """

    MARK = 0
    """The observation period opens or closes: hours so far are noted."""
    END = 1
    """The run ends."""
    DONE = 2
    """A server ends its work."""
    ARRIVED = 3
    """A server is on site."""
    ASSEMBLY_WAIT = 4
    """Crews on site have waited as long as they may, or nobody came."""
    LIMIT = 5
    """A case comes to the moment of an extension, or to its time limit."""
    SIGNED = 6
    """A department signs a whistle."""
    STEP = 7
    """A case takes its next step at a desk."""
    CONTACT = 8
    """A unit contacts the resident."""
    CHASE = 9
    """A resident's patience ends."""
    OPEN = 10
    """A station with waiting jobs opens."""
    DUTY = 11
    """A worker begins a stint in the field, or comes upon an issue."""
    EVENING = 12
    """A party member comes forward."""
    NOTICED = 13
    """An open issue heals, or is noticed by somebody."""
    OCCURS = 14
    """An issue occurs."""
    MONTH = 15
    """A month ends."""
    SAFE = 16
    """A dangerous issue is made safe."""
    COUNT = 17
    """Jobs that wait are counted."""
    ROOT = 18
    """The procedure of a repair of a cause is over."""
    STUCK = 19
    """A case has been open so long that leaders take it."""


class IssueState(IntEnum):
    """States of an issue; each is in exactly one at any time."""

    OPEN = 0
    HEALED = 1
    FIXED = 2
    ABSORBED = 3
    PREVENTED = 4


class CaseState(IntEnum):
    """States of a case in the tables."""

    OPEN = 0
    CLOSED = 1
    CANCELLED = 2
    SETTLED = 3


class Step(IntEnum):
    """The next step of a case at a desk; `sim.lifecycle.street` says what each does."""

    NONE = 0
    FILE = 1
    RETURNED = 2
    RESUME = 3
    READY = 4
    DIAGNOSED = 5
    BLOW = 6
    CALL = 7
    MEET = 8
    ASK_AGAIN = 9
    CALL_BACK = 10
    GIVE_UP = 11
    HEARD_AGAIN = 12


class JobKind(IntEnum):
    """Kinds of jobs; there is room for 16."""

    BOOK = 0
    """Book a find."""
    SPOT = 1
    """Fix a find on the spot and book it."""
    VERIFY = 2
    """Look on site whether a public report is true."""
    HANDLE = 3
    """Handle a case."""
    PART = 4
    """Do a department's part of joint work."""
    CHECK = 5
    """Look on site whether a claim is true."""
    TAKEN_UP = 6
    """Do a small task that party members or partners took up."""
    AUDIT = 7
    """Look on site whether a closing was true."""
    MISSENT = 8
    """Look at a case that was sent to a wrong unit, before that returns it."""
    ROOT = 9
    """Repair the cause of what comes back."""
    LEAD = 10
    """Answer for a case until it is closed."""
    OUTSIDE = 11
    """Do what a resident asked a property company for, before anything is reported."""
    STAGE = 12
    """Hear a case that has come before a council or a committee."""


class WayPoint(IntEnum):
    """Points of a case's way at which it may pass a stage."""

    BEFORE_DISPATCH = 0
    AFTER_RETURN = 1


class Source(IntEnum):
    """How an issue was found."""

    PATROL = 0
    VISIT = 1
    RESIDENT = 2
    STEWARD = 3
    CAMERA = 4
    TALK = 5
    SERVICE = 6
    PROXY = 7


class Clock(IntEnum):
    """Which hours of a server a job may use: those for cases, all on duty, any, or any that begin in office hours."""

    CASES = 0
    DUTY = 1
    ANY = 2
    AGREED = 3


class Activity(NamedTuple):
    """One kind of row of the log: its name, who performs it, and what `value` holds."""

    name: str
    performer: str
    meaning: str
    value: str = ""


def words(kinds: type[IntEnum]) -> tuple[str, ...]:
    """Words of some kinds in the log and the tables, in the order of their numbers."""
    return tuple(kind.name.lower() for kind in kinds)
