"""Titles of scenarios, studies and variants, in both languages."""

from collections.abc import Mapping, Sequence
from typing import Any

from sim.language.chinese import has_chinese
from sim.language.quantity import Label
from sim.scenario.checks.polygons import name_of
from sim.words import Language, label


def in_language(title: Label, language: Language) -> str:
    """Return a title in a language."""
    return title.zh if language == "zh" else title.en


def title_of(entry: Mapping[str, Any], name: str, language: Language) -> str:
    """Return the title of an entry of a scenario (a string, or one per language), or its name if none."""
    title = entry.get("title", name)
    return str(title.get(language) or title.get("en") or name) if isinstance(title, Mapping) else str(title)


def about_text(about: Any, language: Language) -> str:
    """Return what is told of a study or scenario in a language; nothing if that language has none of it.

    `about` is a text, or one by language; a text without Chinese is not for Chinese readers.
    """
    if isinstance(about, Mapping):
        about = about.get(language) or ""
    elif isinstance(about, Label):
        about = in_language(about, language)
    return "" if language == "zh" and not has_chinese(about) else str(about)


def community_names(document: Mapping[str, Any]) -> list[str]:
    """Return the names of the communities of a scenario by number; none if they are invented."""
    geojson = document.get("territory", {}).get("geojson")
    features = geojson.get("features", []) if isinstance(geojson, Mapping) else []
    names = [name_of(feature) or "" for feature in features]
    return names if any(names) else []


def community_name(number: int, names: Sequence[str], language: Language) -> str:
    """Return what a community is called: its name if it has one, else its number."""
    named = names[number] if 0 <= number < len(names) else ""
    return named or label("community_n", language).format(n=number)
