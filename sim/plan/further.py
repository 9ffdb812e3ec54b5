"""Further stations, beside those of the organisation: the leaders of streets and of the district, the stations for
some groups, and purchased services."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.kinds import NOBODY, StationKind
from sim.language.quantity import Share
from sim.language.units import HOUR_MS
from sim.mechanisms.authority.special_groups import STATION_NAME
from sim.mechanisms.hours import funding
from sim.scenario.checks.money import need
from sim.scenario.staff import Crews, Travel
from sim.world.ground import share_out


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
