"""Lowering: from a scenario to the plan of one replication, world included."""

import math
from datetime import timedelta
from types import SimpleNamespace

import numpy as np

from sim.chance.book import VariateBook
from sim.chance.draws import streams
from sim.language.units import WORKING_DAY_MS
from sim.plan.beats import lay_beats
from sim.plan.calendars import ALWAYS, Calendars, joined
from sim.plan.hazards import Finding, lower_hazards
from sim.plan.plan import AREA, CHANNEL, SITE, Plan, Records
from sim.plan.rosters import YEAR_DAYS, DutyBook
from sim.plan.stations import Crowd, station_crews
from sim.scenario.hours import DAY, parse_hours
from sim.scenario.models import Scenario
from sim.world.grids import Grids, cut_grids
from sim.world.ground import Ground
from sim.world.world import build_world

OFFICE_DAYS = 400
"""Days beyond the end for which office hours are known, so that limits which end after the run have their moment."""


def lower(scenario: Scenario, replication: int) -> tuple[Plan, Ground, Grids]:
    """The plan of a replication (from 0), with the ground and the grids it stands on."""
    draw = streams(scenario.territory.seed, scenario.run.seed, replication)
    world = build_world(scenario, replication)
    ground, occurrences = world.ground, world.occurrences
    grids = cut_grids(scenario, ground)
    settings, book = _settings(scenario)
    days = math.ceil(settings.end / DAY) + 1
    duty = DutyBook(scenario, days)
    calendars = Calendars()
    settings.always = calendars.add(ALWAYS)
    settings.office = calendars.add(joined(DutyBook(scenario, days + OFFICE_DAYS).office()[:, :2]))
    settings.awake = calendars.add(_daily(scenario.mechanisms.reporting.awake, days))
    settings.off_hours = calendars.add(duty.pattern(scenario.mechanisms.party_members.roster, 0, 1)[:, :2])
    crowd = station_crews(scenario, ground, lay_beats(scenario, ground, grids), duty, calendars, book, draw, settings)
    found = Finding(_passes_per_ms(scenario, crowd), _visits_per_ms(scenario))
    hazards = lower_hazards(scenario, crowd.unit_number, book, settings.highest, _waking_ms(scenario), found)
    channels = _channels(scenario, book)
    variates, knots = book.lower()
    kinds, intervals = calendars.lower()
    plan = Plan(
        replication=replication, settings=settings, draw=draw, variates=variates, knots=knots,
        opens=intervals["opens"], closes=intervals["closes"], worked=intervals["worked"],
        calendars=kinds, stints=crowd.stints(),
        hazards=hazards.hazards, options=hazards.options, counts=hazards.counts, members=hazards.members,
        channels=channels, units=crowd.units, stations=crowd.stations, servers=crowd.servers, beats=crowd.beats.records,
        communities=_areas(scenario, ground, crowd, duty), sites=_sites(ground, crowd),
        first_resident=ground.first_resident, root=occurrences.root, time=occurrences.time,
        months=_month_ends(scenario, settings.end),
    )  # fmt: skip
    return plan, ground, grids


def _settings(scenario: Scenario) -> tuple[SimpleNamespace, VariateBook]:
    """Single numbers of the plan: the run's times and what each mechanism lowers, distributions in the book."""
    run, mechanisms, people = scenario.run, scenario.mechanisms, scenario.population
    warmup = int(run.warmup.value)
    window = warmup + int(run.length.value)
    book = VariateBook()
    settings = SimpleNamespace(
        warmup=warmup,
        window=window,
        end=window + int(run.followup.value),
        rebalance_after=int(scenario.staff.grid_leaders.rebalance_after.value),
    )
    for mechanism in (
        mechanisms.patrol, mechanisms.dispatch, mechanisms.whistle, mechanisms.party_members, mechanisms.ledger,
    ):  # fmt: skip
        vars(settings).update(mechanism.lower(book))
    vars(settings).update(mechanisms.queueing.lower())
    vars(settings).update(mechanisms.reporting.lower(book, people.trust, people.inclination))
    return settings, book


