"""Lowering: from a scenario to the plan of one replication, world included."""

import math
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
from types import SimpleNamespace
from typing import Any

import numpy as np

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, streams
from sim.language.quantity import value_or
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Number, all_draws
from sim.mechanisms.eyes import channel
from sim.mechanisms.stages import stage
from sim.plan.beats import lay_beats
from sim.plan.calendars import Calendars, joined
from sim.plan.channels import lower_channels
from sim.plan.eyes import lower_eyes
from sim.plan.groups import homes_of_groups, lower_groups, mean_inclination
from sim.plan.hazards import Rhythm, lower_hazards, waking_hours
from sim.plan.paces import summed_paces
from sim.plan.plan import AREA, SITE, Plan, Records
from sim.plan.ratings import rated_with
from sim.plan.rosters import YEAR_DAYS, DutyRosters, rounds_before
from sim.plan.stations import Stations, build_stations
from sim.scenario.hours import DAY, parse_hours
from sim.scenario.models import Scenario
from sim.world.grids import GridLayout, cut_grids
from sim.world.ground import Ground, readiness
from sim.world.world import build_world

OFFICE_DAYS = 400
"""Days beyond the end for which office hours are known, so that limits which end after the run have their moment."""


PLAN_DRAWS = Draws(
    territory=("roster_block", "away_block", "round_begins"),
    run=("stock", "absence", "travel", "walk_begins", "authority"),
)
"""What is drawn beside the world and the mechanisms: blocks of a day, who is absent, the stock at the start, trips,
and which cases are taken over."""


def lower(scenario: Scenario, replication: int) -> tuple[Plan, Ground, GridLayout]:
    """The plan of a replication (from 0), with the ground and the grids it stands on."""
    draw = draws_of(scenario, replication)
    world = build_world(scenario, replication)
    ground, occurrences = world.ground, world.occurrences
    grids = cut_grids(scenario, ground)
    run, table, calendars = _run_times(scenario), DistributionTable(), Calendars()
    mechanisms = _mechanisms(scenario, table)
    days = math.ceil(run.end / DAY) + 1
    duty = DutyRosters(scenario, days)
    working = calendars.add(joined(DutyRosters(scenario, days + OFFICE_DAYS).working()[:, :2]))
    awake = {hours: calendars.add(_daily(hours, days)) for hours in sorted(waking_hours(scenario))}
    rules = SimpleNamespace(draw=draw, **mechanisms)
    stations = build_stations(scenario, ground, lay_beats(scenario, ground, grids), duty, calendars, table, rules)
    highest = scenario.mechanisms.reporting.highest_factor(scenario)
    rhythm = Rhythm(awake, _calendar_per_working_ms(duty))
    hazards = lower_hazards(scenario, stations.unit_number, table, highest, rhythm)
    channels = lower_channels(scenario, ground, table)
    eyes, gaps = lower_eyes(scenario, ground, duty, calendars, table)
    group_homes, group_starts = homes_of_groups(scenario, ground)
    variates, knots = table.lower()
    kinds, intervals = calendars.lower()
    plan = Plan(
        replication=replication, run=run, mechanisms=mechanisms, draw=draw, variates=variates, knots=knots,
        staff=SimpleNamespace(rebalance_after=int(scenario.staff.grid_leaders.rebalance_after.value)),
        opens=intervals["opens"], closes=intervals["closes"], worked=intervals["worked"],
        calendars=kinds, working=working, stints=stations.stints(),
        hazards=hazards.hazards, options=hazards.options, authority=hazards.authority, removals=hazards.removals,
        counts=hazards.counts, members=hazards.members, parts=hazards.parts, channels=channels,
        units=stations.units, unit_names=tuple(stations.unit_number), base_units=stations.base_units,
        departments=np.flatnonzero(stations.units["department"] >= 0), pools=stations.pools,
        stations=stations.stations, rated_with=rated_with(stations.stations, ground.street),
        first_of_kind=stations.first_of_kind(), count_of_kind=stations.count_of_kind(),
        servers=stations.servers, hired=stations.held[0], left=stations.held[1], beats=stations.beats.records,
        communities=_areas(scenario, ground, stations, duty), sites=_sites(ground, stations),
        groups=lower_groups(scenario), group_homes=group_homes, group_starts=group_starts,
        zone_rates=hazards.zone_rates,
        stages=stations.stages,
        eyes=eyes, gaps=gaps, first_resident=ground.first_resident, root=occurrences.root, time=occurrences.time,
        months=_month_ends(scenario, run.end), rounds_before=rounds_before(scenario),
        paces=summed_paces(scenario, draw.noticing_day, days),
    )  # fmt: skip
    return plan, ground, grids


def draws_of(scenario: Scenario, replication: int) -> SimpleNamespace:
    """All streams of random numbers of a replication, by purpose."""
    of_mechanisms = all_draws(MECHANISMS)
    every = (PLAN_DRAWS, channel.DRAWS, stage.DRAWS, of_mechanisms)
    further = Draws(tuple(chain(*(draws.run for draws in every))), tuple(chain(*(draws.territory for draws in every))))
    return streams(scenario.territory.seed, scenario.run.seed, replication, further)


