"""Stations: all who work, their servers with calendars, and what is planned for each duty period.

Stations are numbered in this order: a station for each grid worker, the desks of the communities, the street teams
(team by team, street by street), the departments, the pools of party members, the auditors if there are any, the joint
teams of the streets, the crews of departments in the streets, those of `sim.plan.further`.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.draws import purpose_number, uniforms
from sim.kinds import NOBODY, Scope, StationKind
from sim.language.quantity import Share
from sim.mechanisms.authority.joint_team import TEAM_NAME
from sim.mechanisms.contract import Taken
from sim.mechanisms.queueing import crew_pace, pace
from sim.plan.beats import Beats, WorkerDays, add_worker_calendars
from sim.plan.calendars import ALWAYS, Calendars, joined
from sim.plan.charges import DutyCharges
from sim.plan.further import (
    add_companies,
    add_leaders,
    add_partners,
    add_service_stations,
    add_services,
    add_stages,
    add_sunk,
)
from sim.plan.plan import POOL, SERVER, STAGE, STATION, STINT, UNIT, Records
from sim.plan.rosters import HOUR, YEAR_DAYS, DutyRosters, Periods, blocks
from sim.plan.tenures import Tenure, held, tenures_of
from sim.scenario.checks.charges import DESKS, WORKERS, called_by_charges
from sim.scenario.hours import DAY
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews, Travel
from sim.world.ground import Ground, share_out

UNIT_SHIFT, PLACE_BITS, CREW_BITS = 40, 24, 14
"""Keys of crews: 24 bits of the unit's name, 24 of its place (community or street; of a worker community and position),
and the crew."""
FULL_TIME_MS = YEAR_DAYS / 7 * 40 * HOUR
"""Hours (ms) of a full-time crew in a year, 40 a week: the unit of a department's hours for cases (a convention)."""


@dataclass
class Stations:
    """All stations of a plan in the making, a row for each, and the numbers by which others find them."""

    beats: Beats
    unit_number: dict[str, int] = field(default_factory=dict)
    unit_rows: list[tuple[int, int, int, int, int]] = field(default_factory=list)
    station_rows: list[tuple[float, ...]] = field(default_factory=list)
    server_rows: list[tuple[int, int, int, int, float, int, int]] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    planned: list[tuple[int, Records]] = field(default_factory=list)
    pool_rows: list[tuple[int, int]] = field(default_factory=list)
    stage_rows: list[tuple[float, ...]] = field(default_factory=list)
    base_units: int = 0
    first_desk: int = 0

    @property
    def units(self) -> Records:
        """Units by number."""
        return np.array(self.unit_rows, dtype=UNIT)

    @property
    def pools(self) -> Records:
        """Pools of helpers by number."""
        return np.array(self.pool_rows, dtype=POOL)

    @property
    def stages(self) -> Records:
        """Stages by number."""
        return np.array(self.stage_rows, dtype=STAGE)

    @property
    def stations(self) -> Records:
        """Stations by number."""
        return np.array(self.station_rows, dtype=STATION)

    @property
    def servers(self) -> Records:
        """Servers by number."""
        return np.array(self.server_rows, dtype=SERVER)

    @property
    def held(self) -> NDArray[np.int64]:
        """Moments (ms) at which those who hold posts come, and at which they go, shape (2, tenures)."""
        return np.ascontiguousarray(np.array(self.tenures, dtype=np.int64).reshape(-1, 2).T * DAY)

    def first_of_kind(self) -> NDArray[np.int64]:
        """First station of each kind by number; NOBODY where there is none."""
        kinds = self.stations["kind"].tolist()
        return np.array([kinds.index(kind) if kind in kinds else NOBODY for kind in StationKind])

    def count_of_kind(self) -> NDArray[np.int64]:
        """Number of stations of each kind."""
        return np.bincount(self.stations["kind"], minlength=len(StationKind)).astype(np.int64)

    def name_of(self, unit: int) -> str:
        """Return the name of a unit (number), empty if there is none."""
        return next((name for name, number in self.unit_number.items() if number == unit), "")

    def stints(self) -> Records:
        """Stints beside the intervals of the plan as far as workers' go; empty ones (no period) where nobody walks."""
        stints = np.zeros(max((first + len(part) for first, part in self.planned), default=0), dtype=STINT)
        stints["period"], stints["covered"] = -1, -1
        for first, part in self.planned:
            stints[first : first + len(part)] = part
        return stints


