"""The presets as a table: how large each place is, what is on there, and how well its numbers are known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from sim.language.quantity import Grade
from sim.mechanisms import MECHANISMS
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.scenario.presets import preset_folder
from sim.show.text.labels import title_of
from sim.words import Language, label, words

GRADES: tuple[str, ...] = get_args(Grade)


class PresetRow(NamedTuple):
    """A preset: its size, the sections of the mechanisms on besides those that are always on, and the numbers that
    have each grade, those taken over from presets that it extends with them."""

    name: str
    title: str
    residents: int
    grids: int
    workers: int
    on: tuple[str, ...]
    grades: Mapping[str, int]


def places(lang: Language) -> Iterator[PresetRow]:
    """Yield all presets by name."""
    for name in sorted(path.stem for path in preset_folder().glob("*.yaml")):
        yield place_of(name, lang)


def place_of(preset: str | Path, lang: Language) -> PresetRow:
    """Return the row of a preset, or of a scenario file; ScenarioError if it is not good."""
    loaded = load(preset)
    scenario, workers = loaded.scenario, loaded.scenario.staff.grid_workers.count
    grids = scenario.grids.count
    return PresetRow(
        scenario.name,
        title_of(loaded.document, scenario.name, lang),
        round(scenario.population.residents.value),
        round(grids.value) if grids is not None else 0,
        round(workers.value),
        tuple(_switched_on(scenario)),
        Counter(_grades(loaded.document)),
    )


def told(lang: Language) -> Iterator[str]:
    """Yield the table as lines of text, four for each preset; then what is on in all of them, and how to read it."""
    all_places = list(places(lang))
    common = set.intersection(*(set(place.on) for place in all_places))
    for place in all_places:
        yield f"{place.name}  {place.title}"
        yield "  " + label("places_size", lang).format(
            residents=f"{place.residents:,}", grids=f"{place.grids:,}", workers=f"{place.workers:,}"
        )
        beside = [section for section in place.on if section not in common]
        yield "  " + label("places_on", lang).format(on=_named(beside, lang) or label("places_nothing_more", lang))
        grades = "  ".join(f"{grade} {place.grades[grade]}" for grade in GRADES if place.grades[grade])
        yield "  " + label("places_grades", lang).format(grades=grades)
    yield ""
    yield label("places_on_in_all", lang).format(
        on=_named([section for section in all_places[0].on if section in common], lang)
    )
    yield label("places_grades_are", lang)
    yield label("places_no_evidence", lang)


def _named(sections: Iterable[str], lang: Language) -> str:
    return label("places_joined", lang).join(words(lang).mechanisms[section] for section in sections)


def _switched_on(scenario: Scenario) -> Iterator[str]:
    """Yield the sections of the mechanisms that could be off, and are on."""
    for mechanism in MECHANISMS:
        section = getattr(scenario.mechanisms, mechanism.section)
        if "enabled" in type(section).model_fields and section.enabled:
            yield mechanism.section


def _grades(node: Any) -> Iterator[str]:
    """Yield the grade of each number of a document that has one."""
    if isinstance(node, Mapping):
        if isinstance(node.get("grade"), str):
            yield node["grade"]
        for part in node.values():
            yield from _grades(part)
    elif isinstance(node, list):
        for part in node:
            yield from _grades(part)
