"""Further stations, beside those of the organisation: crews sunk to the streets, the leaders of streets and of the
district, the stations for some groups, purchased services, property companies, partners of communities, and the stages
of cases: councils and committees."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.kinds import NOBODY, Scope, StationKind
from sim.language.quantity import Share
from sim.language.units import HOUR_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.authority import sunk_enforcement
from sim.mechanisms.authority.special_groups import STATION_NAME
from sim.mechanisms.hours import funding
from sim.mechanisms.units.roll_out import where
from sim.scenario.checks.money import need
from sim.scenario.staff import Crews, Travel
from sim.world.ground import share_out


def add_sunk(builder: Any) -> None:
    """Add the crews of departments in the streets (to a `StationBuilder`): of each a unit, a station in each street.

    Where no crew stays with the department, those of the first street have its blocks.
    """
    ground, sunk = builder.ground, builder.scenario.mechanisms.sunk_enforcement
    counted = ground.residents * where(builder.scenario, "sunk_enforcement")
    streets = int(builder.scenario.territory.streets.value)
    residents = np.bincount(ground.street, weights=counted, minlength=streets).astype(np.float64)
    for name in sunk.departments if sunk.enabled else ():
        crews = builder.scenario.departments[name]
        moved = sunk.moved(builder.scenario, name, crews.in_all(1))
        travel = crews.travel if sunk.trip is None else Travel(time=sunk.trip)
        crews, first = crews.model_copy(update={"travel": travel}), int(moved < crews.in_all(1))
        unit = builder.unit(sunk_enforcement.unit_name(name), StationKind.SUNK)
        own = builder.made.unit_number[name]
        builder.made.unit_rows[own] = (*builder.made.unit_rows[own][:-1], unit)
        for street, count in enumerate(_shared_out(moved, residents, int(sunk.least.value))):
            key, at = builder.key(name, first + street), builder.middle_of(street)
            builder.crews(unit, StationKind.SUNK, NOBODY, key, crews, count, at)


def _shared_out(crews: int, residents: NDArray[np.float64], least: int) -> list[int]:
    """Crews of each street in which anybody is counted, by residents; none in the others."""
    found = np.zeros(len(residents), dtype=np.int64)
    there = residents > 0
    if there.any():
        found[there] = share_out(crews, residents[there], least)
    return [int(count) for count in found]


def add_leaders(builder: Any) -> None:
    """Add the named leaders (to a `StationBuilder`): a station in each street and one of the district, if there are
    any; a server for each slot, with as many hours a week as a case takes of a leader."""
    scenario = builder.scenario
    own = scenario.mechanisms.named_leader
    if not own.acts():
        return
    roster = own.roster or scenario.calendar.office
    weekly = scenario.rosters[roster].weekly_hours(1)
    share = own.hours.value / HOUR_MS / weekly if weekly > 0 else 0.0
    crews = Crews(title="Leaders", share=Share(value=share), roster=roster, travel=Travel())
    for street in range(int(scenario.territory.streets.value)):
        key = builder.key("street_leader", street)
        slots = int(own.slots.street.value)
        builder.crews(NOBODY, StationKind.STREET_LEADER, NOBODY, key, crews, slots, builder.middle_of(street))
    key = builder.key("district_leader", 0)
    slots = int(own.slots.district.value)
    builder.crews(NOBODY, StationKind.DISTRICT_LEADER, NOBODY, key, crews, slots, builder.middle())


def add_services(builder: Any) -> None:
    """Add the crews of purchased services (to a `StationBuilder`): of each a unit, with a station in each street, from
    when services begin."""
    ground, scenario = builder.ground, builder.scenario
    streets = int(scenario.territory.streets.value)
    since = (funding.begins(scenario) - scenario.run.start).days
    households, issues = np.diff(ground.first_home), ground.residents * ground.rate_factor
    weights = need(households, issues) if scenario.mechanisms.funding.formula == "need" else np.ones(len(households))
    by_street = np.bincount(ground.street, weights=weights, minlength=streets).astype(np.float64)
    for name, its in scenario.mechanisms.funding.bought().items():
        crews = Crews(title=its.title, share=its.share, roster=its.roster, travel=Travel(time=its.trip))
        called = funding.unit_name(name)
        unit = builder.unit(called, StationKind.CONTRACTOR)
        for street, count in enumerate(share_out(funding.crews_of(scenario, its), by_street, least=1).tolist()):
            key, at = builder.key(called, street), builder.middle_of(street)
            builder.crews(unit, StationKind.CONTRACTOR, NOBODY, key, crews, count, at, since)


def add_service_stations(builder: Any) -> None:
    """Add the stations for some groups (to a `StationBuilder`): of their unit one in each street, with what visits
    leave of its crews' duty."""
    own = builder.scenario.mechanisms.special_groups
    if not own.acts():
        return
    share = Share(value=own.for_cases(builder.scenario))
    crews = Crews(title=STATION_NAME, share=share, roster=own.roster, travel=Travel(time=own.trip))
    unit = builder.unit(STATION_NAME, StationKind.SERVICE)
    for street in range(int(builder.scenario.territory.streets.value)):
        key, count, at = builder.key(STATION_NAME, street), own.crews.value, builder.middle_of(street)
        builder.crews(unit, StationKind.SERVICE, NOBODY, key, crews, count, at)


