"""States and kinds, and the one order in which things happen at the same instant."""

from enum import IntEnum


class Kind(IntEnum):
    """Kinds of events. At one instant they happen in this order, within a kind by the number of their entity.

    What ends comes before what begins, so that hands freed at an instant can take up what is due at it.
    """

    MARK = 0
    """The watched window opens or closes: hours so far are noted."""
    END = 1
    """The run ends."""
    DONE = 2
    """A server ends its work."""
    ARRIVED = 3
    """A server is on site."""
    HOLD = 4
    """Crews on site have waited as long as they may."""
    LIMIT = 5
    """A case comes to the moment of an extension, or to its time limit."""
    STEP = 6
    """A case takes its next step at a desk."""
    CONTACT = 7
    """A unit contacts the resident."""
    CHASE = 8
    """A resident's patience ends."""
    OPEN = 9
    """A station with waiting jobs opens."""
    DUTY = 10
    """A worker begins a stint in the field, or comes upon an issue."""
    EVENING = 11
    """A party member comes forward."""
    NOTICED = 12
    """An open issue heals, or is noticed by somebody."""
    OCCURS = 13
    """An issue occurs."""
    MONTH = 14
    """A month ends."""


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


class Step(IntEnum):
    """The next step of a case at a desk."""

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


class JobKind(IntEnum):
    """Kinds of jobs."""

    BOOK = 0
    SPOT = 1
    VERIFY = 2
    HANDLE = 3
    PART = 4
    CHECK = 5
    CLAIMED = 6


class Source(IntEnum):
    """How an issue was found."""

    PATROL = 0
    VISIT = 1
    RESIDENT = 2


class Level(IntEnum):
    """Who did a case or fixed an issue."""

    GRID = 0
    COMMUNITY = 1
    STREET = 2
    DEPARTMENT = 3
    MEMBERS = 4
    SPOT = 5
    JOINT = 6


class Clock(IntEnum):
    """Which hours of a server a job may use: those for cases, all on duty, or any."""

    CASES = 0
    DUTY = 1
    ANY = 2


NOBODY = -1
"""No unit, station, case or time."""
