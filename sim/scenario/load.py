"""From a scenario file, or the name of a preset, to a checked scenario and its resolved document."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sim import filenames
from sim.language.contradiction import Path as Keys
from sim.language.units import DAY_MS, counted
from sim.said import said
from sim.scenario import models
from sim.scenario.beside import FilesBeside
from sim.scenario.contradictions import CHECKS, FIRST_CHECKS
from sim.scenario.merge import NO_EFFECT, NULL_TAKES_AWAY, Layered, copied, without_effect
from sim.scenario.observations import with_observations
from sim.scenario.outlines import with_outlines
from sim.scenario.overrides import with_override
from sim.scenario.presets import located, preset_folder
from sim.scenario.problems import Place, Problem, ScenarioError, described
from sim.scenario.sizes import grids_of
from sim.scenario.source import SourceText, decode, parse
from sim.scenario.validate import place_of, schema_of, validated

EXTENDS = "a file that does not say everything names another that does, e.g. extends: village-square"
"""What may be done about a file that extends no other and lacks whole sections."""


@dataclass(frozen=True, repr=False)
class Loaded:
    """A scenario, the plain document that says all of it, the files read, the asked one first, and the assignments
    (`path=value`) laid over them. `written` knows where each value stands; other processes get it without."""

    scenario: models.Scenario
    document: dict[str, Any]
    files: tuple[Path, ...]
    sets: tuple[str, ...] = ()
    written: Layered | None = field(default=None, compare=False, repr=False)

    def place(self, path: Keys) -> Place:
        """Return where the value at a path is written, or the nearest one around it that is."""
        if self.written is None:
            return Place(shown(self.files[0]))
        return place_of(self.written, self.written.held(path))

    def place_to_change(self, path: Keys) -> Place:
        """Return where the value at a path is written, or the file that was asked for if a preset says it: presets are
        not changed, but extended."""
        place, asked = self.place(path), self.files[0]
        presets = preset_folder().resolve()
        inherited = {shown(its) for its in self.files[1:] if its.resolve().parent == presets}
        is_preset_too = asked.resolve().parent == presets
        return Place(shown(asked)) if place.file in inherited and not is_preset_too else place

    def __repr__(self) -> str:
        """Return in a line what the scenario is."""
        return f"<scenario {self.scenario.name}: {'; '.join(text for _, text in self._told())}>"

    def _repr_html_(self) -> str:
        """Return the same as a small table, for notebooks."""
        rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in self._told())
        title = escape(self.scenario.title.en)
        return f"<p><b>{title}</b> ({escape(self.scenario.name)})</p><table>{rows}</table>"

    def _told(self) -> list[tuple[str, str]]:
        """Return what one wants to know first of a scenario, each with what it is."""
        people, run = self.scenario.population, self.scenario.run
        length = f"{run.length.value / DAY_MS:g} days from {run.start}"
        told = [
            ("people", f"{people.residents.value:,.0f} residents, {people.households.value:,.0f} households"),
            ("organisation", f"{grids_of(self.scenario):,.0f} grids, {len(self.scenario.departments)} departments"),
            ("run", f"{length}, {counted(run.replications, 'replication')}, seed {run.seed}"),
        ]
        return [*told, ("changed", ", ".join(self.sets))] if self.sets else told

    def __getstate__(self) -> dict[str, Any]:
        """Leave out where values stand, which nobody asks elsewhere."""
        return {**self.__dict__, "written": None}


@dataclass(frozen=True)
class Draft:
    """A document read and merged but not yet held against the models."""

    document: Layered
    files: tuple[Path, ...]


def load(path: str | Path, sets: Sequence[str] = ()) -> Loaded:
    """Return the scenario in a file, or the preset of that name, with `path=value` assignments laid over it.

    Raise ScenarioError, which lists every problem with its place, if anything is wrong.
    """
    return resolved(read(path), sets)


def resolved(draft: Draft, sets: Sequence[str] = ()) -> Loaded:
    """Return the scenario of a document that was read, with `path=value` assignments laid over it.

    Raise ScenarioError, which lists every problem with its place, if anything is wrong.
    """
    document = _overridden(draft.document, sets)
    alone = None if len(draft.files) > 1 else EXTENDS
    scenario = validated(models.Scenario, document, CHECKS, FIRST_CHECKS, alone)
    return Loaded(scenario, copied(document.data), draft.files, tuple(sets), document)


def _overridden(document: Layered, sets: Sequence[str]) -> Layered:
    """Return the document with all assignments laid over it, or raise ScenarioError with all that fail."""
    problems: list[Problem] = []
    schema = schema_of(models.Scenario) if sets else {}
    for assignment in sets:
        try:
            document = with_override(document, assignment, schema)
        except ScenarioError as error:
            problems.extend(error.problems)
    if problems:
        raise ScenarioError(problems)
    return document


def read(path: str | Path) -> Draft:
    """Return the document in a file with all that it extends, merged."""
    file = located(path, Path()).resolve()
    return _Reader(file.parent).draft(file, ())


class _Reader:
    """Reads a file and those it extends; none may lie outside the folder of the first one and the presets."""

    def __init__(self, folder: Path) -> None:
        """Keep the folders in which files may lie."""
        self.roots = (folder, preset_folder().resolve())

    def draft(self, file: Path, below: tuple[Path, ...]) -> Draft:
        """Return `file` laid over the files that it extends; `below` are those that led to it."""
        written = _source(file)
        beside = FilesBeside(written, file.parent, self.roots)
        source = with_outlines(with_observations(written, beside), beside)
        bases = [
            self.draft(self._base(name, place, (*below, file)), (*below, file)) for name, place in _extended(source)
        ]
        own = replace(source, data={key: value for key, value in source.data.items() if key != "extends"})
        document = Layered({}, ())
        for base in bases:
            document = document.under(base.document)
        _refuse_empty(document.data, own)
        files = (file, *(found for base in bases for found in base.files))
        return Draft(document.under(Layered(own.data, (own,))), tuple(dict.fromkeys(files)))

    def _base(self, name: str, place: Place, below: tuple[Path, ...]) -> Path:
        """Return the file that an `extends` names, if it may be read and does not lead back to itself."""
        file = located(name, below[-1].parent, place, self.roots).resolve()
        if file in below:
            circle = [*below[below.index(file) :], file]
            way = " -> ".join(step.name for step in circle)
            raise _refused(place, said("extends goes round in a circle: {way}", way=way), name)
        return file


def shown(file: Path) -> str:
    """Return how messages name a file: by its path from the working directory if it lies there, else in full."""
    file, here = file.resolve(), Path.cwd()
    return filenames.shown(file.relative_to(here) if file.is_relative_to(here) else file)


def _source(file: Path) -> SourceText:
    """Return the parsed file."""
    name = shown(file)
    try:
        return parse(decode(file.read_bytes(), name), name)
    except OSError as error:
        raise ScenarioError(
            [Problem(Place(name), said("cannot be read: {why}", why=said(error.strerror or str(error))))]
        ) from None


def _refuse_empty(inherited: dict[str, Any], source: SourceText) -> None:
    """Raise ScenarioError if sections of a file are empty where it inherits full ones."""
    problems = [
        Problem(source.place(path) or Place(source.file), NO_EFFECT, path, allowed=NULL_TAKES_AWAY)
        for path in without_effect(inherited, source.data)
    ]
    if problems:
        raise ScenarioError(problems)


def _extended(source: SourceText) -> list[tuple[str, Place]]:
    """Return the names that a document extends, lowest first, each with its place."""
    written = source.data.get("extends", [])
    one = not isinstance(written, list)
    places = [source.values[("extends",)]] if one else [source.values[("extends", i)] for i in range(len(written))]
    names = [written] if one else written
    for name, place in zip(names, places, strict=True):
        if not isinstance(name, str) or not name:
            raise _refused(place, "expected the name of a file or preset, or a list of such", name)
    return list(zip(names, places, strict=True))


def _refused(place: Place, message: str, found: object) -> ScenarioError:
    return ScenarioError([Problem(place, message, ("extends",), described(found))])


def dump(document: dict[str, Any]) -> str:
    """Return a resolved document as YAML that loads to an equal scenario, its keys in their order.

    The order of hazards, units and channels is part of a scenario: their numbers follow from it, and so do the draws.
    """
    yaml = YAML(typ="safe")
    yaml.default_flow_style = False
    yaml.width = 110
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    stream = io.StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


def undumped(text: str) -> dict[str, Any]:
    """Return the resolved document that `dump` wrote; it is read once for all that ask, and not to be changed."""
    return parse(text, "scenario.yaml").data


@lru_cache(maxsize=16)
def scenario_of(text: str) -> models.Scenario:
    """Return the scenario of a resolved document that `dump` wrote, with its dates and numbers read.

    A document says them in the planner's words (`2024年4月22日`), so whoever reckons with one asks here.
    """
    return models.Scenario.model_validate(undumped(text))


def digest(document: dict[str, Any]) -> str:
    """Return the SHA-256 of a resolved document, its keys in their order, in hexadecimal."""
    canonical = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
