"""What must be known before the figures are read: what is doubtful in a scenario, and queues that grow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sim.kinds import StationKind
from sim.language.contradiction import Doubt
from sim.plan.doubts import doubts
from sim.said import Message, said
from sim.scenario.problems import dotted
from sim.show.text.labels import title_of
from sim.show.text.unit_titles import unit_title
from sim.words import Language, label, tell_in

if TYPE_CHECKING:
    from sim.measures.stations.queues import GrowingQueue
    from sim.scenario.load import Loaded

NAMED = 3
"""Growing queues told one by one; of the others their number."""
_SINGLE = {"grid": "worker_of", "community": "desk_of", StationKind.MEMBERS.name.lower(): "members_of"}


def warnings_of_all(loaded: Sequence[Loaded], language: Language) -> list[str]:
    """Return the warnings of several scenarios, each said once."""
    return list(dict.fromkeys(line for each in loaded for line in warning_lines(each, language)))


def warning_lines(loaded: Loaded, language: Language = "en") -> list[str]:
    """Return the warnings of a scenario, a line each with file, line and path, for the terminal."""
    tell = tell_in(language)
    lines = []
    for doubt in doubts(loaded.scenario):
        told = doubt_text(doubt, loaded.document, language)
        advice = said("; {allowed}", allowed=said(doubt.advice)) if doubt.advice else ""
        place, path = loaded.place_to_change(doubt.path), dotted(doubt.path)
        line = said("{where}: warning: {told}{advice}", where=place.told, told=told, advice=advice)
        if not place.named:
            line = said(
                "{where}: {path}: warning: {told}{advice}", where=place.told, path=path, told=told, advice=advice
            )
        lines.append(tell(line))
    return lines


def doubt_text(doubt: Doubt, document: Mapping[str, Any], language: Language) -> str:
    """Return a warning in words; `document` is the scenario, which knows the titles of units."""
    tell = tell_in(language)
    figures = {name: tell(its) if isinstance(its, Message) else its for name, its in doubt.figures.items()}
    if "unit" in figures:
        figures["unit"] = unit_of(str(figures["unit"]), document, language)
    return label(f"doubt_{doubt.kind}", language).format(**figures)


def unit_of(name: str, document: Mapping[str, Any], language: Language) -> str:
    """Return what all stations of a unit (by its name) are called together."""
    if name == "grid":
        title = label("workers", language)
    elif name == "community":
        title = title_of(document["staff"]["community_desks"], name, language)
    else:
        title = unit_title(name, document, language)
    return title[:1].upper() + title[1:]


def growth_lines(queues: Sequence[GrowingQueue], document: Mapping[str, Any], language: Language) -> list[str]:
    """Return a sentence for each of the queues that grow most, and one for the others; none if none grows."""
    lines = [
        label("queue_grows", language).format(
            station=_station(queue.name, document, language),
            per_week=_jobs(queue.per_week),
            rising=queue.rising,
            n=queue.replications,
        )
        for queue in queues[:NAMED]
    ]
    others = queues[NAMED:]
    if others:
        lines.append(label("queues_more", language).format(n=len(others), per_week=_jobs(others[0].per_week)))
    return lines


def _station(name: str, document: Mapping[str, Any], language: Language) -> str:
    unit, _, number = name.rpartition(" ")
    if unit in _SINGLE:
        return label(_SINGLE[unit], language).format(number=number)
    return unit_title(name, document, language)


def _jobs(per_week: float) -> str:
    return f"{per_week:.0f}" if per_week >= 10 else f"{per_week:.1f}"