class StationBuilder:
    """Adds stations, one unit after the other; units that mechanisms add come last."""

    def __init__(
        self, scenario: Scenario, ground: Ground, made: Stations, duty: DutyRosters, calendars: Calendars,
        table: DistributionTable, rules: SimpleNamespace,
    ) -> None:  # fmt: skip
        self.scenario, self.ground, self.made = scenario, ground, made
        self.duty, self.calendars, self.table, self.rules = duty, calendars, table, rules
        self.always = calendars.add(ALWAYS)
        self.charges = DutyCharges(scenario)
        self.quality = scenario.mechanisms.staff_quality
        self._on_duty: dict[int, tuple[int, Periods]] = {}  # by the identity of the periods, which are kept with it
        self.centre = np.array([(p.centroid.x, p.centroid.y) for p in ground.outlines])

    def unit(self, name: str, kind: StationKind, department: int = NOBODY, scope: Scope | None = None) -> int:
        """Enter a unit whose first station comes next; return the number of the unit (`department`: among those;
        `scope`: what there is one of its stations for, unsaid: that of its kind)."""
        self.made.unit_number[name] = len(self.made.unit_rows)
        of = kind.scope if scope is None else scope
        self.made.unit_rows.append((kind, of, len(self.made.station_rows), department, NOBODY))
        return len(self.made.unit_rows) - 1

    def key(self, unit: str, place: int) -> int:
        """Structural number of a station: its unit by name, and which community, street or worker of a community."""
        return (purpose_number(unit) >> UNIT_SHIFT << PLACE_BITS) | place

    def workers(self) -> None:
        """A station for each grid worker, standing at a site of the beat."""
        unit = self.unit("grid", StationKind.WORKER)
        draw = self.rules.draw
        posts = [self._tenures("grid", self.key("grid", key) << CREW_BITS) for key in self.made.beats.key.tolist()]
        beats, draws = self.made.beats, (draw.absence, draw.away_block, draw.walk_begins)
        days = WorkerDays(self.scenario, self.duty, beats, *draws, posts)
        records = beats.records
        records["walked"], records["visited"] = days.paces()
        records["week"] = days.weeks()
        for worker, community in enumerate(self.made.beats.community.tolist()):
            key = self.key("grid", int(self.made.beats.key[worker]))
            site = int(self.made.beats.records[worker]["first"])
            at = self.ground.x[site], self.ground.y[site]
            self._station(unit, StationKind.WORKER, community, key, 1, self.scenario.staff.grid_workers.travel, at)
            calendar, on_duty, stints = add_worker_calendars(days, self.calendars, worker)
            self.made.planned.append((self.calendars.bounds(calendar)[0], stints))
            rostered = self._duty_calendar(days.rostered[worker])
            self._server(calendar, on_duty, rostered, 1.0, posts[worker])

    def crews(
        self, unit: int, kind: StationKind, community: int, key: int, crews: Crews, count: int,
        at: tuple[float, float], since: int = 0,
    ) -> None:  # fmt: skip
        """A station of so many crews: each on the shifts of its roster, with one block for cases in each duty period.

        `key` is the station's structural number, `at` its position in metres; nobody is there before the day `since`.
        """
        name = called_by_charges(self.made.name_of(unit))
        yearly = sum(self.duty.yearly_ms(crews.roster, crew, count) for crew in range(count))
        on_cases = (
            yearly * self.quality.present(name) * max(crews.share.value - self.charges.lasting(name, Taken.CASES), 0.0)
        )
        self._station(unit, kind, community, key, count, crews.travel, at, full_time=on_cases / FULL_TIME_MS)
        for crew in range(count):
            rostered = _from(since, self.duty.pattern(crews.roster, crew, count))
            tenures = self._tenures(name, (key << CREW_BITS) + crew)
            periods = self._present(held(rostered, tenures), (key << CREW_BITS) + crew)
            share = np.clip(crews.share.value - self.charges.parts(name, Taken.CASES, periods[:, 2]), 0.0, 1.0)
            length = ((periods[:, 1] - periods[:, 0]) * share).astype(np.int64)
            cases = blocks(periods, length, self.rules.draw.roster_block, (key << CREW_BITS) + crew)
            calendar = self.calendars.add(joined(cases[cases[:, 1] > cases[:, 0]]))
            on_duty = self._duty_calendar(periods)
            own = crew_pace(self.rules, (key << CREW_BITS) + crew)
            self._server(calendar, on_duty, self._duty_calendar(rostered), own, tenures)

    def _server(self, cases: int, duty: int, rostered: int, own_pace: float, tenures: list[Tenure]) -> None:
        first = len(self.made.tenures)
        self.made.tenures += tenures
        self.made.server_rows.append((cases, duty, self.always, rostered, own_pace, first, len(tenures)))

    def _tenures(self, name: str, post: int) -> list[Tenure]:
        """Tenures of a post (its key) of a unit, as charges call it; none but of workers and desks ever fall vacant."""
        if self.quality.leaving() == 0 or called_by_charges(name) not in (WORKERS, DESKS):
            return []
        leaving, vacancy = self.quality.leaving(), self.quality.vacancy.value
        return tenures_of(self.rules.draw.turnover, post, leaving, vacancy, self.duty.days)

    def middle_of(self, street: int) -> tuple[float, float]:
        """Position (metres) amid the communities of a street."""
        return _middle(self.centre[self.ground.street == street])

    def middle(self) -> tuple[float, float]:
        """Position (metres) amid the district."""
        return _middle(self.centre)

    def sessions(self, unit: int, kind: StationKind, place: int, scope: Scope, roster: str, held: float) -> None:
        """A station that hears one item after the other, in the sessions of a roster that can be held: a share of them,
        drawn by place (its number in a scope) and day."""
        key = self.key(self.made.name_of(unit), place)
        periods = self.duty.pattern(roster, 0, 1)
        u = uniforms(self.rules.draw.session_held, np.full(len(periods), key, dtype=np.int64), periods[:, 2])
        community = place if scope == Scope.COMMUNITY else NOBODY
        self._station(unit, kind, community, key, 1, Travel(), self._amid(scope, place))
        meets = self.calendars.add(joined(periods[u < held][:, :2]))
        self._server(meets, meets, self._duty_calendar(periods), 1.0, [])

    def _amid(self, scope: Scope, place: int) -> tuple[float, float]:
        """Position (metres) amid a place (its number in a scope)."""
        if scope == Scope.COMMUNITY:
            return (float(self.centre[place, 0]), float(self.centre[place, 1]))
        return self.middle_of(place) if scope == Scope.STREET else self.middle()

    def _present(self, periods: Periods, crew: int) -> Periods:
        """Those duty periods of a crew (its key) on whose days it is not absent, drawn by crew and day."""
        if self.quality.absence() <= 0:
            return periods  # the same object, which crews of one pattern share
        u = uniforms(self.rules.draw.crew_absence, np.full(len(periods), crew, dtype=np.int64), periods[:, 2])
        return periods[u >= self.quality.absence()]

    def _duty_calendar(self, periods: Periods) -> int:
        """Number of the calendar of a pattern of shifts, which all crews share that work it."""
        if id(periods) not in self._on_duty:
            self._on_duty[id(periods)] = self.calendars.add(joined(periods[:, :2])), periods
        return self._on_duty[id(periods)][0]

    def pool(self, kind: StationKind, community: int, helpers: int, pool: int, calendar: int) -> None:
        """A community's station of helpers who belong to no unit, free in the hours of a calendar."""
        at = (float(self.centre[community, 0]), float(self.centre[community, 1]))
        key = self.key(kind.name.lower(), community)
        self._station(NOBODY, kind, community, key, helpers, Travel(), at, pool)
        for _ in range(helpers):
            self._server(calendar, calendar, calendar, 1.0, [])

    def _station(
        self, unit: int, kind: StationKind, community: int, key: int, servers: int, travel: Travel,
        at: tuple[float, float], pool: int = NOBODY, full_time: float = 0.0,
    ) -> None:  # fmt: skip
        time = self.table.add(travel.time) if travel.time is not None else NONE
        speed = travel.speed.value / 1000.0 if travel.speed is not None else 0.0
        detour = travel.detour.value if travel.detour is not None else 1.0
        paced = pace(self.rules, key) if kind.paced else 1.0
        of_kind = (kind, kind.level, kind.performer, kind.walks)
        place = (community, pool, len(self.made.server_rows), servers)
        how = (time, speed, detour, paced, full_time)
        self.made.station_rows.append((unit, *of_kind, *place, *how, float(at[0]), float(at[1])))


