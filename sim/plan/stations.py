"""Crews: all who work, as stations with servers, their calendars and what is planned for each duty period.

Stations are numbered in this order: a station for each grid worker, the desks of the communities, the street teams
(team by team, street by street), the departments, the pools of party members.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray

from sim.chance.book import NONE, VariateBook
from sim.chance.draws import purpose_number
from sim.mechanisms.queueing import pace
from sim.plan.beats import Beats, WorkerDays, add_worker_calendars
from sim.plan.calendars import Calendars, joined
from sim.plan.plan import COMMUNITY, DEPARTMENT, GRID, SERVER, STATION, STINT, STREET, UNIT, Records
from sim.plan.rosters import DutyBook, Periods, blocks
from sim.scenario.models import Scenario
from sim.scenario.staff import Crews, Travel
from sim.world.ground import Ground, share_out

UNIT_SHIFT, PLACE_BITS, CREW_BITS = 40, 24, 14
"""Keys of crews: 24 bits of the unit's name, 24 of its place (community or street; of a worker community and position),
and the crew."""
MEMBERS = 4
"""Level of the pools of party members: no unit that a case is dispatched to."""


@dataclass
class Crowd:
    """All stations of a plan in the making, and the numbers by which others find them."""

    beats: Beats
    unit_number: dict[str, int] = field(default_factory=dict)
    unit_rows: list[tuple[int, int, int]] = field(default_factory=list)
    station_rows: list[tuple[float, ...]] = field(default_factory=list)
    server_rows: list[tuple[int, int, int, int]] = field(default_factory=list)
    planned: list[tuple[int, Records]] = field(default_factory=list)
    yearly_duty_ms: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    first_desk: int = 0

    @property
    def units(self) -> Records:
        """Units by number."""
        return np.array(self.unit_rows, dtype=UNIT)

    @property
    def stations(self) -> Records:
        """Stations by number."""
        return np.array(self.station_rows, dtype=STATION)

    @property
    def servers(self) -> Records:
        """Servers by number."""
        return np.array(self.server_rows, dtype=SERVER)

    def stints(self) -> Records:
        """Stints beside the intervals of the plan as far as workers' go; empty ones (no period) where nobody walks."""
        stints = np.zeros(max((first + len(part) for first, part in self.planned), default=0), dtype=STINT)
        stints["period"], stints["covered"] = -1, -1
        for first, part in self.planned:
            stints[first : first + len(part)] = part
        return stints


