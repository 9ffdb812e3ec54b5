"""Titles of variants that a command line makes: what was changed, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sim.show.text.labels import title_of
from sim.show.text.settings import assignment_text
from sim.words import LANGUAGES, Language, label


def variant_titles(
    given: Mapping[str, str], document: Mapping[str, Any], changed: Sequence[str], *, told_apart: bool = False
) -> dict[Language, str]:
    """Return the title of a variant by language: what is given, else what was changed (assignments), else the title of
    its scenario (its `document`).

    What was changed comes after the title of the scenario if variants of several scenarios have to be `told_apart`; in
    the title of one that all have in common stands often the very number that was changed.
    """
    return {it: given.get(it) or _made(document, changed, it, told_apart=told_apart) for it in LANGUAGES}


def _made(document: Mapping[str, Any], changed: Sequence[str], language: Language, *, told_apart: bool) -> str:
    scenario = title_of(document, str(document.get("name", "")), language)
    if not changed:
        return scenario
    changes = label("comma", language).join(assignment_text(it, document, language) for it in changed)
    return label("variant_changed", language).format(scenario=scenario, changes=changes) if told_apart else changes