def build_stations(
    scenario: Scenario, ground: Ground, beats: Beats, duty: DutyRosters, calendars: Calendars,
    table: DistributionTable, rules: SimpleNamespace,
) -> Stations:  # fmt: skip
    """Set up all stations of a scenario. `rules` holds the draws and what mechanisms lower, as rules read them."""
    made = Stations(beats)
    builder = StationBuilder(scenario, ground, made, duty, calendars, table, rules)
    builder.workers()
    _desks(builder)
    _teams(builder)
    _departments(builder)
    made.base_units = len(made.unit_rows)
    _members(builder)
    _auditors(builder)
    _joint_teams(builder)
    add_sunk(builder)
    add_leaders(builder)
    add_service_stations(builder)
    add_services(builder)
    add_companies(builder)
    add_partners(builder)
    add_stages(builder)
    return made


def _desks(builder: StationBuilder) -> None:
    """The unit of the communities: a desk in each."""
    builder.made.first_desk = len(builder.made.station_rows)
    unit = builder.unit("community", StationKind.COMMUNITY)
    crews, centre = builder.scenario.staff.community_desks, builder.centre
    for c, count in enumerate(crews_by_place(crews, builder.ground.residents)):
        at = (centre[c, 0], centre[c, 1])
        builder.crews(unit, StationKind.COMMUNITY, c, builder.key("community", c), crews, count, at)


