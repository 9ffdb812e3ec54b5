"""Further stations, beside those of the organisation: the leaders of streets and of the district."""

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
