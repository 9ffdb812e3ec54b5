"""Further stations, beside those of the organisation: leaders of streets and district, property companies, partners."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, StationKind
from sim.language.quantity import Share
from sim.language.units import HOUR_MS
from sim.scenario.staff import Crews, Travel


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
