"""What is kept of a department that was whistled for."""

from __future__ import annotations

from sim.kinds import NOBODY
from sim.lifecycle.things import Long, thing


@thing
class Summons:
    """A department's part of a whistle, from the blowing to its signature, which took it `took` ms."""

    number: Long = 0
    case: Long = NOBODY
    department: Long = NOBODY
    took: Long = 0
    due_signed: Long = NOBODY
