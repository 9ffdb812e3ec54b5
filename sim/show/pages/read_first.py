"""What must be known before the figures of a page are read: queues that grow, and what is doubtful in a scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from sim.language.contradiction import Doubt
from sim.language.units import DAY_MS
from sim.measures.stations.queues import GrowingQueue, growing_queues
from sim.measures.statistics.warmup import goes_through_seasons, settled
from sim.plan.doubts import doubts
from sim.record.store import SCENARIO, VARIANTS
from sim.scenario.load import scenario_of, undumped
from sim.scenario.models import Scenario
from sim.scenario.problems import dotted
from sim.show.text.settings import setting_title
from sim.show.text.warnings import doubt_text, growth_lines
from sim.words import Language, label

if TYPE_CHECKING:
    from sim.record.beside import Beside

Lines = list[str]
"""Sentences; those that are about a setting begin with what it is called."""


def of_run(
    frames: Mapping[str, pd.DataFrame],
    state: pd.DataFrame,
    scenario: Scenario,
    document: Mapping[str, Any],
    language: Language,
) -> Lines:
    """Return what must be known of a run, by its tables; `state` is that of the district over the run (`states`)."""
    growing = growing_queues(frames["queues"], frames["stations"])
    warmup = scenario.run.warmup.value / DAY_MS
    return [
        *growth_lines(growing, document, language),
        *warmup_lines(state, warmup, language),
        *doubt_lines(scenario, document, language),
    ]


def of_comparison(
    found: Beside, folders: Mapping[str, str], titles: Mapping[str, str], language: Language
) -> list[tuple[str, Lines]]:
    """Return what must be known: what is so in all variants without a title, then of each by its title what else is; of
    the others only what the first does not say too."""
    told: dict[str, Lines] = {}
    for name, title in titles.items():
        document, doubtful = _doubtful((found.folder / VARIANTS / folders[name] / SCENARIO).read_text("utf-8"))
        growing = growth_lines(growing_of(found, name), document, language)
        states = found.tables["states"]
        warmup = warmup_lines(states[states["variant"] == name], found.manifest["warmup_days"], language)
        lines = [*growing, *warmup, *(_about(doubt, document, language) for doubt in doubtful)]
        told[title] = lines
    first = next(iter(told.values()))
    of_all = [line for line in first if all(line in lines for lines in told.values())]
    own = [
        (title, [line for line in lines if line not in (of_all if lines is first else first)])
        for title, lines in told.items()
    ]
    return [(title, lines) for title, lines in (("", of_all), *own) if lines]


@lru_cache(maxsize=16)
def _doubtful(text: str) -> tuple[Mapping[str, Any], Sequence[Doubt]]:
    """Return a scenario as its folder has it and what is doubtful in it: found once for both languages."""
    return undumped(text), doubts(scenario_of(text))


def warmup_lines(state: pd.DataFrame, warmup_days: float, language: Language) -> Lines:
    """Return that a warm-up was too short, or that nobody can tell whether it was; nothing if it was long enough, or if
    seasons move the state of the run more than its start does."""
    if state.empty or goes_through_seasons(float(state["day"].iloc[-1])):
        return []
    cut = settled(state).longest()
    if cut is not None and cut <= warmup_days:
        return []
    name = "warmup_doubtful" if cut is None else "warmup_too_short"
    return [label(name, language).format(given=f"{warmup_days:.0f}", cut="" if cut is None else f"{cut:.0f}")]


def growing_of(found: Beside, variant: str) -> list[GrowingQueue]:
    """Return the queues that grew in a variant, the steepest first; none where a comparison does not say."""
    if "growing" not in found.tables:
        return []
    table = found.tables["growing"]
    rows = table[table["variant"] == variant].drop(columns="variant")
    return [GrowingQueue(*row) for row in rows.itertuples(index=False)]


def doubt_lines(scenario: Scenario, document: Mapping[str, Any], language: Language) -> Lines:
    """Return what is doubtful in a scenario."""
    return [_about(doubt, document, language) for doubt in doubts(scenario)]


def _about(doubt: Doubt, document: Mapping[str, Any], language: Language) -> str:
    told = doubt_text(doubt, document, language)
    if "unit" in doubt.figures:  # the sentence names it
        return told
    title = setting_title(dotted(doubt.path), document, language)
    return label("setting_of", language).format(entry=title, title=told)
