"""The tables of a run as measures see them: by replication, with the window and the cohorts in it."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import nan
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pandas as pd

from sim.measures.office import Floats, OfficeHours, Times
from sim.measures.rows import Rows

HOURS_PER_DAY, DAYS_PER_WEEK, DAYS_PER_YEAR = 24.0, 7.0, 365.0
T = TypeVar("T")

NEVER_OPEN = ("absorbed", "prevented")
NEVER_ON_DUTY = OfficeHours.never()


class Budget(NamedTuple):
    """Money of a scenario, yuan a year: the income that funding gives, what mechanisms cost, and of that what purchased
    services do; what is not spent of it in the first year; and the share of communities that spend more than they have.
    NaN where funding is off.
    """

    income: float = nan
    mechanisms: float = nan
    services: float = nan
    unspent: float = nan
    short: float = nan


NO_BUDGET = Budget()


class Organisation(NamedTuple):
    """What a scenario alone tells of its organisation, whatever happens: what it costs (yuan a year), and the hours a
    week that each grid leader gives to grids, NaN where it is not told; which hazards are emergencies by class.

    `workers` are the hours in which any grid worker is on duty; `steward_h_per_week`, `cadre_h_per_week`,
    `proxy_h_per_week`, `council_h_per_week` and `committee_h_per_week` those of all stewards, of all cadres in talks,
    of all proxies and of all who sit in councils and committees. From so many cases (`warned_from`) in a time (ms) on
    a place is warned of. `counter` is the way to report that is the counter of service centres, `centre_m_p90` the
    metres to one that nine of ten households have at most, `absorbed` the share of contacts asked there. `budget` is
    its money. `contract_h_per_week` are hours of community desks for contracts with units, which lend rooms for
    `rooms_h_per_week`. `helpers_there` is the mean share of the helpers said who are there, NaN where it is not told.
    """

    yuan_per_year: float = nan
    leader_h_per_week: float = nan
    emergencies: frozenset[str] = frozenset()
    workers: OfficeHours = NEVER_ON_DUTY
    steward_h_per_week: float = nan
    cadre_h_per_week: float = nan
    proxy_h_per_week: float = nan
    contract_h_per_week: float = nan
    rooms_h_per_week: float = nan
    council_h_per_week: float = nan
    committee_h_per_week: float = nan
    warned_from: int = 3
    warned_within_ms: float = 0.0
    counter: str = ""
    centre_m_p90: float = nan
    absorbed: float = 0.0
    helpers_there: float = nan
    budget: Budget = NO_BUDGET


NOT_TOLD = Organisation()


@dataclass(frozen=True)
class Watched:
    """One replication and its watched window, [from, to).

    Issues enter by when they occurred, cases by the report that opened them; primary issues and
    recurrences together, absorbed and prevented ones left out. What is still open is followed to the end
    of the run. Cases are those that were reported to the government or found; `outside` are those for which a property
    company was asked first, reported later or not.
    """

    number: int
    every_issue: Rows
    every_case: Rows
    outside: Rows
    stations: pd.DataFrame
    district: pd.DataFrame
    office: OfficeHours
    season: Mapping[str, float] = field(default_factory=dict)
    organisation: Organisation = NOT_TOLD
    kept: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, build: Callable[[], T]) -> T:
        """Return what `build` gives, which is asked only once for this replication and key."""
        if key not in self.kept:
            self.kept[key] = build()
        value: T = self.kept[key]
        return value

    @cached_property
    def start(self) -> np.datetime64:
        """Return when the window opens."""
        return self._moment("window_from")

    @cached_property
    def end(self) -> np.datetime64:
        """Return when the window closes."""
        return self._moment("window_to")

    @cached_property
    def stop(self) -> np.datetime64:
        """Return when the run ends."""
        return self._moment("followed_to")

    @property
    def days(self) -> float:
        """Return the length of the window in days."""
        return float((self.end - self.start) / np.timedelta64(1, "D"))

    @property
    def years(self) -> float:
        """Return the length of the window in years of 365 days."""
        return self.days / DAYS_PER_YEAR

    def per_year(self, hazards: "pd.Series[str]", count: "pd.Series[int] | int" = 1) -> float:
        """Return how many things of these hazards (one for each thing) a year would bring, each counted `count`
        times.

        Each hazard's number in the window is divided by its season there: how much more of it the scenario
        lets happen in the window than in the mean of a year.
        """
        numbers = pd.Series(count, index=hazards.index).groupby(hazards).sum()
        season = np.array([self.season.get(str(hazard), 1.0) for hazard in numbers.index])
        return float((numbers.to_numpy() / season).sum() / self.years)

    @property
    def weeks(self) -> float:
        """Return the length of the window in weeks."""
        return self.days / DAYS_PER_WEEK

    def of_district(self, column: str) -> float:
        """Return a number from the district table."""
        return float(self.district[column].iloc[0])

    @cached_property
    def real_issues(self) -> Rows:
        """Return the issues of the whole run that were open at some time."""
        return self.every_issue.where(~self.every_issue["state"].isin(NEVER_OPEN))

    @cached_property
    def issues(self) -> Rows:
        """Return the issues that occurred in the window."""
        return self._in_window(self.real_issues, "occurred_at")

    @cached_property
    def cases(self) -> Rows:
        """Return the cases opened by a report or find in the window."""
        return self._in_window(self.every_case, "reported_at")

    @cached_property
    def registered(self) -> Rows:
        """Return those that were registered, and not cancelled."""
        return _registered(self.cases)

    @cached_property
    def every_registered(self) -> Rows:
        """Return the registered cases of the whole run, for stocks."""
        return _registered(self.every_case)

    @cached_property
    def closed(self) -> Rows:
        """Return the registered cases of the window that are closed at the end of the run."""
        return self.registered.where(self.registered["closed_at"].notna())

    @cached_property
    def due(self) -> Rows:
        """Return the registered cases of the window whose limit lies before the end of the run."""
        return self.registered.where(self.registered["due_at"] <= self.stop)

    def overlap_days(self, start: Times, end: Times) -> Floats:
        """Return how many days of the window each span [start, end) covers, shape (n,); a missing end is after the
        window."""
        first = np.maximum(start, self.start)
        last = np.minimum(np.where(np.isnat(end), self.end, end), self.end)
        return np.maximum((last - first) / np.timedelta64(1, "D"), 0.0)

    def _moment(self, column: str) -> np.datetime64:
        moment: np.datetime64 = times(self.district, column)[0]
        return moment

    def _in_window(self, rows: Rows, column: str) -> Rows:
        at = times(rows, column)
        return rows.where((at >= self.start) & (at < self.end))


@dataclass(frozen=True)
class Tables:
    """The tables of a run (`sim.record.columns`) by name, all replications together, the office's hours,
    the season of each hazard (its rate in the window over its mean rate in a year, 1 where not given), and what the
    scenario alone tells of its organisation."""

    frames: Mapping[str, pd.DataFrame]
    office: OfficeHours
    season: Mapping[str, float] = field(default_factory=dict)
    organisation: Organisation = NOT_TOLD

    def replications(self) -> Iterator[Watched]:
        """Yield the replications, by number."""
        for number in sorted(self.frames["district"]["replication"].unique()):
            issues, cases, stations, district = (
                self._part(name, number) for name in ("issues", "cases", "stations", "district")
            )
            yield Watched(
                int(number),
                Rows(issues),
                *_inside_and_outside(Rows(cases)),
                stations,
                district,
                self.office,
                self.season,
                self.organisation,
            )

    def _part(self, name: str, number: int) -> pd.DataFrame:
        frame = self.frames[name]
        numbers = frame["replication"]
        if not numbers.is_monotonic_increasing:
            return frame[numbers == number]
        return frame.iloc[numbers.searchsorted(number, "left") : numbers.searchsorted(number, "right")]  # not copied


def times(table: pd.DataFrame | Rows, column: str) -> Times:
    """Return a column of times as an array, shape (n,), to the ms, NaT where missing."""
    return table[column].to_numpy(dtype="datetime64[ms]")


def hours_between(start: Times, end: Times) -> Floats:
    """Return the hours from each start to each end by the calendar, one for each; NaN where one of them is missing."""
    hours: Floats = (end - start) / np.timedelta64(1, "h")
    return hours


def share(part: float, whole: float) -> float:
    """Return part over whole, a share or another ratio; NaN if the whole is zero."""
    return float(part) / float(whole) if whole else float("nan")


def _inside_and_outside(cases: Rows) -> tuple[Rows, Rows]:
    """Return the cases that were reported or found, and those for which a company was asked first."""
    asked = cases["asked_at"].notna()
    return cases.where(~asked | cases["channel"].astype(str).ne("")), cases.where(asked)


def _registered(cases: Rows) -> Rows:
    return cases.where(cases["registered_at"].notna() & (cases["state"] != "cancelled"))