def _daily(hours: str, days: int) -> np.ndarray:
    periods = parse_hours(hours)
    return np.array([(d * DAY + a, d * DAY + b) for d in range(days) for a, b in periods], dtype=np.int64)


def _waking_ms(scenario: Scenario) -> int:
    return sum(b - a for a, b in parse_hours(scenario.mechanisms.reporting.awake))


def _channels(scenario: Scenario, book: VariateBook) -> Records:
    upto = np.cumsum([channel.share.value for channel in scenario.channels.values()])
    registrations = [book.add(channel.registration) for channel in scenario.channels.values()]
    return np.array(list(zip(upto / upto[-1], registrations, strict=True)), dtype=CHANNEL)


def _areas(scenario: Scenario, ground: Ground, crowd: Crowd, duty: DutyBook) -> Records:
    """Communities: their sites, workers, desk, and the pace at which members come forward."""
    areas = np.zeros(ground.communities, dtype=AREA)
    areas["street"] = ground.street
    areas["first_place"], areas["places"] = ground.first_place[:-1], np.diff(ground.first_place)
    areas["first_home"], areas["homes"] = ground.first_home[:-1], np.diff(ground.first_home)
    workers = np.bincount(crowd.beats.community, minlength=ground.communities)
    areas["first_worker"], areas["workers"] = np.cumsum(workers) - workers, workers
    areas["desk"] = crowd.first_desk + np.arange(ground.communities)
    areas["member_gap"] = _member_gaps(scenario, ground, duty)
    return areas


def _member_gaps(scenario: Scenario, ground: Ground, duty: DutyBook) -> np.ndarray:
    """Mean ms off hours between members of each community coming forward; 0 where there are none."""
    members = scenario.mechanisms.party_members
    yearly = duty.yearly_ms(members.roster, 0, 1)
    tasks = members.active_members() * ground.residents / ground.residents.sum() * members.solved.value
    return np.divide(yearly, tasks, out=np.zeros(len(tasks)), where=tasks > 0)


def _sites(ground: Ground, crowd: Crowd) -> Records:
    sites = np.zeros(len(ground.x), dtype=SITE)
    sites["x"], sites["y"] = ground.x, ground.y
    sites["beat"] = crowd.beats.of_site
    sites["lap_part"], sites["visit_part"] = crowd.beats.lap_part, crowd.beats.visit_part
    sites["rank"] = _home_ranks(ground)
    return sites


def _home_ranks(ground: Ground) -> np.ndarray:
    """Rank of each site among the households of its community along the street (a place: of the next household)."""
    home = np.arange(len(ground.x)) >= ground.places
    order = np.lexsort((ground.along, ground.community))
    before = np.empty(len(order), dtype=np.int64)
    before[order] = np.cumsum(home[order]) - home[order]
    start = np.concatenate([[0], np.cumsum(np.diff(ground.first_home))])[:-1]
    return np.minimum(before - start[ground.community], np.diff(ground.first_home)[ground.community] - 1)


def _passes_per_ms(scenario: Scenario, crowd: Crowd) -> float:
    """Patrol passes of a site per ms of the calendar, on average over beats, as planned for a year."""
    lap = crowd.beats.records["lap"].astype(float)
    patrol = crowd.yearly_duty_ms * (scenario.mechanisms.patrol.target.value / WORKING_DAY_MS)
    walked = lap > 0
    return float((patrol[walked] / lap[walked]).mean()) / (YEAR_DAYS * DAY) if walked.any() else 0.0


def _visits_per_ms(scenario: Scenario) -> float:
    patrol = scenario.mechanisms.patrol
    visited = patrol.enabled and scenario.staff.grid_workers.count.value > 0
    return patrol.visits.value / (YEAR_DAYS * DAY) if visited else 0.0


def _month_ends(scenario: Scenario, end: int) -> np.ndarray:
    """Midnights (ms) at which a calendar month of the run ends."""
    start = scenario.run.start
    days = range(1, end // DAY + 1)
    return np.array([d * DAY for d in days if (start + timedelta(days=d)).day == 1], dtype=np.int64)