class Recruiter:
    """Adds stations to a crowd, one kind after the other."""

    def __init__(
        self, scenario: Scenario, ground: Ground, crowd: Crowd, duty: DutyBook, calendars: Calendars, book: VariateBook,
        draw: SimpleNamespace, settings: SimpleNamespace,
    ) -> None:  # fmt: skip
        self.scenario, self.ground, self.crowd = scenario, ground, crowd
        self.duty, self.calendars, self.book = duty, calendars, book
        self.plan = SimpleNamespace(draw=draw, settings=settings)
        self.always = settings.always
        self._on_duty: dict[int, int] = {}  # by the identity of the duty book's arrays, which lives as long
        self.centre = np.array([(p.centroid.x, p.centroid.y) for p in ground.outlines])

    def unit(self, name: str, level: int, department: int = -1) -> int:
        """Enter a unit whose first station comes next."""
        self.crowd.unit_number[name] = len(self.crowd.unit_rows)
        self.crowd.unit_rows.append((level, len(self.crowd.station_rows), department))
        return len(self.crowd.unit_rows) - 1

    def key(self, unit: str, place: int) -> int:
        """Structural number of a station: its unit by name, and which community, street or worker of a community."""
        return (purpose_number(unit) >> UNIT_SHIFT << PLACE_BITS) | place

    def workers(self) -> None:
        """A station for each grid worker, standing at a site of the beat."""
        unit = self.unit("grid", GRID)
        draw = self.plan.draw
        days = WorkerDays(self.scenario, self.duty, self.crowd.beats, draw.absence, draw.away_block)
        self.crowd.yearly_duty_ms = days.yearly_ms
        for worker, community in enumerate(self.crowd.beats.community.tolist()):
            key = self.key("grid", int(self.crowd.beats.key[worker]))
            site = int(self.crowd.beats.records[worker]["first"])
            at = self.ground.x[site], self.ground.y[site]
            self._station(unit, GRID, community, key, 1, self.scenario.staff.grid_workers.travel, at)
            calendar, on_duty, stints = add_worker_calendars(days, self.calendars, worker)
            self.crowd.planned.append((self.calendars.bounds(calendar)[0], stints))
            self.crowd.server_rows.append((*self.calendars.bounds(calendar), on_duty, self.always))

    def crews(self, unit: int, level: int, community: int, key: int, crews: Crews, at: tuple[float, float]) -> None:
        """A station of crews: each on the shifts of its roster, with one block for cases in each duty period."""
        self._station(unit, level, community, key, int(crews.crews.value), crews.travel, at)
        for crew in range(int(crews.crews.value)):
            periods = self.duty.pattern(crews.roster, crew, int(crews.crews.value))
            length = ((periods[:, 1] - periods[:, 0]) * crews.share.value).astype(np.int64)
            cases = blocks(periods, length, self.plan.draw.roster_block, (key << CREW_BITS) + crew)
            calendar = self.calendars.add(joined(cases[cases[:, 1] > cases[:, 0]]))
            on_duty = self._duty_calendar(periods)
            self.crowd.server_rows.append((*self.calendars.bounds(calendar), on_duty, self.always))

    def _duty_calendar(self, periods: Periods) -> int:
        """Number of the calendar of a pattern of shifts, which all crews share that work it."""
        if id(periods) not in self._on_duty:
            self._on_duty[id(periods)] = self.calendars.add(joined(periods[:, :2]))
        return self._on_duty[id(periods)]

    def pool(self, community: int, members: int, calendar: int) -> None:
        """A community's pool of party members, free in their hours off."""
        at = (float(self.centre[community, 0]), float(self.centre[community, 1]))
        self._station(-1, MEMBERS, community, self.key("members", community), members, Travel(), at)
        row = (*self.calendars.bounds(calendar), calendar, self.always)
        self.crowd.server_rows += [row] * members

    def _station(
        self, unit: int, level: int, community: int, key: int, servers: int, travel: Travel, at: tuple[float, float]
    ) -> None:
        time = self.book.add(travel.time) if travel.time is not None else NONE
        speed = travel.speed.value / 1000.0 if travel.speed is not None else 0.0
        detour = travel.detour.value if travel.detour is not None else 1.0
        paced = pace(self.plan, key) if level in (GRID, STREET) else 1.0
        first = len(self.crowd.server_rows)
        self.crowd.station_rows.append(
            (unit, level, community, first, servers, time, speed, detour, paced, float(at[0]), float(at[1]))
        )


def station_crews(
    scenario: Scenario, ground: Ground, beats: Beats, duty: DutyBook, calendars: Calendars, book: VariateBook,
    draw: SimpleNamespace, settings: SimpleNamespace,
) -> Crowd:  # fmt: skip
    """Set up all stations of a scenario."""
    crowd = Crowd(beats)
    recruiter = Recruiter(scenario, ground, crowd, duty, calendars, book, draw, settings)
    centre = recruiter.centre
    recruiter.workers()
    crowd.first_desk = len(crowd.station_rows)
    unit = recruiter.unit("community", COMMUNITY)
    for c in range(ground.communities):
        recruiter.crews(
            unit,
            COMMUNITY,
            c,
            recruiter.key("community", c),
            scenario.staff.community_desks,
            (centre[c, 0], centre[c, 1]),
        )
    for name, team in scenario.staff.street_teams.items():
        unit = recruiter.unit(name, STREET)
        for street in range(int(scenario.territory.streets.value)):
            recruiter.crews(
                unit, STREET, -1, recruiter.key(name, street), team, _middle(centre[ground.street == street])
            )
    for number, (name, crews) in enumerate(scenario.departments.items()):
        unit = recruiter.unit(name, DEPARTMENT, number)
        recruiter.crews(unit, DEPARTMENT, -1, recruiter.key(name, 0), crews, _middle(centre))
    for c, members in enumerate(active_members(scenario, ground)):
        recruiter.pool(c, int(members), settings.off_hours)
    return crowd


def active_members(scenario: Scenario, ground: Ground) -> NDArray[np.int64]:
    """Active party members of each community, in proportion to residents."""
    total = round(scenario.mechanisms.party_members.active_members())
    return share_out(total, ground.residents.astype(float), least=1)


def _middle(points: NDArray[np.float64]) -> tuple[float, float]:
    return (float(points[:, 0].mean()), float(points[:, 1].mean())) if len(points) else (0.0, 0.0)
