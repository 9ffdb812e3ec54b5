"""What pages let their readers ask of cases: what happened to them, and one value each of some columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from sim.kinds import Level, Source
from sim.kinds import words as kind_words
from sim.record.listing import HAPPENED
from sim.show.text.labels import community_name, community_names, title_of
from sim.show.text.unit_titles import unit_title
from sim.show.web.packing import Packed, packed
from sim.words import Language, label

WORDS = ("filter_all", "filter_clear", "filter_more")
"""Labels that the script `filter` uses; in it they go without `filter_`."""


class AskedColumn(NamedTuple):
    """A column of which one value can be asked for: its name, what it is called, its values as tables have them, and
    as readers do."""

    name: str
    title: str
    values: Sequence[Any]
    titles: Sequence[str]


def happened_titles(language: Language) -> list[str]:
    """Return what everything that may have happened to a case is called, in the order of `HAPPENED`."""
    return [label(f"happened_{name}", language) for name in HAPPENED]


def choices(
    columns: Sequence[str], tables: Sequence[pd.DataFrame], document: Mapping[str, Any], language: Language
) -> list[AskedColumn]:
    """Return which values of some columns can be asked for: those that occur in these tables of cases, and no column of
    which there is one only. `document` is the scenario, for titles."""
    names = community_names(document)
    found = []
    for column in columns:
        there = {value for table in tables for value in table[column].unique() if value != ""}
        titles = {value: _title(column, value, names, document, language) for value in there}
        values = sorted(there, key=lambda value: _place(column, value, titles, document))
        if len(values) > 1:
            title = label(f"asked_{'category' if column == 'hazard' else column}", language)
            found.append(AskedColumn(column, title, values, [titles[value] for value in values]))
    return found


def coded(table: pd.DataFrame, chosen: Sequence[AskedColumn]) -> dict[str, Packed]:
    """Return for each choice which of its values cases have, from 1; 0 for none."""
    return {
        choice.name: packed(pd.Index(choice.values).get_indexer(table[choice.name].astype(object)) + 1)
        for choice in chosen
    }


def offered(chosen: Sequence[AskedColumn]) -> list[dict[str, Any]]:
    """Return choices as the script `filter` takes them; `values` are what a command is asked for."""
    return [
        {
            "name": choice.name,
            "title": choice.title,
            "options": list(enumerate(choice.titles, start=1)),
            "values": [str(value) for value in choice.values],
        }
        for choice in chosen
    ]


def _place(column: str, value: Any, titles: Mapping[Any, str], document: Mapping[str, Any]) -> Any:
    """Return by what values are put in order: numbers, else as they are listed, and then by what they are called."""
    if column in ("community", "street"):
        return value
    listed = _listed(column, document)
    return listed.index(value) if value in listed else len(listed), titles[value]


def _listed(column: str, document: Mapping[str, Any]) -> list[str]:
    """Return values of a column as the scenario has them, or levels and sources as their kinds."""
    match column:
        case "hazard":
            return list(document["hazards"])
        case "unit":
            return ["grid", "community", *document["staff"]["street_teams"], *document["departments"]]
        case "channel":
            return list(document["channels"])
    return list(kind_words(Level if column == "level" else Source))


def _title(column: str, value: Any, names: Sequence[str], document: Mapping[str, Any], language: Language) -> str:
    match column:
        case "hazard":
            return title_of(document["hazards"].get(value, {}), value, language)
        case "community":
            return community_name(value, names, language)
        case "street":
            return label("street_n", language).format(n=value)
        case "level":
            return label(value, language)
        case "unit":
            return unit_title(value, document, language)
        case "source":
            return label(f"source_{value}", language)
    return title_of(document["channels"].get(value, {}), value, language)
