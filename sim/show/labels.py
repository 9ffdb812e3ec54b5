"""Texts that are given in both languages: titles of scenarios, sentences of studies."""

from collections.abc import Mapping
from typing import Any

from sim.measures.measure import Text
from sim.words import Language, label

__all__ = ["Language", "label", "said", "title_of"]


def said(text: Text, language: Language) -> str:
    """Return a text in a language."""
    return text.zh if language == "zh" else text.en


def title_of(entry: Mapping[str, Any], name: str, language: Language) -> str:
    """Return the title of an entry of a scenario (a string, or one per language), or its name if none."""
    title = entry.get("title", name)
    return str(title.get(language) or title.get("en") or name) if isinstance(title, Mapping) else str(title)
