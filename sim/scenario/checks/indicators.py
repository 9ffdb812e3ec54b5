"""Indicators: their entries form a tree, and there are not more of them than the source counts."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Contradiction
from sim.language.units import nearest_word
from sim.said import said
from sim.scenario.models import MOST_DEEP, Indicators, Scenario


def indicators_form_a_tree(scenario: Scenario) -> Iterator[Contradiction]:
    """Each entry stands at the top or in another that is there; what others stand in has no measure of its own."""
    if scenario.indicators is None:
        return
    entries = scenario.indicators.entries
    placed = {its.name for its in scenario.indicators.in_order()}
    holders = {entry.of for entry in entries.values()}
    for name, entry in entries.items():
        path = ("indicators", "entries", name)
        if entry.of is not None and entry.of not in entries:
            yield Contradiction((*path, "of"), "no such entry of the tree", nearest_word(entry.of, list(entries)))
        elif entry.title is None and entry.measure is None:
            yield Contradiction(path, "has neither a title nor a measure")
        elif entry.measure is not None and name in holders:
            yield Contradiction((*path, "measure"), "is of an entry that others stand in; give it to one of these")
        elif name not in placed and not _lost_above(name, scenario.indicators):
            yield Contradiction(
                (*path, "of"),
                said("stands in itself by way of others, or more than {most} levels deep", most=MOST_DEEP),
            )


def indicators_are_as_many_as_counted(scenario: Scenario) -> Iterator[Contradiction]:
    """No level has more entries with titles than the source counts."""
    if scenario.indicators is None:
        return
    for (name, level), number in zip(scenario.indicators.levels.items(), scenario.indicators.named(), strict=True):
        if level.count is not None and number > level.count:
            path = ("indicators", "levels", name, "count")
            yield Contradiction(
                path, said("is less than the {number} entries that are named at this level", number=number)
            )


def _lost_above(name: str, indicators: Indicators) -> bool:
    """Say whether an entry stands, directly or not, in one that is not there, which is told of that one."""
    seen: set[str] = set()
    above: str | None = name
    while above is not None and above not in seen:
        if above not in indicators.entries:
            return True
        seen.add(above)
        above = indicators.entries[above].of
    return False
