"""Who may take over what, and which causes are removed: what mechanisms say of it, lowered to rows."""

from __future__ import annotations

from datetime import date

import numpy as np

from sim.kinds import NEVER, NOBODY
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Removal
from sim.plan.plan import AUTHORITY, REMOVAL, Records
from sim.scenario.hours import DAY
from sim.scenario.models import Scenario


class AuthorityRows:
    """The rows of all who take over cases, those of an option of a hazard together, in the order of mechanisms."""

    def __init__(self, scenario: Scenario, unit_number: dict[str, int]) -> None:
        """Ask all mechanisms; `unit_number` is the number of each unit by name."""
        self._start = scenario.run.start
        self._unit_number = unit_number
        self._said = [
            (mechanism.number, row)
            for mechanism in MECHANISMS
            if mechanism.authority is not None
            for row in mechanism.authority(scenario)
        ]
        self._rows: list[tuple[int, float, float, int, int]] = []

    def of(self, hazard: str, unit: str) -> tuple[int, int]:
        """Add the rows of what falls to a unit of a hazard; the first of them and their number."""
        first = len(self._rows)
        for number, row in self._said:
            if row.hazard == hazard and row.unit == unit and row.share > 0.0 and row.by != unit:
                since = _moment(self._start, row.since, -NEVER)
                self._rows.append((self._unit_number[row.by], row.share, row.work, number, since))
        return first, len(self._rows) - first

    @property
    def records(self) -> Records:
        """The rows (`AUTHORITY`)."""
        return np.array(self._rows, dtype=AUTHORITY)


class RemovalRows:
    """The rows of all causes removed, those of a hazard together."""

    def __init__(self, scenario: Scenario) -> None:
        """Ask all mechanisms."""
        self._start = scenario.run.start
        self._said = [
            (each.number, row) for each in MECHANISMS if each.removals is not None for row in each.removals(scenario)
        ]
        self._rows: list[tuple[int, int, int, float, int]] = []

    def of(self, hazard: str) -> tuple[int, int]:
        """Add the rows of a hazard; the first of them and their number."""
        first = len(self._rows)
        for number, row in self._said:
            if row.hazard == hazard and row.share > 0.0:
                where = NOBODY if row.community is None else row.community
                self._rows.append((where, *self._span(row), row.share, number))
        return first, len(self._rows) - first

    def _span(self, row: Removal) -> tuple[int, int]:
        return _moment(self._start, row.since, -NEVER), _moment(self._start, row.until, NEVER)

    @property
    def records(self) -> Records:
        """The rows (`REMOVAL`)."""
        return np.array(self._rows, dtype=REMOVAL)


def _moment(start: date, day: date | None, unsaid: int) -> int:
    """The beginning of a day, ms since the start of the run."""
    return unsaid if day is None else (day - start).days * DAY
