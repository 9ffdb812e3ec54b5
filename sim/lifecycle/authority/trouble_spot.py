"""What is kept of places where the same comes again, if anybody warns of it."""

from __future__ import annotations

from sim.lifecycle.things import Number, Small, thing


@thing
class TroubleSpot:
    """What is known of a hazard at a site, where anybody warns of repeats: the number of its last case there that was
    counted, plus 1 (0: none), and what became of its cause (`repair`, see `sim.lifecycle.authority.warning`).
    """

    last: Number = 0
    repair: Small = 0
