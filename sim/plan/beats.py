"""Beats: which worker walks which sites, how long a round is, and what is planned for each duty period.

A worker has one beat: a grid, a piece of one (when a grid has several workers) or several adjoining grids. Extra
workers go to the grids with most households per worker; with fewer workers than grids, neighbours in a community
are walked together.
"""

import heapq
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.chance.draws import stream, uniforms
from sim.chance.variates import MS_LIMIT
from sim.kinds import NOBODY
from sim.language.quantity import value_or
from sim.language.units import WORKING_DAY_MS
from sim.mechanisms.contract import Taken
from sim.mechanisms.density import familiarity_factor
from sim.mechanisms.patrol import PERMILLE
from sim.mechanisms.units.roll_out import moments, where
from sim.plan.calendars import Calendars, Intervals
from sim.plan.charges import DutyCharges
from sim.plan.plan import BEAT, STINT, Records
from sim.plan.rosters import WEEK_HOURS, YEAR_DAYS, DutyRosters, Periods, blocks
from sim.plan.tenures import Tenure, held
from sim.scenario.checks.charges import WORKERS
from sim.scenario.hours import DAY
from sim.scenario.models import Scenario
from sim.world.grids import GridLayout
from sim.world.ground import Ground, Ints, share_out

LONGEST_PLAN = np.iinfo(np.int32).max
"""Longest time (ms) planned for an activity in one duty period: 24 days, which no duty lasts."""

WORKERS_ROOM = 1 << 8
"""Room for the workers of a community in the key of a worker: so many keys are kept for each community."""


@dataclass(frozen=True)
class Beats:
    """Beats by worker, with structural keys (community and position in it), and for each site its first beat and its
    parts of the rounds (length S)."""

    records: Records
    community: Ints
    key: Ints
    of_site: Ints
    lap_part: NDArray[np.float64]
    visit_part: NDArray[np.float64]
    visited: NDArray[np.float64]


def worker_grids(scenario: Scenario, grids: GridLayout) -> list[tuple[list[int], int, int]]:
    """For each worker the grids of the beat, and which piece of how many it is."""
    workers, count = int(scenario.staff.grid_workers.count.value), len(grids.community)
    if workers >= count:
        return _several_in_a_grid(workers, grids)
    per_community = np.bincount(grids.community)
    hands = share_out(workers, per_community.astype(float), least=1)
    beats: list[tuple[list[int], int, int]] = []
    for c, n in enumerate(hands):
        own = np.flatnonzero(grids.community == c)
        beats += [([int(g) for g in part], 0, 1) for part in np.array_split(own, n)] if n else []
    return beats


def _several_in_a_grid(workers: int, grids: GridLayout) -> list[tuple[list[int], int, int]]:
    count = len(grids.community)
    hands = np.ones(count, dtype=np.int64)
    heap = [(-float(h), g) for g, h in enumerate(grids.households)]
    heapq.heapify(heap)
    for _ in range(workers - count):
        _, g = heapq.heappop(heap)
        hands[g] += 1
        heapq.heappush(heap, (-float(grids.households[g]) / float(hands[g] + 1), g))
    return [([g], piece, int(hands[g])) for g in range(count) for piece in range(int(hands[g]))]


def lay_beats(scenario: Scenario, ground: Ground, grids: GridLayout) -> Beats:
    """Lay the workers' beats over the sites."""
    parts = worker_grids(scenario, grids)
    community = np.array([grids.community[own[0]] for own, _, _ in parts], dtype=np.int64)
    arranged, walked = (where(scenario, section)[community] for section in ("density", "patrol"))
    whole = arranged & scenario.mechanisms.density.shares_round()
    pieces = np.where(whole, 1, np.array([n for _, _, n in parts], dtype=np.int64))
    first = np.full(len(grids.community), -1, dtype=np.int64)
    for worker, (own, piece, _) in enumerate(parts):
        if piece == 0:
            first[own] = worker
    covered = covered_sites(scenario, ground)
    of_site = np.where(covered, _beat_of_site(ground, grids, first, pieces), NOBODY)
    route_m = grids.route_m * _covered_part(ground, grids, covered)
    homes = np.arange(len(ground.x)) >= ground.places
    records = np.zeros(len(parts), dtype=BEAT)
    speed = scenario.mechanisms.patrol.speed.value / 1000.0
    visit = scenario.mechanisms.patrol.visit_time.value
    exponent = scenario.mechanisms.density.exponent()
    households = np.bincount(of_site[homes][of_site[homes] >= 0], minlength=len(parts))
    shared = np.empty(len(parts))
    for worker, (own, piece, n) in enumerate(parts):
        owner = worker - piece if whole[worker] else worker
        beat = records[worker]
        if scenario.mechanisms.patrol.enabled and walked[worker]:  # rounds of a hundred years are as good as endless
            beat["lap"] = min(int(route_m[own].sum() / pieces[worker] / speed), MS_LIMIT)
            beat["visit_lap"] = min(int(households[owner] * visit), MS_LIMIT)
        beat["next_on_round"] = worker + 1 if whole[worker] and piece + 1 < n else -1
        shared[worker] = households[owner] / (n if whole[worker] else 1)
        beat["familiar"] = familiarity_factor(float(shared[worker]), exponent if arranged[worker] else 0.0)
        beat["first"] = _some_site(grids, own[0])
    keys = community * WORKERS_ROOM + _position_in_community(community)
    return Beats(
        records,
        community,
        keys,
        of_site,
        _from_start(scenario, keys, of_site, _parts(ground.along, of_site, np.ones(len(homes), dtype=bool))),
        _parts(ground.along, of_site, homes),
        shared,
    )


