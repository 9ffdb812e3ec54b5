"""S20, burden and admission list: fewer forms and errands for grid and community, more time where problems are.

A list of what may be asked of a community cuts the items; those who had them feel a part of that. Line tasks and desk
work of grid workers, and the line duty of community desks, become shorter by cut x felt x (1 - creep x years), years
counted from the start of the run, quarter by quarter; the hours go to the field and to cases. A part of them is handed
back to the departments, as line duty.

Sources: 120-odd items cut to 58 in one district (A), ledgers fewer by 68 % in another (B); that little of it is felt is
known as a paradox of relief (B), and 82.7 % of 162 workers call the load heavy (A). How much is felt, how fast items
creep back and what is handed back are assumed (E).
Side effects: departments do what they had handed down; whatever the forms were for is not modelled.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Share
from sim.language.units import DAY_MS, WORKING_DAY_MS
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken, weekly_hours

QUARTERS, DAYS_PER_YEAR = 4, 365
"""How often in a year what creeps back is reckoned anew, and the days of a year."""
Span = tuple[date | None, date | None]


class Admission(Model):
    """What a list of admitted items takes off grid workers and community desks."""

    enabled: bool = Field(False, description="Off: forms and errands are as the staff sections say.")
    cut: Share = Field(Share.of(0), description="Share of the items that the list strikes out.")
    felt: Share = Field(Share.of(1), description="Share of their hours that this truly saves.")
    creep: Share = Field(Share.of(0), description="Share of what was saved that comes back each year.")
    handed_back: Share = Field(Share.of(0), description="Share of the hours saved that departments have to do instead.")

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Nothing: rules know of hours only what rosters tell."""
        return {}

    def relief(self, quarter: int) -> float:
        """Share of forms and errands that is saved in a quarter of a year (number, from 0)."""
        if not self.enabled:
            return 0.0
        return self.cut.value * self.felt.value * max(1.0 - self.creep.value * quarter / QUARTERS, 0.0)


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours moved from desk and line to field and cases, and those that come to departments."""
    admission, staff = scenario.mechanisms.admission, scenario.staff
    workers, desks = (weekly_hours(scenario, unit) for unit in ("grid_workers", "community_desks"))
    desk, line = (part.value / WORKING_DAY_MS for part in (staff.grid_workers.desk, staff.grid_workers.line))
    for quarter, span in enumerate(_quarters(scenario)):
        relief = admission.relief(quarter)
        if relief <= 0.0:
            continue
        of_desk, of_line = (relief * part * workers for part in (desk, line))
        of_desks = relief * (1.0 - staff.community_desks.share.value) * desks
        yield Charge("grid_workers", of_desk, Taken.DESK, *span)
        yield Charge("grid_workers", of_line, Taken.LINE, *span)
        yield Charge("grid_workers", -(of_desk + of_line), Taken.FIELD, *span)
        yield Charge("community_desks", of_desks, Taken.LINE, *span)
        yield Charge("community_desks", -of_desks, Taken.CASES, *span)
        yield from _handed_back(scenario, admission.handed_back.value * (of_desk + of_line + of_desks), span)


def _quarters(scenario: Any) -> list[Span]:
    """Dates of the quarters of the run, the first open to the past; one without dates if nothing creeps back."""
    run = scenario.run
    if scenario.mechanisms.admission.creep.value == 0:
        return [(None, None)]
    days = (run.warmup.value + run.length.value + run.followup.value) / DAY_MS
    turns = [run.start + timedelta(days=DAYS_PER_YEAR * n // QUARTERS) for n in range(int(days) * QUARTERS // 365 + 2)]
    return [(None if n == 0 else since, until) for n, (since, until) in enumerate(pairwise(turns))]


def _handed_back(scenario: Any, hours: float, span: Span) -> Iterator[Charge]:
    """Hours a week on the line duty of the departments, by how much each has of it."""
    line = {name: (1.0 - its.share.value) * weekly_hours(scenario, name) for name, its in scenario.departments.items()}
    whole = sum(line.values())
    if hours > 0 and whole > 0:
        for name, its in line.items():
            yield Charge(name, hours * its / whole, Taken.LINE, *span)


def hours_are_handed_to_somebody(scenario: Any) -> Iterator[Contradiction]:
    """Departments that are handed hours back have line duty."""
    admission = scenario.mechanisms.admission
    handed = admission.handed_back.value * admission.relief(0)
    if handed > 0 and all(its.share.value == 1 for its in scenario.departments.values()):
        path = ("mechanisms", "admission", "handed_back")
        yield Contradiction(path, "no department has line duty for it; must be 0, or their `share` below 1")


MECHANISM = Mechanism(
    code="S20",
    section="admission",
    parameters=Admission,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("worker_patrol_h", "utilisation_community", "utilisation_worker"),
    puts_in={},
    checks=(hours_are_handed_to_somebody,),
    charges=charges,
)
