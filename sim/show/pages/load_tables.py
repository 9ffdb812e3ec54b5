"""The table of the load by unit, as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sim.measures.stations.unit_loads import UnitUse
from sim.show.text.numbers import number_text
from sim.show.text.warnings import unit_of
from sim.words import Language


class LoadRow(NamedTuple):
    """A unit: its utilisations, each with what is divided by what, and its queue."""

    unit: str
    stations: str
    hands: str
    cases_over_open: str
    of_cases: str
    busiest: str
    busy_over_duty: str
    of_duty: str
    waiting: str
    wait: str


def load_rows(units: Sequence[UnitUse], document: Mapping[str, Any], language: Language) -> list[LoadRow]:
    """Return a row for each unit, in the order given; hours are those of a week."""
    return [
        LoadRow(
            unit_of(unit.name, document, language),
            f"{unit.stations:,}",
            f"{unit.servers:,.0f}",
            f"{_hours(unit.cases_h)} / {_hours(unit.open_h)}",
            number_text(unit.of_cases, "share"),
            number_text(unit.most, "share") if unit.stations > 1 else "",
            f"{_hours(unit.busy_h)} / {_hours(unit.duty_h)}",
            number_text(unit.of_duty, "share"),
            number_text(unit.waiting, ""),
            number_text(unit.wait_h, ""),
        )
        for unit in units
    ]


def _hours(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