def _run_times(scenario: Scenario) -> SimpleNamespace:
    """When the observation period opens and closes, and the run ends (ms)."""
    run = scenario.run
    warmup = int(run.warmup.value)
    window = warmup + int(run.length.value)
    return SimpleNamespace(warmup=warmup, window=window, end=window + int(run.followup.value))


def _mechanisms(scenario: Scenario, table: DistributionTable) -> dict[str, SimpleNamespace]:
    """What each mechanism hands to its rules, by its section; lists become arrays."""
    return {
        mechanism.section: SimpleNamespace(**{name: _single_or_array(value) for name, value in lowered.items()})
        for mechanism in MECHANISMS
        if (lowered := getattr(scenario.mechanisms, mechanism.section).lower(table, scenario))
    }


def _single_or_array(value: Number | Sequence[Number]) -> Any:
    return value if isinstance(value, int | float) else np.array(value)


def _daily(hours: str, days: int) -> np.ndarray:
    periods = [(d * DAY + a, d * DAY + b) for d in range(-1, days) for a, b in parse_hours(hours)]
    return np.array([(max(opens, 0), closes) for opens, closes in periods if closes > 0], dtype=np.int64)


def _areas(scenario: Scenario, ground: Ground, stations: Stations, duty: DutyRosters) -> Records:
    """Communities: their sites, workers, desk, and the pace at which members come forward."""
    areas = np.zeros(ground.communities, dtype=AREA)
    areas["street"] = ground.street
    areas["first_place"], areas["places"] = ground.first_place[:-1], np.diff(ground.first_place)
    areas["first_home"], areas["homes"] = ground.first_home[:-1], np.diff(ground.first_home)
    workers = np.bincount(stations.beats.community, minlength=ground.communities)
    areas["first_worker"], areas["workers"] = np.cumsum(workers) - workers, workers
    areas["desk"] = stations.first_desk + np.arange(ground.communities)
    areas["member_gap"] = _member_gaps(scenario, ground, duty)
    areas["partner_gap"] = _partner_gaps(scenario, ground, duty)
    ratio = value_or(scenario.population.inclination_ratio, 1.0)
    areas["readiness"] = readiness(scenario.territory.seed, ground.residents, ratio)
    each = len(scenario.channels)
    apart = scenario.mechanisms.service_centres.draws_people()
    areas["first_channel"], areas["channels"] = np.arange(ground.communities) * (each if apart else 0), each
    areas["inclined"] = mean_inclination(scenario, ground)
    areas["stretches"] = scenario.mechanisms.reporting.stretches(ground.residents, areas["homes"])
    return areas


def _member_gaps(scenario: Scenario, ground: Ground, duty: DutyRosters) -> np.ndarray:
    """Mean ms off hours between members of each community coming forward; 0 where there are none."""
    members = scenario.mechanisms.party_members
    yearly = duty.yearly_ms(members.roster, 0, 1)
    tasks = members.active_members() * ground.residents / ground.residents.sum() * members.solved.value
    return np.divide(yearly, tasks, out=np.zeros(len(tasks)), where=tasks > 0)


def _partner_gaps(scenario: Scenario, ground: Ground, duty: DutyRosters) -> np.ndarray:
    """Mean ms of their roster between partners of each community coming forward; 0 where there are none."""
    own = scenario.mechanisms.co_building
    tasks = np.array(own.units_of(ground.communities)) * own.tasks.value
    yearly = duty.yearly_ms(own.roster or scenario.calendar.office, 0, 1)
    return np.divide(yearly, tasks, out=np.zeros(len(tasks)), where=tasks > 0)


def _sites(ground: Ground, stations: Stations) -> Records:
    sites = np.zeros(len(ground.x), dtype=SITE)
    sites["x"], sites["y"] = ground.x, ground.y
    sites["beat"] = stations.beats.of_site
    sites["lap_part"], sites["visit_part"] = stations.beats.lap_part, stations.beats.visit_part
    sites["rank"] = _home_ranks(ground)
    sites["zone"], sites["group"] = ground.zone, ground.group
    return sites


def _home_ranks(ground: Ground) -> np.ndarray:
    """Rank of each site among the households of its community along the street (a place: of the next household)."""
    home = np.arange(len(ground.x)) >= ground.places
    order = np.lexsort((ground.along, ground.community))
    before = np.empty(len(order), dtype=np.int64)
    before[order] = np.cumsum(home[order]) - home[order]
    start = np.concatenate([[0], np.cumsum(np.diff(ground.first_home))])[:-1]
    return np.minimum(before - start[ground.community], np.diff(ground.first_home)[ground.community] - 1)


def _calendar_per_working_ms(duty: DutyRosters) -> float:
    """Ms of the calendar in which a ms of working time passes, over a year; 1 where the office never opens."""
    office = duty.scenario.calendar.office
    yearly = duty.yearly_ms(office, 0, 1)
    return YEAR_DAYS * DAY / yearly if yearly > 0 else 1.0


def _month_ends(scenario: Scenario, end: int) -> np.ndarray:
    """Midnights (ms) at which a calendar month of the run ends."""
    start = scenario.run.start
    days = range(1, end // DAY + 1)
    return np.array([d * DAY for d in days if (start + timedelta(days=d)).day == 1], dtype=np.int64)