def _teams(builder: StationBuilder) -> None:
    """The teams of the streets: of each unit one in each street, amid its communities."""
    ground, residents = builder.ground, residents_of_streets(builder.scenario, builder.ground)
    for name, team in builder.scenario.staff.street_teams.items():
        unit = builder.unit(name, StationKind.STREET)
        for street, count in enumerate(crews_by_place(team, residents)):
            at = _middle(builder.centre[ground.street == street])
            builder.crews(unit, StationKind.STREET, NOBODY, builder.key(name, street), team, count, at)


def _departments(builder: StationBuilder) -> None:
    """The departments: of each unit one, amid the district."""
    at = _middle(builder.centre)
    for number, (name, crews) in enumerate(builder.scenario.departments.items()):
        unit = builder.unit(name, StationKind.DEPARTMENT, number)
        count = crews.in_all(1)
        left = count - builder.scenario.mechanisms.sunk_enforcement.moved(builder.scenario, name, count)
        builder.crews(unit, StationKind.DEPARTMENT, NOBODY, builder.key(name, 0), crews, left, at)


def crews_by_place(crews: Crews, residents: NDArray[Any]) -> list[int]:
    """Crews in each place of a unit, one for each number of residents; a total is shared out by these."""
    if crews.total is None:
        return [crews.in_all(1)] * len(residents)
    return [int(count) for count in share_out(crews.total.value, residents.astype(float), least=1)]


def _members(builder: StationBuilder) -> None:
    """The pools of party members: one in each community, in their hours off."""
    members = builder.scenario.mechanisms.party_members
    hours = builder.calendars.add(builder.duty.pattern(members.roster, 0, 1)[:, :2])
    pool = len(builder.made.pool_rows)
    builder.made.pool_rows.append((hours, builder.rules.party_members.work))
    for c, helpers in enumerate(active_members(builder.scenario, builder.ground)):
        builder.pool(StationKind.MEMBERS, c, int(helpers), pool, hours)


def _auditors(builder: StationBuilder) -> None:
    """The auditors, amid the district, if there are any."""
    inspection = builder.scenario.mechanisms.inspection
    if count := inspection.auditors():
        roster = inspection.roster or builder.scenario.calendar.office
        crews = Crews(title="Auditors", share=Share.of(1), roster=roster, travel=Travel(time=inspection.trip))
        key = builder.key("auditors", 0)
        builder.crews(NOBODY, StationKind.AUDITORS, NOBODY, key, crews, count, _middle(builder.centre))


def _joint_teams(builder: StationBuilder) -> None:
    """The joint teams: the first unit that a mechanism adds, with one server in each street, in its sessions."""
    team = builder.scenario.mechanisms.joint_team
    if not team.acts():
        return
    crews = Crews(title=TEAM_NAME, share=Share.of(1), roster=team.roster, travel=Travel(time=team.trip))
    unit = builder.unit(TEAM_NAME, StationKind.TEAM)
    for street in range(int(builder.scenario.territory.streets.value)):
        at = _middle(builder.centre[builder.ground.street == street])
        builder.crews(unit, StationKind.TEAM, NOBODY, builder.key(TEAM_NAME, street), crews, 1, at)


def residents_of_streets(scenario: Scenario, ground: Ground) -> NDArray[np.float64]:
    """Number of residents of each street, shape (streets,)."""
    streets = int(scenario.territory.streets.value)
    return np.bincount(ground.street, weights=ground.residents, minlength=streets).astype(np.float64)


def active_members(scenario: Scenario, ground: Ground) -> NDArray[np.int64]:
    """Number of active party members, one for each community, in proportion to residents."""
    total = round(scenario.mechanisms.party_members.active_members())
    return share_out(total, ground.residents.astype(float), least=1)


def _from(day: int, periods: Periods) -> Periods:
    """The duty periods from a day on: the same object if it is that of the start, or before."""
    return periods if day <= 0 else periods[periods[:, 2] >= day]


def _middle(points: NDArray[np.float64]) -> tuple[float, float]:
    return (float(points[:, 0].mean()), float(points[:, 1].mean())) if len(points) else (0.0, 0.0)
