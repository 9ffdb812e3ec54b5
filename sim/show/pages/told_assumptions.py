"""The assumed numbers of a scenario as a report tells them: settings by their titles, values in the reader's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Any, NamedTuple

from sim.scenario.models import Scenario
from sim.show.pages.assumptions import assumptions, ungraded
from sim.show.text.settings import reason_text, setting_title, setting_value
from sim.words import Language

_AMOUNT = re.compile(r"([-+\d.,]+)( .*)")
_DEEP = ("mechanisms", "hazards", "staff", "departments")


class ToldAssumption(NamedTuple):
    """An assumed number: the title of its setting, what is assumed, its range and why, as text."""

    title: str
    value: str
    range: str
    reason: str


class Told(NamedTuple):
    """The assumptions by section, how many there are, and whether reasons are left out, being in another language."""

    sections: list[tuple[str, list[ToldAssumption]]]
    number: int
    reasons_elsewhere: bool


class ToldUngraded(NamedTuple):
    """Numbers that nobody vouches for: the title of their setting and what is written there."""

    title: str
    values: list[str]


def told_assumptions(document: Mapping[str, Any], language: Language) -> Told:
    """Return all assumed numbers, in the order of the document."""
    found = assumptions(document)
    sections = [
        (setting_title(section, document, language), [_told(its.path, document, language) for its in rows])
        for section, rows in groupby(found, key=lambda its: _section(its.path))
    ]
    given = [bool(its.reason) for its in found]
    kept = [bool(row.reason) for _, rows in sections for row in rows]
    return Told(sections, len(found), sum(kept) < sum(given))


def _section(path: str) -> str:
    steps = path.split(".")
    return ".".join(steps[:2]) if steps[0] in _DEEP else steps[0]


def _told(path: str, document: Mapping[str, Any], language: Language) -> ToldAssumption:
    node: Any = document
    for step in path.split("."):
        node = node[int(step)] if isinstance(node, list) else node[int(step) if _is_number(node, step) else step]
    bounds = [node.get(end) for end in ("low", "high")]
    told = ["…" if end is None else setting_value(end, document, language) for end in bounds]
    factor = "" if "value" in node else "× "
    reason = str(node.get("source") or "")
    return ToldAssumption(
        setting_title(path, document, language),
        setting_value(node, document, language),
        f"{factor}{_range_text(*told)}" if bounds != [None, None] else "",
        reason_text(reason, document, language),
    )


def _range_text(low: str, high: str) -> str:
    """Return a range with its unit once, if that is told after a space."""
    start, end = _AMOUNT.fullmatch(low), _AMOUNT.fullmatch(high)
    once = start is not None and end is not None and start[2] == end[2]
    return f"{start[1] if start and once else low} – {high}"


def _is_number(node: Mapping[Any, Any], step: str) -> bool:
    return step not in node and step.isdigit()


def told_ungraded(scenario: Scenario, document: Mapping[str, Any], language: Language) -> list[ToldUngraded]:
    """Return the numbers that have no grade, as text."""
    return [
        ToldUngraded(
            setting_title(its.path, document, language),
            [setting_value(value, document, language) for value in its.values],
        )
        for its in ungraded(scenario, document)
    ]
