"""The tables of the report: from summary, tables and manifest to rows of text in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from sim.measures.catalogue import MEASURES, THEMES
from sim.measures.measure import Measure
from sim.measures.summary import field_check
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import is_on
from sim.scenario.models import FieldRange, Scenario
from sim.show.text.labels import community_name
from sim.show.text.numbers import interval, number_text, unit_name
from sim.show.text.settings import reason_text
from sim.words import Language, label, words

KEY_FIGURES = (
    "severity_days_open",
    "dangerous_not_safe_2h_share",
    "dangerous_open_after_24h",
    "never_reported_share",
    "detection_median_h",
    "closing_street_order_median_h",
    "closing_request_median_h",
    "on_time_share_due",
    "truly_resolved_share",
    "worker_day_share",
)
"""What cannot be gamed comes first; then what is reported beside what is true."""

WORST = 5
"""Communities named of each kind."""

ENGINES = ("reference", "compiled")
ORIGIN = ("seed", "replications", "window_from", "window_to", "warmup_days")
"""Entries of a manifest that a report tells as they are."""
MARK = 12
"""Signs of a checksum that are told: enough to compare with a manifest."""

LEAST_CASES = 10
"""A community with fewer cases or issues than this in the window is not named: chance would name it."""


class Figure(NamedTuple):
    """One measure as text: its value, interval and unit, and what is said of it."""

    name: str
    label: str
    mean: str
    interval: str
    unit: str
    definition: str
    caution: str


@dataclass(frozen=True)
class Theme:
    """A theme of measures; rows that share a caution stand together."""

    title: str
    groups: list[list[Figure]]


class FieldRow(NamedTuple):
    """A measure beside the range that the scenario expects of it."""

    name: str
    label: str
    simulated: str
    expected: str
    range: str
    unit: str
    grade: str
    source: str
    inside: bool
    published: bool


class Community(NamedTuple):
    """A community among the worst: its name or number, its value, and how many cases or issues stand behind it."""

    name: str
    value: str
    cases: str


@dataclass(frozen=True)
class Worst:
    """The worst communities in one respect, beside the mean of all."""

    title: str
    count_title: str
    communities: list[Community]
    district: str


def themes(summary: pd.DataFrame, language: Language) -> list[Theme]:
    """Return all measures by theme, neighbours with the same caution grouped."""
    rows = _by_measure(summary)
    result = []
    for theme, measures in THEMES.items():
        figures = [_figure(measure, rows[measure.name], language) for measure in measures]
        groups = [list(group) for _, group in groupby(figures, key=lambda figure: figure.caution)]
        result.append(Theme(words(language).themes[theme], groups))
    return result


def key_figures(summary: pd.DataFrame, language: Language) -> list[Figure]:
    """Return the figures that head the report."""
    rows = _by_measure(summary)
    return [_figure(MEASURES[name], rows[name], language) for name in KEY_FIGURES]


def all_figures(summary: pd.DataFrame, language: Language) -> list[Figure]:
    """Return every measure that was made, as text."""
    return [_figure(MEASURES[name], row, language) for name, row in _by_measure(summary).items() if name in MEASURES]


def field_rows(summary: pd.DataFrame, document: Mapping[str, Any], language: Language) -> list[FieldRow]:
    """Return the measures for which the scenario document names a range."""
    known = {name: FieldRange.model_validate(entry) for name, entry in document.get("field", {}).items()}
    ordered = {name: known[name] for name in MEASURES if name in known}
    return [_field_row(row, document, language) for row in field_check(summary, ordered).to_dict("records")]


def worst_communities(communities: pd.DataFrame, names: Sequence[str], language: Language) -> list[Worst]:
    """Return the communities with the longest mean time to close and with the most issues never seen.

    `communities` has a row for each (`average_by_place`), `names` are those of the communities by number,
    none if they have none.
    """
    return [
        _worst(communities, names, ("closing_mean_h", "cases", "slowest"), language),
        _worst(communities, names, ("never_reported_share", "issues", "most_unseen"), language),
    ]


def mechanism_rows(scenario: Scenario, language: Language) -> list[tuple[str, str]]:
    """Return the mechanisms that are at work in a scenario, each with what is known of its effect."""
    its = words(language)
    on = [mechanism for mechanism in MECHANISMS if is_on(mechanism, scenario)]
    return [(its.mechanisms[mechanism.section], its.evidence[mechanism.evidence]) for mechanism in on]


def origin_rows(manifest: Mapping[str, Any], language: Language) -> list[tuple[str, str]]:
    """Return what a reader needs to have a result repeated; all else of it stands in the manifest."""
    told: dict[str, str] = {}
    if "gridgov" in manifest.get("versions", {}):
        code = str(manifest.get("code_sha256", ""))[:MARK]
        told["program"] = f"gridgov {manifest['versions']['gridgov']}" + (f" ({code})" if code else "")
    if manifest.get("engine") in ENGINES:
        told["engine"] = label(f"engine_{manifest['engine']}", language)
    if "scenario_sha256" in manifest:
        told["scenario_mark"] = str(manifest["scenario_sha256"])[:MARK]
    told |= {name: str(manifest[name]) for name in ORIGIN if name in manifest}
    if "finished" in manifest:
        told["finished"] = str(manifest["finished"])[:16].replace("T", " ")
    return [(label(f"origin_{name}", language), its) for name, its in told.items()]


def _by_measure(summary: pd.DataFrame) -> dict[str, Mapping[Any, Any]]:
    return {row["measure"]: row for row in summary.to_dict("records")}


def _figure(measure: Measure, row: Mapping[Any, Any], language: Language) -> Figure:
    told = words(language).measures[measure.name]
    return Figure(
        measure.name,
        told.label,
        _mean(row, measure.unit),
        _interval(row, measure.unit, language),
        unit_name(measure.unit, language),
        told.definition,
        told.caution,
    )


def _mean(row: Mapping[Any, Any], unit: str) -> str:
    """Return a mean as text, or the least that it can be where some replications did not reach a quantile."""
    return f"≥ {number_text(row['at_least'], unit)}" if row["not_reached"] else number_text(row["mean"], unit)


def _interval(row: Mapping[Any, Any], unit: str, language: Language) -> str:
    """Return the interval of a mean, or in how many replications a quantile was reached."""
    if not row["not_reached"]:
        return interval(row["low"], row["high"], unit)
    all_of_them = row["replications"] + row["not_reached"]
    return label("reached_in", language).format(reached=row["replications"], all=all_of_them)


def _field_row(row: Mapping[Any, Any], document: Mapping[str, Any], language: Language) -> FieldRow:
    measure = MEASURES[row["measure"]]
    expected = float("nan") if row["expected"] is None else row["expected"]
    return FieldRow(
        measure.name,
        words(language).measures[measure.name].label,
        number_text(row["simulated"], measure.unit),
        number_text(expected, measure.unit),
        interval(row["low"], row["high"], measure.unit),
        unit_name(measure.unit, language),
        row["grade"],
        reason_text(row["source"], document, language),
        row["inside"],
        row["published"],
    )


def _worst(communities: pd.DataFrame, names: Sequence[str], which: tuple[str, str, str], language: Language) -> Worst:
    value, count, title = which
    unit = "share" if value.endswith("_share") else "h"
    enough = communities[communities[count] >= LEAST_CASES]
    named = enough.nlargest(WORST, value)
    weighted = (communities[value] * communities[count]).sum() / max(communities[count].sum(), 1)
    rows = [
        Community(
            community_name(int(row["community"]), names, language),
            _with_unit(row[value], unit, language),
            f"{row[count]:,.0f}",
        )
        for row in named.reset_index().to_dict("records")
    ]
    return Worst(label(title, language), label(count, language), rows, _with_unit(weighted, unit, language))


def _with_unit(value: float, unit: str, language: Language) -> str:
    return f"{number_text(value, unit)} {unit_name(unit, language)}".rstrip()