def add_companies(builder: Any) -> None:
    """Add the property companies (to a `StationBuilder`): a station in each community, if they settle anything."""
    scenario = builder.scenario
    own = scenario.mechanisms.property
    if not own.acts():
        return
    roster = own.roster or scenario.calendar.office
    crews = Crews(title="Companies", share=Share(value=1), roster=roster, travel=Travel(time=own.trip))
    for community in range(builder.ground.communities):
        at = (float(builder.centre[community, 0]), float(builder.centre[community, 1]))
        key = builder.key("company", community)
        builder.crews(NOBODY, StationKind.COMPANY, community, key, crews, int(own.crews.value), at)


def add_partners(builder: Any) -> None:
    """Add the co-built units (to a `StationBuilder`): a pool in each community, if there is any contract."""
    scenario = builder.scenario
    own = scenario.mechanisms.co_building
    if not own.number():
        return
    roster = own.roster or scenario.calendar.office
    hours = builder.calendars.add(builder.duty.pattern(roster, 0, 1)[:, :2])
    pool = len(builder.made.pool_rows)
    work = own.work or scenario.mechanisms.party_members.work
    builder.made.pool_rows.append((hours, builder.table.add(work)))
    for community, units in enumerate(own.units_of(builder.ground.communities)):
        builder.pool(StationKind.PARTNERS, community, units, pool, hours)


def add_stages(builder: Any) -> None:
    """Add the units and stations of the stages of all mechanisms, and their records: of each mechanism the lowest
    first."""
    for mechanism in MECHANISMS:
        its = list(mechanism.stages(builder.scenario)) if mechanism.stages is not None else []
        hearings = 0
        for position, stage in enumerate(its):
            unit = builder.unit(stage.unit, stage.kind, scope=stage.scope)
            for place in range(_places(builder, stage.scope)):
                builder.sessions(unit, stage.kind, place, stage.scope, stage.roster, stage.held)
            hearings += stage.hearings
            above = len(builder.made.stage_rows) + 1 if position + 1 < len(its) else NOBODY
            item, again = builder.table.add(stage.item), builder.table.add(stage.again)
            row = (mechanism.number, unit, item, stage.settles, hearings, again, above)
            builder.made.stage_rows.append(row)


def _places(builder: Any, scope: Scope) -> int:
    """Number of places of a scope."""
    if scope == Scope.COMMUNITY:
        return len(builder.centre)
    return int(builder.scenario.territory.streets.value) if scope == Scope.STREET else 1
