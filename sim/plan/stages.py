"""Stages lowered: the stations before which cases come, and a record of each stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.kinds import NOBODY, Scope
from sim.mechanisms import MECHANISMS

if TYPE_CHECKING:
    from sim.plan.stations import StationBuilder


def add_stages(builder: StationBuilder) -> None:
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


def _places(builder: StationBuilder, scope: Scope) -> int:
    """Number of places of a scope."""
    if scope == Scope.COMMUNITY:
        return len(builder.centre)
    return int(builder.scenario.territory.streets.value) if scope == Scope.STREET else 1