def covered_sites(scenario: Scenario, ground: Ground) -> NDArray[np.bool_]:
    """Whether each site is on anybody's round, shape (sites,): its mark is below the covered share of its zone."""
    shares = np.array(scenario.mechanisms.coverage.shares(list(scenario.territory.zones)))
    if np.all(shares >= 1.0):
        return np.ones(len(ground.zone), dtype=bool)
    marks = uniforms(stream(scenario.territory.seed, 0, "covered"), ground.sites.keys(), 0)
    return (marks < shares[ground.zone]) | ~where(scenario, "coverage")[ground.community]


def _covered_part(ground: Ground, grids: GridLayout, covered: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Part of the public places of each grid, and so of its route, that is covered; 1 where there are none."""
    of_place, seen = grids.of_site[: ground.places], covered[: ground.places]
    there = np.bincount(of_place[of_place >= 0], minlength=len(grids.community))
    walked = np.bincount(of_place[(of_place >= 0) & seen], minlength=len(grids.community))
    return np.divide(walked, there, out=np.ones(len(there)), where=there > 0)


def _some_site(grids: GridLayout, grid: int) -> int:
    return int(np.argmax(grids.of_site == grid))


def _beat_of_site(ground: Ground, grids: GridLayout, first: Ints, pieces: Ints) -> Ints:
    """First beat of each site: its grid's; in a divided grid that of the piece in which its rank on the route falls."""
    grid = grids.of_site
    order = np.lexsort((ground.along, grid))
    start = np.searchsorted(grid[order], np.arange(len(grids.community)))
    rank = np.empty(len(grid), dtype=np.int64)
    rank[order] = np.arange(len(grid)) - start[grid[order]]
    head = first[grid]
    piece = rank * pieces[head] // grids.sites[grid] if len(pieces) else np.zeros(len(grid), dtype=np.int64)
    return np.where((grid >= 0) & (head >= 0), head + piece, -1)


def _parts(along: Ints, beat: Ints, counted: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Part of the round (0 to 1) at which each counted site of a beat is passed; 0 for the others."""
    part = np.zeros(len(beat))
    sites = np.flatnonzero(counted & (beat >= 0))
    if not len(sites):
        return part
    order = sites[np.lexsort((along[sites], beat[sites]))]
    count = np.bincount(beat[order])
    start = np.cumsum(count) - count
    part[order] = (np.arange(len(order)) - start[beat[order]] + 0.5) / count[beat[order]]
    return part


def _from_start(scenario: Scenario, keys: Ints, of_site: Ints, part: NDArray[np.float64]) -> NDArray[np.float64]:
    """Parts of the round (0 to 1) counted from where each beat's first round begins, if so wanted at a drawn place."""
    if scenario.mechanisms.patrol.start == "first":
        return part
    begins = uniforms(stream(scenario.territory.seed, 0, "round_begins"), keys, 0)
    return np.where(of_site >= 0, (part - begins[of_site]) % 1.0, part) if len(keys) else part


class WorkerDays:
    """Duty, field time and plans of all workers over the run."""

    def __init__(
        self, scenario: Scenario, book: DutyRosters, beats: Beats, absence: int, away: int, begins: int,
        tenures: list[list[Tenure]],
    ) -> None:  # fmt: skip
        self.scenario = scenario
        self.charges = DutyCharges(scenario)
        self.workers = scenario.staff.grid_workers
        self.forms_ms = scenario.mechanisms.assessment.forms_ms()
        self.forms_since = moments(scenario, "assessment")[beats.community]
        self.walked, self.arranged = (where(scenario, section)[beats.community] for section in ("patrol", "density"))
        self.beats = beats
        self.away = away
        self.begins = begins
        position = beats.key % WORKERS_ROOM
        hands = np.bincount(beats.community) if len(beats.community) else np.zeros(0, dtype=np.int64)
        places = [(self.workers.roster, int(position[w]), int(hands[c])) for w, c in enumerate(beats.community)]
        self.rostered = rostered = [book.pattern(*place) for place in places]
        self.present = [
            _without_absence(self.workers.absence.value, held(p, tenures[w]), absence, int(beats.key[w]))
            for w, p in enumerate(rostered)
        ]
        self.shift = np.array([scenario.rosters[place[0]].shift_of(place[1], place[2]) for place in places], dtype=int)
        at_work = 1.0 - self.workers.absence.value
        self.yearly_ms = np.array([book.yearly_ms(*place) * at_work for place in places])
        self.visit_rate = np.array([self._visit_rate(w) for w in range(len(places))])
        covered = scenario.mechanisms.density.covered() > 0
        self.cover = _covers(rostered, self.present, beats.community, book.days) if covered else None

    def _visit_rate(self, worker: int) -> float:
        """Ms of visits per ms of duty: the year's visits of the beat over the year's duty, absences apart."""
        patrol = self.scenario.mechanisms.patrol
        needed = self.beats.visited[worker] * patrol.visits.value * patrol.visit_time.value
        duty = float(self.yearly_ms[worker])
        return needed / duty if duty > 0 and patrol.enabled and self.walked[worker] else 0.0

    def weeks(self) -> Ints:
        """Row of `rounds_before` at which the week of each beat's worker begins, shape (workers,)."""
        return np.maximum(self.shift, 0) * (WEEK_HOURS + 1)

    def paces(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Ms of patrol and of visits that each beat is planned to get in a ms of the calendar, shape (workers,) each.

        As a worker without jobs spends a duty period (`sim.lifecycle.grid_worker`), by the year's duty, absences and
        vacancies apart, with the cover that colleagues give.
        """
        patrol, density, workers = self.scenario.mechanisms.patrol, self.scenario.mechanisms.density, self.workers
        if not patrol.enabled:
            return np.zeros(len(self.present)), np.zeros(len(self.present))
        of_patrol, of_field = (self.charges.lasting(WORKERS, of) for of in (Taken.PATROL, Taken.FIELD))
        indoors = self._indoors_ms(self.forms_since <= 0)
        field = np.maximum(1.0 - indoors / WORKING_DAY_MS - of_patrol - of_field, 0.0)
        target, keep = patrol.target.value / WORKING_DAY_MS, patrol.keep.value / WORKING_DAY_MS
        target = max(target - of_patrol, min(target, keep))
        kept = np.minimum(keep, field)
        visits = np.minimum(self.visit_rate, field - kept)
        rest = np.minimum(target - kept, field - kept - visits)
        others = np.bincount(self.beats.community)[self.beats.community] - 1 if len(visits) else np.zeros(0)
        absent = workers.absence.value
        stood_in = absent * (1.0 - absent**others) / (1.0 - absent) if absent < 1 else np.zeros(len(visits))
        covered = density.covered() * self.arranged
        cover = np.minimum(stood_in * covered * target, field - kept - visits - rest)
        slack = patrol.slack.value * (field - kept - visits - rest - cover)
        on_duty = self.yearly_ms / (YEAR_DAYS * DAY) * self.scenario.mechanisms.staff_quality.present(WORKERS)
        return on_duty * (kept + rest + cover + slack) * self.walked, on_duty * visits

    def field(self, worker: int) -> tuple[Intervals, Records]:
        """Intervals in the field, shape (n, 2), ms, and for each the stint planned for the duty period it lies in."""
        periods = self.present[worker]
        length = periods[:, 1] - periods[:, 0]
        day_part = length / WORKING_DAY_MS
        charged = self._charged(periods, Taken.PATROL) + self._charged(periods, Taken.FIELD)
        indoors_ms = self._indoors_ms(periods[:, 2] * DAY >= self.forms_since[worker])
        indoors = np.clip((day_part * indoors_ms).astype(np.int64) + charged, 0, length)
        away = blocks(periods, indoors, self.away, int(self.beats.key[worker]))
        pieces = np.stack(
            [np.column_stack([periods[:, 0], away[:, 0]]), np.column_stack([away[:, 1], periods[:, 1]])], 1
        )
        number = np.repeat(np.arange(len(periods)), 2)
        pieces = pieces.reshape(-1, 2)
        keep = pieces[:, 1] > pieces[:, 0]
        return pieces[keep], self._stints(worker, periods, day_part, length - indoors)[number[keep]]

    def _indoors_ms(self, forms: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Ms of a full duty day that desk and line tasks take, with the forms of the assessment or without."""
        return np.asarray(self.workers.desk.value + self.workers.line.value + self.forms_ms * forms)

    def _charged(self, periods: Periods, of: Taken) -> Ints:
        """Ms that mechanisms take from something in each duty period, shape (n,); below 0: that they give to it."""
        parts = self.charges.parts(WORKERS, of, periods[:, 2])
        return np.round((periods[:, 1] - periods[:, 0]) * parts).astype(np.int64)

    def _stints(self, worker: int, periods: Periods, day_part: NDArray[np.float64], field: Ints) -> Records:
        patrol = self.scenario.mechanisms.patrol
        stints = np.zeros(len(periods), dtype=STINT)
        stints["period"] = np.arange(len(periods))
        if patrol.enabled and self.walked[worker]:
            planned = day_part * patrol.target.value
            least = np.minimum(planned, day_part * patrol.keep.value)
            left = np.maximum(planned - self._charged(periods, Taken.PATROL), least)
            stints["patrol"] = np.minimum(left, LONGEST_PLAN)
        visits = (periods[:, 1] - periods[:, 0]) * self.visit_rate[worker]
        stints["visits"] = np.minimum(visits, LONGEST_PLAN)  # more than any period lasts is as good as all of it
        if self.cover is not None and self.arranged[worker]:
            stints["covered"] = self.cover[worker, periods[:, 2]]
        else:
            stints["covered"] = NOBODY
        share = self.scenario.mechanisms.density.covered()
        stints["cover"] = np.where(stints["covered"] >= 0, (stints["patrol"] * share).astype(np.int64), 0)
        self._share_out_slack(stints, worker, periods, field)
        return stints

    def _share_out_slack(self, stints: Records, worker: int, periods: Periods, field: Ints) -> None:
        """Put a drawn part of the slack that is not walked before the walk; then more is walked of the rest.

        Slack is what patrol, visits and cover leave of the hours in the field (ms); as much of it is walked either way.
        """
        patrol = self.scenario.mechanisms.patrol
        walked, spread = patrol.slack.value, value_or(patrol.spread, 0.0)
        if not (patrol.enabled and self.walked[worker]):
            return
        stints["slack_permille"] = round(walked * PERMILLE)
        if spread > 0:
            planned = sum(stints[name].astype(np.int64) for name in ("patrol", "visits", "cover"))
            slack = np.minimum(np.maximum(field - planned, 0), LONGEST_PLAN)
            u = uniforms(self.begins, np.full(len(periods), int(self.beats.key[worker])), periods[:, 0])
            stints["before"] = before = (spread * u * (1.0 - walked) * slack).astype(np.int64)
            share = np.divide(walked * slack, slack - before, out=np.full(len(slack), walked), where=slack > before)
            stints["slack_permille"] = np.minimum(np.round(share * PERMILLE), PERMILLE)


def _position_in_community(community: Ints) -> Ints:
    position = np.zeros(len(community), dtype=np.int64)
    seen: dict[int, int] = defaultdict(int)
    for worker, c in enumerate(community.tolist()):
        position[worker] = seen[c]
        seen[c] += 1
    return position


def _without_absence(absence: float, periods: Periods, state: int, key: int) -> Periods:
    u = uniforms(state, np.full(len(periods), key, dtype=np.int64), periods[:, 2])
    return periods[u >= absence]


def _covers(rostered: list[Periods], present: list[Periods], community: Ints, days: int) -> Ints:
    """Absent worker whom each covers, shape (workers, days + 1), NOBODY for none; the last column is day -1.

    An absent one is covered by the next colleague who is there and covers nobody yet.
    """
    there = np.zeros((len(present), days + 1), dtype=bool)
    for worker, periods in enumerate(present):
        there[worker, periods[:, 2]] = True
    cover = np.full(there.shape, NOBODY)
    for worker, periods in enumerate(rostered):
        colleagues = np.flatnonzero(community == community[worker])
        after = np.concatenate([colleagues[colleagues > worker], colleagues[colleagues < worker]])
        for day in np.unique(periods[~there[worker, periods[:, 2]], 2]):
            free = after[there[after, day] & (cover[after, day] == NOBODY)]
            if len(free):
                cover[free[0], day] = worker
    return cover


def add_worker_calendars(days: WorkerDays, calendars: Calendars, worker: int) -> tuple[int, int, Records]:
    """Numbers of a worker's field and duty calendars, and the stints (ms), one for each field interval."""
    intervals, stints = days.field(worker)
    field = calendars.add(intervals)
    return field, calendars.add(days.present[worker][:, :2]), stints
