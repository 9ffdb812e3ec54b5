"""The tables of a comparison: differences of measures as text, by theme and for the key figures."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from sim.measures.catalogue import MEASURES, THEMES
from sim.show.text.numbers import ABSENT, number_text, unit_name
from sim.show.text.verdicts import Row, Sense, percent, sense, signed, signed_interval, verdict_text
from sim.words import Language, label, words

TIMES = {"detection": "detection_", "closing": "closing_"}


class DifferenceRow(NamedTuple):
    """A measure in two variants as text: both means, the difference, what it shows and what pairing gained."""

    name: str
    label: str
    unit: str
    base: str
    other: str
    difference: str
    interval: str
    relative: str
    verdict: str
    sense: Sense
    sure: bool
    gain: str
    caution: str
    definition: str


def key_differences(differences: pd.DataFrame, measures: Sequence[str], language: Language) -> list[DifferenceRow]:
    """Return the rows of one variant for some measures, in the order in which they are named."""
    return _rows(_by_measure(differences), measures, language)


def difference_themes(differences: pd.DataFrame, language: Language) -> list[tuple[str, list[DifferenceRow]]]:
    """Return all rows of one variant by the title of their theme."""
    found = _by_measure(differences)
    return [
        (words(language).themes[theme], _rows(found, [measure.name for measure in measures], language))
        for theme, measures in THEMES.items()
    ]


def _by_measure(differences: pd.DataFrame) -> dict[str, Row]:
    return {row["measure"]: row for row in differences.to_dict("records")}


def _rows(found: Mapping[str, Row], measures: Sequence[str], language: Language) -> list[DifferenceRow]:
    return [_row(found[name], language) for name in measures if name in found]


def _row(row: Row, language: Language) -> DifferenceRow:
    measure = MEASURES[row["measure"]]
    unit, told = measure.unit, words(language).measures[measure.name]
    return DifferenceRow(
        measure.name,
        told.label,
        unit_name(unit, language),
        number_text(row["base"], unit),
        number_text(row["other"], unit),
        signed(row["difference"], unit),
        signed_interval(row),
        percent(row["relative"]),
        verdict_text(row, language),
        sense(row),
        row["verdict"] in ("sure", "exact"),
        times(row["gain"]),
        told.caution,
        told.definition,
    )


def times(gain: float) -> str:
    """Return a gain as `3.2 ×`, a dash where there is none."""
    return ABSENT if math.isnan(gain) else f"{gain:.1f} ×" if gain < 10 else f"{gain:.0f} ×"


def gain_note(differences: pd.DataFrame, language: Language) -> str:
    """Return what pairing gained: the median over all measures, over detection times and over closing times."""
    names = differences["measure"].astype(str)
    parts = {key: differences.loc[names.str.startswith(start), "gain"].median() for key, start in TIMES.items()}
    gains = {key: times(float(value)) for key, value in {"median": differences["gain"].median(), **parts}.items()}
    return label("gain_note", language).format(**gains)
