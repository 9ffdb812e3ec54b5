"""Frames: an outcome's numbers with names, units and local times, as the tables of sim.record.columns."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from sim.kinds import NEVER, NOBODY, CaseState, IssueState, JobKind, Level, Performer, Scope, Source, StationKind, words
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Taken
from sim.record.activities import ACTIVITIES
from sim.record.columns import TABLES
from sim.record.outcome import Column, Outcome
from sim.record.reporters import reporters
from sim.record.staff_hours import StaffHours
from sim.scenario.models import Scenario
from sim.threads import side_by_side

HOUR, MINUTE = 3_600_000.0, 60_000.0
DAY, WEEK_DAYS = 86_400_000, 7
ISSUE_STATES, CASE_STATES = words(IssueState), words(CaseState)
SOURCES, LEVELS, JOB_KINDS, STATION_KINDS = words(Source), words(Level), words(JobKind), words(StationKind)
TAKEN = tuple(of.value for of in Taken)
OUTCOMES = ("fixed", "not_fixed", "found_gone")
FIXED, NOT_FIXED, FOUND_GONE = range(len(OUTCOMES))


class Frames:
    """Turns outcomes of one scenario's plan into frames.

    `plan` is that of the outcome's replication (sim.plan), with the `ground` and the `grids` it stands on (sim.world);
    `window` tells the hours that its stations have in the observation period.
    """

    def __init__(self, scenario: Scenario, plan: Any, ground: Any, grids: Any, window: Any) -> None:
        self.scenario, self.plan, self.ground, self.grids, self.window = scenario, plan, ground, grids, window
        self.hazards = list(scenario.hazards)
        self.streams = [hazard.stream for hazard in scenario.hazards.values()]
        self.units = list(plan.unit_names)
        self.departments = list(scenario.departments)
        self.hours = StaffHours(scenario, plan, window)

    def of(self, outcome: Outcome) -> dict[str, pd.DataFrame]:
        """All tables of a replication by name; `events` if they were kept."""
        columns: dict[str, Callable[[], dict[str, Any]]] = {
            "issues": lambda: self._issues(outcome.issues),
            "cases": lambda: self._cases(outcome.cases_with_issues()),
            "jobs": lambda: self._jobs(outcome.jobs),
            "stations": lambda: self._stations(outcome),
            "queues": lambda: self._queues(outcome.queues),
            "charges": self._charges,
            "district": lambda: self._district(outcome),
            "map": self._map,
        }
        made = side_by_side(lambda name: self._frame(name, columns[name]()), columns)
        frames = dict(zip(columns, made, strict=True))
        if outcome.events is not None:
            frames["events"] = self._events(outcome.events)
        return frames

    def _frame(self, table: str, values: dict[str, Any]) -> pd.DataFrame:
        columns = {column.name: column.type for column in TABLES[table]}
        if "replication" in columns:
            length = max((len(v) for v in values.values() if not np.isscalar(v)), default=0)
            values["replication"] = np.full(length, self.plan.replication)
        whole = [name for name, kind in columns.items() if kind == "int"]
        values |= {name: np.asarray(values[name], dtype=np.int64) for name in whole}
        return pd.DataFrame({name: values[name] for name in columns}, copy=False)

    def _moments(self, ms: Column) -> NDArray[np.datetime64]:
        """Local times of ms since the start; missing for NOBODY (which no time is) and for NEVER."""
        times = np.array(ms, dtype=np.int64)  # copied first, for columns of wide records are slow to read
        missing = (times == NOBODY) | (times >= NEVER // 2)
        times += np.datetime64(self.scenario.run.start, "ms").astype(np.int64)
        moments = times.view("datetime64[ms]")
        moments[missing] = np.datetime64("NaT", "ms")
        return moments

    def _place(self, c: dict[str, Column]) -> dict[str, Any]:
        hazard = c["hazard"]
        return {
            "root": c["root"],
            "generation": c["generation"],
            "hazard": names(self.hazards, hazard),
            "stream": names(self.streams, hazard),
            "community": c["community"],
            "street": self.ground.street[c["community"]],
            "grid": self.grids.of_site[c["site"]],
            "zone": names(list(self.scenario.territory.zones), self.ground.zone[c["site"]] - 1),
            "group": names(list(self.scenario.population.groups), self.ground.group[c["site"]] - 1),
        }

    def _issues(self, c: dict[str, Column]) -> dict[str, Any]:
        options = self.plan.options["unit"][c["option"]]
        return self._place(c) | {
            "site": c["site"],
            "x_m": self.ground.x[c["site"]],
            "y_m": self.ground.y[c["site"]],
            "occurred_at": self._before_start(c["occurred"]),
            "state": names(ISSUE_STATES, c["state"]),
            "ended_at": self._moments(c["ended"]),
            "detected_at": self._moments(c["detected"]),
            "detected_by": names(SOURCES, c["detected_by"]),
            "fixed_by": names(LEVELS, c["fixed_by"]),
            "dangerous": c["dangerous"].astype(bool),
            "severity": self.plan.hazards["severity"][c["hazard"]],
            "handler": names(self.units, options),
            "work_min": c["work"] / MINUTE,
            "needs": self._needed(c["needs"]),
            "reports": c["reports"],
            "same_day_reports": c["same_day"],
            "asks": c["asks"],
            "cases": c["cases"],
            "passed_by": c["passed_by"],
            "unsolvable": c["unsolvable"].astype(bool),
            "contested": c["contested"].astype(bool),
            "unclear": c["unclear"].astype(bool),
        }

    def _before_start(self, ms: Column) -> NDArray[np.datetime64]:
        """Local times of ms that may lie before the start."""
        return np.datetime64(self.scenario.run.start, "ms") + ms.astype("timedelta64[ms]")

    def _needed(self, needs: Column) -> "pd.Categorical[Any]":
        """Names of the departments in each set of bits, joined by '+'."""
        number, sets = pd.factorize(np.asarray(needs), sort=True)
        return names(["+".join(self.departments[d] for d in bits(int(s))) for s in sets], number)

    def _cases(self, c: dict[str, Column]) -> dict[str, Any]:
        times = {
            "detected_at": "detected", "reported_at": "reported", "asked_at": "asked", "registered_at": "registered",
            "dispatched_at": "dispatched", "responded_at": "responded", "arrived_at": "arrived",
            "claimed_at": "claimed", "due_at": "limit", "whistled_at": "first_whistle", "signed_at": "signed",
            "assembled_at": "assembled",
            "safe_at": "safe", "accepted_at": "accepted",
        }  # fmt: skip
        counts = (
            "dispatches",
            "returns",
            "sent_back",
            "reopened",
            "repeats",
            "whistles",
            "overdue",
            "chased",
            "led",
            "hearings",
        )
        flags = (
            "joint", "extended", "shelved", "called_back", "said_solved", "satisfied", "assembled_late", "said_late",
            "said_untrue", "on_paper", "audited", "found_untrue", "petitioned", "unsolvable", "passed_on",
            "contested", "unclear", "caught",
        )  # fmt: skip
        closed = c["state"] == CaseState.CLOSED
        return (
            self._place(c)
            | {name: self._moments(c[of]) for name, of in times.items()}
            | {name: c[name] for name in counts}
            | {name: c[name].astype(bool) for name in flags}
            | {
                "case": np.arange(len(closed)),
                "source": names(SOURCES, c["source"]),
                "channel": names(list(self.scenario.channels), c["channel"]),
                "occurred_at": self._before_start(c["occurred"]),
                "closed_at": self._moments(np.where(closed | (c["state"] == CaseState.SETTLED), c["closed"], NOBODY)),
                "state": names(CASE_STATES, c["state"]),
                "outcome": self._outcomes(c, closed),
                "level": names(LEVELS, np.where(closed, c["level"], NOBODY)),
                "unit": names(self.units, np.where(closed, c["unit"], NOBODY)),
                "handler": names(self.units, self.plan.options["unit"][c["option"]]),
                "moved_by": names(_sections(), c["moved_by"]),
                "settled_by": names(_sections(), c["settled_by"]),
                "on_time": closed & (c["claimed"] <= c["limit"]),
            }
        )

    def _outcomes(self, c: dict[str, Column], closed: NDArray[np.bool_]) -> "pd.Categorical[Any]":
        gone = (c["fixed_at"] != NOBODY) & (c["fixed_at"] <= c["closed"])
        outcome = np.where(gone, np.where(c["found_gone"] > 0, FOUND_GONE, FIXED), NOT_FIXED)
        return names(OUTCOMES, np.where(closed, outcome, NOBODY))

    def _jobs(self, c: dict[str, Column]) -> dict[str, Any]:
        return {
            "case": c["case"],
            "station": c["station"],
            "server": c["server"],
            "kind": names(JOB_KINDS, c["kind"]),
            "queued_at": self._moments(c["queued"]),
            "started_at": self._moments(c["started"]),
            "arrived_at": self._moments(c["arrived"]),
            "finished_at": self._moments(c["finished"]),
            "busy_h": c["busy"] / HOUR,
            "displaced_h": c["displaced"] / HOUR,
            "overtime_h": c["overtime"] / HOUR,
        }

    def _stations(self, outcome: Outcome) -> dict[str, Any]:
        stations = self.plan.stations
        window = self.window
        duty = window.duty_ms() / HOUR
        workers = stations["walks"] > 0
        desk, line = self.hours.desk_and_line(workers)
        learning = self.scenario.mechanisms.staff_quality.learning.value
        return {
            "station": np.arange(len(stations)),
            "kind": names(STATION_KINDS, stations["kind"]),
            "name": self._station_names(),
            "community": stations["community"],
            "servers": stations["servers"],
            "rostered_h": window.rostered_ms() / HOUR,
            "duty_h": duty,
            "open_h": window.open_ms() / HOUR,
            "busy_h": outcome.stations["busy"] / HOUR,
            "displaced_h": outcome.stations["displaced"] / HOUR,
            "overtime_h": outcome.stations["overtime"] / HOUR,
            "travel_h": window.travel_ms(outcome.jobs) / HOUR,
            "patrol_h": outcome.stations["patrolled"] / HOUR,
            "visit_h": outcome.stations["visited"] / HOUR,
            "desk_h": desk,
            "line_h": line,
            "charged_h": self.hours.charged(),
            "vacant_days": window.vacant_days(),
            "newcomer_h": window.newcomer_part(outcome.jobs, learning) * outcome.stations["busy"] / HOUR,
            "queue_end": outcome.stations["waiting"],
        }

    def _charges(self) -> dict[str, Any]:
        """A row for each station and charge."""
        rows = self.hours.booked
        sections = list(dict.fromkeys(charge.section for charge, _, _ in rows))
        of = [(sections.index(its.section), TAKEN.index(its.of.value)) for its, _, _ in rows]
        which = np.repeat(np.arange(len(rows)), [len(its) for _, its, _ in rows])
        codes = np.array(of, dtype=np.int64).reshape(-1, 2)[which]
        return {
            "station": np.concatenate([its for _, its, _ in rows] or [np.zeros(0, dtype=np.int64)]),
            "mechanism": names(sections, codes[:, 0]),
            "taken_from": names(TAKEN, codes[:, 1]),
            "hours": np.concatenate([hours for _, _, hours in rows] or [np.zeros(0)]),
        }

    def _queues(self, daily: NDArray[np.int64]) -> dict[str, Any]:
        """The counts of all days, shape (days, stations), week by week."""
        weeks, stations = np.arange(0, len(daily), WEEK_DAYS), daily.shape[1]
        before = np.concatenate([np.zeros((1, stations), dtype=np.int64), np.cumsum(daily, axis=0)])
        first = np.maximum(weeks - WEEK_DAYS + 1, 0)
        means = (before[weeks + 1] - before[first]) / (weeks + 1 - first)[:, np.newaxis]
        at = self.plan.run.warmup + weeks * DAY
        return {
            "station": np.tile(np.arange(stations), len(weeks)),
            "at": self._moments(np.repeat(at, stations)),
            "waiting": daily[weeks].ravel(),
            "mean_waiting": means.ravel(),
        }

    def _station_names(self) -> list[str]:
        """Name of each station: that of its unit or kind, numbered where a unit has several."""
        seen: dict[tuple[int, int], int] = {}
        labels = []
        for unit, number in zip(self.plan.stations["unit"].tolist(), self.plan.stations["kind"].tolist(), strict=True):
            kind = list(StationKind)[number]
            place = seen[unit, kind] = seen.get((unit, kind), -1) + 1
            name = self.units[unit] if unit >= 0 else kind.name.lower()
            labels.append(name if kind.scope == Scope.DISTRICT else f"{name} {place}")
        return labels

    def _district(self, outcome: Outcome) -> dict[str, Any]:
        times = self.plan.run
        residents = int(self.ground.residents.sum())
        involved = outcome.involved
        mean = self.plan.mechanisms["reporting"].trust_mean
        everybody = (outcome.trust_after + (residents - involved) * mean) / residents
        return {
            "window_from": self._moments(np.array([times.warmup])),
            "window_to": self._moments(np.array([times.window])),
            "followed_to": self._moments(np.array([times.end])),
            "residents": [residents],
            "households": [int(self.ground.first_home[-1] - self.ground.first_home[0])],
            "members": [residents - int(self.ground.members(0).sum())],
            "consultations": [outcome.consultations],
            "mean_trust": [everybody],
            **reporters(outcome, times.window),
            "rows": [outcome.rows],
        }

    def _map(self) -> dict[str, Any]:
        community = self.grids.community
        return {
            "grid": np.arange(len(community)),
            "community": community,
            "street": self.ground.street[community],
            "households": self.grids.households,
            "route_m": self.grids.route_m,
            "outline": [_corners(outline) for outline in self.grids.outlines],
        }

    def _events(self, columns: dict[str, Column]) -> pd.DataFrame:
        c = {name: column.astype(np.int64) for name, column in columns.items()}
        return pd.DataFrame(
            {
                "replication": np.full(len(c["root"]), self.plan.replication),
                "time_ms": c["time_ms"],
                "local_time": self._moments(c["time_ms"]),
                "activity": names([activity.name for activity in ACTIVITIES], c["activity"]),
                "root": c["root"],
                "generation": c["generation"],
                "case": c["case"],
                "agent_kind": names(words(Performer), c["agent_kind"]),
                "agent": c["agent"],
                "value": c["value"],
            }
        )


def names(words: Sequence[str], numbers: Column) -> "pd.Categorical[Any]":
    """Words by number; empty for negative numbers."""
    kinds = list(dict.fromkeys([*words, ""]))
    code = np.array([kinds.index(word) for word in [*words, ""]], dtype=np.int16)
    return pd.Categorical.from_codes(code[numbers], dtype=pd.CategoricalDtype(kinds))  # -1 is the last: empty


def _sections() -> list[str]:
    """Sections of mechanisms by the number in their code."""
    by_number = {mechanism.number: mechanism.section for mechanism in MECHANISMS}
    return [by_number.get(number, "") for number in range(max(by_number) + 1)]


def _corners(outline: shapely.Geometry) -> str:
    whole = max(getattr(outline, "geoms", [outline]), key=lambda part: part.area)
    return ", ".join(f"{x:.1f} {y:.1f}" for x, y in whole.exterior.coords)


def bits(mask: int) -> list[int]:
    """Numbers in a set of bits, in rising order: 0b101 is 0 and 2."""
    return [number for number in range(mask.bit_length()) if mask >> number & 1]
