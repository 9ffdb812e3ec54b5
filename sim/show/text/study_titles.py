"""What the factors, levels and variants of a study file are called where it gives no title: in English by their names,
which a planner chose, in Chinese by the settings that they move or set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sim.language.chinese import has_chinese
from sim.language.quantity import Label
from sim.measures.studies import Varied
from sim.show.text.labels import in_language, title_of
from sim.show.text.settings import assignment_text, setting_title, unit_text, written_text
from sim.words import Language, label, words

_TOLD = 2
"""Settings that a title names; of more it says how many there are."""


def factor_label(name: str, paths: Sequence[str], document: Mapping[str, Any]) -> Label:
    """Return the title of a factor that moves some paths of a scenario."""
    return _label(name, [setting_title(path, document, "zh") for path in dict.fromkeys(paths)])


def level_label(name: str, sets: Sequence[str], document: Mapping[str, Any]) -> Label:
    """Return the title of a level of a factor by what it sets; numbers, and words that are known, say enough."""
    known = words("zh").written.get(name)
    if known or not any(sign.isalpha() for sign in name):
        return Label(en=_plain(name), zh=known or name)
    return _label(name, [assignment_text(given, document, "zh") for given in sets])


def variant_label(name: str, sets: Sequence[str], document: Mapping[str, Any], *, own_scenario: bool) -> Label:
    """Return the title of a variant by what it lays over the study's scenario, or over one of its own."""
    laid = [assignment_text(given, document, "zh") for given in sets]
    scenario = [title_of(document, name, "zh")] if own_scenario or not laid else []
    return _label(name, [*scenario, *laid])


def _label(name: str, told: Sequence[str]) -> Label:
    if has_chinese(name) or not told:
        return Label(en=_plain(name), zh=name if has_chinese(name) else label("as_it_is", "zh"))
    named = label("comma", "zh").join(told[:_TOLD])
    rest = label("and_settings", "zh").format(told=named, n=len(told)) if len(told) > _TOLD else named
    return Label(en=_plain(name), zh=rest)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def told_apart(titles: Iterable[Label]) -> list[Label]:
    """Return titles, those that an earlier one is called like in Chinese with a number behind."""
    found: list[Label] = []
    for title in titles:
        taken, number, told = {its.zh for its in found}, 2, title.zh
        while told in taken:
            told, number = f"{title.zh} ({number})", number + 1
        found.append(Label(en=title.en, zh=told))
    return found


def value_text(factor: Varied, value: float | str, language: Language) -> str:
    """Return a value of a factor as text: a level by its title."""
    level = factor.levels.get(value) if isinstance(value, str) else None
    return in_language(level, language) if level else written_text(value, language)


def factor_axis(factor: Varied, language: Language) -> str:
    """Return the title of a factor with its unit, for an axis or the head of a column."""
    title = in_language(factor.title, language)
    return f"{title} ({unit_text(factor.unit, language)})" if factor.unit else title
