"""The first two pages of a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from sim.measures.catalogue import MEASURES
from sim.record.beside import Beside
from sim.scenario.models import Scenario
from sim.show.pages.brief.advice import Facts, advice, price
from sim.show.pages.brief.cells import about_the_same, benefit_cell, cell, change_unit, cost_cell, number
from sim.show.pages.brief.parts import AskedVariant, Brief, BriefRow, Lines, RowGroup
from sim.show.pages.brief.rows import COST, DIRECTIONS, rows_for
from sim.show.text.labels import about_text
from sim.show.text.measure_text import measure_name
from sim.show.text.money import money
from sim.show.text.numbers import number_text, unit_name
from sim.show.text.place import place_text
from sim.show.text.settings import setting_title, setting_value
from sim.show.text.verdicts import Row, sense
from sim.words import Language, label, words

EACH_PLACE = {"staff.street_teams.": "streets", "staff.community_desks": "communities"}
"""Units whose crews a scenario gives for each place, by the beginning of their path, and the number of these places."""
BENEFITS = 2
"""Measures whose change for each million yuan is told."""


def brief_of_comparison(
    found: Beside,
    differences: pd.DataFrame,
    document: Mapping[str, Any],
    heading: tuple[str, Mapping[str, str]],
    warnings: Sequence[tuple[str, Lines]],
    assumed: int,
    language: Language,
) -> Brief:
    """Return the first two pages; `heading` is the title of the page and those of the variants by name, the base first;
    `document` its scenario, in which `assumed` numbers are assumed."""
    title, titles = heading
    manifest = found.manifest
    rows = _by_variant(differences)
    paths = [change["path"] for entry in manifest["variants"] for change in entry["changes"]]
    measures = rows_for(paths, manifest.get("measures") or (), differences)
    growing = found.tables.get("growing", pd.DataFrame({"variant": []}))
    facts = Facts(
        rows,
        titles,
        measures,
        found.tables.get("measures", pd.DataFrame()),
        [its for name, its in titles.items() if name in {*growing["variant"]}],
        assumed,
        manifest["replications"],
    )
    base = next(iter(titles.values()))
    chance = int(differences["adjusted_p"].notna().sum()) if "adjusted_p" in differences else 0
    return Brief(
        language,
        label("compare_kicker", language),
        title,
        [*_asked(manifest, titles, document, language), *_leading(facts, language)],
        _variants(manifest, rows, titles, document, language),
        label("what_to_do", language),
        advice(facts, language),
        warnings,
        label("table_title", language),
        [label("measure", language), *titles.values()],
        [*_groups(rows, measures, language), _money(rows, manifest, facts, language)],
        [
            label("table_note", language).format(n=manifest["replications"], base=base, m=chance),
            *([] if manifest.get("measures") else [label("rows_chosen", language)]),
        ],
    )


def _leading(facts: Facts, language: Language) -> list[str]:
    """Return what the measure means that comes first, and what of it misleads."""
    first = next((name for name in facts.measures if MEASURES[name].better), None)
    if first is None:
        return []
    its = words(language).measures[first]
    definition = " ".join(filter(None, (its.definition, its.caution)))
    return [label("comes_first", language).format(measure=its.label, definition=definition)]


def _by_variant(differences: pd.DataFrame) -> dict[str, dict[str, Row]]:
    """Return the rows of differences by variant and measure."""
    found: dict[str, dict[str, Row]] = {}
    for row in differences.to_dict("records"):
        found.setdefault(row["variant"], {})[row["measure"]] = row
    return found


def _asked(
    manifest: Mapping[str, Any], titles: Mapping[str, str], document: Mapping[str, Any], language: Language
) -> list[str]:
    about = about_text(manifest["about"], language)
    place = place_text(Scenario.model_validate(document), next(iter(titles.values())), language)
    told = label("asked_compare", language).format(
        base=next(iter(titles.values())),
        first_day=manifest["window_from"],
        last_day=manifest["window_to"],
        replications=manifest["replications"],
    )
    return [*([about] if about else []), place, told]


def _variants(
    manifest: Mapping[str, Any],
    rows: Mapping[str, Mapping[str, Row]],
    titles: Mapping[str, str],
    document: Mapping[str, Any],
    language: Language,
) -> list[AskedVariant]:
    base = next(iter(titles))
    return [
        AskedVariant(
            titles[entry["name"]],
            label("price_base", language).format(money=money(entry["cost_yuan_per_year"], language))
            if entry["name"] == base
            else price(rows.get(entry["name"], {}).get(COST), language),
            changes_text(entry["changes"], document, language)
            or [label("as_base" if entry["name"] == base else "nothing_differs", language)],
        )
        for entry in manifest["variants"]
    ]


def changes_text(changes: Sequence[Mapping[str, Any]], document: Mapping[str, Any], language: Language) -> list[str]:
    """Return what a variant changes in words: `Housing: crews 44 → 56`."""
    return [_change_text(change, document, language) for change in changes]


def _change_text(change: Mapping[str, Any], document: Mapping[str, Any], language: Language) -> str:
    title = setting_title(change["path"], document, language)
    if change["base"] is None and isinstance(change["other"], Mapping | list):
        return label("setting_new", language).format(title=title)
    base, other = (setting_value(change[side], document, language) for side in ("base", "other"))
    told = label("setting_change", language).format(title=title, base=base, other=other)
    in_all = [_in_all(change, side, document) for side in ("base", "other")]
    if None in in_all:
        return told
    sums = dict(zip(("base", "other"), (f"{count:,}" for count in in_all), strict=True))
    return label("in_all_places", language).format(change=told, **sums)


def _in_all(change: Mapping[str, Any], side: str, document: Mapping[str, Any]) -> int | None:
    """Return how many crews a unit has in all places that have one, by one side of a change of its crews in each; None
    if that is no such change, or there is one place only."""
    unit, _, what = change["path"].rpartition(".")
    places = next((count for start, count in EACH_PLACE.items() if unit.startswith(start)), None)
    value = change[side]["value"] if isinstance(change[side], Mapping) and "value" in change[side] else change[side]
    if what != "crews" or places is None or not str(value).isdigit():
        return None
    number = getattr(Scenario.model_validate(document).territory, places).value
    return int(value) * int(number) if number > 1 else None


def _groups(rows: Mapping[str, Mapping[str, Row]], measures: Sequence[str], language: Language) -> list[RowGroup]:
    groups = []
    for better, name, arrow in DIRECTIONS:
        own = [_row(rows, measure, language) for measure in measures if MEASURES[measure].better == better]
        if own:
            groups.append(RowGroup(label(name, language), arrow, own))
    return groups


def _row(rows: Mapping[str, Mapping[str, Row]], measure: str, language: Language) -> BriefRow:
    known = next(its[measure] for its in rows.values() if measure in its)
    unit = MEASURES[measure].unit
    return BriefRow(
        measure_name(measure, language),
        label("in_points", language) if unit == "share" else unit_name(unit, language),
        number_text(known["base"], unit),
        [cell(its[measure], language) for its in rows.values()],
        unit_name(unit, language),
        change_unit(known, language),
        number(known["base"]),
    )


def _money(
    rows: Mapping[str, Mapping[str, Row]], manifest: Mapping[str, Any], facts: Facts, language: Language
) -> RowGroup:
    """Return the price of each variant, and what a million yuan more buys of the first measures that have a better."""
    base_cost = manifest["variants"][0]["cost_yuan_per_year"]
    lines = [
        BriefRow(
            label("row_cost", language),
            "",
            money(base_cost, language),
            [cost_cell(its.get(COST), language) for its in rows.values()],
            label("yuan_a_year", language),
            label("yuan_a_year", language),
            base_cost,
        )
    ]
    costs = [its.get(COST) for its in rows.values()]
    if any(cost is not None and cost["difference"] > 0 and not about_the_same(cost) for cost in costs):
        lines += [
            BriefRow(
                label("row_benefit", language).format(name=measure_name(measure, language)),
                label("in_points", language) if MEASURES[measure].unit == "share" else "",
                "",
                [benefit_cell(its.get(measure), its.get(COST), language) for its in rows.values()],
                change_unit=change_unit(next(its[measure] for its in rows.values() if measure in its), language),
            )
            for measure in _bought(facts)
        ]
    return RowGroup(label("row_money", language), "", lines)


def _bought(facts: Facts) -> list[str]:
    """Return the measures whose benefit is told: the first, and the next ones that some variant is shown to better."""
    directed = [name for name in facts.measures if MEASURES[name].better]
    shown = [
        name
        for name in directed
        if any(sense(its[name]) in ("better", "worse") for its in facts.rows.values() if name in its)
    ]
    return list(dict.fromkeys((*directed[:1], *shown)))[:BENEFITS]
