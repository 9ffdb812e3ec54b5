"""What must be known before the figures of a page are read: queues that grow, and what is doubtful in a scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from sim.language.contradiction import Doubt
from sim.measures.stations.queues import GrowingQueue, growing_queues
from sim.record.store import SCENARIO, VARIANTS
from sim.scenario.load import scenario_of, undumped
from sim.scenario.models import Scenario
from sim.scenario.problems import dotted
from sim.show.text.settings import setting_title
from sim.show.text.warnings import doubt_text, doubts_of, growth_lines
from sim.words import Language, label

if TYPE_CHECKING:
    from sim.record.beside import Beside

Lines = list[str]
"""Sentences; those that are about a setting begin with what it is called."""


def of_run(
    frames: Mapping[str, pd.DataFrame], scenario: Scenario, document: Mapping[str, Any], language: Language
) -> Lines:
    """Return what must be known of a run, by its tables."""
    growing = growing_queues(frames["queues"], frames["stations"])
    return [*growth_lines(growing, document, language), *doubt_lines(scenario, document, language)]


def of_comparison(
    found: Beside, folders: Mapping[str, str], titles: Mapping[str, str], language: Language
) -> list[tuple[str, Lines]]:
    """Return what must be known of each variant by its title; of the others only what the first does not say too."""
    told: list[tuple[str, Lines]] = []
    for name, title in titles.items():
        document, doubtful = _doubtful((found.folder / VARIANTS / folders[name] / SCENARIO).read_text("utf-8"))
        growing = growth_lines(growing_of(found, name), document, language)
        lines = [*growing, *(_about(doubt, document, language) for doubt in doubtful)]
        told.append((title, [line for line in lines if not told or line not in told[0][1]]))
    return [(title, lines) for title, lines in told if lines]


@lru_cache(maxsize=16)
def _doubtful(text: str) -> tuple[Mapping[str, Any], Sequence[Doubt]]:
    """Return a scenario as its folder has it and what is doubtful in it: found once for both languages."""
    return undumped(text), doubts_of(scenario_of(text))


def growing_of(found: Beside, variant: str) -> list[GrowingQueue]:
    """Return the queues that grew in a variant, the steepest first; none where a comparison does not say."""
    if "growing" not in found.tables:
        return []
    table = found.tables["growing"]
    rows = table[table["variant"] == variant].drop(columns="variant")
    return [GrowingQueue(*row) for row in rows.itertuples(index=False)]


def doubt_lines(scenario: Scenario, document: Mapping[str, Any], language: Language) -> Lines:
    """Return what is doubtful in a scenario."""
    return [_about(doubt, document, language) for doubt in doubts_of(scenario)]


def _about(doubt: Doubt, document: Mapping[str, Any], language: Language) -> str:
    told = doubt_text(doubt, document, language)
    if "unit" in doubt.figures:  # the sentence names it
        return told
    title = setting_title(dotted(doubt.path), document, language)
    return label("setting_of", language).format(entry=title, title=told)
