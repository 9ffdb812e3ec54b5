"""What must be known before the figures of a page are read: queues that grow, and what is doubtful in a scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
from ruamel.yaml import YAML

from sim.measures.stations.queues import GrowingQueue, growing_queues
from sim.plan.doubts import doubts
from sim.record.store import SCENARIO, VARIANTS
from sim.scenario.models import Scenario
from sim.scenario.problems import dotted
from sim.show.text.warnings import doubt_text, growth_lines
from sim.words import Language

if TYPE_CHECKING:
    from sim.record.beside import Beside

Lines = list[tuple[str, str]]
"""Sentences, each with the path in the scenario that it is about, empty if it is about none."""


def of_run(
    frames: Mapping[str, pd.DataFrame], scenario: Scenario, document: Mapping[str, Any], language: Language
) -> Lines:
    """Return what must be known of a run, by its tables."""
    return _lines(growing_queues(frames["queues"], frames["stations"]), scenario, document, language)


def of_comparison(
    found: Beside, folders: Mapping[str, str], titles: Mapping[str, str], language: Language
) -> list[tuple[str, Lines]]:
    """Return what must be known of each variant by its title; of the others only what the first does not say too."""
    told: list[tuple[str, Lines]] = []
    for name, title in titles.items():
        document = YAML(typ="safe").load((found.folder / VARIANTS / folders[name] / SCENARIO).read_text("utf-8"))
        lines = _lines(growing_of(found, name), Scenario.model_validate(document), document, language)
        told.append((title, [line for line in lines if not told or line not in told[0][1]]))
    return [(title, lines) for title, lines in told if lines]


def growing_of(found: Beside, variant: str) -> list[GrowingQueue]:
    """Return the queues that grew in a variant, the steepest first; none where a comparison does not say."""
    if "growing" not in found.tables:
        return []
    table = found.tables["growing"]
    rows = table[table["variant"] == variant].drop(columns="variant")
    return [GrowingQueue(*row) for row in rows.itertuples(index=False)]


def _lines(
    growing: Sequence[GrowingQueue], scenario: Scenario, document: Mapping[str, Any], language: Language
) -> Lines:
    doubtful = [(dotted(doubt.path), doubt_text(doubt, document, language)) for doubt in doubts(scenario)]
    return [*(("", line) for line in growth_lines(growing, document, language)), *doubtful]
