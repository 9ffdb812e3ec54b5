"""What is kept of an issue that other eyes may see."""

from __future__ import annotations

from sim.kinds import NEVER
from sim.lifecycle.things import Long, thing


@thing
class Look:
    """When somebody next comes upon an issue: of each issue one look of residents, then one of each finding channel.

    `at` is the next possible report or find, NEVER if there is none, `passes` how many there were before it.
    """

    at: Long = NEVER
    passes: Long = 0
